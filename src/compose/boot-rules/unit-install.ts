import type { Report } from "../../report/index.js";
import { settingsOf, valuesOf, type WrittenUnit } from "./units.js";

/** What enabling a unit acts on. */
const effects = ["WantedBy", "RequiredBy", "UpheldBy", "Alias", "Also"];

/**
 * Warns with INSTALL_WITHOUT_EFFECT of an enabled unit whose [Install] says nothing that enabling
 * acts on. A unit without any option in [Install] is Ignition's own UNIT_NO_INSTALL_SECTION.
 */
export function checkInstall(unit: WrittenUnit, report: Report): void {
  if (!unit.enabled || !unit.main || !unit.complete) return;
  if (settingsOf(unit, "Install").length === 0) return;
  if (effects.some((name) => valuesOf(unit, "Install", name).length > 0)) return;
  report.warning(
    "INSTALL_WITHOUT_EFFECT",
    unit.main.path,
    `enabling ${JSON.stringify(unit.name)} does nothing, because its [Install] has none of ${effects.map((name) => `${name}=`).join(", ")}`,
    "set WantedBy=multi-user.target in [Install], or remove enabled",
    { missing: true },
  );
}
