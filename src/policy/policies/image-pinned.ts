import { Report } from "../../report/index.js";
import { definePolicy } from "../policy.js";
import { schemaOf } from "../schema.js";

/** IMAGE_NOT_PINNED. Advisory: following a channel is a choice, and should be one that is seen. */
export const imagePinned = definePolicy({
  name: "flatcar-image-pinned",
  description: "The image of a Flatcar machine is one exact release.",
  level: "advisory",
  severity: "low",
  configSchema: schemaOf(),
  flatcarOnly: true,
  check: ({ image }) => {
    const report = new Report();
    if (image?.moving) {
      report.error(
        "IMAGE_NOT_PINNED",
        image.path,
        `${image.what} may be another one tomorrow: ${image.moving}`,
        "name one exact version, and change it when you mean to",
      );
    }
    return { report, pending: image?.unknown ? [image.path] : [] };
  },
});
