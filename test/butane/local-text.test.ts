import { configOf, localFiles, problemsOf } from "./support.js";

describe("contents_local", () => {
  it("fills units and drop-ins", () => {
    const config = configOf(
      "systemd:\n  units:\n    - name: a.service\n      contents_local: a\n      dropins: [{name: b.conf, contents_local: b}]\n",
      { files: localFiles({ a: "[Unit]\n", b: "[Service]\n" }) },
    );
    expect(config.systemd?.units).toEqual([
      {
        name: "a.service",
        contents: "[Unit]\n",
        dropins: [{ name: "b.conf", contents: "[Service]\n" }],
      },
    ]);
  });

  it("counts as absent when it is empty", () => {
    const config = configOf("systemd: {units: [{name: a.path, contents_local: ''}]}\n");
    expect(config.systemd?.units).toEqual([{ name: "a.path" }]);
  });

  it.each([
    [
      "contents beside it",
      "name: a.path, contents: '', contents_local: a",
      "UNIT_SOURCES",
      "contents_local",
    ],
    ["a missing file", "name: a.path, contents_local: z", "LOCAL_FILE_MISSING", "contents_local"],
    [
      "a text that is no unit",
      "name: a.path, contents_local: bad",
      "UNIT_SYNTAX",
      "contents_local",
    ],
  ])("rejects %s", (_, members, code, key) => {
    expect(
      problemsOf(`systemd: {units: [{${members}}]}\n`, { files: localFiles({ a: "", bad: "[x" }) }),
    ).toEqual([`${code} $.systemd.units[0].${key}`]);
  });
});

describe("ssh_authorized_keys_local", () => {
  it("appends each line that is not empty, CRLF or not", () => {
    const config = configOf(
      "passwd:\n  users:\n    - name: core\n      ssh_authorized_keys: [k0]\n      ssh_authorized_keys_local: [a, b]\n",
      { files: localFiles({ a: "k1\r\n\r\n# note\n \n", b: "k2" }) },
    );
    expect(config.passwd?.users).toEqual([
      { name: "core", sshAuthorizedKeys: ["k0", "k1", "# note", " ", "k2"] },
    ]);
  });

  it("rejects missing files each at its own place, and a key given twice at its file", () => {
    const user = (names: string) =>
      `passwd: {users: [{name: core, ssh_authorized_keys_local: [${names}]}]}\n`;
    const files = localFiles({ a: "k1\n", b: "k1\n" });
    const list = "$.passwd.users[0].ssh_authorized_keys_local";
    expect(problemsOf(user("x, a, y"), { files })).toEqual([
      `LOCAL_FILE_MISSING ${list}[0]`,
      `LOCAL_FILE_MISSING ${list}[2]`,
    ]);
    expect(problemsOf(user("a, b"), { files })).toEqual([`DUPLICATE_ENTRY ${list}[1]`]);
    expect(problemsOf(user("a, b"))).toEqual([`LOCAL_FILES_UNSET ${list}`]);
  });
});
