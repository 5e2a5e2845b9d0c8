import { checkUrl, decodeDataUrl, encodeDataUrl } from "../../src/ignition/index.js";

describe("a URL", () => {
  it.each([
    "http://a",
    "HTTPS://a/b?c#d",
    "http:a",
    "http://",
    "http://u:p@a:8080/x",
    "http://[::1]:80/",
    "http://[fe80::1%25en0]/",
    "http://%C3%A9/",
    "http://a/b c",
    "http://a/?x=%zz",
    "tftp://a/b",
    "gs://b/k",
    "s3://b/k",
    "s3://b/k?versionId=1",
    "s3://b/k?versionid=",
    "arn:aws:s3:::bucket/key",
    "arn:aws:s3:eu-west-1:1:accesspoint/name/object/key",
  ])("accepts %s", (url) => {
    expect(checkUrl(url)).toBeUndefined();
  });

  it.each([
    ["", "URL_SCHEME_UNKNOWN"],
    ["a/b", "URL_SCHEME_UNKNOWN"],
    ["ftp://a", "URL_SCHEME_UNKNOWN"],
    ["oem:///a", "URL_SCHEME_UNKNOWN"],
    ["DATA:,a", "DATA_URL_INVALID"],
    ["data:;base64,YQ==\n", "URL_INVALID"],
    [":a", "URL_INVALID"],
    ["1http://a", "URL_INVALID"],
    ["http://a\u0000", "URL_INVALID"],
    ["http://a b", "URL_INVALID"],
    ["http://a b@c/", "URL_INVALID"],
    ["http://a:x/", "URL_INVALID"],
    ["http://[::1", "URL_INVALID"],
    ["http://[zz]/", "URL_INVALID"],
    ["http://%41", "URL_INVALID"],
    ["http://a/%zz", "URL_INVALID"],
    ["http://a/#%zz", "URL_INVALID"],
    ["s3://b/k?versionId=", "URL_S3_VERSION"],
    ["arn:aws:ec2:::a/b", "URL_S3_ARN"],
    ["arn:aws:s3:::bucket", "URL_S3_ARN"],
    ["arn:aws:s3:r:1:accesspoint/name", "URL_S3_ARN"],
    ["arn:aws:s3", "URL_S3_ARN"],
  ])("rejects %j", (url, code) => {
    expect(checkUrl(url)?.code).toBe(code);
  });

  it("knows gs from 3.2.0 and arn from 3.4.0 on", () => {
    expect(checkUrl("gs://b/k", { spec: "3.1.0" })?.code).toBe("URL_SCHEME_UNKNOWN");
    expect(checkUrl("arn:aws:s3:::b/k", { spec: "3.3.0" })?.message).toContain("3.4.0");
  });

  it("accepts oem only when asked to", () => {
    expect(checkUrl("oem:///a", { oem: true })).toBeUndefined();
  });

  it("suggests the scheme that was meant", () => {
    expect(checkUrl("htps://a")?.hint).toBe("did you mean https?");
  });
});

describe("a data URL", () => {
  it.each([
    ["data:,", ""],
    ["data:,a%20b", "a b"],
    ["data:,a,b;c=?/:@&=+$!*'()~", "a,b;c=?/:@&=+$!*'()~"],
    ["data:;base64,YWJj", "abc"],
    ["data:text/plain;base64,YQ==", "a"],
    ["data:text/plain;charset=utf-8,a", "a"],
    ["data:text/,a", "a"],
    ['data:x-own/thing;a="b\\"c";d=e%20f,a', "a"],
  ])("decodes %s", (url, text) => {
    expect(checkUrl(url)).toBeUndefined();
    expect(Buffer.from(decodeDataUrl(url) ?? []).toString()).toBe(text);
  });

  it.each([
    ["no comma", "data:abc"],
    ["a space", "data:,a b"],
    ["a quote", 'data:,"a"'],
    ["a lone percent sign", "data:,100%"],
    ["a character outside of ASCII", "data:,é"],
    ["an unknown media type", "data:foo/bar,a"],
    ["base64 not directly before the comma", "data:;base64;a=b,YQ=="],
    ["another word than base64", "data:;base32,YQ=="],
    ["base64 without padding", "data:;base64,YQ"],
    ["base64 with padding inside", "data:;base64,YQ==YQ=="],
    ["base64 of the URL kind", "data:;base64,_-8="],
    ["a parameter without a value", "data:;a=,b"],
    ["a bad escape in a parameter", "data:;a=%zz,b"],
    ["a quoted value that is left open", 'data:;a="b,c'],
    ["a quoted value with a bad escape", 'data:;a="\\q",c'],
  ])("rejects %s", (_, url) => {
    expect(checkUrl(url)?.code).toBe("DATA_URL_INVALID");
    expect(decodeDataUrl(url)).toBeUndefined();
  });

  it.each([
    ["nothing", "", "data:,"],
    ["plain text", "abc", "data:,abc"],
    ["text with few escapes", "a b", "data:,a%20b"],
    ["what is as long either way, escaped", "a/b/c", "data:,a%2Fb%2Fc"],
    ["text with many escapes", '{"a": 1}', "data:;base64,eyJhIjogMX0="],
  ])("is made of %s", (_, text, url) => {
    expect(encodeDataUrl(Buffer.from(text))).toBe(url);
  });

  it("brings every byte back", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(decodeDataUrl(encodeDataUrl(bytes))).toEqual(Buffer.from(bytes));
    for (const byte of bytes) {
      expect(decodeDataUrl(encodeDataUrl(Uint8Array.of(byte)))).toEqual(Buffer.of(byte));
    }
  });
});
