import type { Report } from "../../report/index.js";
import type { BootRule } from "./rule.js";
import { checkCommands } from "./unit-commands.js";
import { checkInstall } from "./unit-install.js";
import { checkMountName } from "./unit-mount-names.js";
import { checkNeeds } from "./unit-needs.js";
import { checkService } from "./unit-service.js";
import { checkSyntax } from "./unit-syntax.js";
import { unitsOf, type WrittenUnit } from "./units.js";

const rules: readonly ((unit: WrittenUnit, report: Report) => void)[] = [
  checkSyntax,
  checkNeeds,
  checkService,
  checkCommands,
  checkMountName,
  checkInstall,
];

/** What systemd refuses or passes over in the units of a config. */
export const checkUnits: BootRule = (config, report) => {
  for (const unit of unitsOf(config)) for (const rule of rules) rule(unit, report);
};
