import { getInstanceV2, type Instance } from "@pulumi/openstack/compute";
import * as pulumi from "@pulumi/pulumi";
import { raise } from "../machine/index.js";
import { checkServerState } from "./check.js";

/**
 * The id of a server that nova did not give up. Where no host was found, the first `pulumi up` fails and
 * the next one would be content with a server in state ERROR. Raises OPENSTACK_SERVER_ERROR.
 */
export function livingServer(
  machine: pulumi.Resource,
  name: string,
  server: Instance,
): pulumi.Output<string> {
  return pulumi.all([server.id, server.urn]).apply(async ([id, urn]) => {
    // A server that is being built, or was deleted by hand, is none of this check's matter.
    const state = await getInstanceV2({ id }, { parent: server }).catch(() => undefined);
    raise(machine, name, checkServerState(id, state?.powerState, urn));
    return id;
  });
}
