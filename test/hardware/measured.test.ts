import { checkMeasuredType, type MachineFacts } from "../../src/hardware/index.js";

const said = (facts: MachineFacts, options = {}) =>
  checkMeasuredType("m1.large", facts, ["instanceType"], {
    instead: "use a larger flavor",
    ...options,
  }).issues.map(({ severity, code, message, hint }) => `${severity} ${code} ${message}; ${hint}`);

const enough: MachineFacts = { vcpus: 4, memoryMib: 8192, diskGb: 40 };

describe("a type that the cloud itself measures", () => {
  it.each<[string, MachineFacts]>([
    ["is large enough", enough],
    ["has its disk elsewhere", { ...enough, diskGb: undefined }],
  ])("passes when it %s", (_, facts) => expect(said(facts)).toEqual([]));

  const needs = 'profile "flatcar-standard" needs 4 vCPU, 8 GB';
  const hint = "use a larger flavor, or say in hardwareWaiver why this one may be smaller";
  it.each<[string, MachineFacts, object, string]>([
    [
      "too few processors",
      { ...enough, vcpus: 2 },
      {},
      `error HARDWARE_TOO_SMALL m1.large has 2 vCPU, 8 GiB and 40 GB disk; ${needs} and 32 GB disk; ${hint}`,
    ],
    [
      "no disk at all",
      { ...enough, diskGb: 0 },
      {},
      `error HARDWARE_TOO_SMALL m1.large has 4 vCPU, 8 GiB and 0 GB disk; ${needs} and 32 GB disk; ${hint}`,
    ],
    [
      "too little memory, whose disk does not count",
      { vcpus: 4, memoryMib: 4096 },
      {},
      `error HARDWARE_TOO_SMALL m1.large has 4 vCPU and 4 GiB; profile "flatcar-standard" needs 4 vCPU and 8 GB; ${hint}`,
    ],
    [
      "too little memory, waived",
      { vcpus: 4, memoryMib: 4096 },
      { waiver: "a test" },
      'warning HARDWARE_TOO_SMALL m1.large has 4 vCPU and 4 GiB; profile "flatcar-standard" needs 4 vCPU and 8 GB; waived: a test; remove hardwareWaiver once the machine has grown',
    ],
  ])("is refused with %s", (_, facts, options, text) =>
    expect(said(facts, options)).toEqual([text]),
  );
});
