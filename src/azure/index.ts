import "./peer.js";

export type { AzureConfigContainerArgs, AzureInstanceArgs } from "./args.js";
export { AzureInstance } from "./instance.js";
