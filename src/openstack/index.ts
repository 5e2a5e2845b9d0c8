import "./peer.js";

export type {
  AllowedAddressPairArgs,
  OpenStackImageArgs,
  OpenStackInstanceArgs,
  OpenStackPortArgs,
} from "./args.js";
export { OpenStackImage } from "./glance-image.js";
export { OpenStackInstance } from "./instance.js";
