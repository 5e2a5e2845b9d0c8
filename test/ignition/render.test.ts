import { renderIgnition } from "../../src/ignition/index.js";
import { document, withDisk, withFile, withLuks } from "./documents.js";

const start = '{"ignition":{"version":"3.4.0"}';

describe("rendering", () => {
  it("writes members in the order of the spec, whatever the order they were given in", () => {
    const config = document({
      passwd: {
        users: [
          {
            uid: 1,
            shouldExist: true,
            shell: "/bin/sh",
            sshAuthorizedKeys: ["k"],
            name: "a",
            groups: ["g"],
          },
        ],
      },
    });
    expect(renderIgnition(config)).toBe(
      `${start},"passwd":{"users":[{"groups":["g"],"name":"a","sshAuthorizedKeys":["k"],"shell":"/bin/sh","shouldExist":true,"uid":1}]}}`,
    );
  });

  it("puts what files share before what is theirs", () => {
    const config = withFile({
      mode: 420,
      contents: { source: "data:," },
      user: { id: 1 },
      overwrite: true,
    });
    expect(renderIgnition(config)).toBe(
      `${start},"storage":{"files":[{"overwrite":true,"path":"/a","user":{"id":1},"contents":{"source":"data:,"},"mode":420}]}}`,
    );
  });

  it("leaves out what is empty, and writes what is set to empty, zero or false", () => {
    const config = withFile({
      mode: 0,
      overwrite: false,
      append: [],
      user: {},
      contents: { compression: "", httpHeaders: [] },
    });
    expect(renderIgnition(config)).toBe(
      `${start},"storage":{"files":[{"overwrite":false,"path":"/a","contents":{"compression":""},"mode":0}]}}`,
    );
    expect(renderIgnition(document({ storage: { files: [] }, systemd: {} }))).toBe(`${start}}`);
  });

  it("always writes what identifies an item, but no partition number 0 and no empty tang URL", () => {
    expect(
      renderIgnition(withDisk({ device: undefined, partitions: [{ number: 0, label: "" }] })),
    ).toBe(`${start},"storage":{"disks":[{"device":"","partitions":[{"label":""}]}]}}`);
    expect(renderIgnition(withLuks({ device: undefined, clevis: { tang: [{ url: "" }] } }))).toBe(
      `${start},"storage":{"luks":[{"clevis":{"tang":[{}]},"name":"data"}]}}`,
    );
    expect(renderIgnition({ ignition: {} })).toBe('{"ignition":{"version":""}}');
  });

  it.each([
    ['"\\\n\r\t', '\\"\\\\\\n\\r\\t'],
    ["\b\f\u0000\u001f", "\\u0008\\u000c\\u0000\\u001f"],
    ["<>&", "\\u003c\\u003e\\u0026"],
    ["\u2028\u2029", "\\u2028\\u2029"],
    ["\ud800x\udc00", "\\ufffdx\\ufffd"],
    ["é😀\u007f\ufffd'", "é😀\u007f\ufffd'"],
  ])("escapes %j as Butane does", (name, escaped) => {
    expect(renderIgnition(document({ passwd: { users: [{ name }] } }))).toContain(
      `"name":"${escaped}"`,
    );
  });

  it("passes over items that are not known yet", () => {
    const units = [undefined, { name: "a.service" }];
    const config = { ignition: { version: "3.4.0" }, systemd: { units } };
    expect(renderIgnition(Object.assign(document(), config))).toBe(
      `${start},"systemd":{"units":[{"name":"a.service"}]}}`,
    );
  });
});
