import { translateButane } from "../../src/butane/index.js";
import { shown } from "./support.js";

describe("The header of a Butane document", () => {
  it.each([
    ["1.0.0", "3.3.0"],
    ["1.1.0", "3.4.0"],
    ["01.1.0", "3.4.0"],
    ['"1.1.0"', "3.4.0"],
    ["!!binary MS4xLjA=", "3.4.0"],
  ])("makes version %s spec %s", (version, spec) => {
    const { config } = translateButane(`variant: flatcar\nversion: ${version}\n`);
    expect(config).toEqual({ ignition: { version: spec } });
  });

  it.each([
    ["an empty text", "", "BUTANE_VARIANT_MISSING $"],
    ["a comment only", "# nothing\n", "BUTANE_VARIANT_MISSING $"],
    ["a list", "- variant: flatcar\n", "BUTANE_VARIANT_MISSING $"],
    ["no variant", "version: 1.1.0\n", "BUTANE_VARIANT_MISSING $.variant"],
    ["a null variant", "variant:\nversion: 1.1.0\n", "BUTANE_VARIANT_MISSING $.variant"],
    ["another variant", "variant: fcos\nversion: 1.5.0\n", "BUTANE_VARIANT_UNKNOWN $.variant"],
    [
      "an unheard-of variant",
      "variant: toString\nversion: 1.1.0\n",
      "BUTANE_VARIANT_UNKNOWN $.variant",
    ],
    ["a variant that is a list", "variant: [flatcar]\nversion: 1.1.0\n", "YAML_TYPE $.variant"],
    ["no version", "variant: flatcar\n", "BUTANE_VERSION_INVALID $.version"],
    [
      "a version of two numbers",
      "variant: flatcar\nversion: 1.0\n",
      "BUTANE_VERSION_INVALID $.version",
    ],
    [
      "a version with a v",
      "variant: flatcar\nversion: v1.1.0\n",
      "BUTANE_VERSION_INVALID $.version",
    ],
    [
      "a version of the future",
      "variant: flatcar\nversion: 1.9.0\n",
      "BUTANE_VERSION_UNKNOWN $.version",
    ],
    ["build metadata", "variant: flatcar\nversion: 1.1.0+a\n", "BUTANE_VERSION_UNKNOWN $.version"],
    [
      "the experimental version",
      "variant: flatcar\nversion: 1.2.0-experimental\n",
      "BUTANE_VERSION_UNKNOWN $.version",
    ],
  ])("rejects %s", (_, text, problem) => {
    const translation = translateButane(text);
    expect(translation.config).toBeUndefined();
    expect(shown(translation)).toEqual([problem]);
  });

  it("rejects variant and version in one report", () => {
    expect(shown(translateButane("systemd: {}\n"))).toEqual([
      "BUTANE_VARIANT_MISSING $.variant",
      "BUTANE_VERSION_INVALID $.version",
    ]);
  });

  it("says how a document for Fedora CoreOS becomes one for Flatcar", () => {
    const { report } = translateButane("variant: fcos\nversion: 1.5.0\n");
    expect(report.issues[0]?.hint).toMatch(/change it to flatcar.*boot_device and grub/);
  });

  it("says why the experimental version is of no use", () => {
    const { report } = translateButane("variant: flatcar\nversion: 1.2.0-experimental\n");
    expect(report.issues[0]?.message).toMatch(/boots on no Flatcar release/);
    expect(report.issues[0]?.position).toEqual({ line: 2, column: 10 });
  });
});
