"use strict";

const { lookUps } = require("./gcp-look-ups.js");

// Properties: the types of @pulumi/gcp 9.37.0. Changes: terraform-provider-google, `ForceNew` in the schemas of these
// resources, and for an instance the list of attributes that need it to be stopped.

const ZONAL = "projects/{project}/zones/{zone}";
const REGIONAL = "projects/{project}/regions/{region}";
const GLOBAL = "projects/{project}/global";
const API = "https://www.googleapis.com/compute/v1";

const AUTONAME = { name: "{resource}-{hex:7}" };

const TEMPLATE_INPUTS = `advancedMachineFeatures canIpForward confidentialInstanceConfig deletionPolicy description disks!
  enableDisplay guestAccelerators instanceDescription keyRevocationActionType labels machineType! metadata
  metadataStartupScript minCpuPlatform name namePrefix networkInterfaces networkPerformanceConfig partnerMetadata project
  region reservationAffinity resourceManagerTags resourcePolicies scheduling serviceAccount shieldedInstanceConfig tags
  workloadIdentityConfig`;

const GROUP_INPUTS = `allInstancesConfig autoHealingPolicies baseInstanceName! deletionPolicy description
  instanceLifecyclePolicy listManagedInstancesResults name namedPorts params project resourcePolicies standbyPolicy
  statefulDisks statefulExternalIps statefulInternalIps targetPools targetSize targetSizePolicies targetStoppedSize
  targetSuspendedSize updatePolicy versions! waitForInstances waitForInstancesStatus`;

/** Everything in a template is fixed. */
const TEMPLATE_CHANGES = { replace: "*", update: "deletionPolicy" };

/** @type {import("../cloud.js").Cloud} */
module.exports = {
  name: "gcp",
  version: "9.37.0",
  defaults: { project: "test-project", region: "us-central1", zone: "us-central1-a" },
  refusal:
    "Changing the machine_type, min_cpu_platform, service_account, enable_display, shielded_instance_config, " +
    "scheduling.node_affinities or network_interface.[#d].(network/subnetwork/subnetwork_project) or " +
    "advanced_machine_features on a started instance requires stopping it. To acknowledge this, please set " +
    "allow_stopping_for_update = true in your config.",
  lookUps,
  resources: {
    "gcp:compute/instance:Instance": {
      id: `${ZONAL}/instances/{name}`,
      inputs: `advancedMachineFeatures allowStoppingForUpdate attachedDisks bootDisk! canIpForward
        confidentialInstanceConfig deletionPolicy deletionProtection description desiredStatus enableDisplay
        guestAccelerators hostname instanceEncryptionKey keyRevocationActionType labels machineType! metadata
        metadataStartupScript minCpuPlatform name networkInterfaces! networkPerformanceConfig params partnerMetadata
        project reservationAffinity resourcePolicies scheduling scratchDisks serviceAccount shieldedInstanceConfig tags
        workloadIdentityConfig zone`,
      named: AUTONAME,
      outputs: {
        cpuPlatform: "Intel Broadwell",
        currentStatus: "RUNNING",
        instanceId: "{digits:19}",
        project: "{project}",
        selfLink: `${API}/${ZONAL}/instances/{name}`,
        zone: "{zone}",
      },
      inner: {
        "networkInterfaces.*.networkIp": "10.0.0.{byte}",
        "networkInterfaces.*.accessConfigs.*.natIp": "192.0.2.{byte}",
      },
      maps: "labels metadata",
      changes: {
        replace: `attachedDisks.*.forceAttach bootDisk confidentialInstanceConfig guestAccelerators hostname
          metadataStartupScript name networkInterfaces.* networkInterfaces.*.nicType networkInterfaces.*.queueCount project
          scheduling.preemptible scheduling.provisioningModel scratchDisks zone`,
        update: `bootDisk.autoDelete bootDisk.initializeParams.labels bootDisk.initializeParams.size
          networkInterfaces.*.*`,
        "refuse unless allowStoppingForUpdate": `advancedMachineFeatures enableDisplay machineType minCpuPlatform
          networkInterfaces.*.network networkInterfaces.*.subnetwork serviceAccount shieldedInstanceConfig`,
      },
      exclusive: {
        "attachedDisks.*.source": "The disk resource '{value}' is already being used by '{holder}'",
      },
    },
    "gcp:compute/instanceTemplate:InstanceTemplate": {
      id: `${GLOBAL}/instanceTemplates/{name}`,
      inputs: TEMPLATE_INPUTS,
      named: AUTONAME,
      outputs: {
        project: "{project}",
        selfLink: `${API}/${GLOBAL}/instanceTemplates/{name}`,
        selfLinkUnique: `${API}/${GLOBAL}/instanceTemplates/{name}?uniqueId={digits:19}`,
      },
      changes: TEMPLATE_CHANGES,
    },
    "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate": {
      id: `${REGIONAL}/instanceTemplates/{name}`,
      inputs: TEMPLATE_INPUTS,
      named: AUTONAME,
      outputs: {
        project: "{project}",
        region: "{region}",
        selfLink: `${API}/${REGIONAL}/instanceTemplates/{name}`,
      },
      changes: TEMPLATE_CHANGES,
    },
    "gcp:compute/instanceGroupManager:InstanceGroupManager": {
      id: `${ZONAL}/instanceGroupManagers/{name}`,
      inputs: `${GROUP_INPUTS} zone`,
      named: AUTONAME,
      outputs: {
        instanceGroup: `${API}/${ZONAL}/instanceGroups/{name}`,
        project: "{project}",
        selfLink: `${API}/${ZONAL}/instanceGroupManagers/{name}`,
        zone: "{zone}",
      },
      changes: { replace: "baseInstanceName description name project zone" },
    },
    "gcp:compute/regionInstanceGroupManager:RegionInstanceGroupManager": {
      id: `${REGIONAL}/instanceGroupManagers/{name}`,
      inputs: `${GROUP_INPUTS} distributionPolicyTargetShape distributionPolicyZones instanceFlexibilityPolicy region`,
      named: AUTONAME,
      outputs: {
        instanceGroup: `${API}/${REGIONAL}/instanceGroups/{name}`,
        project: "{project}",
        region: "{region}",
        selfLink: `${API}/${REGIONAL}/instanceGroupManagers/{name}`,
      },
      changes: {
        replace: "baseInstanceName description distributionPolicyZones name project region",
      },
    },
    "gcp:container/nodePool:NodePool": {
      id: "projects/{project}/locations/{location}/clusters/{cluster}/nodePools/{name}",
      inputs: `autoscaling cluster! deletionPolicy ignoreNodeCountChanges initialNodeCount location maintenancePolicies
        management maxPodsPerNode name namePrefix networkConfig nodeConfig nodeCount nodeDrainConfigs nodeLocations
        placementPolicy project queuedProvisioning upgradeSettings version`,
      named: AUTONAME,
      outputs: { location: "{zone}", project: "{project}", version: "1.33.5-gke.1000000" },
      changes: {
        replace: "cluster initialNodeCount location maxPodsPerNode name placementPolicy project",
      },
    },
    "gcp:compute/network:Network": {
      id: `${GLOBAL}/networks/{name}`,
      inputs: `autoCreateSubnetworks deleteDefaultRoutesOnCreate deletionPolicy description enableUlaInternalIpv6
        internalIpv6Range mtu name networkProfile params project routingMode`,
      named: AUTONAME,
      outputs: { project: "{project}", selfLink: `${API}/${GLOBAL}/networks/{name}` },
      changes: { replace: "autoCreateSubnetworks description internalIpv6Range name project" },
    },
    "gcp:compute/subnetwork:Subnetwork": {
      id: `${REGIONAL}/subnetworks/{name}`,
      inputs: `deletionPolicy description ipCidrRange ipv6AccessType logConfig name network! params
        privateIpGoogleAccess project purpose region role secondaryIpRanges stackType`,
      named: AUTONAME,
      outputs: {
        gatewayAddress: "10.0.0.1",
        project: "{project}",
        region: "{region}",
        selfLink: `${API}/${REGIONAL}/subnetworks/{name}`,
      },
      changes: { replace: "description name network project purpose region" },
    },
    "gcp:compute/firewall:Firewall": {
      id: `${GLOBAL}/firewalls/{name}`,
      inputs: `allows deletionPolicy denies description destinationRanges direction disabled logConfig name network!
        params priority project sourceRanges sourceServiceAccounts sourceTags targetServiceAccounts targetTags`,
      named: AUTONAME,
      outputs: { project: "{project}", selfLink: `${API}/${GLOBAL}/firewalls/{name}` },
      changes: { replace: "direction name network project" },
    },
    "gcp:compute/address:Address": {
      id: `${REGIONAL}/addresses/{name}`,
      inputs: `address addressType deletionPolicy description ipVersion ipv6EndpointType labels name network networkTier
        prefixLength project purpose region subnetwork`,
      named: AUTONAME,
      outputs: {
        address: "192.0.2.{byte}",
        project: "{project}",
        region: "{region}",
        selfLink: `${API}/${REGIONAL}/addresses/{name}`,
      },
      changes: { replace: "*", update: "deletionPolicy labels" },
    },
    "gcp:compute/disk:Disk": {
      id: `${ZONAL}/disks/{name}`,
      inputs: `accessMode architecture deletionPolicy description diskEncryptionKey guestOsFeatures image labels licenses
        name params physicalBlockSizeBytes project provisionedIops provisionedThroughput resourcePolicies size snapshot
        sourceDisk storagePool type zone`,
      named: AUTONAME,
      outputs: { project: "{project}", selfLink: `${API}/${ZONAL}/disks/{name}`, zone: "{zone}" },
      changes: {
        replace: `architecture description diskEncryptionKey guestOsFeatures image licenses name physicalBlockSizeBytes
          project snapshot sourceDisk storagePool type zone`,
      },
    },
    "gcp:compute/attachedDisk:AttachedDisk": {
      id: "{instance}/{hex:7}",
      inputs: "deletionPolicy deviceName disk! instance! interface mode project zone",
      outputs: { project: "{project}", zone: "{zone}" },
      changes: { replace: "*", update: "deletionPolicy" },
      exclusive: { disk: "The disk resource '{value}' is already being used by '{holder}'" },
    },
    "gcp:storage/bucket:Bucket": {
      id: "{name}",
      inputs: `autoclass cors encryption forceDestroy labels lifecycleRules location! logging name project
        publicAccessPrevention requesterPays retentionPolicy softDeletePolicy storageClass uniformBucketLevelAccess
        versioning website`,
      named: AUTONAME,
      outputs: {
        project: "{project}",
        selfLink: "https://www.googleapis.com/storage/v1/b/{name}",
        url: "gs://{name}",
      },
      changes: { replace: "location name project" },
    },
    "gcp:storage/bucketObject:BucketObject": {
      id: "{bucket}-{name}",
      inputs: `bucket! cacheControl content contentDisposition contentEncoding contentLanguage contentType contexts
        customerEncryption deletionPolicy detectMd5hash eventBasedHold kmsKeyName metadata name retention source
        sourceMd5hash storageClass temporaryHold`,
      named: { name: "{resource}" },
      outputs: {
        outputName: "{name}",
        selfLink: "https://www.googleapis.com/storage/v1/b/{bucket}/o/{name}",
      },
      changes: { replace: "bucket contentType name source" },
    },
    "gcp:storage/bucketIAMMember:BucketIAMMember": {
      id: "b/{bucket}/{role}/{member}",
      inputs: "bucket! condition member! role!",
      changes: { replace: "*" },
    },
    "gcp:serviceaccount/account:Account": {
      id: "projects/{project}/serviceAccounts/{accountId}@{project}.iam.gserviceaccount.com",
      inputs:
        "accountId createIgnoreAlreadyExists deletionPolicy description disabled displayName project",
      named: { accountId: "{resource}-{hex:7}" },
      outputs: {
        email: "{accountId}@{project}.iam.gserviceaccount.com",
        member: "serviceAccount:{accountId}@{project}.iam.gserviceaccount.com",
        project: "{project}",
      },
      changes: { replace: "accountId project" },
    },
  },
};
