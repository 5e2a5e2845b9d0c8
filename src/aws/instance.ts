import { Instance } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { releaseOf } from "../flatcar/index.js";
import { awsCatalogue } from "../hardware/aws.js";
import {
  besideOwn,
  checkDelivery,
  choose,
  dataDiskPresets,
  deliver,
  encodeBase64,
  keptProperties,
  OnChange,
  OnInterruption,
  prepare,
  promiseDisks,
  shownArgs,
  userDataOf,
} from "../machine/index.js";
import { platforms } from "../platforms/index.js";
import type { AwsInstanceArgs } from "./args.js";
import { checkMachine } from "./check.js";
import { storeConfig } from "./config-store.js";
import { attachDataDisks, deviceOf, makeDataDisks } from "./data-disks.js";
import { makeFirewall } from "./firewall.js";
import { publishedImage } from "./image.js";
import { attachInterfaces } from "./interfaces.js";

const machines = new WeakMap<object, Instance>();

/** A Flatcar machine on EC2. */
export class AwsInstance extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:AwsInstance";

  /** Id of the EC2 instance. */
  readonly instanceId: pulumi.Output<string>;

  /** Its address in the subnet. */
  readonly privateIp: pulumi.Output<string>;

  /** Its public IPv4 address, or an empty text when it has none. */
  readonly publicIp: pulumi.Output<string>;

  /** The image that it was made from. */
  readonly imageId: pulumi.Output<string>;

  /** SHA-512 of the Ignition config, hexadecimal. Secret when a part of the config is. */
  readonly ignitionSha512: pulumi.Output<string>;

  /** Its instance type, whether named or picked. */
  readonly instanceType: pulumi.Output<string>;

  /** How the config reaches it: inline, compressed or pointer. */
  readonly delivery: pulumi.Output<string>;

  /** ARN of the EC2 instance. */
  readonly arn: pulumi.Output<string>;

  /** The security group that ingress made, or an empty text. */
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: AwsInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    super(AwsInstance.__pulumiType, name, shownArgs(args), opts);
    const { networkInterfaceIds = [] } = args;
    const { dataDisks, know } = promiseDisks(args.dataDisks);
    const config = prepare(
      this,
      name,
      { ...decisive(args), dataDisks },
      {
        platform: platforms.aws,
        version: args.version,
        check: (settled) => checkMachine(settled, args.subnetId !== undefined),
        checkConfig: (document) =>
          checkDelivery(document, platforms.aws, {
            stored: args.configBucket !== undefined,
            otherwise: "keep the config in a configBucket",
          }),
        presets: (settled) => dataDiskPresets(settled.dataDisks, deviceOf("vol-0123456789abcdef0")),
      },
      (prepared) => deliver(prepared.config, platforms.aws),
    );
    const choice = choose(args, awsCatalogue);
    const release = releaseOf(args);
    const tags = pulumi
      .all([args.machineName ?? name, args.tags])
      .apply(([Name, own]) => ({ Name, ...own }));
    const firewall = makeFirewall(this, name, args, tags);
    const disks = makeDataDisks(this, name, args, tags);
    know(disks.map(({ device }) => device));
    const { userData, delivery } = userDataOf(config, storeConfig(this, name, args, config));

    const machine = new Instance(
      `${name}-machine`,
      {
        ami: args.imageId ?? publishedImage(this, name, release, choice.architecture),
        instanceType: choice.instanceType,
        userDataBase64: pulumi.secret(userData.apply(encodeBase64)),
        userDataReplaceOnChange: args.onConfigChange !== OnChange.Ignore,
        rootBlockDevice: {
          volumeSize: choice.diskGb,
          volumeType: args.diskType ?? "gp3",
          encrypted: args.diskEncrypted ?? true,
          kmsKeyId: args.kmsKeyId,
          tags,
        },
        subnetId: args.subnetId,
        availabilityZone: args.availabilityZone,
        placementGroup: args.placementGroup,
        vpcSecurityGroupIds: besideOwn(args.securityGroupIds, firewall?.group.id),
        associatePublicIpAddress: args.publicIp,
        ipv6AddressCount: args.ipv6 ? 1 : undefined,
        iamInstanceProfile: args.iamInstanceProfile,
        metadataOptions: {
          httpEndpoint: "enabled",
          httpTokens: "required",
          httpPutResponseHopLimit: args.metadataHopLimit ?? 1,
        },
        instanceMarketOptions: args.spot ? spotMarket(args.onInterruption) : undefined,
        disableApiTermination: args.terminationProtection ?? false,
        monitoring: args.detailedMonitoring ?? false,
        tags,
      },
      {
        parent: this,
        // The first boot may fetch files, so the way out has to be open by then.
        dependsOn: [...(firewall?.rules ?? [])],
        // Two machines cannot have one disk or interface, and a first boot waits for its disks only so long.
        deleteBeforeReplace: disks.length + networkInterfaceIds.length > 0,
        ignoreChanges: keptProperties(args, { config: "userDataBase64", image: ["ami"] }),
      },
    );
    machines.set(this, machine);
    attachDataDisks(this, name, args, machine, disks);
    attachInterfaces(this, name, networkInterfaceIds, machine);

    this.instanceId = machine.id;
    this.privateIp = machine.privateIp;
    this.publicIp = machine.publicIp.apply((address) => address ?? "");
    this.imageId = machine.ami;
    this.ignitionSha512 = config.digest;
    this.instanceType = machine.instanceType;
    this.delivery = delivery;
    this.arn = machine.arn;
    this.securityGroupId = firewall?.group.id ?? pulumi.output("");
    this.registerOutputs({
      instanceId: this.instanceId,
      privateIp: this.privateIp,
      publicIp: this.publicIp,
      imageId: this.imageId,
      ignitionSha512: this.ignitionSha512,
      instanceType: this.instanceType,
      delivery: this.delivery,
      arn: this.arn,
      securityGroupId: this.securityGroupId,
    });
  }

  /** The EC2 instance itself, for TypeScript programs. */
  get machine(): Instance {
    return machines.get(this) as Instance;
  }
}

/**
 * The args that the config and its checks hang on. The others are handed on as they are: a tag that is
 * not known in a preview must not make the user data unknown, and the machine look replaced.
 */
function decisive(args: AwsInstanceArgs) {
  const {
    tags,
    machineName,
    subnetId,
    securityGroupIds,
    networkInterfaceIds,
    placementGroup,
    iamInstanceProfile,
    diskType,
    diskEncrypted,
    kmsKeyId,
    configBucket,
    metadataHopLimit,
    detailedMonitoring,
    terminationProtection,
    ...rest
  } = args;
  return rest;
}

/** A request that stops instead of ending has to be one that lasts. */
function spotMarket(onInterruption: OnInterruption = OnInterruption.Delete) {
  const stops = onInterruption === OnInterruption.Stop;
  return {
    marketType: "spot",
    spotOptions: {
      instanceInterruptionBehavior: stops ? "stop" : "terminate",
      spotInstanceType: stops ? "persistent" : "one-time",
    },
  };
}
