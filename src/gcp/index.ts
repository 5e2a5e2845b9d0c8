import "./peer.js";

export type { GcpInstanceArgs, GcpNetworkArgs } from "./args.js";
export { GcpInstance } from "./instance.js";
