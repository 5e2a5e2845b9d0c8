import type { Path } from "../report/index.js";
import { type Findings, show } from "./findings.js";
import type { Field } from "./shape.js";

/** Reads the text of a cell; an empty one is as if it were not there. */
export function readCell(text: string, field: Field, path: Path, findings: Findings): unknown {
  const trimmed = text.trim();
  return trimmed === "" || field.kind === "object"
    ? undefined
    : readers[field.kind](trimmed, path, findings);
}

type Reader = (text: string, path: Path, findings: Findings) => unknown;

const readers: Readonly<Record<Exclude<Field["kind"], "object">, Reader>> = Object.freeze({
  text: (text) => text,
  list: (text) => words(text),
  number(text, path, findings) {
    if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
    const hint = "write the number alone, as in 16384; the name of the column says the unit";
    return findings.misread(path, `${show(text)} is not a number`, hint);
  },
  flag(text, path, findings) {
    const value = flags.get(text.toLowerCase());
    if (value !== undefined) return value;
    return findings.misread(path, `${show(text)} is neither yes nor no`, "write yes or no");
  },
  objects: (text, path, findings) =>
    text.split(/\s+/).map((word, index) => readVlan(word, [...path, index], findings)),
});

const flags: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

function words(text: string): string[] {
  return text.split(/[\s,;|]+/).filter((word) => word !== "");
}

/** `20`, or `20=10.0.20.11/24,2001:db8:20::11/64`: the lists of objects in a machine are VLANs. */
function readVlan(text: string, path: Path, findings: Findings): unknown {
  const [, id, addresses] = /^(\d+)(?:=(\S+))?$/.exec(text) ?? [];
  if (id === undefined) {
    const hint =
      "write the number, or number and address as in 20=10.0.20.11/24, and spaces between VLANs";
    return findings.misread(path, `${show(text)} is not a VLAN`, hint);
  }
  return { id: Number(id), ...(addresses && { addresses: words(addresses) }) };
}
