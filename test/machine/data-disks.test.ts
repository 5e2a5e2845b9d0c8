import * as pulumi from "@pulumi/pulumi";
import { renderIgnition } from "../../src/ignition/index.js";
import {
  checkDataDisks,
  type DataDiskArgs,
  dataDiskPresets,
  onDevices,
  prepare,
} from "../../src/machine/index.js";
import { formatPath, Report } from "../../src/report/index.js";

const disk = { name: "data", sizeGb: 100, mountPath: "/var/lib/data" };

/** What is said about some disks: code and path. */
const said = (disks: Parameters<typeof checkDataDisks>[0], release?: string) =>
  checkDataDisks(disks, ["dataDisks"], release).issues.map(
    ({ code, severity, path }) => `${severity} ${code} ${formatPath(path)}`,
  );

describe("data disks", () => {
  it.each<[string, Parameters<typeof checkDataDisks>[0]]>([
    ["one that is mounted", [disk]],
    ["one that is left as it is", [{ name: "raw", sizeGb: 1 }]],
    ["two", [disk, { ...disk, name: "logs-2", mountPath: "/var/log/app", format: "xfs" }]],
    ["one below another", [disk, { ...disk, name: "more", mountPath: "/var/lib/data/more" }]],
    ["a size that is not known yet", [{ name: "data" }]],
    ["a path that begins like one of the system", [{ ...disk, mountPath: "/usr-data" }]],
  ])("may be %s", (_, disks) => expect(said(disks)).toEqual([]));

  it.each<[string, Parameters<typeof checkDataDisks>[0], string[]]>([
    ["a name in upper case", [{ ...disk, name: "Data" }], ["DATA_DISK_NAME $.dataDisks[0].name"]],
    ["an empty name", [{ ...disk, name: "" }], ["DATA_DISK_NAME $.dataDisks[0].name"]],
    [
      "two of one name, mounted at one path",
      [disk, disk],
      ["DATA_DISK_NAME $.dataDisks[1].name", "DATA_DISK_MOUNT $.dataDisks[1].mountPath"],
    ],
    ["no size", [{ ...disk, sizeGb: 0 }], ["DATA_DISK_SIZE $.dataDisks[0].sizeGb"]],
    ["half a GiB", [{ ...disk, sizeGb: 1.5 }], ["DATA_DISK_SIZE $.dataDisks[0].sizeGb"]],
    [
      "a format for no path",
      [{ name: "data", sizeGb: 1, format: "ext4" }],
      ["DATA_DISK_FORMAT $.dataDisks[0].format"],
    ],
    ...[
      "data",
      "/",
      "/data/",
      "/var//data",
      "/var/../usr",
      "/usr",
      "/usr/local",
      "/etc",
      "/lib64",
    ].map((mountPath): [string, (typeof disk)[], string[]] => [
      `a mount at ${mountPath}`,
      [{ ...disk, mountPath }],
      ["DATA_DISK_MOUNT $.dataDisks[0].mountPath"],
    ]),
  ])("rejects %s", (_, disks, issues) =>
    expect(said(disks)).toEqual(issues.map((issue) => `error ${issue}`)),
  );

  it("rejects a format that Flatcar does not mount", () => {
    const words: { format?: DataDiskArgs["format"] } = JSON.parse('{ "format": "ntfs" }');
    expect(said([{ ...disk, ...words }])).toEqual(["error DATA_DISK_FORMAT $.dataDisks[0].format"]);
  });

  it("warns below /opt while no release is named, for one that is the config's own rule does", () => {
    const inOpt = [{ ...disk, mountPath: "/opt/data" }];
    expect(said(inOpt)).toEqual(["warning MOUNT_DROPS_EXTENSIONS $.dataDisks[0].mountPath"]);
    expect(said(inOpt, "4593.2.5")).toEqual([]);
  });
});

class Machine extends pulumi.ComponentResource {
  constructor() {
    super("test:index:Machine", "web");
  }
}

/** The way of a machine's args to a config, with the devices of its disks known or promised. */
const configOf = (
  dataDisks: DataDiskArgs[],
  devices: pulumi.Input<string>[],
  args: { hostname?: string; version?: string } = {},
) =>
  prepare(
    new Machine(),
    "web",
    { ...args, dataDisks: onDevices(dataDisks, (_, index) => devices[index] ?? "") },
    {
      version: args.version,
      check: () => new Report(),
      presets: (settled) => dataDiskPresets(settled.dataDisks),
    },
    ({ config }) => JSON.parse(renderIgnition(config)),
  );

describe("the config of data disks", () => {
  beforeAll(() =>
    pulumi.runtime.setMocks({
      newResource: ({ inputs }) => ({ id: undefined, state: inputs }),
      call: () => ({}),
    }),
  );

  /** The value of an output. */
  const settledValue = <T>(output: pulumi.Output<T>) =>
    new Promise<T>((resolve) => {
      output.apply(resolve);
    });

  it("has a filesystem that is never wiped, and a unit that mounts it", async () => {
    const config = await settledValue(
      configOf(
        [
          { ...disk, format: "xfs" },
          { name: "raw", sizeGb: 1 },
        ],
        ["/dev/disk/by-id/a"],
      ),
    );
    expect(config.storage).toEqual({
      filesystems: [
        {
          device: "/dev/disk/by-id/a",
          format: "xfs",
          path: "/var/lib/data",
          wipeFilesystem: false,
        },
      ],
    });
    expect(config.systemd.units).toEqual([
      {
        name: "var-lib-data.mount",
        enabled: true,
        contents: expect.stringContaining("What=/dev/disk/by-id/a\n"),
      },
    ]);
  });

  it("waits for a device that is an output, while the rest is checked at once", async () => {
    const [device, resolve] = pulumi.deferredOutput<string>();
    const config = configOf(
      [disk, { ...disk, name: "b", mountPath: "/srv" }],
      [device, "/dev/disk/by-id/b"],
    );
    expect(() => configOf([disk], [device], { hostname: "web_1" })).toThrow("HOSTNAME_INVALID");
    resolve(pulumi.output("/dev/disk/by-id/later"));
    expect((await settledValue(config)).storage.filesystems).toMatchObject([
      { device: "/dev/disk/by-id/later", path: "/var/lib/data" },
      { device: "/dev/disk/by-id/b", path: "/srv" },
    ]);
  });

  it("is left out for a disk in which something is wrong already", async () => {
    const wrong = [{ ...disk, mountPath: "data" }];
    expect(await settledValue(configOf(wrong, ["/dev/disk/by-id/a"]))).toEqual({
      ignition: { version: "3.4.0" },
    });
  });
});
