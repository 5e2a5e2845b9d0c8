import type {
  Clevis,
  ClevisCustom,
  ConfigReferences,
  Directory,
  Disk,
  Dropin,
  File,
  Filesystem,
  HttpHeader,
  IgnitionDocument,
  IgnitionSection,
  KernelArguments,
  Link,
  Luks,
  NodeOwner,
  Partition,
  Passwd,
  PasswdGroup,
  PasswdUser,
  Proxy as ProxySettings,
  Raid,
  Resource,
  Security,
  Storage,
  Systemd,
  Tang,
  Timeouts,
  Unit,
  Verification,
} from "./spec.js";
import type { SpecVersion } from "./versions.js";

/** The objects of a document by name, with their types. */
export interface Shapes {
  document: IgnitionDocument;
  ignition: IgnitionSection;
  references: ConfigReferences;
  proxy: ProxySettings;
  security: Security;
  tls: NonNullable<Security["tls"]>;
  timeouts: Timeouts;
  /** A config or certificate authority fetched from a URL. */
  reference: Resource;
  /** Contents of a file, or a key. */
  resource: Resource;
  header: HttpHeader;
  verification: Verification;
  kernelArguments: KernelArguments;
  passwd: Passwd;
  group: PasswdGroup;
  user: PasswdUser;
  storage: Storage;
  owner: NodeOwner;
  directory: Directory;
  file: File;
  link: Link;
  disk: Disk;
  partition: Partition;
  filesystem: Filesystem;
  raid: Raid;
  luks: Luks;
  cex: NonNullable<Luks["cex"]>;
  clevis: Clevis;
  custom: ClevisCustom;
  tang: Tang;
  systemd: Systemd;
  unit: Unit;
  dropin: Dropin;
}

/** Name of an object of the document. */
export type ObjectName = keyof Shapes;

/** An object of the document looked at member by member. */
export type Bag = { [name: string]: unknown };

export type ScalarKind = "string" | "int" | "bool";

/** What the spec says about one member of an object. */
export interface Member {
  readonly name: string;
  /** `objects` and `scalars` are lists. */
  readonly kind: ScalarKind | "object" | "objects" | "scalars";
  /** What is inside, for an object or a list of objects. */
  readonly object?: ObjectSchema;
  /** What is inside, for a list of scalars. */
  readonly item?: ScalarKind;
  /** A plain value in Ignition's own types: absent means zero, and in a merge the child's always wins. */
  readonly plain?: true;
  /** Rendered even when it is zero. */
  readonly written?: true;
  /** The first spec that has the member. */
  readonly since: SpecVersion;
  /** A list whose items may repeat; a merge appends instead of matching. */
  readonly repeats?: true;
  /** Lists of one object with the same space share their keys. */
  readonly space: string;
  /** Items or keys are not to be shown in messages. */
  readonly secret?: true;
}

/** One kind of object: members in the order of Ignition's types, which is also the order of output. */
export interface ObjectSchema {
  readonly name: ObjectName;
  readonly members: readonly Member[];
  readonly byName: ReadonlyMap<string, Member>;
  /** By name in lower case. */
  readonly byFold: ReadonlyMap<string, Member>;
  /**
   * The key of an object that stands in a list; undefined when it has none yet. Two items of one
   * key space with one key are duplicates, and a merge makes them one.
   */
  readonly key?: (item: Bag) => string | undefined;
}

/** Views an object of the document member by member. */
export function asBag(value: object): Bag {
  return value as Bag;
}

type Options = Partial<
  Pick<Member, "plain" | "written" | "since" | "repeats" | "space" | "secret">
>;

function member(name: string, kind: Member["kind"], rest: Options & Partial<Member> = {}): Member {
  return { name, kind, since: "3.0.0", space: name, ...rest };
}
const text = (name: string, rest?: Options) => member(name, "string", rest);
const int = (name: string, rest?: Options) => member(name, "int", rest);
const bool = (name: string, rest?: Options) => member(name, "bool", rest);
const texts = (name: string, rest?: Options) =>
  member(name, "scalars", { item: "string", ...rest });
const one = (name: string, object: ObjectSchema, rest?: Options) =>
  member(name, "object", { object, ...rest });
const many = (name: string, object: ObjectSchema, rest?: Options) =>
  member(name, "objects", { object, ...rest });

function object(
  name: ObjectName,
  members: readonly Member[],
  key?: string | ((item: Bag) => string | undefined),
): ObjectSchema {
  return {
    name,
    members,
    byName: new Map(members.map((each) => [each.name, each])),
    byFold: new Map(members.map((each) => [each.name.toLowerCase(), each])),
    key: typeof key === "string" ? textKey(key) : key,
  };
}

function textKey(name: string): (item: Bag) => string | undefined {
  return (item) => {
    const value = item[name];
    return typeof value === "string" ? value : undefined;
  };
}

function partitionKey(item: Bag): string | undefined {
  if (typeof item.number === "number" && item.number !== 0) return `number:${item.number}`;
  if (typeof item.label === "string") return `label:${item.label}`;
  return item.number === undefined ? undefined : "";
}

const written = { plain: true, written: true } as const;
const named = text("name", written);

const header = object("header", [named, text("value")], "name");
const verification = object("verification", [text("hash")]);
const resourceMembers = [
  many("httpHeaders", header, { since: "3.1.0" }),
  text("source"),
  one("verification", verification),
];
const resource = object("resource", [text("compression"), ...resourceMembers]);
const reference = object(
  "reference",
  [text("compression", { since: "3.1.0" }), ...resourceMembers],
  "source",
);

const ignition = object("ignition", [
  one(
    "config",
    object("references", [many("merge", reference, { secret: true }), one("replace", reference)]),
  ),
  one("proxy", object("proxy", [text("httpProxy"), text("httpsProxy"), texts("noProxy")]), {
    since: "3.1.0",
  }),
  one(
    "security",
    object("security", [
      one("tls", object("tls", [many("certificateAuthorities", reference, { secret: true })])),
    ]),
  ),
  one("timeouts", object("timeouts", [int("httpResponseHeaders"), int("httpTotal")])),
  text("version", written),
]);

const argument = { space: "argument", secret: true } as const;
const kernelArguments = object("kernelArguments", [
  texts("shouldExist", argument),
  texts("shouldNotExist", argument),
]);

const passwd = object("passwd", [
  many(
    "groups",
    object(
      "group",
      [
        int("gid"),
        named,
        text("passwordHash"),
        bool("shouldExist", { since: "3.2.0" }),
        bool("system"),
      ],
      "name",
    ),
  ),
  many(
    "users",
    object(
      "user",
      [
        text("gecos"),
        texts("groups"),
        text("homeDir"),
        named,
        bool("noCreateHome"),
        bool("noLogInit"),
        bool("noUserGroup"),
        text("passwordHash"),
        text("primaryGroup"),
        // Ignition sorts by its Go names, where SSHAuthorizedKeys comes before Shell.
        texts("sshAuthorizedKeys", { secret: true }),
        text("shell"),
        bool("shouldExist", { since: "3.2.0" }),
        bool("system"),
        int("uid"),
      ],
      "name",
    ),
  ),
]);

const owner = object("owner", [int("id"), text("name")]);
const nodeMembers = [
  one("group", owner),
  bool("overwrite"),
  text("path", written),
  one("user", owner),
];
const directory = object("directory", [...nodeMembers, int("mode")], "path");
const file = object(
  "file",
  [
    ...nodeMembers,
    many("append", resource, { repeats: true }),
    one("contents", resource),
    int("mode"),
  ],
  "path",
);
const link = object("link", [...nodeMembers, bool("hard"), text("target")], "path");

const partition = object(
  "partition",
  [
    text("guid"),
    text("label"),
    int("number", { plain: true }),
    bool("resize", { since: "3.2.0" }),
    bool("shouldExist"),
    int("sizeMiB"),
    int("startMiB"),
    text("typeGuid"),
    bool("wipePartitionEntry"),
  ],
  partitionKey,
);
const disk = object(
  "disk",
  [text("device", written), many("partitions", partition), bool("wipeTable")],
  "device",
);
const filesystem = object(
  "filesystem",
  [
    text("device", written),
    text("format"),
    text("label"),
    texts("mountOptions", { since: "3.1.0", repeats: true }),
    texts("options", { repeats: true }),
    text("path"),
    text("uuid"),
    bool("wipeFilesystem"),
  ],
  "device",
);
const raid = object(
  "raid",
  [texts("devices"), text("level"), named, texts("options", { repeats: true }), int("spares")],
  "name",
);
const tang = object(
  "tang",
  [text("advertisement", { since: "3.4.0" }), text("thumbprint"), text("url", { plain: true })],
  "url",
);
const clevis = object("clevis", [
  one("custom", object("custom", [text("config"), bool("needsNetwork"), text("pin")])),
  many("tang", tang, { secret: true }),
  int("threshold"),
  bool("tpm2"),
]);
const luks = object(
  "luks",
  [
    one("cex", object("cex", [bool("enabled")]), { since: "3.5.0" }),
    one("clevis", clevis),
    text("device"),
    bool("discard", { since: "3.4.0" }),
    one("keyFile", resource),
    text("label"),
    named,
    texts("openOptions", { since: "3.4.0" }),
    texts("options", { repeats: true }),
    text("uuid"),
    bool("wipeVolume"),
  ],
  "name",
);
const storage = object("storage", [
  many("directories", directory, { space: "node" }),
  many("disks", disk),
  many("files", file, { space: "node" }),
  many("filesystems", filesystem),
  many("links", link, { space: "node" }),
  many("luks", luks, { since: "3.2.0" }),
  many("raid", raid),
]);

const dropin = object("dropin", [text("contents"), named], "name");
const unit = object(
  "unit",
  [text("contents"), many("dropins", dropin), bool("enabled"), bool("mask"), named],
  "name",
);

/**
 * The Ignition document as one table. Decoding, unknown members, duplicates, merging, upgrades and
 * the order of output all read it. Source: coreos/ignition, `config/v3_x/types/schema.go`.
 */
export const schema: ObjectSchema = object("document", [
  one("ignition", ignition, { written: true }),
  one("kernelArguments", kernelArguments, { since: "3.3.0" }),
  one("passwd", passwd),
  one("storage", storage),
  one("systemd", object("systemd", [many("units", unit)])),
]);

/** As much of a document as names its spec. */
export const versionSchema: ObjectSchema = object("document", [
  one("ignition", object("ignition", [text("version", written)])),
]);
