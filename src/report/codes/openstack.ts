import { defineCodes } from "./doc.js";

/** Codes of the OpenStack room. */
export const openstackCodes = defineCodes({
  OPENSTACK_IMAGE: {
    title: "A machine on OpenStack starts from one image that there is",
    explanation:
      "Each cloud has a Glance of its own, in which there is what its users put there. Flatcar publishes nothing in it, so there is no image to start from by default. A name is looked up, and the newest image of that name counts.",
  },
  OPENSTACK_IMAGE_HASH: {
    title: "Glance holds the file that was meant",
    explanation:
      "The provider compares what it uploaded with what arrived, not with what the release server publishes. Glance takes a SHA-512 of every image; comparing that with the release's catches a file that was altered or cut short on the way. No machine gets the image before.",
  },
  OPENSTACK_FLAVOR: {
    title: "A machine on OpenStack has one flavor that there is",
    explanation:
      "Flavors differ from cloud to cloud, so they are looked up where the machine will run. Where none is named, the smallest is looked for, by questions that the provider answers only when one flavor fits; among several of the same size it cannot tell.",
  },
  OPENSTACK_NETWORK: {
    title: "A port is on one network that there is",
    explanation:
      "Networks are looked up by name, and the only one of a project stands in where none is named. Between several the choice would be by chance.",
  },
  OPENSTACK_PORT: {
    title: "A port is an existing one, or made on one network",
    explanation:
      "An existing port has its network and addresses already. A port that is made is on one network, and an address is one of a subnet.",
  },
  OPENSTACK_ROOT_DISK: {
    title: "The root disk is the flavor's or a volume",
    explanation:
      "A disk on the compute host is as large as the flavor says, and of the host's kind. Only a volume has a size and a type of its own.",
  },
  OPENSTACK_SERVER_ERROR: {
    title: "Nova did not give up the server",
    explanation:
      "When no host takes a server, nova leaves it in state ERROR, and it never runs. The update that made it fails; the next one would pass, because for the provider the server is there.",
  },
  OPENSTACK_NOT_OFFERED: {
    title: "What is asked for exists on OpenStack",
    explanation:
      "Args have the same words in all clouds. A word for something that OpenStack or its provider does not have is refused, because leaving it out silently would be a promise that is not kept.",
  },
});
