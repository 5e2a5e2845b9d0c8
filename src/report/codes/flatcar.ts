import { defineCodes } from "./doc.js";

/** Codes of the flatcar room. */
export const flatcarCodes = defineCodes({
  FLATCAR_CHANNEL_UNKNOWN: {
    title: "The channel is one of Flatcar",
    explanation: "Flatcar is released in the channels lts, stable, beta and alpha.",
  },
  FLATCAR_CHANNEL_EDGE: {
    title: "The channel is not edge",
    explanation:
      "The last release of channel edge is of April 2020; a machine made from it gets no updates.",
  },
  FLATCAR_VERSION_INVALID: {
    title: "The version is one of Flatcar",
    explanation:
      "A version is MAJOR.CHANNEL.REVISION. The middle number names the channel, so a version with another middle number does not exist.",
  },
  FLATCAR_VERSION_TOO_OLD: {
    title: "The release reads Ignition spec 3",
    explanation:
      "Releases before 3185 read specs 1 and 2 only, and those before 3033 exist for x64 only. All of them are out of support.",
  },
  FLATCAR_VERSION_CHANNEL: {
    title: "Version and channel agree",
    explanation:
      "A version belongs to exactly one channel, and its files lie on that channel's server only; with another channel every download is a 404.",
  },
  HOSTNAME_INVALID: {
    title: "A hostname is made of letters, digits and hyphens",
    explanation:
      "Linux takes at most 64 characters; name services take letters, digits and hyphens. A name that breaks the rule is cut or refused at boot, and the machine is then called localhost.",
  },
  FLATCAR_SPEC_UNKNOWN: {
    title: "The spec is a stable version of the Ignition spec",
    explanation:
      "Configs are written in a stable version of spec 3. Experimental versions are read by one series of Ignition releases only, and versions 1 and 2 are another language.",
  },
  FLATCAR_SPEC_TOO_NEW: {
    title: "The release reads the spec of the config",
    explanation:
      "Ignition refuses a config of a newer spec than it knows: the machine stops in its first boot. Which Flatcar has which Ignition is in the release notes.",
  },
});
