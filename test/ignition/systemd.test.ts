import {
  checkIgnition,
  engines,
  type IgnitionDocument,
  lexUnit,
} from "../../src/ignition/index.js";
import { found, withDropin, withStorage, withUnits } from "./documents.js";

const contents = "[Unit]\nDescription=a\n";
const installed = `${contents}[Install]\nWantedBy=multi-user.target\n`;

describe("a unit", () => {
  it.each<[string, IgnitionDocument, string[]]>([
    [
      "a name without a suffix",
      withUnits({ name: "a" }),
      ["UNIT_NAME_SUFFIX $.systemd.units[0].name"],
    ],
    [
      "a suffix before a slash only",
      withUnits({ name: "a.service/b" }),
      ["UNIT_NAME_SUFFIX $.systemd.units[0].name"],
    ],
    [
      "a text that cannot be read",
      withUnits({ name: "a.service", contents: "[Unit" }),
      ["UNIT_SYNTAX $.systemd.units[0].contents"],
    ],
    [
      "a name twice",
      withUnits({ name: "a.service" }, { name: "a.service" }),
      ["DUPLICATE_ENTRY $.systemd.units[1]"],
    ],
    [
      "a dropin that cannot be read, with another suffix",
      withDropin({ name: "a.txt", contents: "[a]b" }),
      [
        "UNIT_SYNTAX $.systemd.units[0].dropins[0].contents",
        "DROPIN_NAME_SUFFIX $.systemd.units[0].dropins[0].name",
      ],
    ],
  ])("rejects %s", (_, config, issues) => {
    expect(found(checkIgnition(config))).toEqual(issues);
  });

  it.each([
    ["a.servce", 'did you mean "a.service"?'],
    ["eth0.network", "write it as a file at /etc/systemd/network/eth0.network"],
  ])("says what to do about %s", (name, hint) => {
    expect(checkIgnition(withUnits({ name })).issues[0]?.hint).toBe(hint);
  });

  it.each([
    ["no section Install", contents],
    ["a bare header of Install", `${contents}[Install]\n`],
    ["nothing but comments", "# later\n"],
  ])("warns when it is enabled and has %s", (_, contents) => {
    const report = checkIgnition(withUnits({ name: "a.service", enabled: true, contents }));
    expect(found(report)).toEqual(["UNIT_NO_INSTALL_SECTION $.systemd.units[0].contents"]);
    expect(report.hasErrors).toBe(false);
  });

  it("may be enabled with Install, and be disabled or empty without", () => {
    const config = withUnits(
      { name: "a.service", enabled: true, contents: installed },
      { name: "b.service", enabled: false, contents },
      { name: "c.service", enabled: true, contents: "" },
      { name: "d.service", enabled: true, mask: true },
    );
    expect(found(checkIgnition(config))).toEqual([]);
  });

  it("warns about an enabled instance of a template without Install", () => {
    const config = withUnits(
      { name: "a@.service", contents },
      { name: "a@b@c.service", enabled: true },
      { name: "x@y.service", enabled: true },
    );
    expect(found(checkIgnition(config))).toEqual([
      "TEMPLATE_NO_INSTALL_SECTION $.systemd.units[1].contents",
    ]);
    expect(found(checkIgnition(config, { engine: engines["2.14.0"] }))).toEqual([]);
  });

  it("rejects a file where a unit or dropin is written", () => {
    const storage = withStorage({
      files: [{ path: "/etc/systemd/system/a.service" }, { path: "/etc/systemd/system/b.service" }],
      links: [{ path: "/etc/systemd/system/a.service.d/x.conf", target: "/t" }],
    });
    const config = {
      ...storage,
      systemd: {
        units: [
          { name: "a.service", contents, dropins: [{ name: "x.conf", contents }] },
          { name: "b.service" },
        ],
      },
    };
    expect(found(checkIgnition(config))).toEqual([
      "PATH_TAKEN_BY_UNIT $.storage.files[0].path",
      "PATH_TAKEN_BY_UNIT $.storage.links[0].path",
    ]);
  });
});

describe("the text of a unit", () => {
  it("is read as sections and options", () => {
    expect(lexUnit("# a\n[Unit]\nA = b c \nD=\n; x\n[Service]\nE=f\\\n g\n")).toEqual({
      sections: ["Unit", "Service"],
      options: [
        { section: "Unit", name: "A", value: "b c" },
        { section: "Unit", name: "D", value: "" },
        { section: "Service", name: "E", value: "f\\\n g" },
      ],
    });
  });

  it("keeps text outside of ASCII", () => {
    expect(lexUnit("[Ünit]\nNäme=wört\u2003\n").options).toEqual([
      { section: "Ünit", name: "Näme", value: "wört" },
    ]);
  });

  it("continues a comment over lines that end in a backslash", () => {
    expect(lexUnit("[a]\n#x\\\nb=c\nd=e\n").options).toEqual([
      { section: "a", name: "d", value: "e" },
    ]);
  });

  it("does not continue a value over a CRLF line", () => {
    expect(lexUnit("[a]\r\nb=c\\\r\nd=e\r\n").options.map(({ name }) => name)).toEqual(["b", "d"]);
  });

  it.each([
    ["an open header", "[Unit"],
    ["text behind a header", "[Unit] x\n"],
    ["a line without an equals sign", "[Unit]\nabc\n"],
    ["a last line without an equals sign", "[Unit]\nabc"],
    ["a line of more than 2048 bytes", `[Unit]\n${"a".repeat(5000)}=b\n`],
  ])("rejects %s", (_, text) => {
    expect(lexUnit(text).problem).toBeDefined();
  });

  it("passes a long line that lies at the end of the window, as upstream", () => {
    const line = `A=${"x".repeat(2100)}\n`;
    const before = `[Unit]\n${"B=c\n".repeat(505)}`;
    expect(before.length + 2048).toBeGreaterThan(4072);
    expect(lexUnit(`${before}${"C=d\n".repeat(8)}${line}`).problem).toBeUndefined();
    expect(lexUnit(`[Unit]\n${line}`).problem).toContain("2048");
  });
});
