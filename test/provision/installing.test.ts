import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readiness } from "../../src/provision/index.js";
import type { FakeBmcOptions } from "../support/fake-bmc.js";
import { bootFakeInstaller, type FakeDisk, type InstallerFate } from "../support/fake-installer.js";
import { failure, type Lab, mac, machine, open } from "../support/provisioning-lab.js";

/** A machine that is installed, and its disk. */
async function openInstalled(fate: InstallerFate = "well", options: FakeBmcOptions = {}) {
  const disk: FakeDisk = { written: 0 };
  const lab = await open(options, { mode: "installed" });
  boots(lab, disk, fate);
  const mark = join(lab.wanted.directory, "installed", `${machine}.ipxe`);
  return { lab, disk, mark: () => existsSync(mark) && readFileSync(mark, "utf8") };
}

function boots(lab: Lab, disk: FakeDisk, fate: InstallerFate, words: object = {}) {
  const { baseUrl, generation, token = "", configSha512 } = lab.wanted;
  const world = { baseUrl, mac, machine, generation, token, configSha512, ...words };
  lab.boots = (signal) => bootFakeInstaller(world, disk, fate, signal);
}

const title = "# node-a is installed, generation 2: it boots from its disk.";

describe("a machine that is installed", () => {
  it("is sent to its disk before its installer restarts it, and is ready when it comes up there", async () => {
    const { lab, disk, mark } = await openInstalled();
    await lab.provision();
    expect(lab.said).toEqual([
      "switching on",
      "asked for its boot script",
      "fetched its config",
      "is installed",
      "ready",
    ]);
    expect(lab.bmc.changes).toEqual(["Pxe Once", "On", "Hdd Once"]);
    expect(mark()).toBe(`#!ipxe\n${title}\nset installed true\n`);
    expect(disk.written).toBe(1);
  });

  it("is ready too where its BMC cannot have it boot from a disk", async () => {
    const { lab, mark } = await openInstalled("well", { targets: ["None", "Pxe"] });
    await lab.provision();
    expect(lab.said).toContain(
      "its BMC does not have it boot from its disk, so its boot order decides",
    );
    expect(mark()).toContain(title);
  });

  it("is not installed again by an update that goes on with one that was broken off", async () => {
    const { lab, disk, mark } = await openInstalled("no system");
    expect(await failure(lab.provision())).toContain("last known: it is installed at");
    boots(lab, disk, "well");
    await lab.provision({}, { resume: true });
    expect(disk.written).toBe(1);
    expect(mark()).toContain(title);
  });

  it("of an older generation loses its mark before it is started", async () => {
    const { lab, disk, mark } = await openInstalled();
    await lab.provision({ generation: 2 });
    delete disk.configSha512;
    boots(lab, disk, "well", { generation: 3 });
    await lab.provision({ generation: 3 });
    expect(disk.written).toBe(2);
    expect(mark()).toContain("generation 3");
  });

  it("is served its installer's config, which has another digest than its own", async () => {
    const { lab } = await openInstalled();
    const installer = "the installer's";
    const servedSha512 = createHash("sha512").update(installer).digest("hex");
    lab.boot.write("ignition/node-a.ign", installer);
    const edited = await failure(lab.provision());
    expect(edited).toContain("refused ignition/node-a.ign: it was changed on disk");
    await lab.provision({ servedSha512 });
    expect(lab.said.at(-1)).toBe("ready");
  });
});

describe("an installer that does not install", () => {
  it("because of the machine ends the wait at once, with what it found", async () => {
    const { lab, disk, mark } = await openInstalled("refuses");
    const text = await failure(lab.provision({ readinessTimeoutMinutes: 5 }));
    expect(text).toContain("INSTALL_REFUSED  $.hardware");
    expect(text).toContain("did not install it: processors: 2, needed 4; no disk");
    expect([disk.written, mark()]).toEqual([0, false]);
  });

  it("ends the wait for an SSH server as well", async () => {
    const { lab } = await openInstalled("refuses");
    const ssh = { readiness: Readiness.Ssh, address: "127.0.0.1", sshPort: 9 };
    const text = await failure(lab.provision({ ...ssh, readinessTimeoutMinutes: 5 }));
    expect(text).toContain("INSTALL_REFUSED");
  });

  it("because this generation is installed, with another config, says to raise it", async () => {
    const { lab, disk, mark } = await openInstalled();
    disk.configSha512 = "0123";
    const text = await failure(lab.provision({ readinessTimeoutMinutes: 5 }));
    expect(text).toContain("INSTALL_GENERATION  $.generation");
    expect(text).toContain("raise generation to 3 to erase that disk");
    expect([disk.written, mark()]).toEqual([0, false]);
  });

  it("because something broke is told of, and may try again", async () => {
    const { lab } = await openInstalled("fails once");
    await lab.provision();
    expect(lab.said).toContain("its installer failed and tries again: no image [31m");
    expect(lab.said.at(-1)).toBe("ready");
  });

  it("with a wrong token is not believed", async () => {
    const { lab, disk, mark } = await openInstalled();
    boots(lab, disk, "refuses", { token: "canary" });
    const text = await failure(lab.provision());
    expect(text).toContain("PROVISION_NOT_READY");
    expect(text).toContain("its token is wrong");
    expect(text).not.toMatch(/canary|processors/);
    expect(mark()).toBe(false);
  });
});
