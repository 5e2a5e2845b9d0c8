import {
  checkHostname,
  checkRelease,
  highestSpec,
  releaseUrl,
  targetOf,
} from "../../src/flatcar/index.js";
import { engines } from "../../src/ignition/index.js";

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
    [{ version: "3033.3.18" }, "FLATCAR_VERSION_TOO_OLD", /supported/],
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

describe("what a config is made for", () => {
  it.each([
    ["no release in particular", {}, "3.4.0"],
    ["LTS of 2023, which reads no newer spec", { version: "3510.3.8" }, "3.3.0"],
    ["a release that reads a newer one", { version: "4593.2.5" }, "3.4.0"],
    ["a newer spec when asked", { version: "4593.2.5", spec: "3.5.0" }, "3.5.0"],
  ])("for %s has the right spec", (_, request, spec) => {
    const { target, report } = targetOf(request, []);
    expect(report.issues).toEqual([]);
    expect(target.spec).toBe(spec);
  });

  it("follows the Ignition of the release", () => {
    expect(targetOf({ version: "4593.2.5" }, []).target.engine).toBe(engines["2.24.0"]);
    expect(targetOf({}, []).target.engine).toBeUndefined();
  });

  it("rejects a spec that the release does not read, and names the first that does", () => {
    const [issue] = targetOf({ version: "4081.3.10", spec: "3.5.0" }, []).report.issues;
    expect(issue?.code).toBe("FLATCAR_SPEC_TOO_NEW");
    expect(issue?.hint).toContain("from 4152 on");
  });

  it.each(["3.7.0", "3.5.0-experimental", "2.3.0", "latest"])("rejects %s as a spec", (spec) => {
    expect(targetOf({ spec }, []).report.issues.map(({ code }) => code)).toEqual([
      "FLATCAR_SPEC_UNKNOWN",
    ]);
  });
});
