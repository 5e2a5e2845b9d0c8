import type * as pulumi from "@pulumi/pulumi";
import type { AwsInstanceArgs } from "../../src/aws/args.js";
import { checkMachine as checkAwsMachine, checkPartition } from "../../src/aws/check.js";
import type { AzureInstanceArgs } from "../../src/azure/args.js";
import { checkMachine as checkAzureMachine } from "../../src/azure/check.js";
import { decisive } from "../../src/azure/decisive.js";
import { checkSshKeys } from "../../src/azure/ssh-keys.js";
import type { BareMetalInstanceArgs } from "../../src/baremetal/args.js";
import { checkMachine, claimsOf } from "../../src/baremetal/check.js";
import { checkDestination, checkProofs } from "../../src/baremetal/check-matchbox.js";
import { checkMode, modeOf } from "../../src/baremetal/mode.js";
import type { BareMetalRackArgs } from "../../src/baremetal/rack-args.js";
import { planRack } from "../../src/baremetal/rack-check.js";
import type { Directory } from "../../src/baremetal/registry.js";
import { claim } from "../../src/baremetal/registry.js";
import { type FileSource, translateButane } from "../../src/butane/index.js";
import { checkPlainSecrets, compose, type Fragment, OnConflict } from "../../src/compose/index.js";
import { checkPlatform, planDelivery } from "../../src/delivery/index.js";
import { checkHostname, targetOf } from "../../src/flatcar/index.js";
import type { GcpInstanceArgs } from "../../src/gcp/args.js";
import { checkMachine as checkGcpMachine, givenIn } from "../../src/gcp/check.js";
import { defaultSpec, type IgnitionDocument, isSpecVersion } from "../../src/ignition/index.js";
import { readInventory } from "../../src/inventory/index.js";
import { knownNow } from "../../src/machine/index.js";
import { type PlatformName, platforms } from "../../src/platforms/index.js";
import { defaultSettings, judge, policies } from "../../src/policy/index.js";
import {
  checkDirectoryWords,
  checkProvision,
  type DirectoryWords,
  type ProvisionWords,
} from "../../src/provision/check.js";
import { checkBaseUrl } from "../../src/pxe/index.js";
import { type BmcAccess, checkBmc } from "../../src/redfish/index.js";
import { type Errand, judgeError, judgeReply, notReached } from "../../src/redfish/replies.js";
import { pickSystem } from "../../src/redfish/system.js";
import { type Issue, type IssueCode, Report } from "../../src/report/index.js";
import { print, printConstructor } from "./print.js";

/** What a user writes, as the page of codes shows it, and what comes of it. */
export interface Sample {
  readonly language: "ts" | "yaml" | "json" | "text";
  readonly text: string;
  readonly report: Report;
}

/** One code at work: a mistake that raises it, and the same thing right. */
export interface Example {
  readonly wrong: Sample;
  readonly right: Sample;
  readonly severity: Issue["severity"];
  /** Codes that the mistake cannot be made without. */
  readonly also: readonly IssueCode[];
}

/** What an example says beside its two samples. */
export interface Options {
  /** Whether the code is a warning here. Defaults to an error. */
  readonly warns?: true;
  readonly also?: readonly IssueCode[];
}

/** Builds examples of one kind: `sample` makes a sample of each of the two values. */
export function kind<T>(sample: (value: T) => Sample) {
  return (wrong: T, right: T, { warns, also = [] }: Options = {}): Example => ({
    wrong: sample(wrong),
    right: sample(right),
    severity: warns ? "warning" : "error",
    also,
  });
}

/** A function of the library, called with some values. */
export function call<A extends readonly unknown[]>(name: string, run: (...args: A) => Report) {
  return kind<A>((args) => ({
    language: "ts",
    text: `${name}(${args.map((arg) => print(arg)).join(", ")});`,
    report: run(...args),
  }));
}

/** The args of an IgnitionConfig, all of them known. */
export interface ConfigArgs extends Fragment {
  hostname?: string;
  platform?: PlatformName;
  version?: string;
  spec?: string;
  onConflict?: OnConflict;
}

/** An IgnitionConfig with these args. */
export const config = kind<ConfigArgs>((args) => ({
  language: "ts",
  text: printConstructor("IgnitionConfig", "web", args),
  report: checkConfig(args),
}));

/** The text of an Ignition document. */
export const ignitionText = kind<string>((text) => ({
  language: "json",
  text,
  report: checkConfig({ ignition: [text] }),
}));

/** An Ignition document; one of a spec above the usual one is asked for by that spec. */
export const ignition = kind<IgnitionDocument>((document) => {
  const text = JSON.stringify(document, undefined, 2);
  const { version = defaultSpec } = document.ignition;
  const spec = isSpecVersion(version) && version > defaultSpec ? version : defaultSpec;
  return { language: "json", text, report: checkConfig({ spec, ignition: [text] }) };
});

/** A Butane document, by the lines below its header. */
export const butane = kind<string>((body) => document(withHeader(body)));

/** A Butane document with its own header. */
export const wholeButane = kind<string>(document);

/** A Butane document beside local files, by path. */
export const butaneWithFiles = (files: FileSource & { list(): Iterable<{ path: string }> }) =>
  kind<string>((body) => {
    const paths = [...files.list()].map(({ path }) => path).join(", ");
    const { report, text, language } = document(withHeader(body), files);
    return { language, report, text: `${text}# in filesDir: ${paths}\n` };
  });

/** A Butane document as bytes, and how the page shows it. */
export const butaneBytes = kind<Uint8Array>((bytes) => ({
  language: "yaml",
  text: Buffer.from(bytes).toString("latin1"),
  report: translateButane(bytes, { name: "web.bu" }).report,
}));

function withHeader(body: string): string {
  return `variant: flatcar\nversion: 1.1.0\n${body.trimStart()}`;
}

function document(text: string, files?: FileSource): Sample {
  return { language: "yaml", text, report: checkConfig({ butane: [text] }, files) };
}

type MachineArgs = pulumi.Unwrap<BareMetalInstanceArgs>;

/** Args beyond those that every machine has; a program in JavaScript may have any words in them. */
type OwnArgs = Partial<Omit<MachineArgs, "channel" | "hardware">> & {
  readonly channel?: string;
  readonly hardware?: Omit<MachineArgs["hardware"], "architecture"> & { architecture: string };
};

/** Machines of one boot directory: their names and their own args. */
export const machines = kind(rackOf);

/** One machine with these args. */
export const machine = kind<OwnArgs>((args) => rackOf([["node-a", args]]));

function rackOf(list: readonly (readonly [name: string, args: OwnArgs])[]): Sample {
  const directory: Directory = { owners: new Map(), defaults: {}, resources: [] };
  const report = new Report();
  for (const [name, own] of list) {
    const said = Object.assign({}, baseArgs, own);
    const args = { ...said, mode: modeOf(said) };
    const owner = { resource: {}, name };
    report.add(checkMachine(args, owner, directory)).add(checkDestination(args));
    report.add(checkMode(said));
    report.add(checkProofs(args.matchbox));
    claim(directory, owner, claimsOf(args, name));
  }
  const texts = list.map(([name, own]) =>
    printConstructor("BareMetalInstance", name, own, "...base"),
  );
  return { language: "ts", text: texts.join("\n"), report: report.sorted() };
}

/** A file with machines, and what the program has beside it. */
interface RackSample {
  readonly file?: string;
  readonly text: string | Buffer;
  readonly args?: Partial<BareMetalRackArgs>;
}

/** A rack of the machines in a file. */
export const inventory = kind<RackSample>(({ file = "machines.csv", text, args = {} }) => {
  const shown = Buffer.from(text).toString("latin1");
  const program = Object.keys(args).length > 0 ? `\n${print(args)}` : "";
  return {
    language: file.endsWith(".json") ? "json" : "text",
    text: `${file === "machines.csv" ? "" : `# ${file}\n`}${shown}${program}`,
    report: checkInventory(file, text, args),
  };
});

/** All that is wrong with a rack of the machines in a file. */
function checkInventory(
  file: string,
  text: string | Buffer,
  args: Partial<BareMetalRackArgs> = {},
): Report {
  const rack = { directory: "./netboot", baseUrl: "http://192.168.1.10:8080", ...args };
  const rows = { ...readInventory(file, Buffer.from(text)), source: "inventoryFile" } as const;
  return planRack("rack", rack, rows, { owners: new Map(), defaults: {} }).report.sorted();
}

/** What the page calls `base`. */
export const baseArgs: MachineArgs = {
  directory: "./netboot",
  baseUrl: "http://192.168.1.10:8080",
  macAddresses: ["52:54:00:aa:00:01"],
  hardware: { vcpus: 8, memoryMib: 16384, diskGb: 120, architecture: "x64" },
};

/** The args of an AwsInstance, all of them known. */
type AwsArgs = pulumi.Unwrap<AwsInstanceArgs>;

/** An AwsInstance with these args. */
export const awsMachine = kind<AwsArgs>((args) => ({
  language: "ts",
  text: printConstructor("AwsInstance", "web", args),
  report: checkAwsMachine(args, args.subnetId !== undefined).sorted(),
}));

/** An AwsInstance in a region, which lies in a partition of AWS. */
export const awsMachineIn = kind<{ region: string; partition: string; args: AwsArgs }>(
  ({ region, partition, args }) => ({
    language: "ts",
    text: `// in region ${region}\n${printConstructor("AwsInstance", "web", args)}`,
    report:
      args.imageId === undefined
        ? checkPartition(partition)
        : checkAwsMachine(args, false).sorted(),
  }),
);

/** A machine that is started with these words. */
export const startedMachine = kind<ProvisionWords & OwnArgs>((args) => ({
  language: "ts",
  text: printConstructor("BareMetalInstance", "node-a", args, "...base"),
  report: checkProvision(args, args.phoneHomeUrl !== undefined).sorted(),
}));

/** A boot directory with these args. */
export const bootDirectory = kind<DirectoryWords>((args) => ({
  language: "ts",
  text: printConstructor("PxeBootDirectory", "boot", { directory: "./netboot", ...args }),
  report: checkBaseUrl(args.baseUrl, ["baseUrl"]).add(checkDirectoryWords(args)).sorted(),
}));

/** Something that happens during an update, and what comes of it. */
export const event = kind<[what: string, report?: Report]>(([text, report = new Report()]) => ({
  language: "text",
  text,
  report,
}));
type AzureArgs = pulumi.Unwrap<AzureInstanceArgs>;

/** What every machine on Azure has. */
const azureBase: AzureArgs = {
  resourceGroupName: "shop",
  subnetId: "/subscriptions/…/subnets/web",
  sshAuthorizedKeys: ["ssh-ed25519 AAAA you@example.com"],
};

/** An AzureInstance with these args. */
export const azureMachine = kind<Partial<AzureArgs>>((own) => {
  const args = Object.assign({}, azureBase, own);
  const { sshAuthorizedKeys } = args;
  const passwd = { users: [{ name: "core", sshAuthorizedKeys }] };
  const report = checkAzureMachine(knownNow(decisive(args)).value).add(
    checkSshKeys({ ignition: { version: defaultSpec }, passwd }),
  );
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return {
    language: "ts",
    text: printConstructor("AzureInstance", "web", Object.fromEntries(given)),
    report: report.sorted(),
  };
});

/** A machine with these words about its BMC. */
export const bmcArgs = kind<Partial<BmcAccess>>((bmc) => ({
  language: "ts",
  text: printConstructor("BareMetalInstance", "node-a", { bmc }, "...base"),
  report: checkBmc(bmc, ["bmc"]),
}));

/** A BMC with these systems, one of which is meant. */
export const bmcSystem = kind<{ has: string[]; systemId?: string }>(({ has, systemId }) => ({
  language: "text",
  text: `the BMC has: ${has.join(", ")}\nsystemId: ${systemId ?? "not given"}`,
  report: pickSystem(has, systemId).report,
}));

/** A request to a BMC, and its reply: a status, an error of Node's, or a power state that stays. */
export const bmcReply = kind<
  [errand: Errand, request: string, reply: number | string, messageId?: string]
>(([errand, request, reply, messageId = ""]) => ({
  language: "text",
  text: [request, typeof reply === "number" ? `HTTP ${reply} ${messageId}`.trim() : reply].join(
    "\n",
  ),
  report: bmcReport(errand, reply, messageId),
}));

function bmcReport(errand: Errand, reply: number | string, messageId: string): Report {
  if (typeof reply === "number") {
    const Message = "The value swordfish is not valid.";
    const body = { error: { "@Message.ExtendedInfo": [{ MessageId: messageId, Message }] } };
    return judgeReply(errand, { status: reply, headers: {}, body }).report ?? new Report();
  }
  const [, stays] = /^still (\w+)$/.exec(reply) ?? [];
  if (stays) return notReached("On", stays, 120_000);
  return judgeError({ code: reply }, "https://10.0.0.5", 30_000).report;
}

/** A GcpInstance with these args. */
export const gcpMachine = kind<pulumi.Unwrap<GcpInstanceArgs>>((args) => ({
  language: "ts",
  text: printConstructor("GcpInstance", "web", args),
  report: checkGcpMachine("web", args, givenIn(args)).sorted(),
}));

const tokens = {
  "aws.ec2.Instance": "aws:ec2/instance:Instance",
  "azure_native.compute.VirtualMachine": "azure-native:compute:VirtualMachine",
  "gcp.compute.Instance": "gcp:compute/instance:Instance",
} as const;

/** A resource of a cloud with these inputs, looked at by every policy. */
export const resource = (type: keyof typeof tokens) =>
  kind<object>((props) => {
    const token = tokens[type];
    const subject = { type: token, urn: `urn:pulumi:prod::shop::${token}::web`, props };
    const report = new Report();
    for (const policy of policies) {
      report.issues.push(...judge(policy, subject, defaultSettings, "2027-03-01").issues);
    }
    return { language: "ts", text: printConstructor(type, "web", props), report: report.sorted() };
  });

/** The way of an IgnitionConfig from args to what is wrong with them, without Pulumi. */
function checkConfig(args: ConfigArgs, files?: FileSource): Report {
  const { target, report } = targetOf(args, []);
  const { version: release, onConflict = OnConflict.Override } = args;
  const sources = [{ fragment: args, path: [] }];
  const { config, originOf, ...composed } = compose(sources, {
    ...target,
    release,
    onConflict,
    files,
  });
  const written = (issue: Issue) => ({ ...issue, ...originOf(issue.path) });
  report.add(checkHostname(args.hostname, ["hostname"])).add(composed.report);
  if (args.platform) {
    const platform = platforms[args.platform];
    report.add(checkPlatform(config, platform), written);
    report.add(planDelivery(config, platform).report, written);
  }
  return report.add(checkPlainSecrets(config), written).sorted();
}
