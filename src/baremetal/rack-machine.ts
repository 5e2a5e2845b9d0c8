import type { Path } from "../report/index.js";
import type { BareMetalInstanceArgs, BmcArgs } from "./args.js";
import type { BareMetalRackArgs, RackMachineArgs } from "./rack-args.js";

/** Where something was written: in the machine's row, or in what the rack says of many. */
type Written = { readonly row: Path } | { readonly rack: Path };

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
  "installerNetwork",
  "address",
  "network",
  "hardwareWaiver",
  "generation",
]);

/** Members that a row has, or else the rack for all. */
function mayBeOfRow(name: Path[number]): name is "mode" | "installDisk" {
  return name === "mode" || name === "installDisk";
}

/** What a machine is made from: what the rack says of all, what it says of its roles, and its row. */
export function rackMachine(rack: BareMetalRackArgs, row: RackMachineArgs): RackMachine {
  const { machines, inventoryFile, roleFragments, machineFragments, bmcCredentials, ...all } = rack;
  const { directory, baseUrl, matchbox, channel, version, mirrorUrl, ...below } = all;
  const { hardwareProfile, consoles, bootArguments, firstBoot, ...from } = below;
  const { mode, installDisk, ...way } = from;
  const { readiness, readinessTimeoutMinutes, sshPort, phoneHomeUrl, ...changes } = way;
  const { onConfigChange, onImageChange, powerOffOnDestroy, ...config } = changes;
  const { sshAuthorizedKeys, filesDir, spec, onConflict, ...sections } = config;
  const { name, hostname = name, macAddresses, address, network, hardwareWaiver } = row;
  const { architecture, vcpus, memoryMib, diskGb, gpu, generation } = row;
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
  const boot = { consoles, bootArguments, firstBoot, onConfigChange, onImageChange };
  const power = { readiness, readinessTimeoutMinutes, sshPort, phoneHomeUrl, powerOffOnDestroy };
  const own = { hostname, macAddresses, address, network, hardwareWaiver };
  const runsFrom = {
    mode: row.mode ?? mode,
    rootDisk: row.rootDisk,
    installDisk: row.installDisk ?? installDisk,
    installerNetwork: row.installerNetwork,
  };
  return {
    args: {
      ...{
        ...shared,
        ...boot,
        ...power,
        ...own,
        ...runsFrom,
        bmc: bmcOf(rack, row),
        generation,
        sshAuthorizedKeys,
        filesDir,
        spec,
        onConflict,
      },
      fragments: parts.map(({ fragment }) => fragment),
      hardware: { architecture, vcpus, memoryMib, diskGb, gpu },
    },
    writtenAt([first, ...rest]) {
      if (first === undefined) return { row: ["name"] };
      if (first === "hostname") return { row: [row.hostname === undefined ? "name" : "hostname"] };
      if (first === "hardware") return { row: rest };
      if (first === "bmc") return bmcWrittenAt(row, rest);
      const inRow = ofRow.has(first) || (mayBeOfRow(first) && row[first] !== undefined);
      if (inRow) return { row: [first, ...rest] };
      const [index, ...inside] = rest;
      const part = first === "fragments" ? parts[Number(index)] : undefined;
      return { rack: part ? [...part.path, ...inside] : [first, ...rest] };
    },
  };
}

/** The name of what opens a machine's BMC. */
export function credentialsOf({ bmc }: RackMachineArgs): string | undefined {
  return bmc && (bmc.credentials ?? "default");
}

/** A machine's BMC, once it is known what opens it. */
function bmcOf(
  { bmcCredentials = {} }: BareMetalRackArgs,
  row: RackMachineArgs,
): BmcArgs | undefined {
  const name = credentialsOf(row) ?? "";
  const known = Object.hasOwn(bmcCredentials, name) ? bmcCredentials[name] : undefined;
  if (!row.bmc || !known) return undefined;
  const { endpoint, systemId } = row.bmc;
  return { ...known, endpoint, systemId };
}

function bmcWrittenAt(row: RackMachineArgs, path: Path): Written {
  const [first] = path;
  const own = first === undefined || first === "endpoint" || first === "systemId";
  return own
    ? { row: ["bmc", ...path] }
    : { rack: ["bmcCredentials", credentialsOf(row) ?? "", ...path] };
}
