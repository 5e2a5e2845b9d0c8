import { isMovingDeviceName } from "../../ignition/index.js";
import type { Path } from "../../report/index.js";
import type { BootRule } from "./rule.js";

/** Warns with DEVICE_NAME_UNSTABLE of names that follow the order in which the kernel finds disks. */
export const checkDeviceNames: BootRule = ({ storage }, report) => {
  const check = (device: string | undefined, ...path: Path) => {
    if (device === undefined || !isMovingDeviceName(device)) return;
    report.warning(
      "DEVICE_NAME_UNSTABLE",
      ["storage", ...path],
      `${device} may be another disk at the next boot, because the kernel numbers disks as it finds them`,
      "use a name below /dev/disk: by-id or by-path for disks, by-partlabel or by-label for what is on them",
    );
  };
  storage?.disks?.forEach((disk, index) => {
    check(disk?.device, "disks", index, "device");
  });
  storage?.raid?.forEach((raid, index) => {
    raid?.devices?.forEach((device, i) => {
      check(device, "raid", index, "devices", i);
    });
  });
  storage?.luks?.forEach((luks, index) => {
    check(luks?.device, "luks", index, "device");
  });
  storage?.filesystems?.forEach((filesystem, index) => {
    check(filesystem?.device, "filesystems", index, "device");
  });
};
