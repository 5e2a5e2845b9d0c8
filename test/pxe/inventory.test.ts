import {
  checkBaseUrl,
  checkKernelArguments,
  checkMacs,
  checkRootDisk,
} from "../../src/pxe/index.js";
import { formatPath, type Report } from "../../src/report/index.js";

const found = (report: Report) =>
  report.issues.map(({ severity, code, path }) => `${severity} ${code} ${formatPath(path)}`);

describe("MAC addresses", () => {
  it.each(["52:54:00:AA:00:01", "52-54-00-aa-00-01", "525400aa0001"])("reads %s", (text) => {
    const { macs, report } = checkMacs([text], ["macAddresses"]);
    expect(macs.map(({ mac }) => mac)).toEqual(["52:54:00:aa:00:01"]);
    expect(report.issues).toEqual([]);
  });

  it.each([
    "",
    "52:54:00:aa:00",
    "52:54:00:aa:00:01:02",
    "52:54-00:aa:00:01",
    "52:54:00:aa:00:0g",
    "01:00:5e:00:00:01",
    "ff:ff:ff:ff:ff:ff",
    "00:00:00:00:00:00",
  ])("rejects %j", (text) => {
    expect(found(checkMacs([text], ["macAddresses"]).report)).toEqual([
      "error PXE_MAC_INVALID $.macAddresses[0]",
    ]);
  });

  it("rejects an address that is listed twice, however it is spelled", () => {
    const { report } = checkMacs(["52:54:00:aa:00:01", "52-54-00-AA-00-01"], ["macAddresses"]);
    expect(found(report)).toEqual(["error PXE_MAC_DUPLICATE $.macAddresses[1]"]);
  });

  it("rejects a machine without any", () => {
    expect(found(checkMacs([], ["macAddresses"]).report)).toEqual([
      "error PXE_MAC_MISSING $.macAddresses",
    ]);
  });

  it("says nothing of an address that is not known yet", () => {
    expect(found(checkMacs([undefined, "52:54:00:aa:00:01"], ["macAddresses"]).report)).toEqual([]);
  });
});

describe("the root disk", () => {
  it.each([
    "/dev/disk/by-id/nvme-Samsung_SSD_990_S6Z1NJ0W",
    "/dev/disk/by-path/pci-0000:00:1f.2-ata-1",
    "/dev/md/root",
  ])("accepts %s", (device) => expect(found(checkRootDisk(device, ["rootDisk"]))).toEqual([]));

  it.each([
    "sda",
    "/dev/",
    "/mnt/disk",
    "/dev/../etc/passwd",
    "/dev/disk/by-id/a b",
    "/dev/disk/by-id/$(reboot)",
  ])("rejects %j", (device) =>
    expect(found(checkRootDisk(device, ["rootDisk"]))).toEqual(["error PXE_DISK_PATH $.rootDisk"]),
  );
});

describe("addresses of web servers", () => {
  it.each(["http://192.168.1.10:8080", "http://boot/", "http://[fd00::1]:80/flatcar"])(
    "accepts %s",
    (url) => {
      expect(found(checkBaseUrl(url, ["baseUrl"]))).toEqual([]);
    },
  );

  it("warns of https, which GRUB does not have", () => {
    expect(found(checkBaseUrl("https://boot", ["baseUrl"]))).toEqual([
      "warning PXE_URL_HTTPS $.baseUrl",
    ]);
  });

  it.each([
    "boot:8080",
    "ftp://boot",
    "http://",
    "http://user:secret@boot",
    "http://boot/?a=b",
    "http://boot/#x",
    "http://a b",
  ])("rejects %s, without repeating it", (url) => {
    const report = checkBaseUrl(url, ["baseUrl"]);
    expect(found(report)).toEqual(["error PXE_URL_INVALID $.baseUrl"]);
    expect(report.issues[0]?.message).not.toContain("secret");
  });
});

describe("kernel arguments", () => {
  it("are single words", () => {
    expect(
      found(checkKernelArguments(["nosmt", undefined, "ip=dhcp", "a b", ""], ["bootArguments"])),
    ).toEqual([
      "error PXE_KERNEL_ARGUMENT $.bootArguments[3]",
      "error PXE_KERNEL_ARGUMENT $.bootArguments[4]",
    ]);
  });
});
