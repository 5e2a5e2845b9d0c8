import { type Checker, missing, quoted } from "./checker.js";
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
    for (let index = 0; index < list.length; index++) {
      const item: unknown = list[index];
      const key = keyOf(item, member) ?? (check.complete ? "" : undefined);
      if (key === undefined) continue;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, `${member.name}[${index}]`);
      else report(member, index, key, earlier, item, check);
    }
  }
}

/** What an item of a list is recognized by; undefined when that is not known. */
export function keyOf(item: unknown, member: Member): string | undefined {
  if (!member.object) return typeof item === "string" ? item : undefined;
  return item ? member.object.key?.(item as Bag) : undefined;
}

function report(
  member: Member,
  index: number,
  key: string,
  earlier: string,
  item: unknown,
  check: Checker,
): void {
  const numberUnknown = member.name === "partitions" && (item as Bag).number === undefined;
  check.error(
    "DUPLICATE_ENTRY",
    [member.name, index],
    member.secret ? `the entry repeats ${earlier}` : `${quoted(key)} repeats ${earlier}`,
    "remove one of the two, or make them one",
    numberUnknown ? missing : undefined,
  );
}
