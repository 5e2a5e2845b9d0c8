import { existsSync, lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { Scratch } from "./scratch.js";

const { eventLine, parseEvent, summary } = require("../../tools/quickstart/events.js");
const { linkExample, unlinkExample } = require("../../tools/quickstart/example.js");
const { machineTable } = require("../../tools/quickstart/machines.js");

const scratch = new Scratch();

describe("what an update did", () => {
  it.each([
    [{ same: 7 }, "unchanged (7 resources)"],
    [{ create: 4 }, "4 created"],
    [{ create: 1, same: 3 }, "1 created, 3 unchanged"],
    [
      { update: 2, replace: 1, delete: 1, same: 3 },
      "2 updated, 1 replaced, 1 deleted, 3 unchanged",
    ],
  ])("for the engine's count %j is %s", (changes, text) => {
    expect(summary(changes)).toBe(text);
  });
});

describe("an event of the engine", () => {
  const urn = "urn:pulumi:quickstart::project::a:index:Parent$a:index:Child::name::with::colons";
  const done = (op: string) => JSON.stringify({ resOutputsEvent: { metadata: { op, urn } } });
  const line = (text: string) => {
    const event = parseEvent(text);
    return event === undefined ? undefined : eventLine(event);
  };

  it.each([
    ["create", "  +  a:index:Child  name::with::colons"],
    ["update", "  ~  a:index:Child  name::with::colons"],
    ["delete", "  -  a:index:Child  name::with::colons"],
    ["same", undefined],
    ["refresh", undefined],
  ])("%s of a resource is told as %j", (op, expected) => {
    expect(line(done(op))).toBe(expected);
  });

  it("tells errors with their resource, and no debugging", () => {
    const event = (severity: string) =>
      JSON.stringify({ diagnosticEvent: { severity, urn, message: "no such\nfolder\n" } });
    expect(line(event("error"))).toBe(
      "  error: a:index:Child  name::with::colons\n    no such\n    folder",
    );
    expect(line(event("debug"))).toBeUndefined();
  });

  it.each(["", "Updating", "{ not json"])("is not the line %j", (text) => {
    expect(parseEvent(text)).toBeUndefined();
  });
});

describe("the table of machines", () => {
  const machine = {
    name: "node-a",
    macAddresses: ["52:54:00:aa:00:01", "52:54:00:aa:00:02"],
    architecture: "x64",
    bootScript: "ipxe/a.ipxe",
    ignitionFile: "ignition/node-a.ign",
  };

  it("has a row for each network card, and the size and digest of the file on disk", () => {
    scratch.write("files/ignition/node-a.ign", "abc");
    expect(machineTable([machine], scratch.path("files")).split("\n")).toEqual([
      "  NAME    MAC                ARCH  BOOT SCRIPT  IGNITION FILE        BYTES  SHA-512",
      "  node-a  52:54:00:aa:00:01  x64   ipxe/a.ipxe  ignition/node-a.ign  3      ddaf35a193617aba...",
      "          52:54:00:aa:00:02",
      "",
    ]);
  });
});

describe("an example's imports", () => {
  const root = scratch.path("clone");
  const example = (name: string) => scratch.path("clone/examples", name);
  const modules = (name: string) => scratch.path("clone/examples", name, "node_modules");

  beforeAll(() => {
    const dependencies = { "pulumi-flatcar": "file:../..", "@pulumi/pulumi": "3.270.0" };
    scratch.write("clone/package.json", '{ "name": "pulumi-flatcar" }');
    scratch.write("clone/node_modules/@pulumi/pulumi/package.json", "{}");
    scratch.write("clone/examples/one/package.json", JSON.stringify({ dependencies }));
    scratch.write("clone/examples/two/package.json", JSON.stringify({ dependencies }));
    scratch.write("clone/examples/two/node_modules/@pulumi/pulumi/package.json", "{}");
    const more = { ...dependencies, "no-such-package": "1.0.0" };
    scratch.write("clone/examples/three/package.json", JSON.stringify({ dependencies: more }));
  });

  it("lead to the clone, also when that is said twice, and no longer afterwards", () => {
    linkExample(example("one"), root);
    linkExample(example("one"), root);
    const link = join(modules("one"), "pulumi-flatcar");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(realpathSync(link)).toBe(realpathSync(root));
    unlinkExample(example("one"), root);
    expect(existsSync(modules("one"))).toBe(false);
  });

  it.each([
    ["a second copy of a package", "two", "@pulumi/pulumi"],
    ["a package that the clone does not have", "three", "no-such-package"],
  ])("rejects %s", (_, name, missing) => {
    const message = `examples/${name} does not use this clone's copy of ${missing}`;
    expect(() => linkExample(example(name), root)).toThrow(message);
  });
});
