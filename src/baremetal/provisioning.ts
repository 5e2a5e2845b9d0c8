import * as pulumi from "@pulumi/pulumi";
import { MachineMode } from "../flatcar/index.js";
import { OnChange, raise, whenSettled, withhold } from "../machine/index.js";
import type { Wanted } from "../provision/words.js";
import { normalizeMacs } from "../pxe/index.js";
import { checkBmc } from "../redfish/check.js";
import type { BareMetalInstanceArgs, BmcArgs } from "./args.js";
import type { RenderedBoot } from "./boot-files.js";
import { modeOf } from "./mode.js";
import type { Directory } from "./registry.js";
import type { Way } from "./way.js";

/** Providers as the state keeps them: see FileSet. */
const tokenProvider = [
  'exports.handler = () => require("pulumi-flatcar/baremetal/token-provider").tokenProvider;',
  "",
].join("\n");
const provisioningProvider = [
  'exports.handler = () => require("pulumi-flatcar/baremetal/provisioning-provider").provisioningProvider;',
  "",
].join("\n");

/** What one machine in one generation proves itself with: made once, and kept as a secret. */
export class Token extends pulumi.CustomResource {
  declare readonly token: pulumi.Output<string>;

  constructor(name: string, generation: number, opts: pulumi.CustomResourceOptions) {
    super(
      "pulumi-nodejs:dynamic/flatcar:Token",
      name,
      { __provider: tokenProvider, generation, token: undefined },
      { ...opts, additionalSecretOutputs: ["token"] },
    );
  }
}

type ProvisioningArgs = { [K in keyof Wanted]: pulumi.Input<Wanted[K]> };

/** The way of one machine from power off to ready. */
export class Provisioning extends pulumi.CustomResource {
  constructor(name: string, args: ProvisioningArgs, opts: pulumi.CustomResourceOptions) {
    super(
      "pulumi-nodejs:dynamic/flatcar:Provisioning",
      name,
      { __provider: provisioningProvider, ...args },
      {
        ...opts,
        additionalSecretOutputs: [
          "password",
          "token",
          "configSha512",
          "servedSha512",
          "kernelSha512",
        ],
      },
    );
  }
}

/** What provisioning a machine hangs on besides its args. */
export interface Prepared {
  readonly way: Way;
  readonly rendered: pulumi.Output<RenderedBoot>;
  readonly token: Token | undefined;
  readonly directory: Directory;
  /** What wrote the machine's files. */
  readonly files: pulumi.Resource;
}

/** Provisions a machine once its files are written. */
export function provision(
  machine: pulumi.Resource,
  name: string,
  args: BareMetalInstanceArgs,
  { way, rendered, token, directory, files }: Prepared,
): Provisioning {
  const { bmc, firstBoot, onConfigChange = OnChange.Replace } = args;
  const mode = modeOf(args);
  const installed = mode === MachineMode.Installed;
  const { serve = false, maxUnavailable = 1 } = directory.defaults;
  return new Provisioning(
    `${name}-provisioning`,
    {
      machine: name,
      generation: args.generation ?? 1,
      mode,
      configSha512: pulumi.secret(rendered.ignition.sha512),
      servedSha512: installed ? pulumi.secret(rendered.served.sha512) : undefined,
      kernelSha512: pulumi.secret(rendered.kernelSha512),
      releaseUrl: pulumi.unsecret(rendered.releaseUrl),
      // A config that is not read again is no reason to start the machine anew, and none to erase a disk.
      onConfigChange: firstBoot === false || installed ? OnChange.Ignore : onConfigChange,
      onImageChange: args.onImageChange ?? OnChange.Ignore,
      endpoint: bmc?.endpoint,
      username: bmc?.username,
      password: bmc && pulumi.secret(checkedPassword(machine, name, bmc)),
      systemId: bmc?.systemId,
      caCertificate: bmc?.caCertificate,
      insecure: bmc?.insecure,
      shutdownTimeoutSeconds: bmc?.shutdownTimeoutSeconds ?? 60,
      powerOffOnDestroy: args.powerOffOnDestroy ?? false,
      readiness: way.readiness,
      readinessTimeoutMinutes: args.readinessTimeoutMinutes ?? 30,
      address: args.address,
      sshPort: args.sshPort ?? 22,
      phoneHomeUrl: way.reports?.url,
      token: token?.token,
      directory: args.directory ?? "",
      baseUrl: args.baseUrl ?? args.matchbox?.httpUrl ?? "",
      serve,
      macAddresses: pulumi.output(args.macAddresses).apply(normalizeMacs),
      maxUnavailable,
    },
    { parent: machine, dependsOn: [files, ...(directory.resources ?? [])] },
  );
}

/** The password of a BMC. What comes late is checked when it comes, and nothing is started before that. */
function checkedPassword(machine: pulumi.Resource, name: string, bmc: BmcArgs) {
  return whenSettled(bmc, ({ value, promised }) => {
    const paths = promised.map((path) => ["bmc", ...path]);
    raise(machine, name, withhold(checkBmc(value, ["bmc"]), paths));
    return value.password;
  });
}
