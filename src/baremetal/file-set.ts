import * as pulumi from "@pulumi/pulumi";
import { packFiles } from "../provider/packed-files.js";
import type { BootFiles } from "../pxe/index.js";

/**
 * The provider as the state keeps it: a few lines that load the code from the installed package, so
 * that state stays small, holds nothing secret, and does not change when our code does.
 */
const provider = [
  'exports.handler = () => require("pulumi-flatcar/baremetal/file-set-provider").fileSetProvider;',
  "",
].join("\n");

/** Files in one directory, written by `pulumi up` and by nothing else. */
export class FileSet extends pulumi.CustomResource {
  constructor(
    name: string,
    { directory, files }: { directory: pulumi.Input<string>; files: pulumi.Input<BootFiles> },
    opts: pulumi.CustomResourceOptions,
  ) {
    super(
      "pulumi-nodejs:dynamic/flatcar:FileSet",
      name,
      { __provider: provider, directory, packed: pulumi.output(files).apply(packFiles) },
      {
        ...opts,
        // Digests of secret contents are kept encrypted as well.
        additionalSecretOutputs: ["files"],
      },
    );
  }
}
