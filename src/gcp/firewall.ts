import { createHash } from "node:crypto";
import { Firewall } from "@pulumi/gcp/compute/firewall";
import * as pulumi from "@pulumi/pulumi";
import { Protocol } from "../machine/index.js";
import type { GcpInstanceArgs } from "./args.js";

/**
 * A firewall rule for everything that was asked for, aimed at this machine by a network tag that no
 * other machine has. Returns the tag; none when nothing was asked for.
 */
export function makeFirewall(
  machine: pulumi.Resource,
  name: string,
  { ingress = [], project }: GcpInstanceArgs,
  network: pulumi.Input<string>,
): pulumi.Output<string> | undefined {
  if (ingress.length === 0) return undefined;
  // No Output of the component: what depends on it depends on all that is in it, on its rules too.
  const ownUrn = new Promise<string>((known) => machine.urn.apply(known));
  const tag = pulumi
    .output(ownUrn)
    .apply((urn) => `${name}-${createHash("sha256").update(urn).digest("hex").slice(0, 7)}`);
  for (const rule of ingress) {
    const { port, toPort, protocol = Protocol.Tcp, source } = rule;
    new Firewall(
      `${name}-ingress-${rule.name}`,
      {
        description: `${rule.name} of ${name}`,
        network,
        // Rules are in the project of their network, which machines of other projects may share.
        project: pulumi
          .all([network, project])
          .apply(([given, usual]) => /projects\/([^/]+)\/global\//.exec(given)?.[1] ?? usual),
        direction: "INGRESS",
        sourceRanges: [source],
        allows: [{ protocol, ports: [toPort === undefined ? `${port}` : `${port}-${toPort}`] }],
        targetTags: [tag],
      },
      { parent: machine },
    );
  }
  return tag;
}
