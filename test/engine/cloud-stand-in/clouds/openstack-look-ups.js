"use strict";

// Texts of errors and the way of narrowing down: terraform-provider-openstack 1.54.1, data sources.

const NONE = "Your query returned no results. Please change your search criteria and try again.";
const SEVERAL =
  "Your query returned more than one result. Please try a more specific search criteria";

/**
 * @template T
 * @param {readonly T[]} found
 * @returns {T}
 */
function theOne([found, another]) {
  if (found === undefined) throw new Error(NONE);
  if (another !== undefined) throw new Error(SEVERAL);
  return found;
}

/** Name, vCPUs, memory in MiB, disk in GB, extra specs. */
const FLAVORS = /** @type {const} */ ([
  ["m1.small", 1, 2048, 20],
  ["c1.large", 4, 4096, 40],
  ["m1.large", 4, 8192, 40],
  ["v1.large", 4, 8192, 0],
  ["r1.large", 4, 16384, 40],
  ["m1.xlarge", 8, 16384, 160],
  ["a1.xlarge", 8, 32768, 160, { "trait:HW_ARCH_AARCH64": "required" }],
  ["g1.xlarge", 8, 65536, 160, { "pci_passthrough:alias": "a100:1" }],
  ["m1.16xlarge", 16, 65536, 320],
  ["e1.16xlarge", 16, 65536, 320],
]);

/** @param {Record<string, any>} args */
function flavor({ flavorId, name, vcpus, ram, disk, minRam = 0, minDisk = 0 }) {
  const found = FLAVORS.map(([called, cpus, mib, gb, specs = {}]) => ({
    id: `id-of-${called}`,
    flavorId: `id-of-${called}`,
    name: called,
    vcpus: cpus,
    ram: mib,
    disk: gb,
    extraSpecs: specs,
    isPublic: true,
  })).filter(
    (each) =>
      (flavorId === undefined || each.id === flavorId) &&
      (name === undefined || each.name === name) &&
      (vcpus === undefined || each.vcpus === vcpus) &&
      (ram === undefined || each.ram === ram) &&
      (disk === undefined || each.disk === disk) &&
      each.ram >= minRam &&
      each.disk >= minDisk,
  );
  if (flavorId !== undefined && found.length === 0) throw new Error("No Flavor found");
  return theOne(found);
}

/** Id, name, day, properties; the images that are active. */
const IMAGES = /** @type {const} */ ([
  [
    "11111111-0000-4000-8000-000000000001",
    "flatcar",
    "2026-07-01",
    { flatcar_version: "4593.2.4" },
  ],
  [
    "11111111-0000-4000-8000-000000000002",
    "flatcar",
    "2026-08-01",
    { flatcar_version: "4593.2.5" },
  ],
  [
    "11111111-0000-4000-8000-000000000003",
    "flatcar-arm64",
    "2026-08-01",
    { hw_architecture: "aarch64" },
  ],
]);

/** Properties count only where several images have the name. */
/** @param {Record<string, any>} args */
function image({ name, properties = {}, mostRecent = false }) {
  const named = IMAGES.filter(([, called]) => name === undefined || called === name);
  const found = (
    named.length < 2
      ? named
      : named.filter(([, , , own]) =>
          Object.entries(properties).every(
            ([key, value]) => /** @type {Record<string, string>} */ (own)[key] === value,
          ),
        )
  ).map(([id, called, createdAt, own]) => ({
    id,
    name: called,
    createdAt,
    properties: own,
    minDiskGb: 13,
    minRamMb: 0,
  }));
  const newest = found.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return theOne(mostRecent ? newest.slice(0, 1) : found);
}

const NETWORKS = /** @type {const} */ ([
  ["22222222-0000-4000-8000-000000000001", "private", false],
  ["22222222-0000-4000-8000-000000000002", "public", true],
]);

/** @param {Record<string, any>} args */
function network({ name, external }) {
  const found = NETWORKS.filter(
    ([, called, outside]) =>
      (name === undefined || called === name) && (external === undefined || outside === external),
  );
  const [id, called, outside] = theOne(found);
  return { id, networkId: id, name: called, external: outside };
}

/** @param {Record<string, any>} args */
function subnet({ subnetId }) {
  if (!subnetId.startsWith("subnet")) {
    throw new Error(
      "Your query returned no openstack_networking_subnet_v2. Please change your search criteria and try again.",
    );
  }
  return { id: subnetId, subnetId, networkId: `network-of-${subnetId}` };
}

/**
 * A server that was told to be broken is one for which there was no host.
 *
 * @type {import("../cloud.js").LookUp["answer"]}
 */
function server({ id }, existing) {
  const found = existing.get(id);
  if (found === undefined) throw new Error(`Unable to retrieve OpenStack ${id} server: not found`);
  const { metadata } = /** @type {{ metadata?: Record<string, string> }} */ (found.inputs);
  return { id, powerState: metadata?.broken === "yes" ? "error" : "active" };
}

/** @type {Record<string, import("../cloud.js").LookUp>} */
const lookUps = {
  "openstack:compute/getFlavor:getFlavor": {
    inputs:
      "description disk flavorId isPublic minDisk minRam name ram region rxTxFactor swap vcpus",
    outputs: `description disk extraSpecs flavorId id isPublic minDisk minRam name ram region rxTxFactor swap vcpus`,
    answer: flavor,
  },
  "openstack:compute/getInstanceV2:getInstanceV2": {
    inputs: "id! networks region userData",
    outputs: `accessIpV4 accessIpV6 availabilityZone created flavorId flavorName id imageId imageName keyPair metadata
      name networks powerState region securityGroups tags updated userData`,
    answer: server,
  },
  "openstack:images/getImage:getImage": {
    inputs: `hidden memberStatus mostRecent name nameRegex owner properties region sizeMax sizeMin sortDirection sortKey
      tag tags visibility`,
    outputs: `checksum containerFormat createdAt diskFormat file hidden id metadata minDiskGb minRamMb mostRecent name
      owner properties protected region schema sizeBytes tags updatedAt visibility`,
    answer: image,
  },
  "openstack:networking/getNetwork:getNetwork": {
    inputs: `description external matchingSubnetCidr mtu name networkId region status tags tenantId transparentVlan`,
    outputs: `adminStateUp allTags description dnsDomain external id mtu name networkId region segments shared status
      subnets tags tenantId transparentVlan`,
    answer: network,
  },
  "openstack:networking/getSubnet:getSubnet": {
    inputs: `cidr description dhcpDisabled dhcpEnabled gatewayIp ipVersion name networkId region subnetId subnetpoolId
      tags tenantId`,
    outputs: `allTags allocationPools cidr description dnsNameservers enableDhcp gatewayIp hostRoutes id ipVersion
      ipv6AddressMode ipv6RaMode name networkId region serviceTypes subnetId subnetpoolId tags tenantId`,
    answer: subnet,
  },
};

module.exports = { lookUps };
