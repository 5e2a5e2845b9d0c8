import { defineCodes } from "./doc.js";

/** Codes of the policy room. */
export const policyCodes = defineCodes({
  USER_DATA_ENCODING: {
    title: "User data has a form that its resource and Ignition read",
    explanation:
      "Some resources take user data as text and encode it, others take base64 only and hand anything else to a cloud that refuses it. What arrives at the machine is parsed as JSON, so a whole config compressed with gzip is not read on AWS, Azure, GCP and OpenStack; a small config that holds the compressed one is.",
  },
  USER_DATA_BUTANE: {
    title: "User data is Ignition JSON, not Butane",
    explanation:
      "Butane is what people write and Ignition is what machines read. A machine that is given YAML stops at its first boot, where only the console shows why.",
  },
  IMAGE_NOT_PINNED: {
    title: "An image is named so that it stays the same",
    explanation:
      "An image named by a family or as latest means the newest one at the time of each look. Machines of one stack then run different releases, a replacement brings an update along that nobody asked for, and the program does not show which release runs.",
  },
});
