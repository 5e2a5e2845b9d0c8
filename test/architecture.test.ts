import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";

const src = resolve(__dirname, "../src");

/**
 * The import law: room to the rooms it may use. A room may always use itself; rooms are entered
 * through their index, and by the `doors` that spare others what is behind them. `npm` names the
 * packages a room may import besides, `types` those of which it may import types only; `edge` is the
 * one file of a pure room that meets the world.
 */
const law: Record<
  string,
  {
    rooms: string[];
    npm?: string[];
    doors?: string[];
    types?: string[];
    pure?: true;
    edge?: string;
  }
> = {
  report: { rooms: [], pure: true },
  ignition: { rooms: ["report"], npm: ["node:crypto", "node:zlib", "fflate"], pure: true },
  hardware: { rooms: ["report"], doors: ["aws.js", "azure.js", "gcp.js"], pure: true },
  pxe: { rooms: ["hardware", "report"], npm: ["node:crypto", "node:net"], pure: true },
  butane: { rooms: ["ignition", "report"], npm: ["yaml", "node:path"], pure: true },
  compose: {
    rooms: ["butane", "ignition", "report"],
    npm: ["node:crypto", "node:zlib"],
    pure: true,
  },
  flatcar: {
    rooms: ["compose", "ignition", "hardware", "report"],
    npm: ["node:net"],
    pure: true,
  },
  platforms: { rooms: ["report", "ignition", "flatcar", "hardware"], pure: true },
  delivery: { rooms: ["platforms", "ignition", "report"], pure: true },
  inventory: {
    rooms: ["flatcar", "ignition", "hardware", "report"],
    npm: ["csv-parse/sync", "node:buffer"],
    pure: true,
  },
  machine: {
    rooms: [
      "delivery",
      "platforms",
      "flatcar",
      "compose",
      "butane",
      "ignition",
      "hardware",
      "pxe",
      "report",
    ],
    npm: ["@pulumi/pulumi", "node:fs", "node:net", "node:path"],
  },
  redfish: {
    rooms: ["report"],
    doors: ["check.js"],
    npm: ["node:crypto", "node:http", "node:https", "node:timers/promises", "node:tls"],
  },
  provider: {
    rooms: ["ignition", "report"],
    doors: ["packed-files.js"],
    npm: [
      "@grpc/grpc-js",
      "@pulumi/pulumi/proto/engine_grpc_pb",
      "@pulumi/pulumi/proto/engine_pb",
      "node:crypto",
      "node:fs",
      "node:fs/promises",
      "node:path",
      "node:zlib",
    ],
  },
  assets: {
    rooms: ["provider", "flatcar", "hardware", "report"],
    npm: [
      "node:fs",
      "node:fs/promises",
      "node:path",
      "node:timers/promises",
      "node:url",
      "openpgp",
    ],
  },
  matchbox: {
    rooms: ["provider", "report"],
    npm: ["@grpc/grpc-js", "node:net", "node:tls", "protobufjs/light"],
  },
  provision: {
    doors: ["words.js"],
    rooms: ["provider", "redfish", "pxe", "report"],
    npm: [
      "node:crypto",
      "node:diagnostics_channel",
      "node:fs",
      "node:fs/promises",
      "node:http",
      "node:net",
      "node:os",
      "node:path",
      "node:stream/promises",
      "node:timers/promises",
    ],
  },
  baremetal: {
    rooms: [
      "provider",
      "machine",
      "compose",
      "inventory",
      "provision",
      "redfish",
      "platforms",
      "pxe",
      "flatcar",
      "ignition",
      "hardware",
      "report",
    ],
    npm: ["@pulumi/pulumi", "node:crypto", "node:fs", "node:path", "node:zlib"],
  },
  aws: {
    rooms: ["machine", "delivery", "platforms", "flatcar", "ignition", "hardware", "report"],
    npm: [
      "@pulumi/pulumi",
      "@pulumi/aws/ebs",
      "@pulumi/aws/ec2",
      "@pulumi/aws/getPartition",
      "@pulumi/aws/s3",
      "@pulumi/aws/vpc",
    ],
  },
  azure: {
    rooms: ["machine", "platforms", "flatcar", "ignition", "hardware", "report"],
    npm: [
      "@pulumi/pulumi",
      "@pulumi/azure-native/authorization/managementLockByScope",
      "@pulumi/azure-native/compute/disk",
      "@pulumi/azure-native/compute/virtualMachine",
      "@pulumi/azure-native/network/networkInterface",
      "@pulumi/azure-native/network/networkSecurityGroup",
      "@pulumi/azure-native/network/publicIPAddress",
      "@pulumi/azure-native/storage/blob",
    ],
  },
  gcp: {
    rooms: ["machine", "platforms", "flatcar", "hardware", "report"],
    npm: [
      "@pulumi/pulumi",
      "@pulumi/gcp/compute/disk",
      "@pulumi/gcp/compute/firewall",
      "@pulumi/gcp/compute/getImage",
      "@pulumi/gcp/compute/getSubnetwork",
      "@pulumi/gcp/compute/instance",
      "@pulumi/gcp/storage/bucketObject",
      "node:crypto",
    ],
  },
  openstack: {
    rooms: ["machine", "delivery", "platforms", "flatcar", "ignition", "hardware", "report"],
    npm: [
      "@pulumi/pulumi",
      "@pulumi/openstack/blockstorage",
      "@pulumi/openstack/compute",
      "@pulumi/openstack/images",
      "@pulumi/openstack/networking",
    ],
  },
  policy: {
    rooms: ["delivery", "platforms", "ignition", "hardware", "report"],
    types: ["@pulumi/policy"],
    pure: true,
    edge: "src/policy/pack.ts",
  },
  entry: {
    rooms: [
      "delivery",
      "platforms",
      "compose",
      "butane",
      "ignition",
      "flatcar",
      "hardware",
      "report",
    ],
    pure: true,
  },
};

/** What a pure room must not mention: the same input gives the same answer, and nothing is thrown. */
const impure = new Set(["process", "Date", "setTimeout", "setInterval", "fetch", "require"]);

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly tree: ts.SourceFile;
}

function parse(path: string, text: string): SourceFile {
  const room = path.split("/").length > 2 ? (path.split("/")[1] ?? "") : "";
  return { path, room, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
}

const files: SourceFile[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => parse(`src/${path}`, readFileSync(join(src, path), "utf8")));

function importsOf({ tree }: SourceFile): string[] {
  return tree.statements.flatMap((statement) =>
    (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) &&
    statement.moduleSpecifier &&
    ts.isStringLiteral(statement.moduleSpecifier)
      ? [statement.moduleSpecifier.text]
      : [],
  );
}

function isTypesOnly({ tree }: SourceFile, target: string): boolean {
  return tree.statements
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier: each }) => ts.isStringLiteral(each) && each.text === target)
    .every(({ importClause }) => importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
}

function breaches(file: SourceFile): string[] {
  const rule = law[file.room];
  if (!rule)
    return [`${file.path} is in no room that the law knows; add room "${file.room}" to the table`];
  return importsOf(file).flatMap((target) => {
    if (!target.startsWith(".")) {
      if (rule.npm?.includes(target)) return [];
      if (rule.types?.includes(target) && isTypesOnly(file, target)) return [];
      return [
        `${file.path} imports ${target}, which room ${file.room} may not; see the table in test/architecture.test.ts`,
      ];
    }
    const place = relative(src, resolve(join(src, "..", file.path), "..", target));
    const [room = "", ...rest] = place.split("/");
    if (room === file.room) return [];
    if (!rule.rooms.includes(room)) {
      return [
        `${file.path} imports room ${room}; ${file.room} may use: ${rule.rooms.join(", ") || "no other room"}`,
      ];
    }
    const doors = ["index.js", ...(law[room]?.doors ?? [])];
    return doors.includes(rest.join("/"))
      ? []
      : [
          `${file.path} enters room ${room} by ${rest.join("/")}; its doors are ${doors.join(", ")}`,
        ];
  });
}

function impurities(file: SourceFile): string[] {
  const rule = law[file.room];
  if (!rule?.pure || rule.edge === file.path) return [];
  const found: string[] = [];
  const say = (node: ts.Node, what: string) => {
    const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(
      `${file.path}:${line + 1} ${what}; room ${file.room} is pure: it returns a Report and depends on its arguments only`,
    );
  };
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node)) say(node, "throws");
    if (ts.isAwaitExpression(node)) say(node, "awaits");
    if (ts.isIdentifier(node) && impure.has(node.text) && !isMemberName(node))
      say(node, `uses ${node.text}`);
    if (ts.isPropertyAccessExpression(node) && node.getText() === "Math.random")
      say(node, "draws a random number");
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent)
  );
}

describe("the house", () => {
  it("has files to look at, and every room of the law exists", () => {
    expect(new Set(files.map((file) => file.room))).toEqual(new Set(["", ...Object.keys(law)]));
  });

  it.each([
    ["src/report/a.ts", 'import { x } from "../pxe/index.js";', "imports room pxe"],
    ["src/pxe/a.ts", 'export { x } from "../report/path.js";', "enters room report by path.js"],
    ["src/pxe/a.ts", 'import * as fs from "node:fs";', "imports node:fs"],
    ["src/policy/a.ts", 'import { PolicyPack } from "@pulumi/policy";', "imports @pulumi/policy"],
    ["src/attic/a.ts", "", "is in no room"],
  ])("would notice in %s: %s", (path, text, breach) => {
    expect(breaches(parse(path, text)).join()).toContain(breach);
  });

  it.each(["throw x;", "const t = Date.now();", "process.exit();", "const r = Math.random();"])(
    "would notice in a pure room: %s",
    (text) => expect(impurities(parse("src/pxe/a.ts", text))).toHaveLength(1),
  );

  it("keeps the import law", () => {
    expect(files.filter(({ room }) => room !== "").flatMap(breaches)).toEqual([]);
  });

  it("keeps the pure rooms pure", () => {
    expect(files.flatMap(impurities)).toEqual([]);
  });

  it("keeps cloud SDKs out of the root door", () => {
    const [root] = files.filter(({ path }) => path === "src/index.ts");
    expect(root && importsOf(root).filter((target) => !target.startsWith("./"))).toEqual([]);
  });
});
