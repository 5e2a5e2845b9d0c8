import { type BootEntry, initrdFile, kernelFile, kernelLine } from "./boot-entry.js";
import { type BootFile, type BootFiles, bootFiles } from "./files.js";
import { hyphenated } from "./mac-address.js";

/** What Matchbox serves, below its address on the boot network. */
export const matchboxQueries = Object.freeze({
  /** iPXE fills in the two when the machine boots, as in Matchbox's own boot.ipxe. */
  ignition: "ignition?uuid=${uuid}&mac=${mac:hexhyp}",
  ignitionOf: (mac: string) => `ignition?mac=${hyphenated(mac)}`,
  ipxeOf: (mac: string) => `ipxe?mac=${hyphenated(mac)}`,
});

/**
 * Everything that Matchbox keeps of a machine, by the paths of its files below its data folder, which
 * its API follows (matchbox 0.11, storage/filestore.go).
 */
export function renderMatchbox(
  entry: BootEntry,
  macs: readonly string[],
  config: string,
): BootFiles {
  const { machine, releaseUrl } = entry;
  const profile = {
    id: machine,
    name: machine,
    ignition_id: `${machine}.ign`,
    boot: {
      kernel: `${releaseUrl}/${kernelFile}`,
      initrd: [`${releaseUrl}/${initrdFile}`],
      args: kernelLine(entry),
    },
  };
  // All selectors of a group have to match, so that every card needs a group of its own.
  const groups = macs.map((mac): [string, BootFile] => {
    const id = `${machine}-${hyphenated(mac)}`;
    const group = { id, name: machine, profile: machine, selector: { mac } };
    return [`groups/${id}.json`, kept(JSON.stringify(group))];
  });
  return {
    [bootFiles.ignition(machine)]: kept(config),
    [`profiles/${machine}.json`]: kept(JSON.stringify(profile)),
    ...Object.fromEntries(groups),
  };
}

/** Without a mode: Matchbox decides who may read its files. */
function kept(contents: string): BootFile {
  return { contents, mode: 0 };
}
