import { awsCatalogue } from "../../../src/hardware/aws.js";
import {
  checkType,
  defineProfile,
  type ProfileSpec,
  pickType,
  standardProfile,
  type TypeOptions,
  type TypeWish,
} from "../../../src/hardware/index.js";
import type { hardwareCodes } from "../../../src/report/codes/hardware.js";
import { call, type Example, kind, machine, resource } from "../example.js";
import { print } from "../print.js";
import { azureSize, ec2Type, flatcarImage, gcpType, olderImage } from "./clouds.js";

const ec2 = resource("aws.ec2.Instance");
const azure = resource("azure_native.compute.VirtualMachine");
const gcp = resource("gcp.compute.Instance");

/** An EC2 type, and what counts for the machine besides. */
const typed = kind<TypeOptions & { type: string }>(({ type, ...options }) => ({
  language: "ts",
  text: `// ${awsCatalogue.noun}\n${print({ type, ...options })}`,
  report: checkType(awsCatalogue, type, ["type"], options).report,
}));

const picked = kind<TypeWish>((wish) => ({
  language: "ts",
  text: `// ${awsCatalogue.noun}, chosen by the library\n${print(wish)}`,
  report: pickType(awsCatalogue, wish, ["type"]).report,
}));

const profile = call("defineProfile", (spec: ProfileSpec) => defineProfile(spec).report);
const training = { ...standardProfile, name: "training", gpu: true };

const small = { vcpus: 4, memoryMib: 4096, architecture: "x64" } as const;
const large = { ...small, memoryMib: 8192 };
const rootDisk = "/dev/disk/by-id/nvme-data";
const gcpImage = "projects/kinvolk-public/global/images/flatcar-stable-4593-2-5";

export const hardwareExamples = {
  HARDWARE_TOO_SMALL: machine({ hardware: small }, { hardware: large }),
  HARDWARE_UNKNOWN: machine(
    { rootDisk, hardware: large },
    { rootDisk, hardware: { ...large, diskGb: 120 } },
  ),
  HARDWARE_INVALID: machine({ hardware: { ...large, vcpus: 0 } }, { hardware: large }),
  HARDWARE_ARCHITECTURE: machine(
    { hardware: { ...large, architecture: "amd64" } },
    { hardware: large },
  ),
  HARDWARE_ARCHITECTURE_MISMATCH: azure(
    azureSize("Standard_D4ps_v6"),
    azureSize("Standard_D4s_v5"),
  ),
  HARDWARE_BURSTABLE: ec2(ec2Type("t3.xlarge"), ec2Type("m7i.xlarge")),
  HARDWARE_GPU_MISSING: typed(
    { type: "m7i.xlarge", profile: training },
    { type: "g5.xlarge", profile: training },
  ),
  HARDWARE_CANNOT_BOOT: azure(
    azureSize("Standard_D4s_v6", olderImage),
    azureSize("Standard_D4s_v6", flatcarImage),
  ),
  HARDWARE_NO_IMAGE: gcp(gcpType("c4a-standard-4", gcpImage), gcpType("n2-standard-4", gcpImage), {
    also: ["HARDWARE_ARCHITECTURE_MISMATCH"],
  }),
  HARDWARE_NO_TYPE: picked(
    { architecture: "x64", profile: { ...standardProfile, name: "huge", vcpus: 1000 } },
    { architecture: "x64", profile: { ...standardProfile, name: "large", vcpus: 64 } },
  ),
  HARDWARE_PROFILE_BELOW_FLOOR: profile(
    [{ name: "database", vcpus: 2 }],
    [{ name: "database", vcpus: 8 }],
  ),
  HARDWARE_PROFILE_NAME: profile([{ name: "", vcpus: 8 }], [{ name: "database", vcpus: 8 }]),
  HARDWARE_WAIVER_EMPTY: machine({ hardware: large, hardwareWaiver: "" }, { hardware: large }),
} satisfies Record<keyof typeof hardwareCodes, Example>;
