import { engines, readIgnition } from "../../src/ignition/index.js";
import { cpuTime } from "../support/cpu-time.js";
import { found } from "./documents.js";

const version = '"ignition":{"version":"3.4.0"}';
const text = (rest: string) => `{${version},${rest}}`;

/** Code, line and column of every issue. */
function places(source: string | Uint8Array): string[] {
  return readIgnition(source).report.issues.map(
    ({ code, position }) => `${code} ${position?.line}:${position?.column}`,
  );
}

describe("reading a document", () => {
  it("decodes it, with plain members at zero as Ignition does", () => {
    const { config, report } = readIgnition(
      text(
        '"storage":{"files":[{"path":"/a","mode":420}],"disks":[{"device":"/dev/a","partitions":[{"label":"l"}]}]}',
      ),
    );
    expect(found(report)).toEqual([]);
    expect(config).toEqual({
      ignition: { version: "3.4.0" },
      storage: {
        disks: [{ device: "/dev/a", partitions: [{ label: "l", number: 0 }] }],
        files: [{ mode: 420, path: "/a" }],
      },
    });
  });

  it("takes bytes as well as text", () => {
    expect(readIgnition(Buffer.from(`{${version}}`)).config).toEqual({
      ignition: { version: "3.4.0" },
    });
  });

  it("gives the config back also when rules found errors in it", () => {
    const { config, report } = readIgnition(text('"storage":{"files":[{"path":"a"}]}'));
    expect(report.hasErrors).toBe(true);
    expect(config?.storage?.files).toEqual([{ path: "a" }]);
  });

  it("says where each issue is, in lines and in columns of bytes", () => {
    const source = `{${version},\n "passwd": {"users": [{"name": "é", "uid": 1, "uids": 2}]},\n "storage": {"files": [{"path": "a"}]}}`;
    expect(places(source)).toEqual(["PATH_RELATIVE 3:33", "KEY_UNKNOWN 2:48"]);
  });

  it("points at the nearest thing that exists for what is missing", () => {
    const { report, positionOf } = readIgnition(text('"storage":{"luks":[{"name":"a"}]}'));
    expect(report.issues[0]?.position).toEqual({ line: 1, column: 53 });
    expect(positionOf?.(["storage", "luks", 0, "name"])).toEqual({ line: 1, column: 60 });
    expect(positionOf?.(["nothing", 3])).toEqual({ line: 1, column: 2 });
  });

  it.each([
    ["3.0.0", '"ignition":{"config":{"merge":[{}]},"version":"3.0.0"}', []],
    [
      "3.1.0",
      '"ignition":{"config":{"merge":[{}]},"version":"3.1.0"}',
      ["SOURCE_REQUIRED $.ignition.config.merge[0]"],
    ],
    [
      "3.2.0",
      '"ignition":{"version":"3.2.0"},"storage":{"links":[{"path":"/a"}],"raid":[{"name":"a","devices":["/a"]}]}',
      ["RAID_LEVEL_UNKNOWN $.storage.raid[0].level"],
    ],
    [
      "3.3.0",
      '"ignition":{"version":"3.3.0"},"storage":{"links":[{"path":"/a"}],"raid":[{"name":"a","devices":["/a"]}]}',
      [
        "LINK_TARGET_REQUIRED $.storage.links[0].target",
        "RAID_LEVEL_REQUIRED $.storage.raid[0].level",
      ],
    ],
  ])("judges a document of spec %s by its own rules", (_, members, issues) => {
    expect(found(readIgnition(`{${members}}`).report)).toEqual(issues);
  });

  it("judges by the rules of one Ignition release", () => {
    const source =
      '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"/a","mode":2541}],"disks":[{"device":"/dev/a","partitions":[{"label":"a"}]}]}}';
    const by = (release: keyof typeof engines) =>
      found(readIgnition(source, { engine: engines[release] }).report);
    expect(by("2.19.0")).toEqual([]);
    expect(by("2.20.0")).toEqual(["PARTITION_NUMBER_ZERO $.storage.disks[0].partitions[0]"]);
    expect(by("2.27.0")).toEqual(["FILE_MODE_SPECIAL_BITS $.storage.files[0].mode"]);
  });
});

describe("keys and types", () => {
  it("warns about unknown, too new and differently written keys", () => {
    const { config, report } = readIgnition(
      '{"ignition":{"version":"3.3.0"},"Passwd":{"users":[{"name":"a","x":1}]},"stroage":{},"storage":{"luks":[{"name":"a","device":"/a","discard":true}]}}',
    );
    expect(found(report)).toEqual([
      "KEY_CASE $.Passwd",
      "KEY_UNKNOWN $.stroage",
      "KEY_TOO_NEW $.storage.luks[0].discard",
    ]);
    expect(report.hasErrors).toBe(false);
    expect(report.issues[1]?.hint).toBe("did you mean storage?");
    expect(config?.passwd?.users).toEqual([{ name: "a" }]);
    expect(config?.storage?.luks).toEqual([{ name: "a", device: "/a" }]);
  });

  it("takes __proto__ for an unknown key like any other", () => {
    const { config, report } = readIgnition(text('"__proto__":{"storage":{}},"constructor":1'));
    expect(found(report)).toEqual(["KEY_UNKNOWN $.__proto__", "KEY_UNKNOWN $.constructor"]);
    expect(Object.getPrototypeOf(config)).toBe(Object.prototype);
    expect(config?.storage).toBeUndefined();
  });

  it("adds objects up that are given twice, and lets the last scalar win", () => {
    const { config } = readIgnition(
      text(
        '"storage":{"files":[{"path":"/a","mode":420}]},"storage":{"files":[{"path":"/b"}],"raid":[]},"passwd":{"users":[{"name":"a","name":"b"}]}',
      ),
    );
    expect(config?.storage).toEqual({ files: [{ mode: 420, path: "/b" }], raid: [] });
    expect(config?.passwd?.users).toEqual([{ name: "b" }]);
  });

  it("warns about null for an object and reads it as none", () => {
    const { config, report } = readIgnition(text('"storage":null,"passwd":{"users":[null]}'));
    expect(found(report)).toEqual(["OBJECT_NULL $.storage", "OBJECT_NULL $.passwd.users[0]"]);
    expect(config?.passwd?.users).toEqual([{ name: "" }]);
  });

  it.each([
    ["a fraction", '"uid":1.0'],
    ["an exponent", '"uid":1e3'],
    ["a number in quotes", '"uid":"1"'],
    ["a number beyond 64 bits", '"uid":9223372036854775808'],
    ["a number for a text", '"gecos":1'],
    ["a text for a boolean", '"system":"true"'],
    ["an object for a list", '"groups":{}'],
  ])("rejects %s", (_, member) => {
    const { config, report } = readIgnition(text(`"passwd":{"users":[{"name":"a",${member}}]}`));
    expect(report.issues.map(({ code }) => code)).toEqual(["JSON_TYPE"]);
    expect(config).toBeUndefined();
  });

  it("rejects a number it could not keep exactly", () => {
    expect(
      found(readIgnition(text('"passwd":{"users":[{"name":"a","uid":9007199254740993}]}')).report),
    ).toEqual(["NUMBER_INEXACT $.passwd.users[0].uid"]);
  });

  it("rejects every wrong type at once, each at its place", () => {
    expect(
      found(
        readIgnition(text('"storage":{"files":[{"path":1,"mode":"0644"}]},"systemd":[]')).report,
      ),
    ).toEqual([
      "JSON_TYPE $.storage.files[0].path",
      "JSON_TYPE $.storage.files[0].mode",
      "JSON_TYPE $.systemd",
    ]);
  });
});

describe("the version of a document", () => {
  it.each(["3.0.0", "3.6.0", "03.4.0", "3.4.00"])("accepts %s", (spec) => {
    expect(found(readIgnition(`{"ignition":{"version":"${spec}"}}`).report)).toEqual([]);
  });

  it.each([
    ["1.0.0", "SPEC_VERSION_OLD"],
    ["2.3.0", "SPEC_VERSION_OLD"],
    ["2.4.0-experimental", "SPEC_VERSION_OLD"],
    ["3.5.0-experimental", "SPEC_VERSION_EXPERIMENTAL"],
    ["3.7.0-experimental", "SPEC_VERSION_EXPERIMENTAL"],
    ["3.7.0", "SPEC_VERSION_UNKNOWN"],
    ["3.4.1", "SPEC_VERSION_UNKNOWN"],
    ["3.4.0+a", "SPEC_VERSION_UNKNOWN"],
    ["4.0.0", "SPEC_VERSION_UNKNOWN"],
    ["v3.4.0", "SPEC_VERSION_MALFORMED"],
    ["3.4", "SPEC_VERSION_MALFORMED"],
    ["", "SPEC_VERSION_MALFORMED"],
    ["3.4.0-_", "SPEC_VERSION_MALFORMED"],
  ])("rejects %j", (spec, code) => {
    const { config, report } = readIgnition(`{"ignition":{"version":"${spec}"}}`);
    expect(found(report)).toEqual([`${code} $.ignition.version`]);
    expect(config).toBeUndefined();
  });

  it.each(["null", "{}", '{"ignition":null}', '{"ignition":{}}'])(
    "rejects %s, which has none",
    (source) => {
      expect(found(readIgnition(source).report)).toEqual([
        "SPEC_VERSION_MALFORMED $.ignition.version",
      ]);
    },
  );
});

describe("a text that is no document", () => {
  it.each([
    ["nothing", "", "JSON_EMPTY undefined:undefined"],
    ["white space", " \n", "JSON_SYNTAX undefined:undefined"],
    ["a list", "[]", "JSON_TYPE 1:2"],
    ["a text", '"x"', "JSON_TYPE undefined:undefined"],
    ["a byte order mark", "\ufeff{}", "JSON_SYNTAX 1:2"],
    ["a comment", "{} //", "JSON_SYNTAX 1:5"],
    ["two documents", "{}\n{}", "JSON_SYNTAX 2:2"],
    ["a trailing comma", '{"a":1,}\n', "JSON_SYNTAX 1:9"],
    ["a key without quotes", "{a:1}", "JSON_SYNTAX 1:3"],
    ["a missing colon", '{"a" 1}', "JSON_SYNTAX 1:7"],
    ["a missing comma", "[1 2]", "JSON_SYNTAX 1:5"],
    ["a leading zero", "[01]", "JSON_SYNTAX 1:4"],
    ["a number without digits", "[-]\n", "JSON_SYNTAX 1:4"],
    ["a half literal", "[tru]", "JSON_SYNTAX undefined:undefined"],
    ["a NUL", "\0\n", "JSON_SYNTAX 1:2"],
    ["a control character in a string", '["\n"]', "JSON_SYNTAX 2:1"],
    ["an unknown escape", '["\\x"]', "JSON_SYNTAX 1:5"],
    ["a broken unicode escape", '["\\u00g0"]', "JSON_SYNTAX 1:8"],
    ["an open string", '["a', "JSON_SYNTAX undefined:undefined"],
  ])("rejects %s", (_, source, place) => {
    expect(places(source)).toEqual([place]);
  });
});

describe("a hostile text", () => {
  const size = 2 * 1024 * 1024;
  const fill = (piece: string) => piece.repeat(Math.floor(size / piece.length));
  const list = (item: (index: number) => string) => {
    const items: string[] = [];
    for (let length = 0; length < size; length += items.at(-1)?.length ?? 0)
      items.push(item(items.length));
    return items.join(",");
  };

  it.each<[string, () => string | Uint8Array]>([
    ["nested lists", () => fill("[")],
    ["nested objects", () => fill('{"a":')],
    ["NUL bytes", () => fill("\0")],
    ["unknown keys", () => text(list((i) => `"unknown${i}":1`))],
    ["one key again and again", () => text(list(() => '"storage":{"files":[{"path":"/a"}]}'))],
    ["nulls", () => text(`"storage":{"files":[${list(() => "null")}]}`)],
    ["the same file", () => text(`"storage":{"files":[${list(() => '{"path":"a"}')}]}`)],
    [
      "files below links",
      () => text(`"storage":{"links":[${list((i) => `{"path":"${"/a".repeat(i + 1)}"}`)}]}`),
    ],
    [
      "partitions",
      () =>
        text(
          `"storage":{"disks":[{"device":"/a","partitions":[${list((i) => `{"startMiB":${2 * i + 1},"sizeMiB":1}`)}]}]}`,
        ),
    ],
    ["lone surrogates", () => text(`"passwd":{"users":[{"name":"${fill("\\ud800")}"}]}`)],
    ["a number", () => text(`"passwd":{"users":[{"name":"a","uid":${fill("1")}}]}`)],
    ["wrong types", () => text(`"passwd":{"users":[${list(() => '{"uid":1.5}')}]}`)],
    [
      "bytes that are not UTF-8",
      () =>
        Buffer.concat([
          Buffer.from(`{${version},"passwd":{"users":[{"name":"`),
          Buffer.alloc(size, 0xff),
          Buffer.from('"}]}}'),
        ]),
    ],
    [
      "a unit of blanks",
      () => text(`"systemd":{"units":[{"name":"a.service","contents":"[a]\\n${fill(" \\n")}"}]}`),
    ],
    [
      "a unit name of at signs",
      () => text(`"systemd":{"units":[{"enabled":true,"name":"${fill("@")}.service"}]}`),
    ],
    ["a version", () => `{"ignition":{"version":"3.4.0-${fill("a.")}"}}`],
    [
      "a host",
      () =>
        text(`"storage":{"files":[{"path":"/a","contents":{"source":"http://${fill("%ff")}"}}]}`),
    ],
    [
      "a data URL",
      () =>
        text(`"storage":{"files":[{"path":"/a","contents":{"source":"data:,${fill("%41")}"}}]}`),
    ],
  ])("of 2 MB of %s is answered in time", (_, make) => {
    const source = make();
    const start = cpuTime();
    const { report } = readIgnition(source);
    // The bound is for slow machines; it takes a tenth of that or less.
    expect(cpuTime() - start).toBeLessThan(5000);
    expect(report.issues.length).toBeLessThanOrEqual(40_000);
  });

  it("puts replacement characters where Go puts them", () => {
    const name = (bytes: number[]) => {
      const source = Buffer.concat([
        Buffer.from(`{${version},"passwd":{"users":[{"name":"`),
        Buffer.from(bytes),
        Buffer.from('"}]}}'),
      ]);
      return readIgnition(source).config?.passwd?.users?.[0]?.name;
    };
    expect(name([0xe2, 0x82])).toBe("\ufffd\ufffd");
    expect(name([0xed, 0xa0, 0x80, 0x61])).toBe("\ufffd\ufffd\ufffda");
    expect(name([0xf0, 0x9f, 0x98, 0x80, 0xff])).toBe("😀\ufffd");
    expect(
      readIgnition(text('"passwd":{"users":[{"name":"\\ud83d\\ude00\\ud800x"}]}')).config?.passwd
        ?.users?.[0]?.name,
    ).toBe("😀\ufffdx");
  });
});
