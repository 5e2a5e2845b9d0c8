export { checkBoot } from "./check-boot.js";
export { checkPlainSecrets } from "./plain-secrets.js";
