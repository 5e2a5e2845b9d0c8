import { defineProfile, type ProfileSpec, standardProfile } from "../../src/hardware/index.js";
import { formatPath } from "../../src/report/index.js";

const codesOf = (spec: ProfileSpec) =>
  defineProfile(spec, ["profile"]).report.issues.map(
    ({ code, path }) => `${code} ${formatPath(path)}`,
  );

describe("a profile of one's own", () => {
  it("is the floor where it says nothing", () => {
    expect(defineProfile({ name: "plain" }).profile).toEqual({
      ...standardProfile,
      name: "plain",
      gpu: false,
      burstableAllowed: true,
    });
  });

  it("asks for more", () => {
    const spec: ProfileSpec = {
      name: "database",
      vcpus: 8,
      memoryMib: 65536,
      diskGb: 200,
      architectures: ["arm64"],
      gpu: true,
      burstableAllowed: false,
    };
    const { profile, report } = defineProfile(spec);
    expect(profile).toEqual(spec);
    expect(report.issues).toEqual([]);
  });

  it("cannot be changed, not even through the list it was made from", () => {
    const architectures: ("x64" | "arm64")[] = ["x64"];
    const { profile } = defineProfile({ name: "fixed", architectures });
    architectures.push("arm64");
    expect(profile?.architectures).toEqual(["x64"]);
    expect(Object.isFrozen(profile)).toBe(true);
  });

  it.each<[string, Partial<ProfileSpec>, string]>([
    ["3 vCPU", { vcpus: 3 }, "HARDWARE_PROFILE_BELOW_FLOOR $.profile.vcpus"],
    ["7999 MiB", { memoryMib: 7999 }, "HARDWARE_PROFILE_BELOW_FLOOR $.profile.memoryMib"],
    ["31 GB of disk", { diskGb: 31 }, "HARDWARE_PROFILE_BELOW_FLOOR $.profile.diskGb"],
    ["no vCPU", { vcpus: 0 }, "HARDWARE_INVALID $.profile.vcpus"],
    ["memory that is no number", { memoryMib: Number.NaN }, "HARDWARE_INVALID $.profile.memoryMib"],
    ["no architecture", { architectures: [] }, "HARDWARE_ARCHITECTURE $.profile.architectures"],
    [
      "an architecture without a release",
      { architectures: ["x64", JSON.parse('"riscv64"')] },
      "HARDWARE_ARCHITECTURE $.profile.architectures[1]",
    ],
    ["a blank name", { name: " " }, "HARDWARE_PROFILE_NAME $.profile.name"],
  ])("rejects %s", (_, spec, issue) => {
    expect(codesOf({ name: "own", ...spec })).toEqual([issue]);
  });

  it("rejects everything that is wrong at once, and gives no profile", () => {
    const { profile, report } = defineProfile({ name: "tiny", vcpus: 1, memoryMib: 512 });
    expect(report.issues).toHaveLength(2);
    expect(profile).toBeUndefined();
    expect(report.issues[0]?.message).toBe('profile "tiny" asks for vcpus 1, and the floor is 4');
  });
});
