import { checkRelease } from "../flatcar/index.js";
import { checkHardware } from "../hardware/index.js";
import { Report } from "../report/index.js";
import type { OpenStackImageArgs } from "./args.js";

/** What an image can have wrong by what is known of its args at once. */
export function checkImage({
  channel,
  version,
  architecture,
  sha512,
}: Pick<OpenStackImageArgs, "channel" | "version" | "architecture" | "sha512">): Report {
  const { report } = checkRelease({ channel, version }, []);
  if (architecture !== undefined) {
    report.add(checkHardware({ architecture }, [], { ignore: ["vcpus", "memoryMib", "diskGb"] }));
  }
  return typeof sha512 === "string" ? report.add(checkDigest(sha512)) : report;
}

function checkDigest(sha512: string): Report {
  const report = new Report();
  if (!/^[0-9a-f]{128}$/i.test(sha512)) {
    report.error(
      "OPENSTACK_IMAGE_HASH",
      ["sha512"],
      `sha512 is a text of ${sha512.length} characters, and not 128 hexadecimal digits`,
      "copy the one below SHA512 HASH in the .DIGESTS file beside the image on the release server",
    );
  }
  return report;
}

/** OPENSTACK_IMAGE_HASH: whether what Glance holds is what was meant, where that is said. */
export function checkImageHash(held: string, expected: string | undefined): Report {
  if (expected === undefined) return new Report();
  const report = checkDigest(expected);
  if (report.hasErrors) return report;
  if (held === "") {
    report.error(
      "OPENSTACK_IMAGE_HASH",
      ["sha512"],
      "this Glance tells no SHA-512 of its images, so nothing can be compared with it",
      "leave sha512 out, and compare the file before it is imported",
    );
  } else if (held.toLowerCase() !== expected.toLowerCase()) {
    report.error(
      "OPENSTACK_IMAGE_HASH",
      ["sha512"],
      `Glance holds an image whose SHA-512 begins with ${held.slice(0, 8)}, and sha512 with ${expected.slice(0, 8)}`,
      "compare version and sha512; if both are right, remove the download from ~/.terraform/image_cache and replace the image",
    );
  }
  return report;
}
