import { ManagementLockByScope } from "@pulumi/azure-native/authorization/managementLockByScope";
import { VirtualMachine } from "@pulumi/azure-native/compute/virtualMachine";
import type { NetworkInterface } from "@pulumi/azure-native/network/networkInterface";
import * as pulumi from "@pulumi/pulumi";
import { releaseOf } from "../flatcar/index.js";
import { azureCatalogue } from "../hardware/azure.js";
import {
  checkDelivery,
  choose,
  dataDiskPresets,
  deliver,
  OnInterruption,
  prepare,
  shownArgs,
  userDataOf,
} from "../machine/index.js";
import { platforms } from "../platforms/index.js";
import type { AzureInstanceArgs } from "./args.js";
import { changes } from "./changes.js";
import { checkMachine } from "./check.js";
import { storeConfig } from "./config-store.js";
import { makeDataDisks, usualDiskType } from "./data-disks.js";
import { decisive, hasMounts } from "./decisive.js";
import { describeImage, ownImage, publishedImage } from "./image.js";
import { makeNetwork } from "./network.js";
import { osProfile } from "./os-profile.js";
import { acceptedKeys, checkSshKeys } from "./ssh-keys.js";

const machines = new WeakMap<object, VirtualMachine>();

/** A Flatcar machine on Azure. User core needs a key of a kind that Azure takes: CLOUD_SSH_KEY. */
export class AzureInstance extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:AzureInstance";

  /** Resource id of the virtual machine. */
  readonly instanceId: pulumi.Output<string>;

  /** Its address in the subnet. */
  readonly privateIp: pulumi.Output<string>;

  /** Its public IPv4 address, or an empty text when it has none. */
  readonly publicIp: pulumi.Output<string>;

  /** The image that it was made from: an id, or publisher, offer, SKU and version with colons between them. */
  readonly imageId: pulumi.Output<string>;

  /** SHA-512 of the Ignition config, hexadecimal. Secret when a part of the config is. */
  readonly ignitionSha512: pulumi.Output<string>;

  /** Its size, whether named or picked. */
  readonly instanceType: pulumi.Output<string>;

  /** How the config reaches it: inline, compressed or pointer. */
  readonly delivery: pulumi.Output<string>;

  /** Name of the virtual machine. */
  readonly vmName: pulumi.Output<string>;

  /** Id of the machine's own network interface. */
  readonly networkInterfaceId: pulumi.Output<string>;

  /** Id of the network security group that ingress made, or an empty text. */
  readonly networkSecurityGroupId: pulumi.Output<string>;

  constructor(name: string, args: AzureInstanceArgs, opts?: pulumi.ComponentResourceOptions) {
    super(AzureInstance.__pulumiType, name, shownArgs(args), opts);
    const config = prepare(
      this,
      name,
      decisive(args),
      {
        platform: platforms.azure,
        version: args.version,
        check: checkMachine,
        checkConfig: (document) =>
          checkDelivery(document, platforms.azure, {
            stored: args.configContainer !== undefined,
            otherwise: "keep the config in a configContainer",
          }).add(checkSshKeys(document)),
        presets: (settled) => dataDiskPresets(settled.dataDisks),
      },
      (prepared) => ({
        ...deliver(prepared.config, platforms.azure),
        sshKeys: acceptedKeys(prepared.config),
      }),
    );
    const choice = choose(args, azureCatalogue);
    const release = releaseOf(args);
    const { imageId, resourceGroupName, location, zone, identityIds, encryptionAtHost } = args;
    const { nic, address, firewall } = makeNetwork(this, name, args);
    const dataDisks = makeDataDisks(this, name, args);
    const { userData, delivery } = userDataOf(config, storeConfig(this, name, args, config));

    const machine = new VirtualMachine(
      `${name}-machine`,
      {
        resourceGroupName,
        location,
        vmName: args.machineName,
        hardwareProfile: { vmSize: choice.instanceType },
        storageProfile: {
          imageReference: imageId
            ? pulumi.output(imageId).apply((id) => ownImage(id) ?? { id })
            : choice.architecture.apply((wanted) => publishedImage(release, wanted)),
          osDisk: {
            createOption: "FromImage",
            deleteOption: "Delete",
            caching: "ReadWrite",
            diskSizeGB: choice.diskGb,
            managedDisk: {
              storageAccountType: args.diskType ?? usualDiskType,
              diskEncryptionSet: reference(args.diskEncryptionSetId),
            },
          },
          ...(dataDisks.length > 0 && { dataDisks }),
          // The names of data disks in the config are those on a SCSI controller.
          ...(hasMounts(args) && { diskControllerType: "SCSI" }),
        },
        osProfile: osProfile(args.hostname, userData, pulumi.unsecret(config.sshKeys)),
        networkProfile: { networkInterfaces: interfaces(nic, args) },
        securityProfile: encryptionAtHost === undefined ? undefined : { encryptionAtHost },
        diagnosticsProfile: { bootDiagnostics: { enabled: true } },
        // Said in so many words: Azure takes nothing away of which nothing is said.
        identity: identityIds?.length
          ? { type: "UserAssigned", userAssignedIdentities: identityIds }
          : { type: "None" },
        zones: zone === undefined ? undefined : [zone],
        availabilitySet: reference(args.availabilitySetId),
        proximityPlacementGroup: reference(args.proximityPlacementGroupId),
        ...(args.spot && spotPriority(args.onInterruption)),
        tags: args.tags,
      },
      { parent: this, ...changes(args) },
    );
    machines.set(this, machine);
    if (args.terminationProtection) {
      new ManagementLockByScope(
        `${name}-lock`,
        { scope: machine.id, level: "CanNotDelete", notes: "terminationProtection in Pulumi" },
        { parent: this },
      );
    }

    this.instanceId = machine.id;
    this.privateIp = nic.ipConfigurations.apply((all) => all?.[0]?.privateIPAddress ?? "");
    this.publicIp = address ? address.ipAddress.apply((text) => text ?? "") : pulumi.output("");
    this.imageId = machine.storageProfile.apply((profile) =>
      describeImage(profile?.imageReference),
    );
    this.ignitionSha512 = config.digest;
    this.instanceType = machine.hardwareProfile.apply((profile) => profile?.vmSize ?? "");
    this.delivery = delivery;
    this.vmName = machine.name;
    this.networkInterfaceId = nic.id;
    this.networkSecurityGroupId = firewall?.id ?? pulumi.output("");
    this.registerOutputs({
      instanceId: this.instanceId,
      privateIp: this.privateIp,
      publicIp: this.publicIp,
      imageId: this.imageId,
      ignitionSha512: this.ignitionSha512,
      instanceType: this.instanceType,
      delivery: this.delivery,
      vmName: this.vmName,
      networkInterfaceId: this.networkInterfaceId,
      networkSecurityGroupId: this.networkSecurityGroupId,
    });
  }

  /** The virtual machine itself, for TypeScript programs. */
  get machine(): VirtualMachine {
    return machines.get(this) as VirtualMachine;
  }
}

/** The machine's own network interface, and those that there are. */
function interfaces(
  { id: own }: NetworkInterface,
  { networkInterfaceIds = [] }: AzureInstanceArgs,
) {
  return [own, ...networkInterfaceIds].map((id, index) => ({ id, primary: index === 0 }));
}

function reference(id: pulumi.Input<string> | undefined) {
  return id === undefined ? undefined : { id };
}

/** At any price up to that of a machine of the same size that nobody takes away. */
function spotPriority(onInterruption: OnInterruption = OnInterruption.Delete) {
  return {
    priority: "Spot",
    evictionPolicy: onInterruption === OnInterruption.Stop ? "Deallocate" : "Delete",
    billingProfile: { maxPrice: -1 },
  };
}
