import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Sandbox, waitFor } from "../sandbox.js";

/** Glance refuses to fetch from private addresses, and this sandbox has no other public one. */
const address = "192.88.99.1";

/** Serves a file as the image of a release, with the layout of the release server; returns the mirror's URL. */
export async function serveRelease(
  sandbox: Sandbox,
  version: string,
  image: Buffer,
): Promise<string> {
  const folder = join(sandbox.folder, "mirror");
  const file = join(folder, "amd64-usr", version, "flatcar_production_openstack_image.img");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, image);
  await sandbox.must(`ip address add ${address}/32 dev lo`);
  const server = await sandbox.start([
    ...[process.execPath, "--experimental-strip-types", "--disable-warning=ExperimentalWarning"],
    ...[join(__dirname, "../web-server.mts"), address, "80", `/=${folder}`],
  ]);
  await waitFor(server, /listening/);
  return `http://${address}`;
}
