import { awsCatalogue } from "../../../src/hardware/aws.js";
import { azureCatalogue } from "../../../src/hardware/azure.js";
import { gcpCatalogue } from "../../../src/hardware/gcp.js";
import {
  type ArchitecturePart,
  type Catalogue,
  checkArchitectures,
  checkType,
  defineProfile,
  type HardwareProfile,
  type ProfileSpec,
  pickType,
  standardProfile,
  type TypeOptions,
  type TypeWish,
} from "../../../src/hardware/index.js";
import type { hardwareCodes } from "../../../src/report/codes/hardware.js";
import { call, type Example, kind, machine } from "../example.js";
import { print } from "../print.js";

/** A type of a cloud, and what counts for the machine besides. */
const typeOf = (catalogue: Catalogue) =>
  kind<TypeOptions & { type: string }>(({ type, ...options }) => ({
    language: "ts",
    text: `// ${catalogue.noun}\n${print({ type, ...options })}`,
    report: checkType(catalogue, type, ["type"], options).report,
  }));
const ec2 = typeOf(awsCatalogue);
const azure = typeOf(azureCatalogue);
const gcp = typeOf(gcpCatalogue);

const picked = kind<TypeWish>((wish) => ({
  language: "ts",
  text: `// ${awsCatalogue.noun}, chosen by the library\n${print(wish)}`,
  report: pickType(awsCatalogue, wish, ["type"]).report,
}));

const profile = call("defineProfile", (spec: ProfileSpec) => defineProfile(spec).report);
const parts = call("checkArchitectures", (list: readonly ArchitecturePart[]) =>
  checkArchitectures(list, []),
);

const profileOf = (more: Partial<HardwareProfile>): HardwareProfile => ({
  ...standardProfile,
  ...more,
});

const small = { vcpus: 4, memoryMib: 4096, architecture: "x64" } as const;
const large = { ...small, memoryMib: 8192 };
const rootDisk = "/dev/disk/by-id/nvme-data";
const image = { what: "image flatcar-gen1", generation: 1 };

export const hardwareExamples = {
  HARDWARE_TOO_SMALL: machine({ hardware: small }, { hardware: large }),
  HARDWARE_UNKNOWN: machine(
    { rootDisk, hardware: large },
    { rootDisk, hardware: { ...large, diskGb: 120 } },
  ),
  HARDWARE_INVALID: machine({ hardware: { ...large, vcpus: 0 } }, { hardware: large }),
  HARDWARE_ARCHITECTURE: ec2(
    { type: "m7i.xlarge", profile: profileOf({ name: "arm", architectures: ["arm64"] }) },
    { type: "m7g.xlarge", profile: profileOf({ name: "arm", architectures: ["arm64"] }) },
  ),
  HARDWARE_ARCHITECTURE_MISMATCH: parts(
    [
      [
        { what: "instance type m7g.xlarge", architecture: "arm64" },
        { what: "image flatcar-stable", architecture: "x64" },
      ],
    ],
    [
      [
        { what: "instance type m7i.xlarge", architecture: "x64" },
        { what: "image flatcar-stable", architecture: "x64" },
      ],
    ],
  ),
  HARDWARE_BURSTABLE: ec2(
    { type: "t3.xlarge", profile: profileOf({ name: "database", burstableAllowed: false }) },
    { type: "m7i.xlarge", profile: profileOf({ name: "database", burstableAllowed: false }) },
  ),
  HARDWARE_GPU_MISSING: ec2(
    { type: "m7i.xlarge", profile: profileOf({ name: "training", gpu: true }) },
    { type: "g5.xlarge", profile: profileOf({ name: "training", gpu: true }) },
  ),
  HARDWARE_CANNOT_BOOT: azure(
    { type: "Standard_D4s_v6", image },
    { type: "Standard_D4s_v5", image },
  ),
  HARDWARE_NO_IMAGE: gcp({ type: "c4a-standard-4" }, { type: "n2-standard-4" }),
  HARDWARE_NO_TYPE: picked(
    { architecture: "x64", profile: profileOf({ name: "huge", vcpus: 1000 }) },
    { architecture: "x64", profile: profileOf({ name: "large", vcpus: 64 }) },
  ),
  HARDWARE_PROFILE_BELOW_FLOOR: profile(
    [{ name: "database", vcpus: 2 }],
    [{ name: "database", vcpus: 8 }],
  ),
  HARDWARE_PROFILE_NAME: profile([{ name: "", vcpus: 8 }], [{ name: "database", vcpus: 8 }]),
  HARDWARE_WAIVER_EMPTY: machine({ hardware: large, hardwareWaiver: "" }, { hardware: large }),
} satisfies Record<keyof typeof hardwareCodes, Example>;
