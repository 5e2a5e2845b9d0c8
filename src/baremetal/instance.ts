import * as pulumi from "@pulumi/pulumi";
import { connectionsOf, type MachineNetwork, readInterfaceAddress } from "../flatcar/index.js";
import { knownNow, prepare } from "../machine/index.js";
import { bootFiles, matchboxQueries, normalizeMacs } from "../pxe/index.js";
import type { BareMetalInstanceArgs } from "./args.js";
import { bootOf, renderMachine } from "./boot-files.js";
import { claimsOf } from "./check.js";
import { FileSet } from "./file-set.js";
import { MatchboxEntry, provenEndpoint } from "./matchbox-entry.js";
import { modeOf } from "./mode.js";
import { provision, Token } from "./provisioning.js";
import { recipeOf } from "./recipe.js";
import { claim, type Owner, recordOf } from "./registry.js";

const written = new WeakMap<object, pulumi.Resource>();

/** A Flatcar machine that boots over the network from files in a boot directory. */
export class BareMetalInstance extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:BareMetalInstance";

  /** The resource name, after which the machine's files are named. */
  readonly name: pulumi.Output<string>;

  /** The declared address of the machine, or an empty text when DHCP chooses. */
  readonly privateIp: pulumi.Output<string>;

  /** The addresses of its cards, lower case with colons. */
  readonly macAddresses: pulumi.Output<string[]>;

  /** Processor architecture, x64 or arm64. */
  readonly architecture: pulumi.Output<string>;

  /** The iPXE script of the first card, relative to the boot directory or to Matchbox's address. */
  readonly bootScript: pulumi.Output<string>;

  /**
   * The Ignition config, relative to the boot directory or to Matchbox's address; in mode Installed that of the
   * installer, which holds the machine's own.
   */
  readonly ignitionFile: pulumi.Output<string>;

  /** Size of the machine's own Ignition config in bytes. */
  readonly ignitionBytes: pulumi.Output<number>;

  /**
   * SHA-512 of the machine's own Ignition config, hexadecimal. Secret when a part of the config is. Matchbox
   * serves the same config in other bytes.
   */
  readonly ignitionSha512: pulumi.Output<string>;

  constructor(name: string, args: BareMetalInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    // What a policy may judge; never the config.
    const { hardware, hardwareWaiver, rootDisk, installDisk } = args;
    const shown = { hardware, hardwareWaiver, mode: modeOf(args), rootDisk, installDisk };
    super(BareMetalInstance.__pulumiType, name, shown, opts);
    const directory = recordOf(args);
    const owner: Owner = { resource: this, name };
    const boot = bootOf(args, directory);
    const { reports } = boot.args;
    const token = reports && new Token(`${name}-token`, reports.generation, { parent: this });
    const rendered = prepare(
      this,
      name,
      token ? { ...boot.args, reports: { ...reports, token: token.token } } : boot.args,
      recipeOf(args, boot, owner, directory),
      (prepared) => renderMachine({ name, ...prepared, release: boot.release }),
    );
    claim(directory, owner, claimsOf(knownNow(args).value, name));

    // The config always counts as secret, whatever it holds today.
    const secret = pulumi.secret(rendered.files);
    const child = { parent: this, dependsOn: boot.copied };
    const files = args.matchbox
      ? new MatchboxEntry(
          `${name}-matchbox`,
          { matchbox: provenEndpoint(this, name, args.matchbox), files: secret },
          child,
        )
      : new FileSet(`${name}-files`, { directory: args.directory ?? "", files: secret }, child);
    written.set(this, files);
    if (boot.way.needed) {
      provision(this, name, args, { ...boot, rendered, token, directory, files });
    }

    const ignitionFile = bootFiles.ignition(name);
    this.name = pulumi.output(name);
    this.privateIp = pulumi.all([args.address, args.network]).apply(declaredAddress);
    this.macAddresses = pulumi.output(args.macAddresses).apply(normalizeMacs);
    this.architecture = pulumi.output(args.hardware.architecture);
    const { ipxeOf, ignitionOf } = args.matchbox
      ? matchboxQueries
      : { ipxeOf: bootFiles.ipxe, ignitionOf: () => ignitionFile };
    this.bootScript = this.macAddresses.apply(([first = ""]) => ipxeOf(first));
    this.ignitionFile = this.macAddresses.apply(([first = ""]) => ignitionOf(first));
    this.ignitionBytes = pulumi.unsecret(rendered.ignition.bytes);
    this.ignitionSha512 = rendered.ignition.sha512;
    this.registerOutputs(this.summary);
  }

  /**
   * What wrote the machine's files, for TypeScript programs: resources that start the machine by other means than a BMC
   * depend on it, and not on the machine, which is there once it is up.
   */
  get files(): pulumi.Resource {
    return written.get(this) as pulumi.Resource;
  }

  /** Everything above as one object, for a table of machines among a stack's outputs. */
  get summary() {
    const { name, privateIp, macAddresses, architecture, bootScript } = this;
    const { ignitionFile, ignitionBytes, ignitionSha512 } = this;
    return {
      name,
      privateIp,
      macAddresses,
      architecture,
      bootScript,
      ignitionFile,
      ignitionBytes,
      ignitionSha512,
    };
  }
}

/** The address that DHCP gives the machine, or the first that it gives itself. */
function declaredAddress([address, network]: [string?, MachineNetwork?]): string {
  const own = connectionsOf(network ?? {}).flatMap(({ connection }) => connection.addresses ?? []);
  return address ?? readInterfaceAddress(own[0])?.ip ?? "";
}
