import type { PathKey } from "../report/index.js";
import { type Checker, maxIssues, quoted } from "./checker.js";
import type { JsonPlaces } from "./json-places.js";
import type { Bag, Member, ObjectSchema } from "./schema.js";
import { tooNewHint, tooNewMessage, unknownHint, unknownMessage } from "./shape.js";

/**
 * Warns about what Ignition reads past in a text: KEY_UNKNOWN and KEY_TOO_NEW for keys that are no
 * member of their object, KEY_CASE for those that differ in case only, OBJECT_NULL for null where an
 * object belongs.
 */
export function checkKeys(
  document: Bag,
  schema: ObjectSchema,
  places: JsonPlaces,
  check: Checker,
): void {
  new KeyWalk(places, check).object(document, 0, schema);
}

class KeyWalk {
  private readonly path: PathKey[] = [];
  private readonly places: JsonPlaces;
  private readonly check: Checker;

  constructor(places: JsonPlaces, check: Checker) {
    this.places = places;
    this.check = check;
  }

  object(value: Bag | undefined, token: number, schema: ObjectSchema): void {
    const members = this.places.membersOf(token);
    if (!members) {
      this.nothing(token);
      return;
    }
    for (const [key, child] of members) {
      if (this.check.report.issues.length >= maxIssues) return;
      const member = schema.byName.get(key);
      if (!member || !this.check.atLeast(member.since)) this.unused(key, child, schema);
      else if (member.kind === "object") this.member(value?.[key], child, member);
      else if (member.kind === "objects") this.items(value?.[key], child, member);
    }
  }

  private member(value: unknown, token: number, { name, object }: Member): void {
    this.path.push(name);
    if (object) this.object(value as Bag | undefined, token, object);
    this.path.pop();
  }

  /** A list given twice may have ended shorter than it stands in the text. */
  private items(value: unknown, token: number, { name, object }: Member): void {
    if (!Array.isArray(value) || !object) return;
    const items = this.places.itemsOf(token) ?? [];
    for (let index = 0; index < Math.min(items.length, value.length); index++) {
      this.path.push(name, index);
      this.object(value[index] as Bag, items[index] ?? 0, object);
      this.path.length -= 2;
    }
  }

  private nothing(token: number): void {
    this.check.warning(
      "OBJECT_NULL",
      [...this.path],
      "null stands where an object belongs",
      "remove it, or write an object",
      { position: this.places.valuePosition(token) },
    );
  }

  private unused(key: string, token: number, schema: ObjectSchema): void {
    const path = [...this.path, key];
    const extras = { position: this.places.keyPosition(token) };
    const newer = schema.byName.get(key);
    const similar = schema.byFold.get(key.toLowerCase());
    if (newer) {
      this.check.warning(
        "KEY_TOO_NEW",
        path,
        tooNewMessage(newer, this.check),
        tooNewHint(newer),
        extras,
      );
    } else if (similar && this.check.atLeast(similar.since)) {
      this.check.warning(
        "KEY_CASE",
        path,
        `Ignition reads ${quoted(key)} as ${similar.name}, and warns about it`,
        `write ${similar.name}`,
        extras,
      );
    } else {
      this.check.warning(
        "KEY_UNKNOWN",
        path,
        unknownMessage(key),
        unknownHint(key, schema, this.check),
        extras,
      );
    }
  }
}
