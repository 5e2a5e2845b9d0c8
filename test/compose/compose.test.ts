import { type ComposeOptions, composeIgnition, type Fragment } from "../../src/compose/index.js";
import { renderIgnition } from "../../src/ignition/index.js";
import { formatPath } from "../../src/report/index.js";

/** The composed document as parsed JSON. */
const composed = (fragments: Fragment[], options?: ComposeOptions) =>
  JSON.parse(renderIgnition(composeIgnition(fragments, options).config));

/** What is wrong, as lines of severity, code, path and position. */
const issues = (fragments: Fragment[], options?: ComposeOptions) =>
  composeIgnition(fragments, options).report.issues.map(({ severity, code, path, position }) =>
    [
      severity,
      code,
      formatPath(path),
      position && `${position.source}:${position.line}:${position.column}`,
    ]
      .filter(Boolean)
      .join(" "),
  );

const butane = (body: string) => `variant: flatcar\nversion: 1.1.0\n${body}`;

describe("typed sections", () => {
  it("become Ignition, with text as data URLs", () => {
    expect(
      composed([
        {
          files: [
            { path: "/etc/a", contents: "hello world", mode: 0o600, user: { id: 500 } },
            { path: "/etc/b", contentsBase64: "AAEC" },
            { path: "/etc/c", source: "https://example.com/c", hash: `sha512-${"0".repeat(128)}` },
          ],
          directories: [{ path: "/srv/www", mode: 0o755 }],
          links: [{ path: "/etc/localtime", target: "/usr/share/zoneinfo/UTC", overwrite: true }],
          units: [{ name: "a.service", mask: true }],
          users: [{ name: "ops", groups: ["sudo"] }],
          disks: [{ device: "/dev/disk/by-id/d", partitions: [{ number: 1, label: "data" }] }],
        },
      ]),
    ).toEqual({
      ignition: { version: "3.4.0" },
      passwd: { users: [{ name: "ops", groups: ["sudo"] }] },
      storage: {
        directories: [{ path: "/srv/www", mode: 493 }],
        disks: [{ device: "/dev/disk/by-id/d", partitions: [{ number: 1, label: "data" }] }],
        files: [
          {
            path: "/etc/a",
            contents: { compression: "", source: "data:,hello%20world" },
            mode: 384,
            user: { id: 500 },
          },
          { path: "/etc/b", contents: { compression: "", source: "data:;base64,AAEC" } },
          {
            path: "/etc/c",
            contents: {
              source: "https://example.com/c",
              verification: { hash: `sha512-${"0".repeat(128)}` },
            },
          },
        ],
        links: [{ path: "/etc/localtime", target: "/usr/share/zoneinfo/UTC", overwrite: true }],
      },
      systemd: { units: [{ name: "a.service", mask: true }] },
    });
  });

  it.each<[string, Fragment, string]>([
    [
      "a mode that is no mode",
      { files: [{ path: "/etc/a", mode: 0o10000 }] },
      "error FILE_MODE_INVALID $[0].files[0].mode",
    ],
    [
      "contents given twice",
      { files: [{ path: "/a", contents: "", source: "http://x" }] },
      "error CONTENTS_TWICE $[0].files[0].source",
    ],
    [
      "base64 that is none",
      { files: [{ path: "/a", contentsBase64: "a_b-" }] },
      "error CONTENTS_BASE64 $[0].files[0].contentsBase64",
    ],
    [
      "a bad hash, where it was typed",
      { files: [{ path: "/a", source: "http://x", hash: "md5-00" }] },
      "error HASH_UNKNOWN $[0].files[0].hash",
    ],
    [
      "a bad URL, where it was typed",
      { files: [{ path: "/a", source: "ftp://x" }] },
      "error URL_SCHEME_UNKNOWN $[0].files[0].source",
    ],
    [
      "a relative link",
      { links: [{ path: "etc/a", target: "b" }] },
      "error PATH_RELATIVE $[0].links[0].path",
    ],
    [
      "a fault in a nested fragment",
      { fragments: [{ fragments: [{ units: [{ name: "x" }] }] }] },
      "error UNIT_NAME_SUFFIX $[0].fragments[0].fragments[0].units[0].name",
    ],
  ])("rejects %s", (_, fragment, issue) => {
    expect(issues([fragment])).toContain(issue);
  });
});

describe("fragments of all kinds in one config", () => {
  const base: Fragment = { files: [{ path: "/etc/motd", contents: "base", mode: 0o644 }] };

  it("later ones win, member by member", () => {
    const [file] = composed([base, { files: [{ path: "/etc/motd", contents: "mine" }] }]).storage
      .files;
    expect(file).toEqual({
      path: "/etc/motd",
      contents: { compression: "", source: "data:,mine" },
      mode: 420,
    });
  });

  it("raw Ignition gives way to Butane, and Butane to typed sections", () => {
    const file = (text: string) => ({ path: "/etc/motd", contents: { source: `data:,${text}` } });
    const ignition = JSON.stringify({
      ignition: { version: "3.3.0" },
      storage: { files: [file("raw")] },
    });
    const document = butane(
      'storage: { files: [{ path: /etc/motd, contents: { inline: "butane" } }] }',
    );
    expect(composed([{ ignition: [ignition] }]).storage.files[0].contents.source).toBe("data:,raw");
    expect(
      composed([{ ignition: [ignition], butane: [document] }]).storage.files[0].contents.source,
    ).toBe("data:,butane");
    expect(
      composed([
        {
          ignition: [ignition],
          butane: [document],
          files: [{ path: "/etc/motd", contents: "typed" }],
        },
      ]).storage.files[0].contents.source,
    ).toBe("data:,typed");
  });

  it("rejects what only goes wrong together, at the place that brought it", () => {
    const owner = (user: { id?: number; name?: string }): Fragment => ({
      files: [{ path: "/etc/a", contents: "", user }],
    });
    expect(issues([owner({ id: 500 }), owner({ name: "core" })])).toContain(
      "error OWNER_ID_AND_NAME $[1].files[0].user",
    );
  });

  it("rejects a mistake in Butane at its line and column", () => {
    const document = butane("systemd:\n  units:\n    - name: app.servce\n");
    expect(issues([{ name: "web", butane: [document] }])).toEqual([
      "error UNIT_NAME_SUFFIX $[0].butane[0].systemd.units[0].name web: butane[0]:5:13",
    ]);
  });

  it("rejects a mistake in raw Ignition at its line and column", () => {
    const document =
      '{"ignition": {"version": "3.4.0"},\n "systemd": {"units": [{"name": "app.servce"}]}}';
    expect(issues([{ ignition: [document] }])).toEqual([
      "error UNIT_NAME_SUFFIX $[0].ignition[0].systemd.units[0].name ignition[0]:2:33",
    ]);
  });

  it("leads a problem of the merged config back to the Butane line", () => {
    const document = butane("storage:\n  files:\n    - path: /etc/link/file\n");
    expect(
      issues([{ links: [{ path: "/etc/link", target: "/etc" }] }, { butane: [document] }]),
    ).toContain("error FILE_BELOW_LINK $[1].butane[0].storage.files[0] butane[0]:5:7");
  });

  it("rejects a raw document that loses something on its way to the spec of the result", () => {
    const document = JSON.stringify({
      ignition: { version: "3.5.0" },
      storage: { luks: [{ name: "data", device: "/dev/disk/by-id/d", cex: { enabled: true } }] },
    });
    expect(issues([{ ignition: [document] }]).join()).toMatch(
      /error \w+ \$\[0\]\.ignition\[0\]\.storage\.luks\[0\]\.cex/,
    );
    expect(issues([{ ignition: [document] }], { spec: "3.5.0" })).toEqual([]);
  });

  it("shows warnings of documents without stopping", () => {
    const { config, report } = composeIgnition([{ butane: [butane("storgae: {}\n")] }]);
    expect(report.hasErrors).toBe(false);
    expect(report.warnings[0]?.hint).toContain("storage");
    expect(config.ignition.version).toBe("3.4.0");
  });
});

describe("filesystems with a mount unit", () => {
  const data = {
    device: "/dev/disk/by-label/data",
    format: "ext4",
    path: "/srv/data",
    withMountUnit: true,
  };

  it("get the unit that Butane makes for them", () => {
    const yaml = butane(
      "storage: { filesystems: [{ device: /dev/disk/by-label/data, format: ext4, path: /srv/data, with_mount_unit: true }] }",
    );
    expect(composed([{ filesystems: [data] }])).toEqual(composed([{ butane: [yaml] }]));
    expect(composed([{ filesystems: [data] }]).systemd.units[0].name).toBe("srv-data.mount");
  });

  it("let a unit of one's own win", () => {
    const [unit] = composed([
      { filesystems: [data], units: [{ name: "srv-data.mount", enabled: false }] },
    ]).systemd.units;
    expect(unit).toMatchObject({
      enabled: false,
      contents: expect.stringContaining("Where=/srv/data"),
    });
  });

  it.each([
    [
      "without a format",
      { ...data, format: undefined },
      "error MOUNT_UNIT_FORMAT $[0].filesystems[0].format",
    ],
    [
      "without a path",
      { ...data, path: undefined },
      "error MOUNT_UNIT_PATH $[0].filesystems[0].path",
    ],
  ])("rejects one %s", (_, filesystem, issue) => {
    expect(issues([{ filesystems: [filesystem] }])).toContain(issue);
  });
});

describe("local files", () => {
  it("are those that the caller gives", () => {
    const document = butane("storage: { files: [{ path: /etc/motd, contents: { local: motd } }] }");
    const files = new Map([["motd", Buffer.from("hello")]]);
    expect(composed([{ butane: [document] }], { files }).storage.files[0].contents.source).toBe(
      "data:,hello",
    );
    expect(issues([{ butane: [document] }])[0]).toContain("error LOCAL_FILES_UNSET");
  });
});

describe("conflicts", () => {
  const motd = (contents: string): Fragment => ({ files: [{ path: "/etc/motd", contents }] });

  it("pass by default", () => expect(issues([motd("a"), motd("b")])).toEqual([]));

  it("rejects two values for one thing when asked, and names both places", () => {
    const { report } = composeIgnition([motd("a"), motd("b")], { onConflict: "error" });
    expect(report.issues.map(({ code, path }) => `${code} ${formatPath(path)}`)).toEqual([
      "FRAGMENT_CONFLICT $[1].files[0].contents",
    ]);
    expect(report.issues[0]?.message).toContain("$[0].files[0].contents");
  });

  it.each<[string, Fragment, Fragment, string]>([
    [
      "a file over a directory",
      { directories: [{ path: "/a" }] },
      { files: [{ path: "/a", contents: "" }] },
      "$[1].files[0]",
    ],
    [
      "a kernel argument that is wanted and unwanted",
      { kernelArguments: { shouldExist: ["quiet"] } },
      { kernelArguments: { shouldNotExist: ["quiet"] } },
      "$[1].kernelArguments.shouldNotExist[0]",
    ],
    [
      "a unit switched off that was on",
      { units: [{ name: "a.service", enabled: true }] },
      { units: [{ name: "a.service", enabled: false }] },
      "$[1].units[0].enabled",
    ],
  ])("rejects %s", (_, first, second, path) => {
    expect(issues([first, second], { onConflict: "error" })).toContain(
      `error FRAGMENT_CONFLICT ${path}`,
    );
  });

  it("are none when both say the same, or add to one another", () => {
    const one: Fragment = {
      ...motd("a"),
      users: [{ name: "core", sshAuthorizedKeys: ["ssh-ed25519 A"] }],
    };
    const two: Fragment = {
      ...motd("a"),
      users: [{ name: "core", sshAuthorizedKeys: ["ssh-ed25519 B"] }],
    };
    expect(issues([one, two], { onConflict: "error" })).toEqual([]);
  });
});

describe("files of a root that outlives Ignition", () => {
  it("replace what is there, unless they say otherwise", () => {
    const { storage } = composed(
      [
        {
          files: [
            { path: "/a", contents: "" },
            { path: "/b", contents: "", overwrite: false },
            { path: "/c", mode: 0o600 },
          ],
        },
      ],
      { overwriteFiles: true },
    );
    expect(storage.files.map(({ overwrite }: { overwrite?: boolean }) => overwrite)).toEqual([
      true,
      false,
      undefined,
    ]);
  });
});
