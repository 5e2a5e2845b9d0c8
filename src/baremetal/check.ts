import type * as pulumi from "@pulumi/pulumi";
import {
  checkNetwork,
  checkRelease,
  connectionsOf,
  MachineMode,
  readInterfaceAddress,
} from "../flatcar/index.js";
import { checkHardware, standardProfile } from "../hardware/index.js";
import { profileOf } from "../machine/index.js";
import {
  checkAddress,
  checkBaseUrl,
  checkKernelArguments,
  checkMacs,
  checkRootDisk,
} from "../pxe/index.js";
import { type Path, Report } from "../report/index.js";
import type { BootArgs } from "./boot-files.js";
import { checkMirrored } from "./check-assets.js";
import { checkInstall } from "./check-install.js";
import { checkMatchbox } from "./check-matchbox.js";
import { type Claim, checkClaims, type Directory, type Owner } from "./registry.js";

type Args = pulumi.Unwrap<BootArgs>;
type ClaimArgs = Pick<Args, "hostname" | "address" | "network" | "macAddresses">;

/** Everything that only a machine on a boot network can have wrong. */
export function checkMachine(args: Args, { resource, name }: Owner, directory: Directory): Report {
  const memoryOnly = args.mode === MachineMode.Memory;
  const report = new Report()
    .add(checkName(name))
    .add(checkMacs(args.macAddresses, ["macAddresses"]).report)
    .add(checkClaims(directory, resource, claimsOf(args, name)))
    .add(checkBaseUrl(args.baseUrl, ["baseUrl"]))
    .add(checkMatchbox(args.matchbox, args.mirrored?.version ?? args.version))
    .add(checkBaseUrl(args.mirrorUrl, ["mirrorUrl"]))
    .add(checkRelease(args, []).report)
    .add(checkMirrored({ ...args, architecture: args.hardware?.architecture }, args.mirrored))
    .add(checkAddress(args.address, ["address"]))
    .add(checkNetwork(args.network, ["network"]))
    .add(bondMembers(args).report)
    .add(checkRootDisk(args.rootDisk, ["rootDisk"]))
    .add(checkIfInstalled(args))
    .add(checkKernelArguments(args.bootArguments, ["bootArguments"]))
    .add(checkSize(args, memoryOnly));
  if (memoryOnly && args.firstBoot === false) {
    report.error(
      "PXE_FIRST_BOOT_NEEDED",
      ["firstBoot"],
      "a machine without a root disk starts from nothing at every boot, and firstBoot: false keeps Ignition from running",
      "leave firstBoot out, or give the machine a rootDisk",
      { missing: ["rootDisk"] },
    );
  }
  return report;
}

function checkIfInstalled(args: Args): Report {
  if (args.mode !== MachineMode.Installed) return new Report();
  const { profile = standardProfile } = profileOf(args.hardwareProfile);
  return checkInstall(args, args.hardwareWaiver === undefined ? profile.diskGb : 1);
}

/** The declared hardware against the machine's profile, or what is wrong with the profile. */
function checkSize(
  { hardware, hardwareProfile, hardwareWaiver }: Args,
  memoryOnly: boolean,
): Report {
  const { profile, report } = profileOf(hardwareProfile);
  if (!profile) return report;
  return checkHardware(hardware ?? {}, ["hardware"], {
    profile,
    waiver: hardwareWaiver,
    ignore: memoryOnly ? ["diskGb"] : [],
  });
}

/** What the machine claims for itself: its cards, its hostname, its addresses, its files. */
export function claimsOf(args: ClaimArgs, name: string): Claim[] {
  const { hostname, address, network } = args;
  const { macs } = checkMacs(args.macAddresses, ["macAddresses"]);
  const list = (kind: Claim["kind"], value: string | undefined, path: Path): Claim[] =>
    value ? [{ kind, value, path }] : [];
  return [
    ...[...macs, ...bondMembers(args).macs].flatMap(({ mac, path }) => list("mac", mac, path)),
    ...list("hostname", hostname?.toLowerCase(), ["hostname"]),
    ...list("address", address, ["address"]),
    ...connectionsOf(network ?? {}).flatMap(({ connection, path }) =>
      (connection.addresses ?? []).flatMap((text, index) =>
        list("address", readInterfaceAddress(text)?.ip, [
          ...["network", ...path, "addresses", index],
        ]),
      ),
    ),
    { kind: "name", value: name, path: [] },
  ];
}

/** The cards of the bond that are listed for it, and what is wrong with them. */
function bondMembers({ network }: ClaimArgs): ReturnType<typeof checkMacs> {
  const { members = [] } = network?.bond ?? {};
  return members.length === 0
    ? { macs: [], report: new Report() }
    : checkMacs(members, ["network", "bond", "members"]);
}

function checkName(name: string): Report {
  const report = new Report();
  if (!/^[A-Za-z0-9][\w.-]*$/.test(name)) {
    report.error(
      "PXE_NAME_INVALID",
      [],
      `"${name}" cannot name files: it may hold letters, digits, dots, underscores and hyphens`,
      "give the machine a simple resource name such as node-a",
    );
  }
  return report;
}
