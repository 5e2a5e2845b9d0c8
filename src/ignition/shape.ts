import { didYouMean } from "../report/index.js";
import { type Checker, quoted } from "./checker.js";
import { typeName } from "./decode.js";
import type { Bag, Member, ObjectSchema, ScalarKind } from "./schema.js";
import { flatcarSince } from "./versions.js";

/**
 * Compares a value with the schema: VALUE_TYPE for what has another type, KEY_UNKNOWN and
 * KEY_TOO_NEW for members the spec does not have. Gives the value itself back, or a copy without
 * what was wrong, so that rules meet well-typed documents only. null counts as left out.
 */
export function checkShape(value: unknown, schema: ObjectSchema, check: Checker): Bag | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    if (value !== undefined && value !== null) misfit(value, "object", check);
    return undefined;
  }
  const bag = value as Bag;
  let copy: Bag | undefined;
  for (const name of Object.keys(bag)) {
    const old = bag[name];
    if (old === undefined) continue;
    const member = schema.byName.get(name);
    const fit = member ? checkMember(old, member, check) : unknown(name, schema, check);
    if (fit === old) continue;
    copy ??= { ...bag };
    if (fit === undefined) delete copy[name];
    else copy[name] = fit;
  }
  return copy ?? bag;
}

function checkMember(value: unknown, member: Member, check: Checker): unknown {
  if (value === null) return undefined;
  if (!check.atLeast(member.since)) return tooNew(member, check);
  check.place.push(member.name);
  const fit = checkValue(value, member, check);
  check.place.pop();
  return fit;
}

function checkValue(value: unknown, member: Member, check: Checker): unknown {
  if (member.kind === "object" && member.object) return checkShape(value, member.object, check);
  if (member.kind === "objects" || member.kind === "scalars")
    return checkList(value, member, check);
  return checkScalar(value, member.kind as ScalarKind, check);
}

function checkList(value: unknown, member: Member, check: Checker): unknown {
  if (!Array.isArray(value)) return misfit(value, member.kind, check);
  const list: readonly unknown[] = value;
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const old = list[index];
    if (old === undefined) continue;
    check.place.push(index);
    const fit = member.object
      ? checkShape(old, member.object, check)
      : checkScalar(old, member.item ?? "string", check);
    check.place.pop();
    if (fit === old) continue;
    copy ??= [...list];
    copy[index] = fit;
  }
  return copy ?? list;
}

function checkScalar(value: unknown, kind: ScalarKind, check: Checker): unknown {
  if (value === null) return undefined;
  if (kind === "string" && typeof value === "string") return value;
  if (kind === "bool" && typeof value === "boolean") return value;
  if (kind === "int" && Number.isSafeInteger(value)) return value;
  return misfit(value, kind, check);
}

function misfit(value: unknown, kind: Member["kind"], check: Checker): undefined {
  check.error(
    "VALUE_TYPE",
    [],
    `${typeName(kind)} belongs here, not ${found(value)}`,
    `pass ${typeName(kind)}`,
  );
  return undefined;
}

function found(value: unknown): string {
  if (typeof value === "number")
    return Number.isInteger(value) ? "a number beyond 2^53" : "a fraction";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function unknown(name: string, schema: ObjectSchema, check: Checker): undefined {
  check.error("KEY_UNKNOWN", [name], unknownMessage(name), unknownHint(name, schema, check));
  return undefined;
}

function tooNew(member: Member, check: Checker): undefined {
  check.error("KEY_TOO_NEW", [member.name], tooNewMessage(member, check), tooNewHint(member));
  return undefined;
}

/** Text of KEY_UNKNOWN. */
export function unknownMessage(name: string): string {
  return `Ignition knows no member ${quoted(name)} here and would drop it`;
}

/** What to write instead of an unknown member. */
export function unknownHint(name: string, schema: ObjectSchema, check: Checker): string {
  const known = schema.members.filter((each) => check.atLeast(each.since)).map((each) => each.name);
  const near = didYouMean(name, known);
  return near ? `did you mean ${near}?` : `use one of ${known.join(", ")}, or remove it`;
}

/** Text of KEY_TOO_NEW. */
export function tooNewMessage(member: Member, check: Checker): string {
  return `${member.name} needs spec ${member.since}, and this config is of spec ${check.spec}`;
}

/** What to do about a member that is too new. */
export function tooNewHint(member: Member): string {
  const since = flatcarSince[member.since];
  return `use spec ${member.since} or newer, which Flatcar reads from ${since} on, or remove ${member.name}`;
}
