import { setTimeout as sleep } from "node:timers/promises";

/** What became of a machine's installation, as on its disk: which config it holds. */
export interface FakeDisk {
  configSha512?: string;
  /** How often something was written to it. */
  written: number;
}

/** What an installer comes to. */
export type InstallerFate =
  /** It installs, and the machine comes up from its disk. */
  | "well"
  /** It finds too little and writes nothing. */
  | "refuses"
  /** flatcar-install fails once, and then does not. */
  | "fails once"
  /** It installs, and the machine does not come up from its disk. */
  | "no system";

/** What such a machine knows: where it boots from, and what it says of itself. */
export interface InstallerWorld {
  readonly baseUrl: string;
  readonly mac: string;
  readonly machine: string;
  readonly generation: number;
  readonly token: string;
  readonly configSha512: string;
}

/**
 * Stands in for a machine in mode Installed whose firmware boots over the network first: it looks for its mark, and
 * otherwise does what the installer's script does.
 */
export async function bootFakeInstaller(
  world: InstallerWorld,
  disk: FakeDisk,
  fate: InstallerFate,
  signal: AbortSignal,
): Promise<void> {
  const { baseUrl, mac, machine, generation, token, configSha512 } = world;
  const get = (path: string) => fetch(`${baseUrl}/${path}`, { signal });
  const tell = (query: string) =>
    fetch(`${baseUrl}/phone-home/${machine}?${query}`, {
      ...{ method: "POST", signal, body: JSON.stringify({ machine, generation, token }) },
    });
  const install = async (): Promise<void> => {
    if (!(await get(`ignition/${machine}.ign`)).ok) return;
    if (disk.configSha512 === undefined) {
      if (fate === "refuses") {
        await tell(`outcome=refused&config=${configSha512}&said=processors: 2, needed 4%0Ano disk`);
        return;
      }
      if (fate === "fails once") {
        await tell(`outcome=failed&config=${configSha512}&said=no image%1B[31m`);
      }
      disk.configSha512 = configSha512;
      disk.written++;
    }
    await tell(`outcome=installed&config=${disk.configSha512}`);
  };
  await get(`ipxe/${mac.replaceAll(":", "-")}.ipxe`);
  if (!(await get(`installed/${machine}.ipxe`)).ok) {
    await install();
    if (disk.configSha512 === undefined) return;
    await get(`ipxe/${mac.replaceAll(":", "-")}.ipxe`);
    // Without a mark it would be here for ever: the installer has found that it is installed.
    if (!(await get(`installed/${machine}.ipxe`)).ok) return;
  }
  while (fate !== "no system" && !(await tell(`config=${disk.configSha512}`)).ok) {
    await sleep(20, undefined, { signal });
  }
}
