import "./peer.js";

export type { AwsInstanceArgs } from "./args.js";
export { AwsInstance } from "./instance.js";
