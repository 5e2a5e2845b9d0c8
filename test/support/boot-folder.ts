import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { phoneHome } from "../../src/flatcar/index.js";

/** What a machine of a boot folder is made of. */
export interface BootFolderOptions {
  readonly machine: string;
  readonly mac: string;
  readonly url: string;
  readonly generation: number;
  readonly token: string;
}

/** A boot folder with one machine, as little as the machines of the tests need. */
export function bootFolder({ mac, ...about }: BootFolderOptions) {
  const { machine, url } = about;
  const files = phoneHome(about).files?.map(({ path, contents = "" }) => ({
    path,
    contents: { source: `data:,${encodeURIComponent(contents)}` },
  }));
  const config = JSON.stringify({ storage: { files } });
  const configSha512 = createHash("sha512").update(config).digest("hex");
  const folder = mkdtempSync(join(tmpdir(), "flatcar-boot-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const words = `ignition.config.url=${url}/ignition/${machine}.ign flatcar.config_sha512=${configSha512}`;
  write("boot.ipxe", "#!ipxe\n");
  write(`ipxe/${mac.replaceAll(":", "-")}.ipxe`, `#!ipxe\nkernel ${url}/kernel ${words}\n`);
  write(`ignition/${machine}.ign`, config);
  write("ignition/other.ign", "canary");
  write("manifest/node-a.json", "canary");
  write("kernel", "k".repeat(100_000));
  return { folder, configSha512, write };
}
