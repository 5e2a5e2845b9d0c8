import type { Storage } from "../../../src/ignition/index.js";
import { boot, storage, unitOf } from "./support.js";

const data = { device: "/dev/disk/by-partlabel/data", format: "ext4", path: "/var/lib/data" };

describe("a path that is a mount point", () => {
  it("rejects a file and a link there", () => {
    expect(
      storage({
        filesystems: [data],
        files: [{ path: "/var/lib/data" }],
        links: [{ path: "/var/lib/data", target: "/x" }],
      }),
    ).toEqual([
      "error PATH_IS_MOUNT_POINT $.storage.files[0].path",
      "error PATH_IS_MOUNT_POINT $.storage.links[0].path",
    ]);
  });

  it.each<[string, Storage]>([
    ["a directory there", { directories: [{ path: "/var/lib/data" }] }],
    ["a file below", { files: [{ path: "/var/lib/data/x" }] }],
    ["a file beside", { files: [{ path: "/var/lib/data2" }] }],
    ["a file whose path is not known", { files: [{}] }],
  ])("allows %s", (_, nodes) => expect(storage({ filesystems: [data], ...nodes })).toEqual([]));

  it("does not count swap", () => {
    const swap = { device: "/dev/disk/by-label/s", format: "swap", path: "/var/swap" };
    expect(storage({ filesystems: [swap], files: [{ path: "/var/swap" }] })).toEqual([]);
  });
});

describe("a path below a file", () => {
  it("rejects nodes of every kind, once each", () => {
    expect(
      storage({
        files: [{ path: "/etc/app" }, { path: "/etc/app/conf" }, { path: "/etc/app/conf/x" }],
        directories: [{ path: "/etc/app/d" }],
        links: [{ path: "/etc/app/l", target: "/x" }],
      }),
    ).toEqual([
      "error PATH_BELOW_FILE $.storage.directories[0].path",
      "error PATH_BELOW_FILE $.storage.files[1].path",
      "error PATH_BELOW_FILE $.storage.files[2].path",
      "error PATH_BELOW_FILE $.storage.links[0].path",
    ]);
  });

  it("allows names that only begin alike, and what is below directories", () => {
    expect(
      storage({
        files: [{ path: "/etc/app" }, { path: "/etc/app.d/x" }, { path: "/etc/d/x" }, {}],
        directories: [{ path: "/etc/d" }],
      }),
    ).toEqual([]);
  });
});

describe("a path that a mount unit covers", () => {
  const what = "/dev/disk/by-partlabel/data";
  const mount = unitOf("var-lib-data.mount", `[Mount]\nWhat=${what}\nWhere=/var/lib/data\n`);
  const nodes = { files: [{ path: "/var/lib/data/a/b" }] };
  const hidden = ["warning PATH_HIDDEN_BY_MOUNT $.storage.files[0].path"];
  const check = (parts: Storage, unit = mount) =>
    boot({ storage: { ...nodes, ...parts }, systemd: { units: [unit] } });

  it.each<[string, Storage]>([
    ["nothing", {}],
    ["another filesystem", { filesystems: [{ ...data, path: "/var/lib" }] }],
    ["another device without a path", { filesystems: [{ device: "/dev/disk/by-label/ROOT" }] }],
  ])("warns when Ignition mounts %s", (_, parts) => expect(check(parts)).toEqual(hidden));

  it.each<[string, Storage]>([
    ["the same filesystem", { filesystems: [data] }],
    ["one below it", { filesystems: [{ ...data, path: "/var/lib/data/a" }] }],
    ["the device at a path that is not known yet", { filesystems: [{ device: what }] }],
    ["a device that is not known yet", { filesystems: [{}] }],
  ])("is content when Ignition mounts %s", (_, parts) => expect(check(parts)).toEqual([]));

  it("counts automount units and what drop-ins say", () => {
    const automount = unitOf("var-lib-data.automount", "[Automount]\nWhere=/var/lib/data/\n");
    expect(check({}, automount)).toEqual(hidden);
    const dropin = unitOf("var-lib-data.mount", undefined, "[Mount]\nWhere=/var/lib/data\n");
    expect(check({}, dropin)).toEqual(hidden);
  });

  it.each([
    ["an overlay", "[Mount]\nWhat=overlay\nType=overlay\nWhere=/var/lib/data\n"],
    ["a mount onto itself", "[Mount]\nWhat=/var/lib/data\nOptions=bind\nWhere=/var/lib/data\n"],
  ])("is content with %s", (_, text) => {
    expect(check({}, unitOf("var-lib-data.mount", text))).toEqual([]);
  });

  it("is content with masked units, with the mount point itself and with paths beside it", () => {
    expect(check({}, { ...mount, mask: true })).toEqual([]);
    expect(
      check({ directories: [{ path: "/var/lib/data" }], files: [{ path: "/var/lib/data2/x" }] }),
    ).toEqual([]);
  });
});

describe("folders of the system", () => {
  it.each([
    "/usr",
    "/usr/local/bin/x",
    "/usr/share/oem2/x",
    "/bin/x",
    "/sbin/x",
    "/lib/x",
    "/lib64/x",
  ])("rejects %s, which is read-only", (path) => {
    expect(storage({ files: [{ path }] })).toEqual([
      "error PATH_READ_ONLY $.storage.files[0].path",
    ]);
  });

  it.each(["/run/x", "/tmp/x", "/proc/sys/x", "/sys/x", "/dev/x"])("warns of %s", (path) => {
    expect(storage({ links: [{ path, target: "/x" }] })).toEqual([
      "warning PATH_NOT_KEPT $.storage.links[0].path",
    ]);
  });

  it.each([
    "/usr/share/oem/grub.cfg",
    "/oem/x",
    "/opt/bin/x",
    "/usrlocal/x",
    "/runner/x",
    "/library/x",
    "/var/tmp/x",
    "/",
  ])("allows %s", (path) => expect(storage({ directories: [{ path }] })).toEqual([]));

  it("warns of mount points in the read-only part", () => {
    const at = (path: string) => ({ ...data, path });
    expect(storage({ filesystems: [at("/usr/local"), at("/usr/share/oem"), at("/oem")] })).toEqual([
      "warning PATH_READ_ONLY $.storage.filesystems[0].path",
    ]);
  });
});

describe("mounts inside of folders for extensions", () => {
  const unit = unitOf("opt-data.mount", "[Mount]\nWhat=/dev/disk/by-label/d\nWhere=/opt/data\n");
  const parts = {
    storage: { filesystems: [{ ...data, path: "/opt/data" }] },
    systemd: { units: [unit] },
  };

  it("are warned of on release 4593", () => {
    expect(boot(parts, "4593.2.5")).toEqual([
      "warning MOUNT_DROPS_EXTENSIONS $.storage.filesystems[0].path",
      "warning MOUNT_DROPS_EXTENSIONS $.systemd.units[0].contents",
    ]);
  });

  it.each(["4459.2.4", "4757.2.0", "14593.2.0", "nonsense", undefined])(
    "pass on release %s",
    (release) => expect(boot(parts, release)).toEqual([]),
  );

  it("pass elsewhere on release 4593", () => {
    const filesystems = [data, { ...data, path: "/options" }, { ...data, path: "/usr/share/oem" }];
    expect(storage({ filesystems }, "4593.2.5")).toEqual([]);
  });
});
