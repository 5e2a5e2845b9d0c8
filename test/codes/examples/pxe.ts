import type { pxeCodes } from "../../../src/report/codes/pxe.js";
import { type Example, machine, machines } from "../example.js";

const first = "52:54:00:aa:00:01";
const second = "52:54:00:aa:00:02";

export const pxeExamples = {
  PXE_MAC_MISSING: machine({ macAddresses: [] }, { macAddresses: [first] }),
  PXE_MAC_INVALID: machine({ macAddresses: ["52:54:00:aa:00"] }, { macAddresses: [first] }),
  PXE_MAC_DUPLICATE: machines(
    [
      ["node-a", { macAddresses: [first] }],
      ["node-b", { macAddresses: [first] }],
    ],
    [
      ["node-a", { macAddresses: [first] }],
      ["node-b", { macAddresses: [second] }],
    ],
  ),
  PXE_HOSTNAME_DUPLICATE: machines(
    [
      ["node-a", { macAddresses: [first], hostname: "node" }],
      ["node-b", { macAddresses: [second], hostname: "node" }],
    ],
    [
      ["node-a", { macAddresses: [first], hostname: "node-a" }],
      ["node-b", { macAddresses: [second], hostname: "node-b" }],
    ],
  ),
  PXE_NAME_INVALID: machines([["rack 1/node a", {}]], [["rack1-node-a", {}]]),
  PXE_NAME_DUPLICATE: machines(
    [
      ["node", { macAddresses: [first] }],
      ["node", { macAddresses: [second] }],
    ],
    [
      ["node-a", { macAddresses: [first] }],
      ["node-b", { macAddresses: [second] }],
    ],
  ),
  PXE_ADDRESS_INVALID: machine({ address: "192.168.1.11/24" }, { address: "192.168.1.11" }),
  PXE_ADDRESS_DUPLICATE: machines(
    [
      ["node-a", { macAddresses: [first], address: "192.168.1.11" }],
      ["node-b", { macAddresses: [second], address: "192.168.1.11" }],
    ],
    [
      ["node-a", { macAddresses: [first], address: "192.168.1.11" }],
      ["node-b", { macAddresses: [second], address: "192.168.1.12" }],
    ],
  ),
  PXE_DESTINATION: machine({ baseUrl: undefined }, { baseUrl: "http://192.168.1.10:8080" }),
  PXE_DISK_PATH: machine({ rootDisk: "nvme0n1" }, { rootDisk: "/dev/disk/by-id/nvme-data" }),
  PXE_URL_INVALID: machine(
    { baseUrl: "192.168.1.10:8080" },
    { baseUrl: "http://192.168.1.10:8080" },
  ),
  PXE_URL_HTTPS: machine(
    { baseUrl: "https://boot.example.com" },
    { baseUrl: "http://boot.example.com" },
    { warns: true },
  ),
  PXE_KERNEL_ARGUMENT: machine(
    { bootArguments: ["quiet loglevel=3"] },
    { bootArguments: ["quiet", "loglevel=3"] },
  ),
  PXE_FIRST_BOOT_NEEDED: machine({ firstBoot: false }, { firstBoot: true }),
} satisfies Record<keyof typeof pxeCodes, Example>;
