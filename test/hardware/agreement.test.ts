import { checkArchitectures } from "../../src/hardware/index.js";

const type = { what: "instance type t4g.large", architecture: "arm64" } as const;
const image = { what: "image ami-1", architecture: "x64" } as const;

describe("agreement of architectures", () => {
  it.each([
    ["nothing", []],
    ["one part", [type]],
    ["parts that agree", [type, { what: "extension docker", architecture: "arm64" as const }]],
    ["a part that is not known", [type, { what: "image ami-2" }]],
    ["only parts that are not known", [{ what: "image ami-2" }, { what: "type" }]],
  ])("accepts %s", (_, parts) => {
    expect(checkArchitectures(parts, []).issues).toEqual([]);
  });

  it("rejects two parts that differ, and names both", () => {
    expect(checkArchitectures([{ what: "type" }, type, image], ["imageId"]).issues).toEqual([
      {
        code: "HARDWARE_ARCHITECTURE_MISMATCH",
        severity: "error",
        path: ["imageId"],
        message: "instance type t4g.large is arm64, and image ami-1 is x64",
        hint: "make both arm64 or both x64",
      },
    ]);
  });

  it("rejects every part that differs from the first", () => {
    const extension = { what: "extension kubernetes", architecture: "x64" as const };
    expect(checkArchitectures([type, image, extension], []).issues).toHaveLength(2);
  });
});
