import { checkPlacement } from "../inventory/index.js";
import { inspect, knownNow, withhold } from "../machine/index.js";
import { didYouMean, formatPath, type Issue, type Path, Report } from "../report/index.js";
import type { BareMetalInstanceArgs } from "./args.js";
import { bootOf } from "./boot-files.js";
import { claimsOf } from "./check.js";
import type { BareMetalRackArgs, RackMachineArgs } from "./rack-args.js";
import { credentialsOf, type RackMachine, rackMachine } from "./rack-machine.js";
import type { Rows } from "./rack-rows.js";
import { recipeOf } from "./recipe.js";
import { claim, type Directory } from "./registry.js";

/** A machine that is to be made. */
interface PlannedMachine {
  /** Of its resource: rows may come and go, and never rename another machine. */
  readonly name: string;
  readonly row: RackMachineArgs;
  readonly args: BareMetalInstanceArgs;
  /** What is wrong with the args, by their own paths. */
  readonly report: Report;
}

/** The machines of a rack, and everything that is wrong with any of them, once each. */
export interface RackPlan {
  readonly machines: readonly PlannedMachine[];
  readonly report: Report;
}

/**
 * Looks at all machines of a rack before the first of them is made. What their configs share is
 * wrong in all of them, and said once.
 */
export function planRack(
  name: string,
  args: BareMetalRackArgs,
  rows: Rows,
  directory: Directory,
): RackPlan {
  const report = new Report()
    .add(checkPlacement(rows.machines, []), (issue) => inRows(issue, rows))
    .add(checkRoles(args, rows), (issue) => inRows(issue, rows))
    .add(checkCredentials(args, rows), (issue) => inRows(issue, rows))
    .add(checkEndpoints(rows), (issue) => inRows(issue, rows))
    .add(checkMachineFragments(args, rows));
  // They claim in a copy: the machines that are made do so again.
  const draft: Directory = { ...directory, owners: new Map(directory.owners) };
  const machines = rows.machines.map((row, index): PlannedMachine => {
    const machine = rackMachine(args, row);
    const owner = { resource: row, name: `${name}-${row.name}` };
    const boot = bootOf(machine.args, draft);
    const found = inspect(boot.args, recipeOf(machine.args, boot, owner, draft));
    claim(draft, owner, claimsOf(knownNow(machine.args).value, owner.name));
    // A name that is wrong is wrong as a hostname too, where it stands for one.
    const misnamed =
      row.hostname === undefined && found.issues.some(({ path }) => path.length === 0);
    report.add(found, (issue) =>
      misnamed && issue.path[0] === "hostname" ? undefined : inRack(issue, machine, rows, index),
    );
    return { name: owner.name, row, args: machine.args, report: found };
  });
  const unread = rows.unread.map((path) => [rows.source, ...path]);
  const read = new Report().add(rows.report, (issue) => inRows(issue, rows));
  return { machines, report: read.add(withhold(report, unread)) };
}

/** An issue of a row or of the file, where the user finds it. */
function inRows(issue: Issue, { source, positionOf }: Rows): Issue {
  const position = issue.position ?? positionOf(issue.path);
  return { ...issue, path: [source, ...issue.path], position };
}

/** An issue of a machine's args, where the user wrote what is wrong. */
function inRack(issue: Issue, machine: RackMachine, rows: Rows, index: number): Issue {
  const written = (path: Path): Path => {
    const place = machine.writtenAt(path);
    return "row" in place ? [rows.source, index, ...place.row] : place.rack;
  };
  const place = machine.writtenAt(issue.path);
  const { missing = false } = issue;
  return {
    ...issue,
    path: written(issue.path),
    position:
      issue.position ?? ("row" in place ? rows.positionOf([index, ...place.row]) : undefined),
    // In a row, what is known of the hardware has nothing around it.
    hint: issue.hint.replace(/ in hardware$/, ""),
    // Conflicts name the other place in their message.
    message: issue.message.replace(/\$\.fragments\[(\d+)\]/g, (_, part) =>
      formatPath(written(["fragments", Number(part)])),
    ),
    ...(missing && { missing: missing === true ? missing : written(missing) }),
  };
}

/** INVENTORY_REFERENCE: roles of rows that the program has no fragment for. */
function checkRoles({ roleFragments = {} }: BareMetalRackArgs, { machines }: Rows): Report {
  const report = new Report();
  const known = Object.keys(roleFragments);
  for (const [index, { roles = [] }] of machines.entries()) {
    for (const [place, role] of roles.entries()) {
      if (role === undefined || known.includes(role)) continue;
      const hint = suggest(role, known, "add it to roleFragments; a role may be empty");
      const message = `there is no role "${role}" in roleFragments`;
      report.error("INVENTORY_REFERENCE", [index, "roles", place], message, hint);
    }
  }
  return report;
}

/** INVENTORY_REFERENCE: BMCs of rows that the program has nothing to open with. */
function checkCredentials({ bmcCredentials = {} }: BareMetalRackArgs, { machines }: Rows): Report {
  const report = new Report();
  const known = Object.keys(bmcCredentials);
  for (const [index, row] of machines.entries()) {
    const name = credentialsOf(row);
    if (name === undefined || known.includes(name)) continue;
    const member = row.bmc?.credentials === undefined ? "endpoint" : "credentials";
    const hint = suggest(name, known, "add username and password to bmcCredentials by this name");
    const message = `there is nothing named "${name}" in bmcCredentials to open this BMC with`;
    report.error("INVENTORY_REFERENCE", [index, "bmc", member], message, hint);
  }
  return report;
}

/** INVENTORY_BMC_DUPLICATE: two machines that one BMC would switch as the same. */
function checkEndpoints({ machines }: Rows): Report {
  const report = new Report();
  const owners = new Map<string, string>();
  for (const [index, { name, bmc }] of machines.entries()) {
    // One that is promised cannot be compared.
    if (typeof bmc?.endpoint !== "string" || typeof bmc.systemId === "object") continue;
    const key = JSON.stringify([bmc.endpoint.replace(/\/+$/, "").toLowerCase(), bmc.systemId]);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, name);
    else {
      const message = `the BMC is that of machine "${owner}" already`;
      const hint = "correct one of the two; several machines behind one BMC have a systemId each";
      report.error("INVENTORY_BMC_DUPLICATE", [index, "bmc", "endpoint"], message, hint);
    }
  }
  return report;
}

/** INVENTORY_REFERENCE: fragments for a machine that no row has. */
function checkMachineFragments(args: BareMetalRackArgs, { machines, complete }: Rows): Report {
  const report = new Report();
  const names = machines.map(({ name }) => name);
  // One whose name was not read may be any of them.
  if (!complete || machines.some(({ name }) => name === undefined)) return report;
  for (const name of Object.keys(args.machineFragments ?? {})) {
    if (names.includes(name)) continue;
    const hint = suggest(name, names, "remove it, or add the machine to the inventory");
    const message = `there is no machine "${name}" in the inventory`;
    report.error("INVENTORY_REFERENCE", ["machineFragments", name], message, hint);
  }
  return report;
}

function suggest(word: string, known: readonly string[], otherwise: string): string {
  const near = didYouMean(word, known);
  return near === undefined ? otherwise : `did you mean "${near}"?`;
}
