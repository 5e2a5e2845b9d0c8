import { atLeast, type IgnitionDocument, isSpecVersion } from "../ignition/index.js";
import type { Platform } from "../platforms/index.js";
import { Report } from "../report/index.js";

type PlatformRule = (config: IgnitionDocument, platform: Platform, report: Report) => void;

const checkSpec: PlatformRule = ({ ignition }, { id, highestSpec }, report) => {
  const version = ignition?.version;
  if (!highestSpec || !isSpecVersion(version) || atLeast(highestSpec, version)) return;
  report.error(
    "PLATFORM_SPEC",
    ["ignition", "version"],
    `${id} hands on configs up to spec ${highestSpec}, and this one is ${version}`,
    `use spec ${highestSpec}`,
  );
};

const checkKernelArguments: PlatformRule = ({ kernelArguments }, platform, report) => {
  if (platform.kernelArguments) return;
  const { shouldExist = [], shouldNotExist = [] } = kernelArguments ?? {};
  const count = [...shouldExist, ...shouldNotExist].filter((each) => each !== undefined).length;
  if (count === 0) return;
  report.error(
    "PLATFORM_KERNEL_ARGUMENTS",
    ["kernelArguments"],
    `kernel arguments of the config do not work on ${platform.id}, and ${count} ${count === 1 ? "is" : "are"} given`,
    "put them on the kernel line itself: bootArguments of a machine that boots over the network",
  );
};

const rules: readonly PlatformRule[] = [checkSpec, checkKernelArguments];

/** What a place cannot do with a config. Raises PLATFORM_SPEC and PLATFORM_KERNEL_ARGUMENTS. */
export function checkPlatform(config: IgnitionDocument, platform: Platform): Report {
  const report = new Report();
  for (const rule of rules) rule(config, platform, report);
  return report;
}
