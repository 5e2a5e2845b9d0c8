import {
  atLeast,
  type Member,
  type ObjectName,
  type ObjectSchema,
  schema,
} from "../ignition/index.js";
import { type ButaneVersion, specOf } from "./config.js";

/** What a place in a Butane document takes. `bytes` is a text that may be `!!binary`. */
export type Shape = ScalarShape | ListShape | ObjectShape;

export interface ScalarShape {
  readonly kind: "string" | "bytes" | "int" | "bool";
}
export interface ListShape {
  readonly kind: "list";
  readonly item: Shape;
}
export interface ObjectShape {
  readonly kind: "object";
  /** By the names that users write. */
  readonly members: ReadonlyMap<string, ButaneMember>;
  /** The members whose absence means an empty text or 0. */
  readonly zeros: Readonly<Record<string, "" | 0>>;
}

interface ButaneMember {
  /** Ignition's name, which the decoded document uses. */
  readonly name: string;
  readonly shape: Shape;
  readonly since: ButaneVersion;
  /** What absence means; a document is complete, so nothing in it is still to come. */
  readonly zero?: "" | 0;
}

/** `sizeMiB` as `size_mib`: the spelling of Butane. */
export function snakeCase(name: string): string {
  return name.replace(/MiB|[A-Z]/g, (letters) => `_${letters.toLowerCase()}`);
}

type Extra = readonly [name: string, shape: Shape, since?: ButaneVersion];

const text: Shape = { kind: "string" };
const texts: Shape = { kind: "list", item: text };
const bytes: Shape = { kind: "bytes" };
const resource: Extra[] = [
  ["inline", bytes],
  ["local", text],
];
const contentsLocal: Extra = ["contentsLocal", text, "1.1.0"];
const tree = objectShape([
  ["local", text],
  ["path", text],
]);

/** What Butane adds to the objects of Ignition. */
const additions: { readonly [name in ObjectName]?: readonly Extra[] } = {
  document: [
    ["variant", text],
    ["version", text],
  ],
  reference: resource,
  resource,
  filesystem: [["withMountUnit", { kind: "bool" }]],
  storage: [["trees", { kind: "list", item: tree }]],
  user: [["sshAuthorizedKeysLocal", texts, "1.1.0"]],
  unit: [contentsLocal],
  dropin: [contentsLocal],
};

function objectShape(extras: readonly Extra[], own: readonly ButaneMember[] = []): ObjectShape {
  const members = new Map(own.map((member) => [snakeCase(member.name), member]));
  for (const [name, shape, since = "1.0.0"] of extras) {
    members.set(snakeCase(name), { name, shape, since });
  }
  const zeros = own.flatMap(({ name, zero }) => (zero === undefined ? [] : [[name, zero]]));
  return { kind: "object", members, zeros: Object.fromEntries(zeros) };
}

function fromIgnition(object: ObjectSchema): ObjectShape {
  const own = object.members
    // The spec version follows from the version of the document.
    .filter(({ name }) => object.name !== "ignition" || name !== "version")
    .flatMap((member) => {
      const since = firstVersion(member);
      const zero = zeroOf(member);
      return since ? [{ name: member.name, shape: shapeOf(member), since, zero }] : [];
    });
  return objectShape(additions[object.name] ?? [], own);
}

function firstVersion({ since }: Member): ButaneVersion | undefined {
  const versions: ButaneVersion[] = ["1.0.0", "1.1.0"];
  return versions.find((version) => atLeast(specOf[version], since));
}

function zeroOf({ plain, kind }: Member): "" | 0 | undefined {
  if (!plain) return undefined;
  return kind === "int" ? 0 : "";
}

function shapeOf({ kind, object, item = "string" }: Member): Shape {
  switch (kind) {
    case "scalars":
      return { kind: "list", item: { kind: item } };
    case "objects":
    case "object": {
      const shape = object ? fromIgnition(object) : objectShape([]);
      return kind === "object" ? shape : { kind: "list", item: shape };
    }
    default:
      return { kind };
  }
}

/** The Butane document, from Ignition's own table and Butane's additions to it. */
export const butaneSchema: ObjectShape = fromIgnition(schema);
