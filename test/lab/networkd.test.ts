import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type MachineNetwork, machineNetwork } from "../../src/flatcar/index.js";
import { bondWords } from "../../src/flatcar/network/network.js";
import { debianPackages, describeWith, root } from "./support/needs.js";
import { end, Sandbox, waitFor } from "./support/sandbox.js";

const cards = ["52:54:00:aa:00:01", "52:54:00:aa:00:02"];

/** Everything that can be said of a network, each option of a bond in turn. */
const networks: Record<string, MachineNetwork> = {
  card: {
    addresses: ["10.0.0.11/24", "2001:db8::11/64"],
    gateways: ["10.0.0.1", "2001:db8::1"],
    dns: ["192.0.2.53", "2001:db8::53"],
    mtu: 9000,
    vlans: [
      { id: 20, addresses: ["10.0.20.11/24"], mtu: 1500 },
      { id: 30 },
      { id: 40, dhcp: false },
    ],
  },
  "DHCP on the card": { dhcp: true },
  "VLANs only": { bond: {}, dhcp: false, vlans: [{ id: 20 }] },
  ...Object.fromEntries(
    Object.entries(bondWords).flatMap(([option, words]) =>
      words.map((word) => [`${option} ${word}`, { bond: { [option]: word } }]),
    ),
  ),
};

describeWith([root, debianPackages], "systemd-networkd itself", () => {
  const sandbox = new Sandbox();
  afterAll(() => sandbox.close());

  /** What it says of the files of a folder while it starts, in a network with nothing in it. */
  async function complaints(name: string, files: readonly [string, string][]): Promise<string[]> {
    const folder = join(sandbox.folder, name.replaceAll(/\W/g, "-"));
    mkdirSync(folder);
    for (const [file, text] of files) writeFileSync(join(folder, file), text);
    const script = [
      "mkdir -p /etc/systemd/network",
      'mount --bind "$0" /etc/systemd/network',
      "exec /lib/systemd/systemd-networkd",
    ].join("; ");
    const child = await sandbox.start(["unshare", "--mount", "sh", "-c", script, folder], {
      env: { SYSTEMD_LOG_LEVEL: "debug", SYSTEMD_LOG_TARGET: "console" },
    });
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    await waitFor(child, /Enumeration completed/);
    end(child);
    return said.split("\n").filter((line) => line.includes("/etc/systemd/network/"));
  }

  it.each(Object.entries(networks))("reads all of: %s", async (name, network) => {
    const files = (machineNetwork(network, cards).files ?? []).map(
      ({ path = "", contents = "" }): [string, string] => [basename(path), contents],
    );
    expect(await complaints(name, files)).toEqual([]);
  });

  it("would say what it does not read", async () => {
    const found = await complaints("wrong", [
      ["00-bond0.netdev", "[NetDev]\nName=bond0\nKind=bond\n\n[Bond]\nMode=lacp\n"],
      ["00-card.network", "[Match]\nName=eth0\n\n[Network]\nAdress=10.0.0.11/24\n"],
    ]);
    expect(found.join("\n")).toMatch(/00-bond0\.netdev:6: Failed to parse/);
    expect(found.join("\n")).toMatch(/00-card\.network:5: Unknown key/);
  });
});
