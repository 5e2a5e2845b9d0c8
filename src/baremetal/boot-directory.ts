import * as pulumi from "@pulumi/pulumi";
import { checkRelease } from "../flatcar/index.js";
import { knownNow, raise, warn, whenSettled, withhold } from "../machine/index.js";
import { checkDirectoryWords } from "../provision/words.js";
import {
  type BootFiles,
  bootFiles,
  checkBaseUrl,
  renderDnsmasq,
  renderGrubEntry,
  renderIpxeEntry,
  renderManifest,
} from "../pxe/index.js";
import { Report } from "../report/index.js";
import type { PxeBootDirectoryArgs } from "./args.js";
import { checkMirrored } from "./check-assets.js";
import { FileSet } from "./file-set.js";
import { type Mirrored, mirrorOf } from "./mirrored.js";
import { describeDirectory } from "./registry.js";

/**
 * What all machines of a boot network share: the entry scripts of iPXE and GRUB and the part of a
 * dnsmasq configuration that leads to them. Machines add their own files and never touch these.
 */
export class PxeBootDirectory extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:PxeBootDirectory";

  /** The folder, for `directory` of the machines. */
  readonly directory: pulumi.Output<string>;

  /** Its address on the boot network, for `baseUrl` of the machines. */
  readonly baseUrl: pulumi.Output<string>;

  /** The dnsmasq fragment, relative to the folder. */
  readonly dnsmasqConfig: pulumi.Output<string>;

  constructor(name: string, args: PxeBootDirectoryArgs, opts?: pulumi.ComponentResourceOptions) {
    super(PxeBootDirectory.__pulumiType, name, {}, opts);
    const now = knownNow(args);
    const { mirrored } = mirrorOf(args.mirrorUrl) ?? {};
    raise(this, name, withhold(check(now.value, knownNow(mirrored).value), now.promised));
    const files = whenSettled({ ...args, mirrored }, ({ value, promised }) => {
      const report = withhold(check(value, value.mirrored), promised);
      raise(this, name, report);
      warn(this, name, report);
      return render(value.baseUrl, name);
    });
    this.directory = pulumi.output(args.directory);
    this.baseUrl = pulumi.output(args.baseUrl).apply((url) => url?.replace(/\/+$/, ""));
    this.dnsmasqConfig = pulumi.output(bootFiles.dnsmasq);
    const written = new FileSet(
      `${name}-files`,
      { directory: this.directory, files },
      { parent: this },
    );
    describeDirectory(this.directory, args, [written]);
    this.registerOutputs({
      directory: this.directory,
      baseUrl: this.baseUrl,
      dnsmasqConfig: this.dnsmasqConfig,
    });
  }
}

function check(
  args: pulumi.Unwrap<PxeBootDirectoryArgs>,
  mirrored: pulumi.Unwrap<Mirrored> | undefined,
): Report {
  return new Report()
    .add(checkBaseUrl(args.baseUrl, ["baseUrl"]))
    .add(checkBaseUrl(args.mirrorUrl, ["mirrorUrl"]))
    .add(checkRelease(args, []).report)
    .add(checkMirrored(args, mirrored))
    .add(checkDirectoryWords(args));
}

function render(baseUrl: string, name: string): BootFiles {
  const files = {
    [bootFiles.ipxeEntry]: renderIpxeEntry(),
    [bootFiles.grubEntry]: renderGrubEntry(),
    [bootFiles.dnsmasq]: renderDnsmasq(baseUrl.replace(/\/+$/, "")),
  };
  return { ...files, [bootFiles.manifest(name)]: renderManifest(files) };
}
