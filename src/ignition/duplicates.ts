import { type Checker, quoted } from "./checker.js";
import { getOrAdd } from "./maps.js";
import type { Bag, Member, ObjectSchema } from "./schema.js";

/** Raises DUPLICATE_ENTRY for the items of an object's lists that an earlier item is equal to. */
export function checkDuplicates(value: Bag, schema: ObjectSchema, check: Checker): void {
  let spaces: Map<string, Map<string, string>> | undefined;
  for (const member of schema.members) {
    const list = value[member.name];
    if (!Array.isArray(list) || member.repeats || !check.atLeast(member.since)) continue;
    spaces ??= new Map();
    const seen = getOrAdd(spaces, member.space, () => new Map<string, string>());
    for (let index = 0; index < list.length && !check.full; index++) {
      const item: unknown = list[index];
      const key = duplicateKey(item, member, check);
      if (key === undefined) continue;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, `${member.name}[${index}]`);
      else report(member, index, key, earlier, check);
    }
  }
}

/** What an item of a list is recognized by; undefined when that is not known. */
export function keyOf(item: unknown, member: Member): string | undefined {
  if (!member.object) return typeof item === "string" ? item : undefined;
  return item ? member.object.key?.(item as Bag) : undefined;
}

/** Of a partition whose number is not known yet, the label alone decides nothing. */
function duplicateKey(item: unknown, member: Member, check: Checker): string | undefined {
  if (check.complete) return keyOf(item, member) ?? "";
  const unnumbered =
    member.name === "partitions" && (item as Bag | undefined)?.number === undefined;
  return unnumbered ? undefined : keyOf(item, member);
}

function report(member: Member, index: number, key: string, earlier: string, check: Checker): void {
  check.error(
    "DUPLICATE_ENTRY",
    [member.name, index],
    member.secret ? `the entry repeats ${earlier}` : `${quoted(key)} repeats ${earlier}`,
    "remove one of the two, or make them one",
  );
}
