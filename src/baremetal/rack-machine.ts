import type { Path } from "../report/index.js";
import type { BareMetalInstanceArgs } from "./args.js";
import type { BareMetalRackArgs, RackMachineArgs } from "./rack-args.js";

/** Where something was written: in the machine's row, or in what the rack says of many. */
export type Written = { readonly row: Path } | { readonly rack: Path };

/** The args of one machine of a rack. */
export interface RackMachine {
  readonly args: BareMetalInstanceArgs;
  /** Where something in the args was written. */
  writtenAt(path: Path): Written;
}

/** Members that a machine's args and its row have in common. */
const ofRow = new Set<Path[number]>([
  "macAddresses",
  "rootDisk",
  "address",
  "network",
  "hardwareWaiver",
]);

/** What a machine is made from: what the rack says of all, what it says of its roles, and its row. */
export function rackMachine(rack: BareMetalRackArgs, row: RackMachineArgs): RackMachine {
  const { machines, inventoryFile, roleFragments, machineFragments, ...all } = rack;
  const { directory, baseUrl, matchbox, channel, version, mirrorUrl, ...below } = all;
  const { hardwareProfile, consoles, bootArguments, firstBoot, ...config } = below;
  const { sshAuthorizedKeys, filesDir, spec, onConflict, ...sections } = config;
  const { name, hostname = name, macAddresses, rootDisk, address, network, hardwareWaiver } = row;
  const { architecture, vcpus, memoryMib, diskGb, gpu } = row;
  const named = (from: "roleFragments" | "machineFragments", key: string) => {
    const fragment = rack[from] && Object.hasOwn(rack[from], key) ? rack[from][key] : undefined;
    return fragment === undefined ? [] : [{ fragment, path: [from, key] }];
  };
  const parts = [
    { fragment: sections, path: [] },
    ...(row.roles ?? []).flatMap((role) => named("roleFragments", role)),
    ...named("machineFragments", name),
  ];
  const place = { directory, baseUrl, matchbox };
  const shared = { ...place, channel, version, mirrorUrl, hardwareProfile };
  const boot = { consoles, bootArguments, firstBoot };
  const own = { hostname, macAddresses, rootDisk, address, network, hardwareWaiver };
  return {
    args: {
      ...{ ...shared, ...boot, ...own, sshAuthorizedKeys, filesDir, spec, onConflict },
      fragments: parts.map(({ fragment }) => fragment),
      hardware: { architecture, vcpus, memoryMib, diskGb, gpu },
    },
    writtenAt([first, ...rest]) {
      if (first === undefined) return { row: ["name"] };
      if (first === "hostname") return { row: [row.hostname === undefined ? "name" : "hostname"] };
      if (first === "hardware") return { row: rest };
      if (ofRow.has(first)) return { row: [first, ...rest] };
      const [index, ...inside] = rest;
      const part = first === "fragments" ? parts[Number(index)] : undefined;
      return { rack: part ? [...part.path, ...inside] : [first, ...rest] };
    },
  };
}
