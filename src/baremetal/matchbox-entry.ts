import * as pulumi from "@pulumi/pulumi";
import { raise, whenSettled, withhold } from "../machine/index.js";
import { packFiles } from "../provider/packed-files.js";
import type { BootFiles } from "../pxe/index.js";
import type { MatchboxArgs } from "./args.js";
import { checkProofs } from "./check-matchbox.js";

/** The provider as the state keeps it: see `file-set.ts`. */
const provider = [
  'exports.handler = () => require("pulumi-flatcar/baremetal/matchbox-provider").matchboxProvider;',
  "",
].join("\n");

/** What Matchbox keeps of one machine: its config, its profile, a group for every card. */
export class MatchboxEntry extends pulumi.CustomResource {
  constructor(
    name: string,
    { matchbox, files }: { matchbox: pulumi.Input<object>; files: pulumi.Input<BootFiles> },
    opts: pulumi.CustomResourceOptions,
  ) {
    super(
      "pulumi-nodejs:dynamic/flatcar:MatchboxEntry",
      name,
      { __provider: provider, matchbox, packed: pulumi.output(files).apply(packFiles) },
      {
        ...opts,
        // Digests of secret contents are kept encrypted as well, and so is the key: removing needs it.
        additionalSecretOutputs: ["files", "matchbox"],
      },
    );
  }
}

/** The way to Matchbox with all that it takes to be let in, checked once it is known, and secret. */
export function provenEndpoint(
  machine: pulumi.Resource,
  name: string,
  args: MatchboxArgs,
): pulumi.Output<object> {
  const settled = whenSettled(args, ({ value, promised }) => {
    raise(machine, name, withhold(checkProofs(value), promised));
    const { endpoint, caCertificate, clientCertificate, clientKey } = value;
    return { endpoint, caCertificate, clientCertificate, clientKey };
  });
  return pulumi.secret(settled);
}
