"use strict";

const { createHash } = require("node:crypto");
const { lookUps } = require("./openstack-look-ups.js");

// Properties: the types of @pulumi/openstack 3.15.2. Changes: terraform-provider-openstack 1.54.1, `ForceNew` in the
// schemas of these resources. Its update of an instance's image is a rebuild in place.

const OF_NOTHING = createHash("sha512").digest("hex");

const UUID = "{hex:8}-{hex:4}-4000-8000-{hex:12}";

/** @type {import("../cloud.js").Cloud} */
module.exports = {
  name: "openstack",
  version: "3.15.2",
  defaults: { region: "RegionOne" },
  lookUps,
  resources: {
    "openstack:compute/instance:Instance": {
      id: UUID,
      inputs: `accessIpV4 accessIpV6 adminPass availabilityZone availabilityZoneHints blockDevices configDrive flavorId
        flavorName floatingIp forceDelete imageId imageName keyPair metadata name networkMode networks personalities
        powerState region schedulerHints securityGroups stopBeforeDestroy tags userData vendorOptions volumes`,
      named: { name: "{resource}-{hex:7}" },
      outputs: {
        accessIpV4: "10.0.0.{byte}",
        accessIpV6: "",
        availabilityZone: "nova",
        imageId: "Attempt to boot from volume - no image supplied",
        powerState: "active",
        securityGroups: ["default"],
      },
      changes: {
        replace: `availabilityZone availabilityZoneHints blockDevices configDrive keyPair networkMode networks region
          schedulerHints userData`,
      },
      exclusive: {
        "networks.*.port": "Port {value} is still in use.",
        // The first one is the root disk, which is made of an image.
        "blockDevices.1.uuid": "volume {value} is already attached to {holder}",
      },
      holds: { "blockDevices.1.uuid": "Volume {value} is attached to {holder}" },
    },
    "openstack:compute/serverGroup:ServerGroup": {
      id: UUID,
      inputs: "name policies region rules valueSpecs",
      named: { name: "{resource}-{hex:7}" },
      changes: { replace: "*" },
    },
    "openstack:networking/network:Network": {
      id: UUID,
      inputs: `adminStateUp availabilityZoneHints description dnsDomain external mtu name portSecurityEnabled
        qosPolicyId region segments shared tags tenantId transparentVlan valueSpecs`,
      named: { name: "{resource}-{hex:7}" },
      changes: { replace: "external region segments tenantId transparentVlan valueSpecs" },
    },
    "openstack:networking/port:Port": {
      id: UUID,
      inputs: `adminStateUp allowedAddressPairs binding description deviceId deviceOwner dnsName extraDhcpOptions fixedIps
        macAddress name networkId! noFixedIp noSecurityGroups portSecurityEnabled qosPolicyId region securityGroupIds tags
        tenantId valueSpecs`,
      outputs: {
        allFixedIps: ["10.0.0.{byte}", "2001:db8::{hex:4}"],
        macAddress: "fa:16:3e:00:00:01",
      },
      changes: {
        replace: "deviceId deviceOwner macAddress networkId region tenantId valueSpecs",
      },
      exclusive: { "fixedIps.*.ipAddress": "IP address {value} already allocated in subnet." },
      holds: { "securityGroupIds.*": "Security Group {value} in use." },
    },
    "openstack:networking/secGroup:SecGroup": {
      id: UUID,
      inputs: "deleteDefaultRules description name region tags tenantId",
      named: { name: "{resource}-{hex:7}" },
      changes: { replace: "deleteDefaultRules region tenantId" },
    },
    "openstack:networking/secGroupRule:SecGroupRule": {
      id: UUID,
      inputs: `description direction! ethertype! portRangeMax portRangeMin protocol region remoteGroupId remoteIpPrefix
        securityGroupId! tenantId`,
      changes: { replace: "*" },
    },
    "openstack:networking/floatingIp:FloatingIp": {
      id: UUID,
      inputs: `address description dnsDomain dnsName fixedIp pool! portId region subnetId subnetIds tags tenantId
        valueSpecs`,
      outputs: { address: "192.0.2.{byte}", fixedIp: "10.0.0.1" },
      changes: { replace: "address dnsDomain dnsName pool region tenantId valueSpecs" },
    },
    "openstack:images/image:Image": {
      id: UUID,
      inputs: `containerFormat! decompress diskFormat! hidden imageCachePath imageId imageSourcePassword imageSourceUrl
        imageSourceUsername localFilePath minDiskGb minRamMb name properties protected region tags verifyChecksum
        visibility webDownload`,
      named: { name: "{resource}-{hex:7}" },
      outputs: { checksum: "{hex:32}", sizeBytes: 500000000, status: "active" },
      // Glance's digest of any file here: that of nothing.
      inner: { "properties.os_hash_algo": "sha512", "properties.os_hash_value": OF_NOTHING },
      changes: {
        replace:
          "containerFormat decompress diskFormat imageId imageSourceUrl localFilePath region",
      },
    },
    "openstack:blockstorage/volume:Volume": {
      id: UUID,
      inputs: `availabilityZone backupId consistencyGroupId description enableOnlineResize imageId metadata multiattach name
        region schedulerHints size! snapshotId sourceReplica sourceVolId volumeType`,
      outputs: { availabilityZone: "nova", volumeType: "standard" },
      changes: {
        replace: `availabilityZone backupId consistencyGroupId imageId region schedulerHints snapshotId sourceReplica
          sourceVolId volumeType`,
      },
    },
  },
};
