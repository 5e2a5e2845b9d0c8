import { Image } from "@pulumi/openstack/images";
import * as pulumi from "@pulumi/pulumi";
import { type Release, releaseOf, releaseServer, releaseUrl } from "../flatcar/index.js";
import { Architecture } from "../hardware/index.js";
import { raise } from "../machine/index.js";
import type { OpenStackImageArgs } from "./args.js";
import { checkImage, checkImageHash } from "./check-glance-image.js";

/** Flatcar in a Glance, from the release server or a copy of it. */
export class OpenStackImage extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:OpenStackImage";

  /** Id of the image, once what Glance holds was compared with sha512, where that is given. */
  readonly imageId: pulumi.Output<string>;

  /** Its name in Glance. */
  readonly imageName: pulumi.Output<string>;

  /** Where its file came from. */
  readonly sourceUrl: pulumi.Output<string>;

  /** SHA-512 of what Glance holds, hexadecimal, or an empty text where Glance takes another digest. */
  readonly sha512: pulumi.Output<string>;

  constructor(name: string, args: OpenStackImageArgs, opts?: pulumi.ComponentResourceOptions) {
    const { channel, version, architecture = Architecture.X64, mirrorUrl } = args;
    super(OpenStackImage.__pulumiType, name, { channel, version, architecture }, opts);
    raise(this, name, checkImage(args));
    const release = releaseOf(args);
    const flatcar = inWordsOf(release, architecture);

    const image = new Image(
      `${name}-image`,
      {
        name: args.imageName ?? flatcar.name,
        imageSourceUrl: pulumi
          .output(mirrorUrl ?? releaseServer(release.channel))
          .apply((mirror) => `${releaseUrl(release, architecture, mirror)}/${file}`),
        containerFormat: "bare",
        diskFormat: "qcow2",
        // The provider refuses to hear of both: Glance then downloads what nobody else has seen.
        ...(args.webDownload ? { webDownload: true } : { verifyChecksum: true }),
        minDiskGb: args.minDiskGb ?? flatcar.diskGb,
        minRamMb: args.minRamMb ?? 0,
        visibility: args.visibility ?? "private",
        protected: args.protected ?? false,
        properties: pulumi
          .output(args.properties)
          .apply((own) => ({ ...flatcar.properties, ...own })),
      },
      { parent: this },
    );

    const digest = image.properties.apply((properties = {}) =>
      properties.os_hash_algo === "sha512" ? String(properties.os_hash_value) : "",
    );
    this.imageId = pulumi.all([image.id, digest, args.sha512]).apply(([id, held, expected]) => {
      raise(this, name, checkImageHash(held, expected));
      return id;
    });
    this.imageName = image.name;
    this.sourceUrl = image.imageSourceUrl.apply((url) => url ?? "");
    this.sha512 = digest;
    this.registerOutputs({
      imageId: this.imageId,
      imageName: this.imageName,
      sourceUrl: this.sourceUrl,
      sha512: this.sha512,
    });
  }
}

/** Glance unpacks nothing, so it gets the one of the three files that is not packed. */
const file = "flatcar_production_openstack_image.img";

/** What an architecture is called in names of Flatcar's and in Glance, and what it needs there. */
const spellings = Object.freeze({
  [Architecture.X64]: { inName: "amd64", properties: { hw_architecture: "x86_64" } },
  [Architecture.Arm64]: {
    inName: "arm64",
    properties: { hw_architecture: "aarch64", hw_firmware_type: "uefi" },
  },
});

/** What is said of an image that says nothing itself. */
function inWordsOf({ channel, version }: Release, architecture: Architecture) {
  const { inName, properties } = spellings[architecture];
  return {
    name: `flatcar-${channel}-${version ?? "current"}-${inName}`,
    // The root disk unpacked: 12.24 GiB since 4593, 8.49 GiB up to 4459.
    diskGb: version !== undefined && Number(version.split(".")[0]) <= 4459 ? 9 : 13,
    properties: {
      ...properties,
      hw_qemu_guest_agent: "yes",
      flatcar_channel: channel,
      ...(version !== undefined && { flatcar_version: version }),
    },
  };
}
