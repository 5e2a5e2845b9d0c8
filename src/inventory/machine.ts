import type { InstallDisk, MachineMode, MachineNetwork } from "../flatcar/index.js";
import type { Architecture } from "../hardware/index.js";

/** One machine as an inventory tells of it. */
export interface InventoryMachine {
  name: string;
  macAddresses: string[];
  architecture: Architecture;
  vcpus: number;
  memoryMib: number;
  diskGb?: number;
  gpu?: boolean;
  hardwareWaiver?: string;
  mode?: MachineMode;
  rootDisk?: string;
  installDisk?: InstallDisk;
  hostname?: string;
  address?: string;
  network?: MachineNetwork;
  installerNetwork?: MachineNetwork;
  bmc?: InventoryBmc;
  generation?: number;
  roles?: string[];
  rackName?: string;
  rackUnit?: number;
  rackUnits?: number;
}

/** How a machine's management controller is reached. */
interface InventoryBmc {
  endpoint: string;
  systemId?: string;
  credentials?: string;
}
