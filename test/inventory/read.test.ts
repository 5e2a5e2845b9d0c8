import fc from "fast-check";
import { readInventory } from "../../src/inventory/index.js";
import { columns } from "../../src/inventory/shape.js";
import { formatPath } from "../../src/report/index.js";

const csv = (text: string) => readInventory("machines.csv", Buffer.from(text));
const json = (value: unknown) =>
  readInventory("machines.json", Buffer.from(JSON.stringify(value, undefined, 2)));

const nodeA = {
  name: "node-a",
  macAddresses: ["52:54:00:aa:00:01", "52:54:00:aa:00:02"],
  architecture: "x64",
  vcpus: 8,
  memoryMib: 16384,
};
const header = "name,macAddresses,architecture,vcpus,memoryMib";
const row = "node-a,52:54:00:aa:00:01 52:54:00:aa:00:02,x64,8,16384";
const rowB = row.replaceAll("node-a", "node-b");

describe("a table", () => {
  it.each([
    ["plain", `${header}\n${row}\n`],
    ["without a last line end", `${header}\n${row}`],
    ["with a byte order mark", `\ufeff${header}\n${row}\n`],
    ["with line ends of Windows", `${header}\r\n${row}\r\n`],
    ["with line ends of old Macs", `${header}\r${row}\r`],
    ["with both, and empty lines", `\n${header}\r\n\n${row}\n\r\n`],
    ["with comments", `# the rack\n${header}\n# the first\n${row}\n`],
    ["of a spreadsheet with semicolons", `${header}\n${row}\n`.replaceAll(",", ";")],
    ["with quotes around everything", `${header}\n${row}\n`.replaceAll(/[^,\n]+/g, '"$&"')],
    ["with spaces around cells", `${header}\n${row}\n`.replaceAll(",", " , ")],
    ["with rows of commas only", `${header}\n,,,,\n${row}\n,,,,\n`],
    ["with columns without a name", `${header},,\n${row},,\n`],
    ["with other columns that are empty", `${header},rootDisk,roles\n${row},,\n`],
    ["with rows that end early", `${header},rootDisk,roles\n${row}\n`],
    ["with a list of other marks", `${header}\n${row.replace(/ (\S+),x64/, "; $1,x64")}\n`],
    ["in another order", `vcpus,${header.replace(",vcpus", "")}\n8,${row.replace(",8", "")}\n`],
  ])("%s is read", (_, text) => {
    const { machines, report, complete } = csv(text);
    expect(report.issues).toEqual([]);
    expect(complete).toBe(true);
    expect(machines).toEqual([nodeA]);
  });

  it("has dotted columns for what lies deeper", () => {
    const { machines, report } = csv(
      [
        `${header},gpu,roles,network.bond.mode,network.dhcp,network.vlans,bmc.endpoint,rackName,rackUnit`,
        `${row},yes,worker storage,802.3ad,no,"20=10.0.20.11/24,2001:db8::11/64 30",https://10.0.0.101,"A ""1""",7`,
      ].join("\n"),
    );
    expect(report.issues).toEqual([]);
    expect(machines).toEqual([
      {
        ...nodeA,
        gpu: true,
        roles: ["worker", "storage"],
        network: {
          bond: { mode: "802.3ad" },
          dhcp: false,
          vlans: [{ id: 20, addresses: ["10.0.20.11/24", "2001:db8::11/64"] }, { id: 30 }],
        },
        bmc: { endpoint: "https://10.0.0.101" },
        rackName: 'A "1"',
        rackUnit: 7,
      },
    ]);
  });

  it.each([
    ["the first cell", [0], 4, 1],
    ["a cell", [0, "vcpus"], 4, 49],
    ["an item of a list", [0, "macAddresses", 1], 4, 9],
    ["something that is not there", [0, "rootDisk"], 4, 1],
    ["below a cell with a line end", [1, "name"], 6, 1],
    ["in a row with such a cell", [1, "vcpus"], 7, 11],
  ])("tells line and column of %s", (_, path, line, column) => {
    const text = `# ü\r\n\r\n${header}\r\nünode-a,${row.slice(7)}\r\n# b\r\n"node\r\n-b",ü,x64,8,16384\r\n`;
    expect(csv(text).positionOf(path)).toEqual({ source: "machines.csv", line, column });
  });
});

describe("a list in JSON", () => {
  it("is read with everything that args have", () => {
    const machine = {
      ...nodeA,
      gpu: false,
      network: { addresses: ["10.0.0.11/24"], vlans: [{ id: 20, dhcp: true, mtu: 9000 }] },
      bmc: { endpoint: "https://10.0.0.101", credentials: "default" },
      roles: ["worker"],
    };
    const { machines, report } = json([machine, { ...nodeA, rootDisk: null }]);
    expect(report.issues).toEqual([]);
    expect(machines).toEqual([machine, nodeA]);
  });

  it("may have a byte order mark", () => {
    const text = `\ufeff${JSON.stringify([nodeA])}`;
    expect(readInventory("machines.JSON", Buffer.from(text)).machines).toEqual([nodeA]);
  });

  it("tells line and column", () => {
    const { positionOf } = json([nodeA]);
    const position = { source: "machines.json", line: 9, column: 14 };
    expect(positionOf([0, "vcpus"])).toEqual(position);
  });
});

/** What a file says is wrong, as "code path line:column". */
const found = (name: string, text: string | Buffer) => {
  const { report, positionOf } = readInventory(name, Buffer.from(text));
  return report.issues.map(({ code, path, position = positionOf(path) }) => {
    const place = position ? ` ${position.line}:${position.column}` : "";
    return `${code} ${formatPath(path)}${place}`;
  });
};

describe("a file", () => {
  it.each<[string, string, string | Buffer, string[]]>([
    ["of another kind", "machines.xlsx", "PK", ["INVENTORY_FILE $"]],
    ["without an ending", "machines", "", ["INVENTORY_FILE $"]],
    ["of another encoding", "a.csv", Buffer.from([0x6e, 0xfc]), ["INVENTORY_FILE $"]],
    ["with nothing in it", "a.csv", "\n\n", ["INVENTORY_EMPTY $"]],
    ["with a header only", "a.csv", header, ["INVENTORY_EMPTY $"]],
    ["with an empty list", "a.json", "[]", ["INVENTORY_EMPTY $ 1:2"]],
    ["that is cut off", "a.json", '[{"name":', ["INVENTORY_SYNTAX $"]],
    ["with a comment in JSON", "a.json", "[\n// a\n]", ["INVENTORY_SYNTAX $ 2:2"]],
    ["that holds no list", "a.json", '{"machines":[]}', ["INVENTORY_SYNTAX $ 1:2"]],
    ["that holds a list of texts", "a.json", '["a"]', ["INVENTORY_VALUE $[0] 1:2"]],
    [
      "with a quote that stays open",
      "a.csv",
      `${header}\n${row}\n"node-b,`,
      ["INVENTORY_SYNTAX $ 3:1"],
    ],
    [
      "with text behind a quote",
      "a.csv",
      `${header}\nnode-a, "52"54,x64`,
      ["INVENTORY_SYNTAX $ 2:8"],
    ],
    [
      "with a quote in a cell",
      "a.csv",
      `${header},rackName\n\n${row},12"`,
      ["INVENTORY_SYNTAX $ 3:56"],
    ],
    ["with an open quote in its header", "a.csv", '"name', ["INVENTORY_SYNTAX $ 1:1"]],
    [
      "with a mistyped column",
      "a.csv",
      `${header},memryMib\n${row},1`,
      ["INVENTORY_NAME_UNKNOWN $ 1:48"],
    ],
    [
      "with tabs",
      "a.csv",
      `${header}\n${row}`.replaceAll(",", "\t"),
      [
        "INVENTORY_NAME_UNKNOWN $ 1:1",
        ...header.split(",").map(() => "INVENTORY_COLUMN_MISSING $ 1:1"),
      ],
    ],
    [
      "with a password",
      "a.csv",
      `${header},bmc.password\n${row},x`,
      ["INVENTORY_CREDENTIALS $ 1:48"],
    ],
    [
      "with a column twice",
      "a.csv",
      `${header},name\n${row},b`,
      ["INVENTORY_COLUMN_DUPLICATE $ 1:48"],
    ],
    [
      "without a column",
      "a.csv",
      `name,vcpus,memoryMib,architecture\nnode-a,8,16384,x64\nnode-b,8,16384,x64`,
      ["INVENTORY_COLUMN_MISSING $ 1:1"],
    ],
    [
      "with a cell too much",
      "a.csv",
      `${header}\n${row},7\n${rowB}`,
      ["INVENTORY_CELL_STRAY $[0] 2:56"],
    ],
    [
      "with a cell below no name",
      "a.csv",
      `${header},\n${row},7`,
      ["INVENTORY_CELL_STRAY $[0] 2:56"],
    ],
    [
      "with empty cells",
      "a.csv",
      `${header}\n,,x64,8,16384`,
      ["INVENTORY_VALUE_MISSING $[0].name 2:1", "INVENTORY_VALUE_MISSING $[0].macAddresses 2:2"],
    ],
    [
      "with a unit behind a number",
      "a.csv",
      `${header}\n${row} MiB`,
      ["INVENTORY_VALUE $[0].memoryMib 2:50"],
    ],
    [
      "with a comma in a number",
      "a.csv",
      `${header}\n${row.replace("16384", '"16,384"')}`,
      ["INVENTORY_VALUE $[0].memoryMib 2:50"],
    ],
    [
      "with a negative number",
      "a.csv",
      `${header}\n${row.replace(",8", ",-8")}`,
      ["INVENTORY_VALUE $[0].vcpus 2:48"],
    ],
    [
      "with a number of a spreadsheet",
      "a.csv",
      `${header}\n${row.replace("16384", "1.6E+04")}`,
      ["INVENTORY_VALUE $[0].memoryMib 2:50"],
    ],
    [
      "with neither yes nor no",
      "a.csv",
      `${header},gpu\n${row},maybe`,
      ["INVENTORY_VALUE $[0].gpu 2:56"],
    ],
    [
      "with a name of JavaScript",
      "a.csv",
      `${header},gpu\n${row},constructor`,
      ["INVENTORY_VALUE $[0].gpu 2:56"],
    ],
    [
      "with VLANs that are none",
      "a.csv",
      `${header},network.vlans\n${row},20:10.0.0.1 x`,
      ["INVENTORY_VALUE $[0].network.vlans[0] 2:56", "INVENTORY_VALUE $[0].network.vlans[1] 2:56"],
    ],
    [
      "with half of a BMC",
      "a.csv",
      `${header},bmc.endpoint,bmc.credentials\n${row},,a\n${rowB},,`,
      ["INVENTORY_VALUE_MISSING $[0].bmc.endpoint 2:56"],
    ],
    [
      "with an unknown key",
      "a.json",
      '[\n{"nam": 1}]',
      [
        "INVENTORY_NAME_UNKNOWN $[0].nam 2:9",
        ...["name", "macAddresses", "architecture", "vcpus", "memoryMib"].map(
          (name) => `INVENTORY_VALUE_MISSING $[0].${name} 2:2`,
        ),
      ],
    ],
  ])("%s is refused", (_, name, text, expected) => {
    expect(found(name, text)).toEqual(expected);
  });

  it.each<[object, string]>([
    [{ name: 7 }, "INVENTORY_VALUE $[0].name 3:13"],
    [{ vcpus: "8" }, "INVENTORY_VALUE $[0].vcpus 9:14"],
    [{ gpu: "yes" }, "INVENTORY_VALUE $[0].gpu 11:12"],
    [{ roles: "worker" }, "INVENTORY_VALUE $[0].roles 11:14"],
    [{ roles: [["worker"]] }, "INVENTORY_VALUE $[0].roles[0] 12:8"],
    [{ bmc: [] }, "INVENTORY_VALUE $[0].bmc 11:13"],
    [
      { bmc: { endpoint: "https://x", passwd: "x" } },
      "INVENTORY_CREDENTIALS $[0].bmc.passwd 13:17",
    ],
    [{ network: { vlans: [{}] } }, "INVENTORY_VALUE_MISSING $[0].network.vlans[0].id 13:10"],
    [JSON.parse('{"__proto__": 1}'), "INVENTORY_NAME_UNKNOWN $[0].__proto__ 11:18"],
  ])("with %j in JSON is refused", (wrong, expected) => {
    const machine = Object.fromEntries([...Object.entries(nodeA), ...Object.entries(wrong)]);
    expect(found("a.json", JSON.stringify([machine], undefined, 2))).toEqual([expected]);
  });
});

const word = fc.stringMatching(/^[\w:./"'ü€-][\w:./ "'ü€-]{0,8}$/).map((text) => text.trim());
const item = fc.stringMatching(/^[\w:./"'ü€-]{1,9}$/);
const number = fc.nat({ max: 1e9 });

/** A value for the member at a path, as a program would have it. */
const valueFor: Record<string, fc.Arbitrary<unknown>> = {
  text: word,
  number,
  flag: fc.boolean(),
  list: fc.array(item, { minLength: 1, maxLength: 3 }),
  objects: fc.array(
    fc.record({ id: number }).chain((vlan) =>
      fc
        .option(fc.array(item, { minLength: 1, maxLength: 2 }), { nil: undefined })
        .map((addresses) => ({
          ...vlan,
          ...(addresses && { addresses }),
        })),
    ),
    { minLength: 1, maxLength: 3 },
  ),
};

/** Machines by column; required ones are always there, and a name that is no comment. */
const aMachine = fc.record(
  Object.fromEntries(
    [...columns].map(([name, { field }]) => [
      name,
      name === "name"
        ? fc.stringMatching(/^[a-z][\w" ,;-]{0,8}$/).map((text) => text.trim())
        : (valueFor[field.kind] ?? fc.constant("")),
    ]),
  ),
  {
    requiredKeys: [...columns].filter(([, { field }]) => "required" in field).map(([name]) => name),
  },
);

const cellOf = (value: unknown): string => {
  if (value === undefined) return "";
  if (!Array.isArray(value)) return value === true ? "yes" : value === false ? "no" : String(value);
  return value
    .map((each) =>
      typeof each === "object"
        ? [each.id, ...(each.addresses ? [each.addresses.join(",")] : [])].join("=")
        : each,
    )
    .join(" ");
};

/** Writes a table by RFC 4180, with quotes where they must be or everywhere. */
function write(
  machines: readonly Record<string, unknown>[],
  style: { comma: string; end: string; mark: boolean; quotes: boolean },
): string {
  const quote = (text: string) =>
    style.quotes || /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = machines.map((machine) => [...columns.keys()].map((name) => cellOf(machine[name])));
  const lines = [[...columns.keys()], ...rows].map((cells) => cells.map(quote).join(style.comma));
  return `${style.mark ? "\ufeff" : ""}${lines.join(style.end)}${style.end}`;
}

/** The machine that the columns say, with undefined members left out. */
function nested(machine: Record<string, unknown>): object {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(machine)) {
    if (value === undefined) continue;
    const keys = name.split(".");
    const last = keys.pop() ?? "";
    let place = found;
    for (const key of keys) {
      const below = place[key] ?? {};
      place[key] = below;
      place = below as Record<string, unknown>;
    }
    place[last] = value;
  }
  return found;
}

const style = fc.record({
  comma: fc.constantFrom(",", ";"),
  end: fc.constantFrom("\n", "\r\n"),
  mark: fc.boolean(),
  quotes: fc.boolean(),
});

describe("by generated machines", () => {
  it("what is written as a table is read as it was", () => {
    fc.assert(
      fc.property(fc.array(aMachine, { minLength: 1, maxLength: 5 }), style, (machines, how) => {
        const { machines: read, report } = csv(write(machines, how));
        expect(report.issues).toEqual([]);
        expect(read).toEqual(machines.map(nested));
      }),
    );
  });

  it("what is written as JSON is read as it was", () => {
    fc.assert(
      fc.property(fc.array(aMachine, { minLength: 1, maxLength: 5 }), (machines) => {
        const { machines: read, report } = json(machines.map(nested));
        expect(report.issues).toEqual([]);
        expect(read).toEqual(machines.map(nested));
      }),
    );
  });

  it("no text makes a reader throw, and every machine of it has its place", () => {
    const pieces = fc.constantFrom(
      header,
      row,
      ",",
      ";",
      '"',
      "\n",
      "\r",
      "#",
      "[",
      "{",
      "}",
      "]",
      ":",
      "__proto__",
      "\ufeff",
    );
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 30 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(fc.constantFrom("a.csv", "a.json"), text, (name, hostile) => {
        const { machines, report, positionOf, complete } = readInventory(
          name,
          Buffer.from(hostile),
        );
        for (const [index, machine] of machines.entries()) {
          expect(positionOf([index])?.line).toBeGreaterThan(0);
          expect(Object.keys(machine)).toEqual(Object.keys(machine).filter(isMember));
        }
        if (machines.length === 0 || !complete) expect(report.hasErrors).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

const members = new Set([...columns.values()].map(({ path }) => path[0]));
const isMember = (name: string) => members.has(name);
