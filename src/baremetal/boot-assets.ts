import * as pulumi from "@pulumi/pulumi";
import { imageSigningKey, releaseOf, releaseServer } from "../flatcar/index.js";
import { Architecture } from "../hardware/index.js";
import { knownNow, OnChange, raise, warn, whenSettled, withhold } from "../machine/index.js";
import { diskImageFile, initrdFile, kernelFile } from "../pxe/index.js";
import type { PxeBootAssetsArgs } from "./args.js";
import { checkAssets } from "./check-assets.js";
import { describeMirror } from "./mirrored.js";

/**
 * Kernel and initramfs of one release in a folder, and its disk image where machines are installed,
 * verified by the signature of Flatcar's image signing key, so that machines boot without the Internet and
 * all of them the same. Machines take its `mirrorUrl`, or their boot directory does.
 */
export class PxeBootAssets extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:PxeBootAssets";

  /** The copy's address on the boot network, for `mirrorUrl` of a boot directory or of machines. */
  readonly mirrorUrl: pulumi.Output<string>;

  /** The exact version that is copied. */
  readonly version: pulumi.Output<string>;

  /** SHA-512 of every file, by its path below the folder. */
  readonly digests: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: PxeBootAssetsArgs, opts?: pulumi.ComponentResourceOptions) {
    super(PxeBootAssets.__pulumiType, name, {}, opts);
    const now = knownNow(args);
    raise(this, name, withhold(checkAssets(now.value), now.promised));
    const { channel } = releaseOf(args);
    const architectures = args.architectures ?? [Architecture.X64];
    const settled = whenSettled(args, ({ value, promised }) => {
      const report = withhold(checkAssets(value), promised);
      raise(this, name, report);
      warn(this, name, report);
      return {
        directory: value.directory,
        source: value.source ?? releaseServer(channel),
        signingKey: value.signingKey,
        signingKeyFingerprint: value.signingKeyFingerprint ?? imageSigningKey.fingerprint,
      };
    });
    const images = args.diskImage ? [diskImageFile] : [];
    const copy = new MirroredRelease(
      `${name}-files`,
      {
        directory: settled.directory,
        source: settled.source,
        signingKey: settled.apply(({ signingKey }) => signingKey),
        signingKeyFingerprint: settled.signingKeyFingerprint,
        channel,
        version: args.version,
        follow: args.onImageChange === OnChange.Replace,
        architectures: [...new Set(architectures)].sort(),
        files: [kernelFile, initrdFile, ...images],
        signed: args.diskImage ? images : undefined,
      },
      { parent: this },
    );
    this.mirrorUrl = pulumi.output(args.baseUrl).apply((url) => url?.replace(/\/+$/, ""));
    // Known in a preview as well when the program names it.
    this.version = args.version === undefined ? copy.release : pulumi.output(args.version);
    this.digests = copy.digests;
    describeMirror(this.mirrorUrl, {
      mirrored: {
        channel,
        exact: args.version,
        version: args.version ?? copy.release,
        architectures,
        diskImage: args.diskImage ?? false,
        signingKey: args.signingKey,
      },
      resource: copy,
    });
    this.registerOutputs({
      mirrorUrl: this.mirrorUrl,
      version: this.version,
      digests: this.digests,
    });
  }
}

/** The provider as the state keeps it: see `file-set.ts`. */
const provider = [
  'exports.handler = () => require("pulumi-flatcar/baremetal/assets-provider").assetsProvider;',
  "",
].join("\n");

/** The copied files, one resource: a release is there as a whole or not at all. */
class MirroredRelease extends pulumi.CustomResource {
  declare readonly release: pulumi.Output<string>;
  declare readonly digests: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: Record<string, unknown>, opts: pulumi.CustomResourceOptions) {
    // Outputs are found by the names of inputs.
    const outputs = { release: undefined, digests: undefined };
    super(
      "pulumi-nodejs:dynamic/flatcar:BootAssets",
      name,
      { __provider: provider, ...args, ...outputs },
      opts,
    );
  }
}
