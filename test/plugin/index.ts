/** What a multi-language plugin would publish: every component, and nothing else. */
export { AwsInstance } from "../../src/aws/index.js";
export { AzureInstance } from "../../src/azure/index.js";
export {
  BareMetalInstance,
  BareMetalRack,
  PxeBootAssets,
  PxeBootDirectory,
} from "../../src/baremetal/index.js";
export { GcpInstance } from "../../src/gcp/index.js";
export { IgnitionConfig } from "../../src/machine/index.js";
export { OpenStackImage, OpenStackInstance } from "../../src/openstack/index.js";
