import { Instance } from "@pulumi/openstack/compute";
import * as pulumi from "@pulumi/pulumi";
import {
  besideOwn,
  checkDelivery,
  dataDiskPresets,
  deliver,
  keptProperties,
  OnChange,
  prepare,
  promiseDisks,
  shownArgs,
  userDataOf,
} from "../machine/index.js";
import { platforms } from "../platforms/index.js";
import type { OpenStackInstanceArgs } from "./args.js";
import { blockDevices } from "./block-devices.js";
import { checkMachine, startsFromVolume } from "./check.js";
import { deviceOf, makeDataDisks } from "./data-disks.js";
import { makeFirewall } from "./firewall.js";
import { flavorOf } from "./flavor.js";
import { imageOf } from "./image.js";
import { makeFloatingIp, makePorts } from "./ports.js";
import { livingServer } from "./server-state.js";

/** As long as the id of any volume is, for the size of a config whose volumes are not made yet. */
const someId = "00000000-0000-0000-0000-000000000000";

const machines = new WeakMap<object, Instance>();

/** A Flatcar machine on OpenStack. */
export class OpenStackInstance extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:OpenStackInstance";

  /** Id of the server. */
  readonly instanceId: pulumi.Output<string>;

  /** Address of its first port. */
  readonly privateIp: pulumi.Output<string>;

  /** Its floating address, or an empty text when it has none. */
  readonly publicIp: pulumi.Output<string>;

  /** The image that it was made from. */
  readonly imageId: pulumi.Output<string>;

  /** SHA-512 of the Ignition config, hexadecimal. Secret when a part of the config is. */
  readonly ignitionSha512: pulumi.Output<string>;

  /** Name of its flavor, whether named or picked. */
  readonly instanceType: pulumi.Output<string>;

  /** How the config reaches it: inline or compressed. */
  readonly delivery: pulumi.Output<string>;

  /** Id of its first port. */
  readonly portId: pulumi.Output<string>;

  /** The security group that ingress made, or an empty text. */
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: OpenStackInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    super(OpenStackInstance.__pulumiType, name, shownArgs(args), opts);
    const { dataDisks, know } = promiseDisks(args.dataDisks);
    const config = prepare(
      this,
      name,
      { ...decisive(args), dataDisks },
      {
        platform: platforms.openstack,
        version: args.version,
        check: (known) => checkMachine(known, args),
        // OpenStack has no store that Ignition reads by the identity of the machine.
        checkConfig: (document) =>
          checkDelivery(document, platforms.openstack, {
            stored: false,
            otherwise: "the whole config by replace of configReferences",
          }),
        presets: (known) => dataDiskPresets(known.dataDisks, deviceOf(someId)),
      },
      (prepared) => deliver(prepared.config, platforms.openstack),
    );
    const image = imageOf(this, name, args);
    const flavor = flavorOf(this, name, args);
    // What only the cloud can say is said before anything is made.
    const options = { parent: this, dependsOn: pulumi.all([image, flavor]).apply(() => []) };
    const firewall = makeFirewall(name, args, options);
    const groups = besideOwn(args.securityGroupIds, firewall?.group.id);
    const ports = makePorts(this, name, args, groups, options);
    const floatingIp = makeFloatingIp(this, name, args, ports[0], options);
    const volumes = makeDataDisks(name, args, options);
    know(volumes.map(({ id }) => id.apply(deviceOf)));
    const disks = blockDevices(args, image, volumes);
    const { userData, delivery } = userDataOf(config);

    const machine = new Instance(
      `${name}-machine`,
      {
        name: args.machineName ?? name,
        flavorId: flavor.id,
        flavorName: flavor.name,
        imageId: startsFromVolume(args) ? undefined : image,
        blockDevices: disks,
        networks: ports.map((port) => ({ port })),
        userData: pulumi.secret(userData),
        configDrive: args.configDrive ?? true,
        keyPair: args.keyPair,
        availabilityZone: args.availabilityZone,
        schedulerHints:
          args.serverGroupId === undefined ? undefined : [{ group: args.serverGroupId }],
        metadata: args.tags,
        // Nova cuts the power off, and a data disk is better unmounted before.
        stopBeforeDestroy: volumes.length > 0,
      },
      {
        parent: this,
        // The first boot may fetch files, so the way out has to be open by then.
        dependsOn: [...(firewall?.rules ?? []), ...(floatingIp ? [floatingIp] : [])],
        // Two servers cannot have one port or volume.
        deleteBeforeReplace: true,
        // Nova would rebuild a running server from another image, with its old user data.
        replaceOnChanges: args.onImageChange === OnChange.Replace ? ["imageId"] : [],
        ignoreChanges: keptProperties(args, {
          config: "userData",
          image: ["imageId", ...(disks ? ["blockDevices[0].uuid"] : [])],
        }),
      },
    );
    machines.set(this, machine);

    this.instanceId = livingServer(this, name, machine);
    this.privateIp = pulumi
      .all([machine.accessIpV4, machine.accessIpV6])
      .apply(([v4, v6]) => v4 || v6);
    this.publicIp = floatingIp?.address ?? pulumi.output("");
    this.imageId = disks
      ? machine.blockDevices.apply((made) => made?.[0]?.uuid ?? "")
      : machine.imageId;
    this.ignitionSha512 = config.digest;
    this.instanceType = machine.flavorName;
    this.delivery = delivery;
    this.portId = ports[0] ?? pulumi.output("");
    this.securityGroupId = firewall?.group.id ?? pulumi.output("");
    this.registerOutputs({
      instanceId: this.instanceId,
      privateIp: this.privateIp,
      publicIp: this.publicIp,
      imageId: this.imageId,
      ignitionSha512: this.ignitionSha512,
      instanceType: this.instanceType,
      delivery: this.delivery,
      portId: this.portId,
      securityGroupId: this.securityGroupId,
    });
  }

  /** The server itself, for TypeScript programs. */
  get machine(): Instance {
    return machines.get(this) as Instance;
  }
}

/**
 * The args that the config and its checks hang on. The others are handed on as they are: an image that
 * is not known in a preview must not make the user data unknown, and the machine look replaced.
 */
function decisive(args: OpenStackInstanceArgs) {
  const {
    instanceType,
    flavorId,
    imageId,
    imageName,
    imageProperties,
    tags,
    machineName,
    keyPair,
    ports,
    securityGroupIds,
    floatingIpPool,
    availabilityZone,
    serverGroupId,
    diskType,
    ...rest
  } = args;
  return rest;
}
