import { didYouMean } from "../report/index.js";
import { type Checker, missingIf, quoted } from "./checker.js";
import type { Dropin, IgnitionDocument, Node, Systemd, Unit } from "./spec.js";
import { lexUnit } from "./unit-lexer.js";

/** Kinds of units Ignition writes; `.network` and `.netdev` belong into files. */
const suffixes = [
  ".service",
  ".socket",
  ".device",
  ".mount",
  ".automount",
  ".swap",
  ".target",
  ".path",
  ".timer",
  ".snapshot",
  ".slice",
  ".scope",
];

/** One unit by itself: the suffix of its name, its text, and what enabling it would do. */
export function checkUnit(unit: Unit, check: Checker): void {
  if (!suffixes.includes(extension(unit.name ?? ""))) {
    check.error(
      "UNIT_NAME_SUFFIX",
      ["name"],
      unit.name
        ? `${quoted(unit.name)} does not end in the name of a kind of unit`
        : "a unit needs a name",
      suffixHint(unit.name ?? ""),
      missingIf(unit.name),
    );
  }
  if (!unit.contents) return;
  const { options, problem } = lexUnit(unit.contents);
  if (problem !== undefined) {
    check.error("UNIT_SYNTAX", ["contents"], `the unit cannot be read: ${problem}`, syntaxHint);
  } else if (
    unit.enabled === true &&
    !options.some((option) => option.section === "Install") &&
    (options.length > 0 || check.engine.warnsAboutEmptyUnits)
  ) {
    check.warning(
      "UNIT_NO_INSTALL_SECTION",
      ["contents"],
      `enabling ${quoted(unit.name ?? "")} does nothing, because it has no option in [Install]`,
      "add [Install] with WantedBy=multi-user.target, or remove enabled",
    );
  }
}

const syntaxHint =
  "write sections as [Name] on a line of their own and below them options as Name=value";

function suffixHint(name: string): string {
  const suffix = extension(name);
  if (suffix === ".network" || suffix === ".netdev") {
    return `write it as a file at /etc/systemd/network/${name}`;
  }
  const near = didYouMean(suffix, suffixes);
  const stem = name.slice(0, name.length - suffix.length);
  return near
    ? `did you mean ${quoted(stem + near)}?`
    : `end the name in one of ${suffixes.join(", ")}`;
}

/** A dropin by itself. */
export function checkDropin(dropin: Dropin, check: Checker): void {
  const problem = dropin.contents ? lexUnit(dropin.contents).problem : undefined;
  if (problem !== undefined) {
    check.error("UNIT_SYNTAX", ["contents"], `the drop-in cannot be read: ${problem}`, syntaxHint);
  }
  if (extension(dropin.name ?? "") === ".conf") return;
  check.error(
    "DROPIN_NAME_SUFFIX",
    ["name"],
    dropin.name
      ? `${quoted(dropin.name)} does not end in .conf, as the name of a drop-in must`
      : "a drop-in needs a name",
    `name it ${quoted(dropin.name ? `${dropin.name}.conf` : "10-local.conf")}`,
    missingIf(dropin.name),
  );
}

/** From the last dot after the last slash, as Go's `path.Ext`. */
function extension(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > name.lastIndexOf("/") ? name.slice(dot) : "";
}

/** Enabled instances of a template in this config that has nothing in [Install]. */
export function checkSystemd({ units }: Systemd, check: Checker): void {
  if (!units || !check.engine.knowsConflictRules) return;
  const byName = new Map(units.map((unit) => [unit?.name, unit]));
  const installs = new Map<string, boolean>();
  units.forEach((unit, index) => {
    if (unit?.enabled !== true || unit.name === undefined) return;
    const template = templateOf(unit.name);
    const contents = template && byName.get(template)?.contents;
    if (!template || !contents) return;
    let installable = installs.get(template);
    if (installable === undefined) {
      const { options, problem } = lexUnit(contents);
      installable = problem !== undefined || options.some((option) => option.section === "Install");
      installs.set(template, installable);
    }
    if (installable) return;
    check.warning(
      "TEMPLATE_NO_INSTALL_SECTION",
      ["units", index, "contents"],
      `enabling ${quoted(unit.name)} does nothing, because its template ${quoted(template)} has no option in [Install]`,
      "add [Install] with WantedBy=multi-user.target to the template, or remove enabled",
    );
  });
}

/** `X@.service` for the instance `X@Y.service`. */
function templateOf(name: string): string | undefined {
  const at = name.indexOf("@", 1);
  const instance = at < 0 ? "" : name.slice(at + 1, -".service".length);
  if (!name.endsWith(".service") || instance === "" || name.includes("\n")) return undefined;
  return `${name.slice(0, at)}@.service`;
}

const unitDirectory = "/etc/systemd/system/";

/** Raises PATH_TAKEN_BY_UNIT for files, directories and links where a unit or dropin is written. */
export function checkUnitPaths({ systemd, storage }: IgnitionDocument, check: Checker): void {
  if (!systemd?.units?.length || !storage || !check.engine.knowsConflictRules) return;
  const taken = new Set<string>();
  for (const unit of systemd.units) {
    if (unit?.name === undefined) continue;
    if (unit.contents) taken.add(unitDirectory + unit.name);
    for (const dropin of unit.dropins ?? []) {
      if (dropin?.contents && dropin.name !== undefined) {
        taken.add(`${unitDirectory}${unit.name}.d/${dropin.name}`);
      }
    }
  }
  for (const list of ["files", "directories", "links"] as const) {
    const nodes: readonly Node[] = storage[list] ?? [];
    nodes.forEach((node, index) => {
      if (node?.path === undefined || !taken.has(node.path)) return;
      check.error(
        "PATH_TAKEN_BY_UNIT",
        ["storage", list, index, "path"],
        `${quoted(node.path)} is also written by a unit or drop-in of this config`,
        "keep either the unit or what is at its path",
      );
    });
  }
}
