import type { IgnitionDocument } from "../../ignition/index.js";
import { Report } from "../../report/index.js";
import { checkDeviceNames } from "./device-names.js";
import { checkInlineContents } from "./inline-contents.js";
import { checkRemoteSources } from "./remote-sources.js";
import type { BootOptions, BootRule } from "./rule.js";
import { checkFileParents, checkHiddenPaths, checkMountPoints } from "./shared-paths.js";
import { checkExtensionMounts, checkSystemPaths } from "./system-paths.js";
import { checkUnits } from "./unit-rules.js";

const rules: readonly BootRule[] = [
  checkInlineContents,
  checkRemoteSources,
  checkDeviceNames,
  checkMountPoints,
  checkFileParents,
  checkHiddenPaths,
  checkSystemPaths,
  checkExtensionMounts,
  checkUnits,
];

/**
 * What passes Ignition's own rules and then fails, or does nothing, when the machine boots. Errors are
 * what surely fails; the rest are warnings. Takes a merged config of which `checkIgnition` raised no
 * VALUE_TYPE, so that every member has the type it should have; undefined ones are not known yet.
 */
export function checkBoot(config: IgnitionDocument, options: BootOptions = {}): Report {
  const report = new Report();
  for (const rule of rules) rule(config, report, options);
  return report;
}
