import { defineCodes } from "./doc.js";

/** Codes of machines in clouds. */
export const cloudCodes = defineCodes({
  CLOUD_NO_IMAGE: {
    title: "Flatcar publishes images where the machine is made",
    explanation:
      "Flatcar's images are in the public regions of a cloud. GovCloud and the regions in China are clouds of their own, with other accounts and addresses: there an image has to be imported first.",
  },
  CLOUD_IMAGE_ID: {
    title: "An image of one's own is named as the cloud names images",
    explanation:
      "A name, a channel or an address is taken for an identifier only when the machine is made, and refused then.",
  },
  CLOUD_NETWORK: {
    title: "A machine has a network",
    explanation:
      "Some clouds have a network that machines are in when nothing is said. Azure has none: each network interface is in a subnet that somebody made.",
  },
  CLOUD_SSH_KEY: {
    title: "A Linux machine on Azure has an SSH key of a kind that Azure takes",
    explanation:
      "Azure asks for a key or a password although Flatcar gets its keys from the config, and takes RSA keys of 2048 bits or more and Ed25519 keys only. Of the keys of user core it is given those; the machine has all of them.",
  },
  CLOUD_ZONE: {
    title: "A zone is a zone and not a region",
    explanation:
      "A machine stands in one zone of a region, whose name is that of the region and a letter or number more.",
  },
  CLOUD_SECURE_BOOT: {
    title: "Secure Boot is off",
    explanation:
      "Firmware with Secure Boot starts only what a trusted key has signed. Flatcar's published images have no such boot loader, so the machine would never start.",
  },
  CLOUD_CONFIDENTIAL: {
    title: "The machine is not a confidential one",
    explanation:
      "Confidential machines encrypt their memory and start only images that are registered for that. Flatcar's are not.",
  },
  CLOUD_NAME: {
    title: "A name is one that the cloud takes",
    explanation:
      "Names on Compute Engine are parts of host names: 63 characters at most, and no capitals. Pulumi makes the names of resources from that of the component, what they are for, and seven characters that make a second one possible, so that a machine can be replaced before the old one is gone.",
  },
  CLOUD_TAG: {
    title: "A tag is one that the cloud takes",
    explanation:
      "Tags are labels on Compute Engine, which have no capitals, spaces and dots. They are refused only when the machine is made.",
  },
  CLOUD_DISK_TYPE: {
    title: "The machine starts from a kind of disk that its type takes",
    explanation:
      "Newer families of Compute Engine have Hyperdisk only, and older ones Persistent Disk. The other kind is refused when the machine is made.",
  },
  CLOUD_IPV6: {
    title: "IPv6 addresses come from a subnet that has them",
    explanation:
      "On Compute Engine, only subnetworks of custom mode networks have IPv6 addresses. Such a network takes no machine whose subnetwork is not named.",
  },
  CLOUD_IDENTITY: {
    title: "What a machine may do is said of the identity that it has",
    explanation:
      "Scopes bound what the access tokens of a service account are good for. A machine without an account has no tokens.",
  },
  CLOUD_CONFIG_STORE: {
    title: "A machine can read the config that is kept outside of its user data",
    explanation:
      "The machine fetches that config in its first boot, with the identity that it has in the cloud. Without one, or without the right to, it tries for ever and never comes up. On Azure it has to be one identity alone, and Flatcar reads private blobs since release 4344.",
  },
  DATA_DISK_NAME: {
    title: "Every data disk has a name of its own",
    explanation:
      "Disks are resources, named after the machine and the disk. The name is what a disk is known by when others come and go: under another name it is another disk, and an empty one.",
  },
  DATA_DISK_SIZE: {
    title: "A data disk has a size in whole GiB",
    explanation: "Clouds sell disks by the GiB and refuse other sizes when the disk is made.",
  },
  DATA_DISK_FORMAT: {
    title: "A data disk has a filesystem that Flatcar mounts, and a place for it",
    explanation:
      "Flatcar mounts ext4, xfs and btrfs without more software. A filesystem is made for the place where it is mounted, so a format alone would do nothing.",
  },
  DATA_DISK_MOUNT: {
    title: "A data disk is mounted at a path of its own outside of the system",
    explanation:
      "Ignition takes absolute paths without empty and dot elements. What is mounted at a path covers what lies there: at / or in a folder of the system the machine does not come up, below /usr the mount point cannot be made, and of two disks at one path the second covers the first.",
  },
  DATA_DISK_ZONE: {
    title: "A data disk is in the zone of its machine",
    explanation:
      "A disk is made in one zone and stays there; a machine of another zone cannot have it. Making it anew where the machine is would lose what is on it, so that is never done by itself.",
  },
  DATA_DISK_COUNT: {
    title: "A machine has no more data disks than the cloud attaches",
    explanation: "Clouds have so many places for disks on a machine, and refuse the next one.",
  },
  DATA_DISK_DEVICE: {
    title: "A data disk has a name on the machine that stays with it",
    explanation:
      "The config names the disk. On EC2's older Xen system the only names follow the order in which disks are found, and then the wrong disk may be formatted or mounted. On Nitro each disk shows the id of its volume. On Compute Engine Flatcar names NVMe disks since release 4722. On Azure a disk is known by its place on the SCSI controller, and sizes that have NVMe disks only have no such place.",
  },
  INGRESS_NAME: {
    title: "Every ingress rule has a name of its own",
    explanation:
      "Rules are resources, named after the machine and the rule. By names instead of positions, adding a rule at the top leaves the others alone.",
  },
  INGRESS_PORT: {
    title: "A port is a number from 1 to 65535",
    explanation: "Firewalls refuse other ports, and ranges that end before they begin.",
  },
  INGRESS_SOURCE: {
    title: "A source is an address range",
    explanation:
      "Rules take ranges in CIDR notation: an address, a slash, the number of leading bits that count.",
  },
});
