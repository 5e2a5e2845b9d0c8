"use strict";

const API = "https://www.googleapis.com/compute/v1";
const FLATCAR = "kinvolk-public";

/** Family and image, the newest of a family first. */
const IMAGES = /** @type {const} */ ([
  ["flatcar-stable", "flatcar-stable-4593-2-5"],
  ["flatcar-stable", "flatcar-stable-4593-2-4"],
  ["flatcar-beta", "flatcar-beta-4628-1-2"],
  ["flatcar-alpha", "flatcar-alpha-4651-0-1"],
  ["flatcar-lts", "flatcar-lts-4081-3-7"],
]);

/** @param {{ family?: string, name?: string, project?: string }} args */
function image({ family, name, project }) {
  const found = IMAGES.find(
    ([inFamily, called]) =>
      project === FLATCAR && (name === undefined ? inFamily === family : called === name),
  );
  if (found === undefined) {
    const what = name === undefined ? `images/family/${family}` : `images/${name}`;
    throw new Error(
      `googleapi: Error 404: The resource 'projects/${project}/global/${what}' was not found, notFound`,
    );
  }
  const [inFamily, called] = found;
  return {
    id: `projects/${FLATCAR}/global/images/${called}`,
    diskSizeGb: 13,
    family: inFamily,
    labels: {},
    licenses: [],
    name: called,
    project: FLATCAR,
    selfLink: `${API}/projects/${FLATCAR}/global/images/${called}`,
    status: "READY",
  };
}

/** Machine type, vCPUs, memory in MB, whether its cores are shared. */
const TYPES = /** @type {const} */ ([
  ["e2-micro", 2, 1024, true],
  ["e2-medium", 2, 4096, true],
  ["e2-standard-4", 4, 16384, false],
  ["n2-highcpu-4", 4, 4096, false],
  ["n2-standard-4", 4, 16384, false],
]);

/** @param {{ filter?: string, project?: string, zone?: string }} args */
function machineTypes({ filter, project = "test-project", zone = "us-central1-a" }) {
  const named = /^name\s*=\s*"?([\w-]+)"?$/.exec(filter ?? "")?.[1];
  if (filter !== undefined && named === undefined) {
    throw new Error(`the stand-in understands filters of the form name = "…", not ${filter}`);
  }
  return {
    id: `projects/${project}/zones/${zone}/machineTypes/filters/${filter ?? ""}`,
    filter,
    project,
    zone,
    machineTypes: TYPES.filter(([name]) => named === undefined || name === named).map(
      ([name, guestCpus, memoryMb, isSharedCpus]) => ({
        name,
        guestCpus,
        isSharedCpus,
        memoryMb,
        selfLink: `${API}/projects/${project}/zones/${zone}/machineTypes/${name}`,
      }),
    ),
  };
}

/** @param {{ name?: string, project?: string, region?: string }} args */
function subnetwork({ name = "", project = "test-project", region = "us-central1" }) {
  const place = `projects/${project}/regions/${region}/subnetworks/${name}`;
  return {
    id: place,
    ipCidrRange: "10.0.0.0/24",
    // One whose name says so has public IPv6 addresses.
    ipv6AccessType: name.includes("external") ? "EXTERNAL" : "INTERNAL",
    name,
    network: `${API}/projects/${project}/global/networks/of-${name}`,
    project,
    region,
    selfLink: `${API}/${place}`,
    stackType: "IPV4_IPV6",
  };
}

/** @type {Record<string, import("../cloud.js").LookUp>} */
const lookUps = {
  "gcp:compute/getImage:getImage": {
    inputs: "family filter mostRecent name project",
    outputs:
      "creationTimestamp description diskSizeGb family id imageId labels licenses name project selfLink status",
    answer: image,
  },
  "gcp:compute/getSubnetwork:getSubnetwork": {
    inputs: "name project region selfLink",
    outputs: "id ipCidrRange ipv6AccessType name network project region selfLink stackType",
    answer: subnetwork,
  },
  "gcp:compute/getMachineTypes:getMachineTypes": {
    inputs: "filter project zone",
    outputs: "filter id machineTypes project zone",
    answer: machineTypes,
  },
};

module.exports = { lookUps };
