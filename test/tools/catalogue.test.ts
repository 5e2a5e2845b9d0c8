import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const tool = resolve(__dirname, "../../tools/catalogue/index.js");

const folder = mkdtempSync(join(tmpdir(), "flatcar-catalogue-"));
const table = join(folder, "table.ts");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => rmSync(table, { force: true }));

function run(cloud: string, inputs: unknown[], ...options: string[]) {
  const files = inputs.map((input, index) => {
    const file = join(folder, `input-${index}.json`);
    writeFileSync(file, JSON.stringify(input));
    return file;
  });
  const args = [tool, cloud, ...files, "--table", table, ...options];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stderr };
}

/** The lines of the table that a run writes. */
function rows(cloud: string, inputs: unknown[], ...options: string[]): string[] {
  expect(run(cloud, inputs, ...options)).toEqual({ status: 0, stderr: "" });
  return /rows: `\n(.*)\n`/s.exec(readFileSync(table, "utf8"))?.[1]?.split("\n") ?? [];
}

const awsType = (
  name: string,
  vcpus: number,
  mib: number,
  more: Record<string, unknown> & { architectures?: string[]; threads?: number } = {},
) => {
  const { architectures = ["x86_64"], threads = 2, ...fields } = more;
  return {
    InstanceType: name,
    CurrentGeneration: true,
    BareMetal: false,
    BurstablePerformanceSupported: false,
    ProcessorInfo: { SupportedArchitectures: architectures, Manufacturer: "Example" },
    VCpuInfo: {
      DefaultVCpus: vcpus,
      DefaultCores: vcpus / threads,
      DefaultThreadsPerCore: threads,
    },
    MemoryInfo: { SizeInMiB: mib },
    ...fields,
  };
};

const azureSize = (name: string, capabilities: Record<string, string>) => ({
  name,
  resourceType: "virtualMachines",
  locations: ["examplenorth"],
  capabilities: Object.entries(capabilities).map(([key, value]) => ({ name: key, value })),
});

const gcpType = (name: string, guestCpus: number, memoryMb: number, more = {}) => ({
  kind: "compute#machineType",
  name,
  guestCpus,
  memoryMb,
  isSharedCpu: false,
  zone: "example-north1-a",
  ...more,
});

const date = ["--date", "2031-05-04"];

describe("the generator of the tables", () => {
  it("reads aws ec2 describe-instance-types", () => {
    const list = {
      InstanceTypes: [
        awsType("m90.xlarge", 4, 16384),
        awsType("m90g.xlarge", 4, 16384, { architectures: ["arm64"], threads: 1 }),
        awsType("t90.small", 2, 2048, { BurstablePerformanceSupported: true }),
        awsType("g90.xlarge", 4, 16384, { GpuInfo: { Gpus: [{ Name: "X", Count: 1 }] } }),
        awsType("c0.large", 2, 3840, {
          architectures: ["i386", "x86_64"],
          CurrentGeneration: false,
        }),
        awsType("m90.metal", 96, 393216, { BareMetal: true }),
        awsType("mac90.metal", 12, 24576, { architectures: ["arm64_mac"], BareMetal: true }),
      ],
    };
    expect(rows("aws", [list], ...date)).toEqual([
      "c0.large 2 3840 threads=2 previous",
      "g90.xlarge 4 16384 gpu threads=2",
      "m90.metal 96 393216 threads=2 metal",
      "m90.xlarge 4 16384 threads=2",
      "m90g.xlarge 4 16384 arm64 threads=1",
      "mac90.metal 12 24576 mac threads=2 metal",
      "t90.small 2 2048 burstable threads=2",
    ]);
  });

  it("reads az vm list-skus: processors that are left, fractional GB, and what a size starts", () => {
    const list = [
      azureSize("Standard_D4s_v90", {
        vCPUs: "4",
        MemoryGB: "16",
        vCPUsAvailable: "4",
        vCPUsPerCore: "2",
        CpuArchitectureType: "x64",
        HyperVGenerations: "V1,V2",
        DiskControllerTypes: "SCSI, NVMe",
      }),
      azureSize("Standard_E8-2ps_v90", {
        vCPUs: "8",
        MemoryGB: "64",
        vCPUsAvailable: "2",
        CpuArchitectureType: "Arm64",
        HyperVGenerations: "V2",
        DiskControllerTypes: "NVMe",
      }),
      azureSize("Standard_A0_v90", { vCPUs: "1", MemoryGB: "0.75" }),
      azureSize("Standard_NV4_v90", { vCPUs: "4", MemoryGB: "3.5", GPUs: "1" }),
      azureSize("Standard_DC4_v90", {
        vCPUs: "4",
        MemoryGB: "16",
        ConfidentialComputingType: "SNP",
      }),
      { ...azureSize("Aligned", {}), resourceType: "availabilitySets" },
    ];
    expect(rows("azure", [list], ...date)).toEqual([
      "Standard_A0_v90 1 768",
      "Standard_D4s_v90 4 16384 threads=2 gen=1,2 disk=scsi,nvme",
      "Standard_DC4_v90 4 16384 confidential",
      "Standard_E8-2ps_v90 2 65536 arm64 gen=2 disk=nvme",
      "Standard_NV4_v90 4 3584 gpu",
    ]);
  });

  it("reads gcloud compute machine-types list, which has a record for each zone", () => {
    const list = [
      gcpType("n90-standard-4", 4, 16384),
      gcpType("n90-standard-4", 4, 16384, { zone: "example-north1-b" }),
      gcpType("c90-highcpu-4", 4, 8192, { architecture: "ARM64" }),
      gcpType("e90-small", 2, 2048, { isSharedCpu: true }),
      gcpType("g90-standard-4", 4, 16384, {
        accelerators: [{ guestAcceleratorType: "nvidia-x", guestAcceleratorCount: 1 }],
      }),
      gcpType("n0-standard-1", 1, 3840, { deprecated: { state: "DEPRECATED" } }),
      gcpType("c90-standard-96-metal", 96, 393216),
    ];
    expect(rows("gcp", [list], ...date)).toEqual([
      "c90-highcpu-4 4 8192 arm64",
      "c90-standard-96-metal 96 393216 metal",
      "e90-small 2 2048 burstable",
      "g90-standard-4 4 16384 gpu",
      "n0-standard-1 1 3840 previous",
      "n90-standard-4 4 16384",
    ]);
  });

  it("brings the lists of several regions together", () => {
    const north = { InstanceTypes: [awsType("m90.large", 2, 8192)] };
    const south = { InstanceTypes: [awsType("m90.xlarge", 4, 16384)] };
    expect(rows("aws", [north, south], ...date)).toEqual([
      "m90.large 2 8192 threads=2",
      "m90.xlarge 4 16384 threads=2",
    ]);
  });

  it("keeps types that a list leaves out, marks them when the lists are complete, and takes them back", () => {
    const old = [gcpType("n89-standard-4", 4, 16384), gcpType("n90-standard-4", 4, 15360)];
    const fresh = [gcpType("n90-standard-4", 4, 16384)];
    const now = "n90-standard-4 4 16384";
    rows("gcp", [old], ...date);
    expect(rows("gcp", [fresh], ...date)).toEqual(["n89-standard-4 4 16384", now]);
    const retired = ["n89-standard-4 4 16384 retired", now];
    expect(rows("gcp", [fresh], ...date, "--complete")).toEqual(retired);
    expect(rows("gcp", [fresh], ...date, "--complete")).toEqual(retired);
    expect(rows("gcp", [old, fresh], ...date)).toEqual(["n89-standard-4 4 16384", now]);
  });

  const compiled = {
    schema: 1,
    cloud: "azure",
    defaults: {},
    gpuUnverified: ["Standard_NX4"],
    provenance: [
      {
        repository: "example/list",
        path: "sizes.json",
        commit: "abc",
        date: "2030-02-01",
        licence: "Apache-2.0",
        usedFor: "types",
      },
      { kind: "dump", date: "2030-03-01", licence: "CC", usedFor: "check only" },
    ],
    types: {
      Standard_D4_v90: { vcpus: 4, memoryMib: 16384, architectures: ["x64"] },
      Standard_NX4: { vcpus: 4, memoryMib: 16384, architectures: ["x64"] },
    },
    retired: { Basic_Z1: { vcpus: 1, memoryMib: 1024, architectures: ["x64"] } },
    derived: { Standard_D4p_v91: { vcpus: 4, memoryMib: 16384, architectures: ["arm64"] } },
  };

  it("reads a compiled catalogue with retired types and figures by name, and what it is made from", () => {
    expect(rows("azure", [compiled])).toEqual([
      "Basic_Z1 1 1024 retired",
      "Standard_D4_v90 4 16384",
      "Standard_D4p_v91 4 16384 arm64 by-name",
      "Standard_NX4 4 16384 gpu",
    ]);
    const text = readFileSync(table, "utf8");
    expect(text).toContain('date: "2030-02-01"');
    expect(text).toContain("example/list sizes.json at abc, 2030-02-01, Apache-2.0: types");
    expect(text).not.toContain("check only");
  });

  it("adds the day and the command of a list to the sources", () => {
    rows("azure", [compiled]);
    rows("azure", [[azureSize("Standard_D8_v90", { vCPUs: "8", MemoryGB: "32" })]], ...date);
    const text = readFileSync(table, "utf8");
    expect(text).toContain('date: "2031-05-04"');
    expect(text).toContain("example/list sizes.json");
    expect(text).toContain(
      "az vm list-skus --resource-type virtualMachines --output json, 2031-05-04",
    );
    expect(text).toContain("5 Azure VM sizes");
  });

  it("writes the same bytes again", () => {
    rows("azure", [compiled]);
    const text = readFileSync(table, "utf8");
    rows("azure", [compiled]);
    expect(readFileSync(table, "utf8")).toBe(text);
  });

  it.each<[string, string, unknown[], string[], RegExp]>([
    ["a cloud that it does not know", "nebula", [{}], [], /node tools\/catalogue <cloud>/],
    ["no input", "aws", [], [], /node tools\/catalogue <cloud>/],
    ["a list without its day", "aws", [{ InstanceTypes: [] }], [], /--date/],
    ["the catalogue of another cloud", "aws", [compiled], [], /not the one catalogue of aws/],
    [
      "a type without sizes",
      "azure",
      [[azureSize("Standard_X", {})]],
      date,
      /no sizes of Standard_X/,
    ],
  ])("rejects %s and writes nothing", (_, cloud, inputs, options, message) => {
    const { status, stderr } = run(cloud, inputs, ...options);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(() => readFileSync(table)).toThrow("ENOENT");
  });
});
