import { checkHostname, checkRelease, highestSpec, releaseUrl } from "../../src/flatcar/index.js";

describe("channel and version", () => {
  it.each([
    [{}, { channel: "stable" }],
    [{ channel: "lts" }, { channel: "lts" }],
    [{ version: "4593.2.5" }, { channel: "stable", version: "4593.2.5" }],
    [{ version: "4081.3.10" }, { channel: "lts", version: "4081.3.10" }],
    [
      { channel: "alpha", version: "4790.0.0" },
      { channel: "alpha", version: "4790.0.0" },
    ],
  ])("%j means %j", (request, release) => {
    const checked = checkRelease(request, []);
    expect(checked.report.issues).toEqual([]);
    expect(checked.release).toEqual(release);
  });

  it.each([
    [{ channel: "edge" }, "FLATCAR_CHANNEL_EDGE", /alpha/],
    [{ channel: "stabel" }, "FLATCAR_CHANNEL_UNKNOWN", /did you mean "stable"/],
    [{ version: "4593" }, "FLATCAR_VERSION_INVALID", /4593\.2\.5/],
    [{ version: "4593.7.1" }, "FLATCAR_VERSION_INVALID", /middle one/],
    [{ version: "current" }, "FLATCAR_VERSION_INVALID", /three numbers/],
    [{ channel: "beta", version: "4593.2.5" }, "FLATCAR_VERSION_CHANNEL", /"stable"/],
  ])("rejects %j with %s", (request, code, hint) => {
    const { release, report } = checkRelease(request, []);
    expect(release).toBeUndefined();
    expect(report.issues.map((issue) => issue.code)).toEqual([code]);
    expect(report.issues[0]?.hint).toMatch(hint);
  });
});

describe("the newest spec that a release reads", () => {
  it.each([
    ["3033.3.18", undefined],
    ["3510.3.8", "3.3.0"],
    ["4081.3.10", "3.4.0"],
    ["4230.2.4", "3.5.0"],
    ["4757.2.0", "3.5.0"],
    ["4820.0.0", "3.6.0"],
  ])("of %s is %s", (version, spec) => {
    expect(highestSpec(version)).toBe(spec);
  });
});

describe("where a release lies", () => {
  it("is the channel's server over http, by Flatcar's name for the architecture", () => {
    expect(releaseUrl({ channel: "stable" }, "x64")).toBe(
      "http://stable.release.flatcar-linux.net/amd64-usr/current",
    );
    expect(releaseUrl({ channel: "beta", version: "4757.1.0" }, "arm64")).toBe(
      "http://beta.release.flatcar-linux.net/arm64-usr/4757.1.0",
    );
  });

  it("is the same layout below a mirror", () => {
    expect(
      releaseUrl({ channel: "stable", version: "4593.2.5" }, "x64", "http://10.0.0.1/flatcar/"),
    ).toBe("http://10.0.0.1/flatcar/amd64-usr/4593.2.5");
  });
});

describe("hostnames", () => {
  it.each(["a", "node-a", "node-a.rack1.example.com", "1st", "a".repeat(63)])(
    "accepts %s",
    (name) => {
      expect(checkHostname(name, []).issues).toEqual([]);
    },
  );

  it.each([
    "",
    "-a",
    "a-",
    "a_b",
    "a..b",
    "a.",
    "a".repeat(64),
    `${"a".repeat(40)}.${"b".repeat(40)}`,
    "a b",
  ])("rejects %j", (name) => {
    expect(checkHostname(name, []).issues.map((issue) => issue.code)).toEqual(["HOSTNAME_INVALID"]);
  });
});
