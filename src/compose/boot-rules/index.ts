export { checkBoot } from "./check-boot.js";
export { checkPlainSecrets } from "./plain-secrets.js";
export type { BootOptions } from "./rule.js";
