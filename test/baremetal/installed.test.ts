import { type MachineBoot, renderMachine } from "../../src/baremetal/boot-files.js";
import { checkInstall } from "../../src/baremetal/check-install.js";
import { checkMode, modeOf } from "../../src/baremetal/mode.js";
import { checkIgnition, type IgnitionDocument } from "../../src/ignition/index.js";
import { formatPath, type Report } from "../../src/report/index.js";

const found = (report: Report) =>
  report.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);

describe("what a machine runs from", () => {
  const disk = "/dev/disk/by-id/nvme-a";
  it.each([
    ["memory, where nothing is said", {}, "memory"],
    ["its root disk, where one is named", { rootDisk: disk }, "persistent-root"],
    ["the disk it is installed on, where one is named", { installDisk: {} }, "installed"],
    ["what it says", { mode: "installed" }, "installed"],
  ] as const)("is %s", (_, args, mode) => {
    expect(modeOf(args)).toBe(mode);
    expect(found(checkMode(args))).toEqual([]);
  });

  it.each<[string, Parameters<typeof checkMode>[0], string]>([
    ["a disk for another mode", { mode: "memory", rootDisk: disk }, "$.rootDisk"],
    ["two disks for two modes", { rootDisk: disk, installDisk: {} }, "$.rootDisk"],
    ["no root disk", { mode: "persistent-root" }, "$.rootDisk"],
    ["a network for an installer that it has not", { installerNetwork: {} }, "$.installerNetwork"],
    ["a word that is no mode", JSON.parse('{ "mode": "instaled" }'), "$.mode"],
  ])("is not told by %s", (_, args, path) => {
    expect(found(checkMode(args))).toEqual([`MACHINE_MODE ${path}`]);
  });
});

describe("an installation", () => {
  it.each<[string, Parameters<typeof checkInstall>[0], string[]]>([
    ["by a name", { installDisk: { path: "/dev/disk/by-id/nvme-a" } }, []],
    ["by a rule", { installDisk: { model: "X 9", minSizeGb: 400, maxSizeGb: 500 } }, []],
    ["by a rule that no disk meets", { installDisk: { maxSizeGb: 16 } }, ["installDisk.maxSizeGb"]],
    ["by a size in parts", { installDisk: { minSizeGb: 0.5 } }, ["installDisk.minSizeGb"]],
    [
      "by a name and a rule",
      { installDisk: { path: "/dev/sda", serial: "A" } },
      ["installDisk.serial"],
    ],
    ["by an empty model", { installDisk: { model: " " } }, ["installDisk.model"]],
  ])("%s", (_, args, places) => {
    expect(found(checkInstall(args, 32))).toEqual(places.map((place) => `INSTALL_DISK $.${place}`));
  });

  it.each(["onConfigChange", "onImageChange"])("is not repeated by %s", (arg) => {
    expect(found(checkInstall({ [arg]: "replace" }, 32))).toEqual([`INSTALL_CHANGE $.${arg}`]);
    expect(found(checkInstall({ [arg]: "ignore" }, 32))).toEqual([]);
  });

  it("names a disk by a path", () => {
    expect(found(checkInstall({ installDisk: { path: "sda" } }, 32))).toEqual([
      "PXE_DISK_PATH $.installDisk.path",
    ]);
  });
});

describe("what a machine in mode installed boots", () => {
  const config: IgnitionDocument = { ignition: { version: "3.5.0" }, passwd: { users: [] } };
  const render = (words: object = {}) => {
    const boot: MachineBoot = {
      name: "node-a",
      release: { channel: "stable", version: "4593.2.5" },
      config,
      args: {
        directory: "./netboot",
        baseUrl: "http://192.0.2.1:8080",
        macAddresses: ["52:54:00:aa:00:01"],
        hardware: { vcpus: 8, memoryMib: 16384, diskGb: 480, architecture: "x64" },
        mode: "installed",
        bootArguments: ["net.ifnames=0"],
        reports: { generation: 3, url: "http://192.0.2.1:8079", token: "the token" },
        generation: 3,
        ...words,
      },
    };
    const rendered = renderMachine(boot);
    const installer = JSON.parse(
      rendered.files["ignition/node-a.ign"]?.contents ?? "{}",
    ) as IgnitionDocument;
    const text = (path: string) => {
      const source = installer.storage?.files?.find((file) => file?.path === path)?.contents
        ?.source;
      const [, base64 = "", data = ""] = /^data:(;base64)?,(.*)$/s.exec(source ?? "") ?? [];
      return base64 ? Buffer.from(data, "base64").toString() : decodeURIComponent(data);
    };
    return { ...rendered, installer, text, script: text("/opt/flatcar/install.sh") };
  };

  it("is an installer whose config is right, and holds the machine's own, byte for byte", () => {
    const { installer, text, ignition, served } = render();
    expect(checkIgnition(installer, { spec: "3.4.0" }).issues).toEqual([]);
    // Matchbox serves nothing newer.
    expect(installer.ignition?.version).toBe("3.4.0");
    expect(text("/opt/flatcar/install.ign")).toHaveLength(ignition.bytes);
    expect(served.sha512).not.toBe(ignition.sha512);
  });

  it("has what the program says of disk, kernel line, generation and reports", () => {
    const { script, text } = render({ installDisk: { model: "X 9", minSizeGb: 400 } });
    for (const line of [
      "machine=node-a",
      "generation=3",
      "report_url=http://192.0.2.1:8079/phone-home/node-a",
      "needed_vcpus=4",
      "disk_model='X 9'",
      "min_disk_gb=400",
      "version=4593.2.5",
      "append='net.ifnames=0'",
      "console='console=ttyS0,115200n8 console=tty0'",
    ]) {
      expect(script.split("\n")).toContain(line);
    }
    expect(text("/opt/flatcar/install.json")).toContain('"generation":3,"token":"the token"');
  });

  it("asks no more of a machine with a waiver than is declared of it", () => {
    const hardware = { vcpus: 2, memoryMib: 4096, diskGb: 16, architecture: "x64" };
    const { script } = render({ hardware, hardwareWaiver: "a test" });
    expect(script).toContain("needed_vcpus=2\n");
    expect(script).toContain("min_disk_gb=16\n");
  });

  it("loads the image from the mirror that kernel and initramfs come from", () => {
    const { script } = render({ mirrorUrl: "http://192.0.2.1:8080/flatcar/" });
    expect(script).toContain("releases_url=http://192.0.2.1:8080/flatcar/amd64-usr\n");
  });

  it("is connected as is said for the time of the installation", () => {
    const network = { addresses: ["192.0.2.20/24"], gateways: ["192.0.2.1"] };
    const { text } = render({ installerNetwork: network });
    expect(text("/etc/systemd/network/00-card.network")).toContain("Address=192.0.2.20/24");
  });

  it("has a boot script that looks for the mark, and none of Matchbox's", () => {
    const script = render().files["ipxe/52-54-00-aa-00-01.ipxe"]?.contents;
    expect(script).toContain("chain http://192.0.2.1:8080/installed/node-a.ipxe ||");
    // The digest of its config reaches the installed system another way.
    expect(script).not.toContain("config_sha512");
    const matchbox = { endpoint: "192.0.2.1:8081", httpUrl: "http://192.0.2.1:8080" };
    expect(JSON.stringify(render({ matchbox }).files)).not.toContain("installed/node-a");
  });

  it("is its disk and nothing else with firstBoot: false", () => {
    const script = render({ firstBoot: false }).files["ipxe/52-54-00-aa-00-01.ipxe"]?.contents;
    expect(script).toContain("\nset installed true\nisset");
  });
});
