export { assetsProvider } from "./provider.js";
