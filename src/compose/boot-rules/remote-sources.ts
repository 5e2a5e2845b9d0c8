import { at } from "../../report/index.js";
import { resourcesOf } from "./resources.js";
import type { BootRule } from "./rule.js";

/** Where other machines can put something else in between; `oem` is a local partition. */
const remote = /^(?:https?|tftp|s3|arn|gs):/i;

/** Warns with SOURCE_WITHOUT_HASH of what is fetched at boot and not compared with a hash. */
export const checkRemoteSources: BootRule = (config, report) => {
  for (const { resource, path } of resourcesOf(config)) {
    if (!resource.source || !remote.test(resource.source) || resource.verification?.hash) continue;
    report.warning(
      "SOURCE_WITHOUT_HASH",
      at(path, "source"),
      "the machine takes whatever this URL serves at first boot, because no hash is given",
      "give the hash: sha512- and what sha512sum prints for the uncompressed bytes",
      { missing: true },
    );
  }
};
