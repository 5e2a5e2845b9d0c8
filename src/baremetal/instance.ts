import * as pulumi from "@pulumi/pulumi";
import { hardwareCheck, persistentRoot } from "../flatcar/index.js";
import { standardProfile } from "../hardware/index.js";
import { knownNow, prepare, preset } from "../machine/index.js";
import { platforms } from "../platforms/index.js";
import type { BareMetalInstanceArgs } from "./args.js";
import { bootOf, type BareMetalSummary, renderMachine, summarize } from "./boot-files.js";
import { checkMachine, claimsOf } from "./check.js";
import { FileSet } from "./file-set.js";
import { claim, directoryOf, type Owner } from "./registry.js";

/** A Flatcar machine that boots over the network from files in a boot directory. */
export class BareMetalInstance extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:BareMetalInstance";

  /** The declared address of the machine, or an empty text when DHCP chooses. */
  readonly privateIp: pulumi.Output<string>;

  /** SHA-512 of the Ignition config, hexadecimal. Secret when a part of the config is. */
  readonly ignitionSha512: pulumi.Output<string>;

  /** The machine and its files, for a table of the rack. */
  readonly summary: pulumi.Output<BareMetalSummary>;

  constructor(name: string, args: BareMetalInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    super(BareMetalInstance.__pulumiType, name, { architecture: args.hardware?.architecture }, opts);
    const directory = directoryOf(args.directory);
    const owner: Owner = { resource: this, name };
    const boot = bootOf(args, directory);
    const files = prepare(
      this,
      name,
      { ...args, mirrorUrl: boot.mirrorUrl },
      {
        platform: platforms.baremetal,
        check: (settled) => checkMachine(settled, owner, directory),
        presets: ({ rootDisk }) => [
          preset(hardwareCheck(standardProfile, rootDisk), "hardware"),
          ...(rootDisk === undefined ? [] : [preset(persistentRoot(rootDisk), "rootDisk")]),
        ],
        // A root disk outlives a run of Ignition, and then its files are there already.
        overwriteFiles: ({ rootDisk }) => rootDisk !== undefined,
      },
      (prepared) => renderMachine({ name, ...prepared, release: boot.release, mirrorUrl: prepared.args.mirrorUrl }),
    );
    claim(directory, owner, claimsOf(knownNow(args).value, name));

    // The config always counts as secret, whatever it holds today.
    new FileSet(`${name}-files`, { directory: args.directory, files: pulumi.secret(files) }, { parent: this });

    this.summary = pulumi.all([args.macAddresses, files]).apply(([macs, all]) => summarize(name, args.hardware.architecture, macs, all));
    this.privateIp = pulumi.output(args.address ?? "");
    this.ignitionSha512 = this.summary.ignitionSha512;
    this.registerOutputs({
      privateIp: this.privateIp,
      ignitionSha512: this.ignitionSha512,
      summary: this.summary,
    });
  }
}
