const movingName =
  /^\/dev\/(?:sd[a-z]+|vd[a-z]+|xvd[a-z]+|hd[a-z]+|nvme\d+n\d+|mmcblk\d+)(?:p?\d+)?$/;

/**
 * Whether a device is named in the order in which the kernel found it (`/dev/sda`, `/dev/nvme0n1p2`),
 * so that the name may be another disk's after a reboot (flatcar/Flatcar#404, #1845).
 */
export function isMovingDeviceName(device: string): boolean {
  return movingName.test(device);
}
