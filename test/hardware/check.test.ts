import fc from "fast-check";
import { checkHardware, type MachineFacts, standardProfile } from "../../src/hardware/index.js";
import { formatPath } from "../../src/report/index.js";

const enough: MachineFacts = {
  vcpus: 4,
  memoryMib: 8000,
  diskGb: 32,
  architecture: "x64",
};

const codesAt = (facts: MachineFacts, options = {}) =>
  checkHardware(facts, ["hardware"], options).issues.map(
    ({ code, path, severity }) => `${severity} ${code} ${formatPath(path)}`,
  );

describe("the hardware rule", () => {
  it.each<[string, MachineFacts]>([
    ["exactly the floor", enough],
    ["an 8 GiB machine", { ...enough, memoryMib: 8192 }],
    [
      "a large arm64 machine",
      { vcpus: 96, memoryMib: 786432, diskGb: 4000, architecture: "arm64" },
    ],
  ])("accepts %s", (_, facts) => {
    expect(codesAt(facts)).toEqual([]);
  });

  it.each<[string, MachineFacts, string]>([
    ["3 vCPU", { ...enough, vcpus: 3 }, "error HARDWARE_TOO_SMALL $.hardware.vcpus"],
    ["7.5 GiB", { ...enough, memoryMib: 7680 }, "error HARDWARE_TOO_SMALL $.hardware.memoryMib"],
    ["31 GB of disk", { ...enough, diskGb: 31 }, "error HARDWARE_TOO_SMALL $.hardware.diskGb"],
    [
      "an unknown disk",
      { ...enough, diskGb: undefined },
      "error HARDWARE_UNKNOWN $.hardware.diskGb",
    ],
    ["no processors", { ...enough, vcpus: 0 }, "error HARDWARE_INVALID $.hardware.vcpus"],
    [
      "endless memory",
      { ...enough, memoryMib: Number.POSITIVE_INFINITY },
      "error HARDWARE_INVALID $.hardware.memoryMib",
    ],
  ])("rejects %s", (_, facts, issue) => {
    expect(codesAt(facts)).toEqual([issue]);
  });

  it("rejects an architecture that Flatcar has no release for", () => {
    const facts = { ...enough, architecture: JSON.parse('"riscv64"') };
    expect(codesAt(facts)).toEqual(["error HARDWARE_ARCHITECTURE $.hardware.architecture"]);
  });

  it("names the number, the floor and the profile", () => {
    const [issue] = checkHardware({ ...enough, memoryMib: 7680 }, []).issues;
    expect(issue?.message).toBe(
      '7.5 GiB is less than the 8 GB that profile "flatcar-standard" needs',
    );
  });

  it("turns into a warning that repeats the reason of a waiver", () => {
    const report = checkHardware({ ...enough, vcpus: 2 }, [], { waiver: "test bench" });
    expect(report.hasErrors).toBe(false);
    expect(report.warnings[0]?.message).toContain("waived: test bench");
  });

  it.each(["", "  "])("rejects the waiver %j and does not count it", (waiver) => {
    expect(codesAt({ ...enough, vcpus: 2 }, { waiver })).toEqual([
      "error HARDWARE_WAIVER_EMPTY $.hardwareWaiver",
      "error HARDWARE_TOO_SMALL $.hardware.vcpus",
    ]);
  });

  it("rejects an empty waiver of a machine that needs none, at the place it was given", () => {
    expect(codesAt(enough, { waiver: "", waiverPath: ["nodes", 1, "waiver"] })).toEqual([
      "error HARDWARE_WAIVER_EMPTY $.nodes[1].waiver",
    ]);
  });

  it("does not take the least a machine has for all of it", () => {
    const facts = { ...enough, memoryMib: 7000, memoryAtLeast: true };
    expect(codesAt(facts)).toEqual(["error HARDWARE_UNKNOWN $.hardware.memoryMib"]);
    expect(codesAt({ ...facts, memoryMib: 8000 })).toEqual([]);
  });

  it.each<[string, MachineFacts, string[]]>([
    ["with one", { gpu: true }, []],
    ["without", { gpu: false }, ["error HARDWARE_GPU_MISSING $.hardware"]],
    ["not known", {}, ["error HARDWARE_UNKNOWN $.hardware.gpu"]],
  ])("asks for a graphics processor when the profile does: a machine %s", (_, facts, issues) => {
    const profile = { ...standardProfile, gpu: true };
    expect(codesAt({ ...enough, ...facts }, { profile })).toEqual(issues);
  });

  it("rejects a burstable machine when the profile does, and only then", () => {
    const facts = { ...enough, burstable: true };
    const profile = { ...standardProfile, burstableAllowed: false };
    expect(codesAt(facts, { profile })).toEqual(["error HARDWARE_BURSTABLE $.hardware"]);
    expect(codesAt(facts)).toEqual([]);
  });

  it("counts a profile below the floor as the floor", () => {
    const profile = { ...standardProfile, vcpus: 1 };
    expect(codesAt({ ...enough, vcpus: 3 }, { profile })).toEqual([
      "error HARDWARE_TOO_SMALL $.hardware.vcpus",
    ]);
  });

  it("does not waive what is unknown", () => {
    expect(codesAt({ architecture: "x64" }, { waiver: "test bench" })).toHaveLength(3);
  });

  it.each(["vcpus", "memoryMib", "diskGb", "architecture"])(
    "leaves out %s when it does not count",
    (fact) => {
      expect(codesAt({ ...enough, [fact]: undefined }, { ignore: [fact] })).toEqual([]);
    },
  );

  it("is monotone: a larger machine never fails where a smaller one passed", () => {
    const size = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(size, size, size, size, (vcpus, memoryMib, diskGb, more) => {
        const small = { vcpus, memoryMib, diskGb, architecture: "x64" as const };
        const large = {
          ...small,
          vcpus: vcpus + more,
          memoryMib: memoryMib + more,
          diskGb: diskGb + more,
        };
        return codesAt(small).length >= codesAt(large).length;
      }),
      { seed: 4832 },
    );
  });

  it("keeps the floor from being changed by accident", () => {
    expect(Object.isFrozen(standardProfile)).toBe(true);
    expect(standardProfile).toMatchObject({ vcpus: 4, memoryMib: 8000, diskGb: 32 });
  });
});
