import { gunzipSync } from "node:zlib";
import { encodeContents } from "../../src/butane/index.js";
import { configOf, localFiles, problemsOf } from "./support.js";

const contentsOf = (contents: string, files?: Map<string, Uint8Array>) =>
  configOf(`storage:\n  files:\n    - path: /a\n      contents: ${contents}\n`, { files }).storage
    ?.files?.[0]?.contents;

describe("Contents", () => {
  it.each([
    ["{inline: ''}", { source: "data:,", compression: "" }],
    ["{inline: hello world}", { source: "data:,hello%20world", compression: "" }],
    ["{inline: 'é<>'}", { source: "data:,%C3%A9%3C%3E", compression: "" }],
    ["{inline: ééééé}", { source: "data:;base64,w6nDqcOpw6nDqQ==", compression: "" }],
    ["{inline: !!binary /wA=}", { source: "data:,%FF%00", compression: "" }],
    ["{source: 'http://a/b'}", { source: "http://a/b" }],
    ["{source: 'http://a/b', compression: gzip}", { source: "http://a/b", compression: "gzip" }],
    ["{inline: packed, compression: gzip}", { source: "data:,packed", compression: "gzip" }],
    ["{inline: plain, compression: ''}", { source: "data:,plain", compression: "" }],
  ])("of %s become %j", (contents, expected) => {
    expect(contentsOf(contents)).toEqual(expected);
  });

  it("come from local files, whose paths may begin with / or hold . and ..", () => {
    const files = localFiles({ "dir/a.txt": "hello" });
    for (const path of ["dir/a.txt", "/dir/a.txt", "./dir//a.txt", "dir/x/../a.txt"]) {
      expect(contentsOf(`{local: ${path}}`, files)).toEqual({
        source: "data:,hello",
        compression: "",
      });
    }
  });

  it("keep headers and hash beside a source", () => {
    const hash = `sha256-${"0".repeat(64)}`;
    expect(
      contentsOf(
        `{source: 'https://a', http_headers: [{name: A, value: b}], verification: {hash: ${hash}}}`,
      ),
    ).toEqual({
      source: "https://a",
      httpHeaders: [{ name: "A", value: "b" }],
      verification: { hash },
    });
  });

  it("are compressed when that is shorter, the word gzip included", () => {
    const text = "all work and no play\n".repeat(50);
    const { source, compression } = encodeContents(Buffer.from(text));
    expect(compression).toBe("gzip");
    const bytes = Buffer.from(source.slice("data:;base64,".length), "base64");
    expect(gunzipSync(bytes).toString()).toBe(text);
  });

  it("stay as they are when compression is off", () => {
    const body = `storage: {files: [{path: /a, contents: {inline: ${"a".repeat(500)}}}]}\n`;
    const config = configOf(body, { compression: "never" });
    expect(config.storage?.files?.[0]?.contents).toEqual({
      source: `data:,${"a".repeat(500)}`,
      compression: "",
    });
  });

  it("are translated in every place that takes them", () => {
    const config = configOf(
      'ignition:\n  config:\n    merge: [{local: m}]\n    replace: {inline: \'{"ignition":{"version":"3.4.0"}}\'}\n' +
        "  security: {tls: {certificate_authorities: [{inline: ca}]}}\n" +
        "storage:\n  files: [{path: /a, append: [{inline: x}, {local: m}]}]\n  luks: [{name: a, device: /dev/a, key_file: {inline: k}}]\n",
      { files: localFiles({ m: "m" }) },
    );
    expect(config.ignition.config?.merge?.[0]?.source).toBe("data:,m");
    expect(config.ignition.config?.replace?.source).toMatch(/^data:/);
    expect(config.ignition.security?.tls?.certificateAuthorities?.[0]?.source).toBe("data:,ca");
    expect(config.storage?.files?.[0]?.append?.map(({ source }) => source)).toEqual([
      "data:,x",
      "data:,m",
    ]);
    expect(config.storage?.luks?.[0]?.keyFile?.source).toBe("data:,k");
    expect(JSON.stringify(config)).not.toMatch(/inline|local"/);
  });

  it.each([
    ["local and inline", "{local: a, inline: b}", "inline"],
    ["inline and source", "{inline: a, source: 'data:,'}", "source"],
    ["all three", "{source: '', inline: '', local: ''}", "source"],
  ])("rejects %s together, at the last one", (_, contents, last) => {
    expect(problemsOf(`storage: {files: [{path: /a, contents: ${contents}}]}\n`)).toEqual([
      `RESOURCE_SOURCES $.storage.files[0].contents.${last}`,
    ]);
  });

  it.each([
    ["no local files at all", undefined, "a", "LOCAL_FILES_UNSET"],
    ["a file that is not there", localFiles({ b: "" }), "a", "LOCAL_FILE_MISSING"],
    ["a directory", localFiles({ "a/b": "" }), "a", "LOCAL_FILE_MISSING"],
    ["a path out of the folder", localFiles({ a: "" }), "../a", "LOCAL_PATH_ESCAPES"],
    ["a path that leaves later", localFiles({ a: "" }), "b/../../a", "LOCAL_PATH_ESCAPES"],
  ])("rejects %s", (_, files, path, code) => {
    expect(
      problemsOf(`storage: {files: [{path: /a, contents: {local: ${path}}}]}\n`, { files }),
    ).toEqual([`${code} $.storage.files[0].contents.local`]);
  });

  it("rejects a wrong value inside the produced resource at the key the user wrote", () => {
    expect(
      problemsOf(
        "storage:\n  files:\n    - path: /a\n      contents: {inline: x, http_headers: [{name: a, value: b}]}\n",
      ),
    ).toEqual(["HEADERS_NEED_HTTP $.storage.files[0].contents.http_headers"]);
  });
});
