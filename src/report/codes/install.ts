import { defineCodes } from "./doc.js";

/** Codes of what a machine runs from, and of installing it on a disk. */
export const installCodes = defineCodes({
  MACHINE_MODE: {
    title: "A machine runs from memory, from a root disk, or from the disk that it is installed on",
    explanation:
      "Each of the three has args of its own. A rootDisk keeps its data and gets no system; an installDisk is erased and boots by itself from then on. One taken for the other loses data, so nothing is guessed.",
  },
  INSTALL_DISK: {
    title: "The disk to install on is named, or there is a rule that some disk can meet",
    explanation:
      "The disk is chosen on the machine itself, and everything on it is lost. A rule that no disk can meet, or a rule beside a name, would come to light only there.",
  },
  INSTALL_CHANGE: {
    title: "Only a new generation has a disk erased",
    explanation:
      "Ignition reads a config once, so a new one takes a new installation, with the loss of all that is on the disk. An edit of a file in the program must not do that; raising generation does it on purpose.",
  },
  INSTALL_GENERATION: {
    title: "A generation is installed once, with one config",
    explanation:
      "The installer found this generation of the machine on its disk, with another config than the program has now: an earlier life of the machine, or an installation that did not come up and was corrected since. It wrote nothing and started the machine from its disk.",
  },
  INSTALL_REFUSED: {
    title: "A machine is what it was declared to be",
    explanation:
      "The installer counts processors, memory and disks before it writes. What it finds to be less than the hardware profile asks for, or without a disk that meets installDisk, is left as it is; the message holds what it found.",
  },
});
