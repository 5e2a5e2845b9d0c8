import { Instance } from "@pulumi/gcp/compute/instance";
import * as pulumi from "@pulumi/pulumi";
import { releaseOf } from "../flatcar/index.js";
import { gcpCatalogue } from "../hardware/gcp.js";
import {
  checkDelivery,
  choose,
  dataDiskPresets,
  deliver,
  keptProperties,
  knownNow,
  OnChange,
  prepare,
  raise,
  shownArgs,
  userDataOf,
} from "../machine/index.js";
import { platforms } from "../platforms/index.js";
import type { Report } from "../report/index.js";
import type { GcpInstanceArgs } from "./args.js";
import { checkMachine, givenIn } from "./check.js";
import { checkLabels, checkName } from "./check-names.js";
import { accountOf, storeConfig } from "./config-store.js";
import { makeDataDisks, onMachine } from "./data-disks.js";
import { diskFacts } from "./families.js";
import { publishedImage } from "./image.js";
import { connect } from "./network.js";
import { schedulingOf } from "./scheduling.js";

const machines = new WeakMap<object, Instance>();

/** A Flatcar machine on Compute Engine. */
export class GcpInstance extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:GcpInstance";

  /** Id of the instance, a number that Compute Engine gives it. */
  readonly instanceId: pulumi.Output<string>;

  /** Its address in the network. */
  readonly privateIp: pulumi.Output<string>;

  /** Its public IPv4 address, or an empty text when it has none. */
  readonly publicIp: pulumi.Output<string>;

  /** The image that it was made from. */
  readonly imageId: pulumi.Output<string>;

  /** SHA-512 of the Ignition config, hexadecimal. Secret when a part of the config is. */
  readonly ignitionSha512: pulumi.Output<string>;

  /** Its machine type, whether named or picked. */
  readonly instanceType: pulumi.Output<string>;

  /** How the config reaches it: inline, compressed or pointer. */
  readonly delivery: pulumi.Output<string>;

  /** Name of the instance, by which gcloud knows it. */
  readonly instanceName: pulumi.Output<string>;

  /** Zone that it is in. */
  readonly zone: pulumi.Output<string>;

  /** Address of the instance in the API. */
  readonly selfLink: pulumi.Output<string>;

  /** The network tag that the rules of ingress aim at, or an empty text. */
  readonly networkTag: pulumi.Output<string>;

  constructor(name: string, args: GcpInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    super(GcpInstance.__pulumiType, name, shownArgs(args), opts);
    const { decisive, handedOn } = divide(args);
    const config = prepare(
      this,
      name,
      { ...decisive, dataDisks: onMachine(args.dataDisks) },
      {
        platform: platforms.gcp,
        version: args.version,
        check: (settled) => checkMachine(name, { ...handedOn, ...settled }, givenIn(args)),
        checkConfig: (document) =>
          checkDelivery(document, platforms.gcp, {
            stored: args.configBucket !== undefined,
            otherwise: "keep the config in a configBucket",
          }),
        presets: (settled) => dataDiskPresets(settled.dataDisks),
      },
      (prepared) => deliver(prepared.config, platforms.gcp),
    );
    const late = <T>(value: T | undefined, check: (known: pulumi.Unwrap<T>) => Report) =>
      value === undefined
        ? undefined
        : pulumi.output(value).apply((known) => {
            raise(this, name, check(known));
            return known;
          });
    const choice = choose(args, gcpCatalogue);
    const release = releaseOf(args);
    const labels = late(args.tags, checkLabels);
    const type = pulumi.output(choice.instanceType);
    const diskType = args.diskType ?? type.apply((each) => diskFacts(each).usualDisk);
    const { interfaces, networkTags, networkTag } = connect(this, name, args);
    const attachedDisks = makeDataDisks(this, name, args, { labels, diskType });
    const { userData, delivery } = userDataOf(config, storeConfig(this, name, args, config));

    const machine = new Instance(
      `${name}-machine`,
      {
        name: late(args.machineName, (own) => checkName(own, ["machineName"])),
        project: args.project,
        zone: args.zone,
        machineType: choice.instanceType,
        allowStoppingForUpdate: true,
        bootDisk: {
          initializeParams: {
            image: args.imageId ?? publishedImage(this, release),
            size: choice.diskGb,
            type: diskType,
            labels,
          },
          kmsKeySelfLink: args.kmsKeySelfLink,
        },
        attachedDisks: attachedDisks.length > 0 ? attachedDisks : undefined,
        networkInterfaces: interfaces,
        tags: networkTags,
        metadata: {
          "user-data": pulumi.secret(userData),
          "serial-port-enable": pulumi
            .output(args.serialConsole ?? true)
            .apply((on) => (on ? "TRUE" : "FALSE")),
        },
        serviceAccount: accountOf(args),
        scheduling: schedulingOf(args, type),
        deletionProtection: args.terminationProtection ?? false,
        labels,
      },
      {
        parent: this,
        // Two machines cannot have one disk to write to, nor one name.
        deleteBeforeReplace: attachedDisks.length > 0 || args.machineName !== undefined,
        // The provider would change metadata in place, which nothing reads; and while a value of it is
        // not known it speaks of all of it. A disk that is another one has no filesystem yet.
        replaceOnChanges:
          args.onConfigChange === OnChange.Ignore ? [] : ["metadata", "attachedDisks[*].source"],
        ignoreChanges: keptProperties(args, {
          config: 'metadata["user-data"]',
          image: ["bootDisk.initializeParams.image"],
        }),
      },
    );
    machines.set(this, machine);

    this.instanceId = machine.instanceId;
    this.privateIp = machine.networkInterfaces.apply(([own]) => own?.networkIp ?? "");
    this.publicIp = machine.networkInterfaces.apply(
      ([own]) => own?.accessConfigs?.[0]?.natIp ?? "",
    );
    this.imageId = machine.bootDisk.apply((disk) => disk.initializeParams?.image ?? "");
    this.ignitionSha512 = config.digest;
    this.instanceType = machine.machineType;
    this.delivery = delivery;
    this.instanceName = machine.name;
    this.zone = machine.zone;
    this.selfLink = machine.selfLink;
    this.networkTag = networkTag ?? pulumi.output("");
    this.registerOutputs({
      instanceId: this.instanceId,
      privateIp: this.privateIp,
      publicIp: this.publicIp,
      imageId: this.imageId,
      ignitionSha512: this.ignitionSha512,
      instanceType: this.instanceType,
      delivery: this.delivery,
      instanceName: this.instanceName,
      zone: this.zone,
      selfLink: this.selfLink,
      networkTag: this.networkTag,
    });
  }

  /** The instance itself, for TypeScript programs. */
  get machine(): Instance {
    return machines.get(this) as Instance;
  }
}

/**
 * The args that the config and its checks hang on, and what is known at once of those that are handed on
 * as they are: a label that is not known in a preview must not make the user data unknown, and the machine
 * look replaced.
 */
function divide(args: GcpInstanceArgs) {
  const {
    tags,
    machineName,
    project,
    zone,
    network,
    subnetwork,
    networks,
    networkTags,
    serviceAccountEmail,
    serviceAccountScopes,
    diskType,
    kmsKeySelfLink,
    configBucket,
    serialConsole,
    terminationProtection,
    ...decisive
  } = args;
  const checked = { tags, machineName, zone, networkTags, serviceAccountScopes, diskType };
  return { decisive, handedOn: knownNow(checked).value };
}
