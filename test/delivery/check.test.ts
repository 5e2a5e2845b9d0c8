import { checkPlatform } from "../../src/delivery/index.js";
import type { IgnitionDocument } from "../../src/ignition/index.js";
import { type Platform, platforms } from "../../src/platforms/index.js";
import { formatPath } from "../../src/report/index.js";

const check = (config: IgnitionDocument, platform: Platform) =>
  checkPlatform(config, platform).issues.map(
    ({ severity, code, path }) => `${severity} ${code} ${formatPath(path)}`,
  );

const withArguments = (kernelArguments: IgnitionDocument["kernelArguments"]): IgnitionDocument => ({
  ignition: { version: "3.4.0" },
  kernelArguments,
});

describe("kernel arguments in a config", () => {
  it.each([{ shouldExist: ["nosmt"] }, { shouldNotExist: ["flatcar.autologin"] }])(
    "rejects %j on a network boot only",
    (given) => {
      expect(check(withArguments(given), platforms.baremetal)).toEqual([
        "error PLATFORM_KERNEL_ARGUMENTS $.kernelArguments",
      ]);
      for (const platform of [platforms.aws, platforms.azure, platforms.gcp, platforms.openstack]) {
        expect(check(withArguments(given), platform)).toEqual([]);
      }
    },
  );

  it.each([undefined, {}, { shouldExist: [] }])("is content with %j anywhere", (given) => {
    expect(check(withArguments(given), platforms.baremetal)).toEqual([]);
  });
});

describe("the spec of a config", () => {
  const place: Platform = { ...platforms.aws, id: "attic", highestSpec: "3.3.0" };

  it.each(["3.4.0", "3.5.0"])("rejects %s where 3.3.0 is the newest", (version) => {
    expect(check({ ignition: { version } }, place)).toEqual([
      "error PLATFORM_SPEC $.ignition.version",
    ]);
  });

  it.each(["3.3.0", "3.0.0", "nonsense", undefined])("leaves %s alone there", (version) => {
    expect(check({ ignition: { version } }, place)).toEqual([]);
  });

  it("passes any spec where no limit is known", () => {
    expect(check({ ignition: { version: "3.6.0" } }, platforms.aws)).toEqual([]);
  });
});
