import { checkPlacement, drawRacks, textTable } from "../../src/inventory/index.js";
import { formatPath } from "../../src/report/index.js";

describe("the drawing of racks", () => {
  it("shows racks by name, the highest unit first, gaps as one line, and who has no place", () => {
    const machines = [
      { name: "spare", rackName: "B", label: "x64" },
      { name: "node-c", rackName: "A", rackUnit: 12, label: "arm64  gpu" },
      { name: "node-a", rackName: "A", rackUnit: 1, label: "x64" },
      { name: "node-b", rackName: "A", rackUnit: 2, rackUnits: 2, label: "x64" },
      { name: "node-d", rackName: "B", rackUnit: 7, label: "x64" },
    ];
    const expected = [
      "A",
      "┌────┬────────────────────┐",
      "│ 12 │ node-c  arm64  gpu │",
      "│  ⋮ │                    │",
      "│  3 │ node-b  x64        │",
      "│  2 │ ┆                  │",
      "│  1 │ node-a  x64        │",
      "└────┴────────────────────┘",
      "",
      "B",
      "┌────┬─────────────┐",
      "│  7 │ node-d  x64 │",
      "└────┴─────────────┘",
      "  spare  x64",
      "",
    ].join("\n");
    expect(drawRacks(machines)).toBe(expected);
    expect(drawRacks([...machines].reverse())).toBe(expected);
  });

  it("of machines without any place is a list", () => {
    expect(drawRacks([{ name: "node-a", label: "x64" }])).toBe("  node-a  x64\n");
  });
});

describe("places in a rack", () => {
  const a = { name: "node-a", rackName: "A", rackUnit: 2, rackUnits: 2 };

  it.each([
    ["the same unit of another rack", { rackName: "B", rackUnit: 2 }],
    ["the unit above", { rackName: "A", rackUnit: 4 }],
    ["no unit", { rackName: "A" }],
  ])("two machines may have %s", (_, b) => {
    expect(checkPlacement([a, b], []).issues).toEqual([]);
  });

  it.each([
    [{ rackName: "A", rackUnit: 3 }, "rackUnit", 'unit 3 of rack "A" is taken by machine "node-a"'],
    [{ rackName: "A", rackUnit: 1, rackUnits: 4 }, "rackUnit", "unit 2 of rack"],
    [{ rackUnit: 0 }, "rackUnit", "0 is not a unit from 1 to 99"],
    [{ rackUnit: 2.5 }, "rackUnit", "2.5 is not a unit"],
    [{ rackUnit: 1, rackUnits: 1e9 }, "rackUnits", "1000000000 is not a height from 1 to 99"],
  ])("rejects %j below a machine of two units from 2", (b, member, words) => {
    const { issues } = checkPlacement([a, b], ["machines"]);
    expect(issues.map(({ path }) => formatPath(path))).toEqual([`$.machines[1].${member}`]);
    expect(issues[0]?.message).toContain(words);
  });
});

it("a table has columns as wide as their widest cell", () => {
  const rows = [
    ["node-a", "x64"],
    ["b", "arm64"],
  ];
  expect(textTable(["NAME", "ARCH"], rows)).toBe("NAME    ARCH\nnode-a  x64\nb       arm64\n");
});
