import { readJson } from "../ignition/index.js";
import { at, type Path } from "../report/index.js";
import { Findings } from "./findings.js";
import { type Inventory, unreadable } from "./inventory.js";
import type { InventoryMachine } from "./machine.js";
import { type Field, machineShape, type Shape } from "./shape.js";
import type { Text } from "./text.js";

/** Reads a JSON list of machines, whose members have the names of the component's args. */
export function readJsonInventory(text: Text): Inventory {
  const findings = new Findings();
  const { report, unread } = findings;
  const reading = readJson(text.bytes);
  if ("problem" in reading) {
    report.error(
      "INVENTORY_SYNTAX",
      [],
      `the file is not JSON: ${reading.problem}`,
      "correct it there; JSON has no comments and no comma behind the last item",
      { position: text.named(reading.position) },
    );
    return unreadable(report);
  }
  const { value, positionOf } = reading;
  if (!Array.isArray(value)) {
    report.error(
      "INVENTORY_SYNTAX",
      [],
      "the file does not hold a list",
      "write the machines as a list of objects: [{ … }, { … }]",
      { position: text.named(positionOf([])) },
    );
    return unreadable(report);
  }
  const machines = value.map((item, index) => readObject(item, machineShape, [index], findings));
  return {
    machines: machines as InventoryMachine[],
    complete: true,
    unread,
    report,
    positionOf: (path) => text.named(positionOf(path)),
  };
}

function readObject(value: unknown, shape: Shape, path: Path, findings: Findings): object {
  const found: Record<string, unknown> = {};
  if (!isObject(value)) {
    findings.misread(path, `an object belongs here, and this is ${typeOf(value)}`, "write { … }");
    return found;
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(shape, name)) findings.unknown(at(path, name), name, Object.keys(shape));
  }
  for (const [name, field] of Object.entries(shape)) {
    const member = Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined;
    const place = at(path, name);
    if (member !== undefined) found[name] = readMember(member, field, place, findings);
    else if ("required" in field) findings.missing(place);
  }
  return found;
}

function readMember(value: unknown, field: Field, path: Path, findings: Findings): unknown {
  if (field.kind === "object") return readObject(value, field.shape, path, findings);
  if (field.kind === "list" || field.kind === "objects") {
    if (!Array.isArray(value)) return misfit("a list", "write [ … ], also around one item");
    return value.map((item, index) =>
      field.kind === "objects"
        ? readObject(item, field.shape, at(path, index), findings)
        : readMember(item, { kind: "text" }, at(path, index), findings),
    );
  }
  const wanted = kinds[field.kind];
  return typeof value === wanted.type ? value : misfit(wanted.noun, wanted.hint);

  function misfit(noun: string, hint: string): undefined {
    return findings.misread(path, `${noun} belongs here, and this is ${typeOf(value)}`, hint);
  }
}

const kinds = Object.freeze({
  text: { type: "string", noun: "a text", hint: "put it in double quotes" },
  number: { type: "number", noun: "a number", hint: "write the number alone, without quotes" },
  flag: { type: "boolean", noun: "true or false", hint: "write true or false, without quotes" },
});

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  const name = typeof value;
  return (
    { string: "a text", number: "a number", boolean: "true or false" }[name as string] ??
    "an object"
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
