import {
  codes,
  comparePaths,
  didYouMean,
  formatIssues,
  formatPath,
  isUnder,
  type Path,
  parsePath,
  Report,
} from "../../src/report/index.js";

describe("paths", () => {
  it.each<[string, Path]>([
    ["$", []],
    ["$.units[0].name", ["units", 0, "name"]],
    ['$.metadata["user-data"]', ["metadata", "user-data"]],
    ['$["say \\"hi\\""][3]', ['say "hi"', 3]],
  ])("%s is written and read back", (text, path) => {
    expect(formatPath(path)).toBe(text);
    expect(parsePath(text)).toEqual(path);
  });

  it("reads Ignition's own spelling", () => {
    expect(parsePath("$.storage.files.0.path")).toEqual(["storage", "files", 0, "path"]);
  });

  it.each(["", "storage.files", "$.", "$.a[", "$[x]", "$.a..b"])("rejects %j as a path", (text) => {
    expect(parsePath(text)).toBeUndefined();
  });

  it("orders list indexes as numbers and parents before what is below them", () => {
    const sorted = (["$.a[10]", "$.a[2].b", "$.a[2]", "$.a"] as const)
      .map((text) => parsePath(text) ?? [])
      .sort(comparePaths)
      .map(formatPath);
    expect(sorted).toEqual(["$.a", "$.a[2]", "$.a[2].b", "$.a[10]"]);
  });

  it("knows what lies below a path, and that a path lies below itself", () => {
    expect(isUnder(["units", 0, "name"], ["units", 0])).toBe(true);
    expect(isUnder(["units"], ["units"])).toBe(true);
    expect(isUnder(["units"], ["units", 0])).toBe(false);
    expect(isUnder(["units", 1], ["units", 0])).toBe(false);
  });
});

describe("a report", () => {
  const report = new Report();
  report.error("HARDWARE_TOO_SMALL", ["hardware", "vcpus"], "2 vCPU is too few", "use four");
  report.warning("PXE_URL_HTTPS", ["baseUrl"], "https", "use http");
  report.error("PXE_MAC_INVALID", ["macAddresses", 10], "bad", "mend it");
  report.error("PXE_MAC_INVALID", ["macAddresses", 9], "bad", "mend it", {
    position: { source: "rack.csv", line: 7, column: 5 },
  });
  report.error("PXE_MAC_INVALID", ["macAddresses", 10], "bad", "mend it");

  it("sorts by path and says the same thing once", () => {
    expect(report.sorted().issues.map((issue) => formatPath(issue.path))).toEqual([
      "$.baseUrl",
      "$.hardware.vcpus",
      "$.macAddresses[9]",
      "$.macAddresses[10]",
    ]);
  });

  it("tells errors from warnings", () => {
    expect(report.hasErrors).toBe(true);
    expect(report.warnings.map((issue) => issue.code)).toEqual(["PXE_URL_HTTPS"]);
    expect(new Report().hasErrors).toBe(false);
  });

  it("leaves out what the map of add() drops", () => {
    const other = new Report().add(report, (issue) =>
      issue.severity === "warning" ? { ...issue, path: ["boot", ...issue.path] } : undefined,
    );
    expect(other.issues.map((issue) => formatPath(issue.path))).toEqual(["$.boot.baseUrl"]);
  });

  it("prints code, path, position, message and fix", () => {
    expect(formatIssues("it cannot be built: 2 problems", report.sorted().errors.slice(0, 2))).toBe(
      [
        "it cannot be built: 2 problems",
        "",
        "  HARDWARE_TOO_SMALL  $.hardware.vcpus",
        "    2 vCPU is too few",
        "    fix: use four",
        "",
        "  PXE_MAC_INVALID  $.macAddresses[9]  (rack.csv:7:5)",
        "    bad",
        "    fix: mend it",
      ].join("\n"),
    );
  });
});

describe("the catalogue of codes", () => {
  it.each(Object.entries(codes))("%s has a title and a reason", (code, { title, explanation }) => {
    expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    expect(title).toMatch(/^.{5,100}[^.]$/);
    expect(explanation.length).toBeGreaterThan(20);
    expect(explanation).toMatch(/[.)]$/);
  });
});

describe("suggestions", () => {
  it.each([
    ["servce", ["service", "socket", "timer"], "service"],
    ["Stable", ["stable", "beta"], "stable"],
    ["zebra", ["service", "socket"], undefined],
    ["x", ["a", "bc"], "a"],
  ])("%s among %j is %s", (word, known, near) => {
    expect(didYouMean(word, known)).toBe(near);
  });
});
