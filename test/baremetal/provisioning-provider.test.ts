import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { provisioningProvider } from "../../src/baremetal/provisioning-provider.js";
import { type Done, Readiness, type Wanted } from "../../src/provision/index.js";
import { FakeBmc } from "../support/fake-bmc.js";

const digest = (letter: string) => letter.repeat(128);

const bmcs: FakeBmc[] = [];
let said = "";

beforeEach(() => {
  said = "";
  jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(bmcs.splice(0).map((bmc) => bmc.stop()));
});

/** A machine with a BMC, in a boot directory that no other test has. */
async function machine(name: string, directory: string, words: Partial<Wanted> = {}) {
  const bmc = await FakeBmc.start({ powerState: "On" });
  bmcs.push(bmc);
  const wanted: Wanted = {
    machine: name,
    generation: 1,
    mode: "memory",
    configSha512: digest("a"),
    kernelSha512: digest("b"),
    releaseUrl: "http://192.0.2.1",
    onConfigChange: "replace",
    onImageChange: "ignore",
    ...bmc.access,
    shutdownTimeoutSeconds: 1,
    powerOffOnDestroy: true,
    readiness: Readiness.None,
    readinessTimeoutMinutes: 0.01,
    sshPort: 9,
    directory,
    baseUrl: "http://192.0.2.1",
    serve: false,
    macAddresses: [],
    maxUnavailable: 1,
    ...words,
  };
  const ready: Done = { ...wanted, phase: "ready" };
  const changed: Wanted = { ...wanted, configSha512: digest("c") };
  return { bmc, wanted, ready, changed };
}

const failing = { readiness: Readiness.Ssh, address: "127.0.0.1" };

it("a machine that does not come back is kept as started, and those behind it are left alone", async () => {
  const a = await machine("node-a", "/held", failing);
  const b = await machine("node-b", "/held");
  const first = provisioningProvider.update("node-a", a.ready, a.changed);
  const second = provisioningProvider.update("node-b", b.ready, b.changed);
  await expect(first).rejects.toMatchObject({
    message: expect.stringContaining("PROVISION_NOT_READY"),
    id: "node-a",
    properties: { phase: "started", configSha512: digest("c") },
  });
  await expect(second).rejects.toThrow(/PROVISION_HELD(.|\n)*node-a did not come back/);
  await expect(second).rejects.not.toHaveProperty("id");
  expect(b.bmc.changes).toEqual([]);
  expect(said).toContain("node-b: waiting for its turn");
});

it("machines that never came up are tried again side by side, and hold up nobody who runs", async () => {
  const a = await machine("node-a", "/tried", failing);
  const b = await machine("node-b", "/tried", failing);
  const c = await machine("node-c", "/tried");
  await expect(provisioningProvider.create(a.wanted)).rejects.toMatchObject({
    properties: { phase: "new" },
  });
  const again = [a, b].map(({ wanted }) =>
    provisioningProvider.update(wanted.machine, { ...wanted, phase: "new" }, wanted),
  );
  const reason = { properties: { phase: "new" } };
  expect(await Promise.allSettled(again)).toMatchObject([{ reason }, { reason }]);
  await provisioningProvider.update("node-c", c.ready, c.changed);
  expect(said).not.toContain("waiting for its turn");
});

it("a machine that could not be touched holds up nobody", async () => {
  const a = await machine("node-a", "/untouched", { password: "wrong" });
  const b = await machine("node-b", "/untouched");
  await expect(provisioningProvider.update("node-a", a.ready, a.changed)).rejects.toThrow(
    "BMC_LOGIN",
  );
  const { outs } = await provisioningProvider.update("node-b", b.ready, b.changed);
  expect(outs).toMatchObject({ phase: "ready", configSha512: digest("c") });
});

it("machines of another boot directory are nobody's business", async () => {
  const a = await machine("node-a", "/one", failing);
  const b = await machine("node-b", "/other");
  await expect(provisioningProvider.update("node-a", a.ready, a.changed)).rejects.toThrow(
    "NOT_READY",
  );
  await provisioningProvider.update("node-b", b.ready, b.changed);
  expect(b.bmc.changes).toEqual(["Pxe Once", "GracefulShutdown", "On"]);
});

it("a new password is remembered, and the machine not touched", async () => {
  const { bmc, wanted, ready } = await machine("node-a", "/record");
  const { outs } = await provisioningProvider.update("node-a", ready, {
    ...wanted,
    password: "new",
  });
  expect(outs).toEqual({ ...ready, password: "new" });
  expect(bmc.requests).toEqual([]);
});

it("a machine that is deleted is switched off, and not one that was started under another name", async () => {
  const { bmc, ready, wanted } = await machine("old-name", "/renamed");
  await provisioningProvider.delete("old-name", { ...ready, powerOffOnDestroy: false });
  expect(bmc.requests).toEqual([]);
  await provisioningProvider.delete("old-name", ready);
  expect(bmc.changes.splice(0)).toEqual(["GracefulShutdown"]);
  await provisioningProvider.create({ ...wanted, machine: "new-name" });
  bmc.changes.length = 0;
  await provisioningProvider.delete("old-name", ready);
  expect(bmc.powerOf()).toBe("On");
});

it("a BMC that is gone fails the deletion, without a stack trace", async () => {
  const { ready } = await machine("node-a", "/gone");
  await Promise.all(bmcs.splice(0).map((bmc) => bmc.stop()));
  const error: unknown = await provisioningProvider
    .delete("node-a", ready)
    .catch((reason) => reason);
  expect(`${error}: ${(error as Error).stack}`).toMatch(/BMC_UNREACHABLE/);
  expect(`${(error as Error).stack}`).not.toContain(" at ");
}, 15_000);

describe("a machine that is installed on a disk", () => {
  const installed = (words: Partial<Wanted> = {}) =>
    machine("node-a", "/installed", { mode: "installed", onConfigChange: "ignore", ...words });

  it("is announced with what is lost", async () => {
    const { wanted } = await installed();
    await provisioningProvider.check({}, wanted);
    expect(said).toBe(
      "node-a: will be booted over the network for the first time, and installed: what its disk holds is lost\n",
    );
  });

  it("keeps its disk when its config changes, and a preview says so", async () => {
    const { ready, changed } = await installed();
    expect(await provisioningProvider.diff("node-a", ready, changed)).toMatchObject({
      changes: false,
    });
    expect(said).toContain("keeps the config that it was installed with; raise generation");
  });

  it("is installed anew in another generation, and a preview says what is lost", async () => {
    const { ready, changed } = await installed();
    const again = { ...changed, generation: 2 };
    expect(await provisioningProvider.diff("node-a", ready, again)).toMatchObject({
      changes: true,
    });
    expect(said).toContain("generation 1 becomes 2, and installed: what its disk holds is lost");
  });

  it("takes its mark along when it goes", async () => {
    const directory = mkdtempSync(join(tmpdir(), "flatcar-mark-"));
    mkdirSync(join(directory, "installed"));
    writeFileSync(join(directory, "installed/node-a.ipxe"), "");
    writeFileSync(join(directory, "boot.ipxe"), "");
    const { ready } = await installed({ directory, powerOffOnDestroy: false });
    await provisioningProvider.delete("node-a", ready);
    expect(existsSync(join(directory, "installed"))).toBe(false);
    expect(existsSync(join(directory, "boot.ipxe"))).toBe(true);
    rmSync(directory, { recursive: true });
  });
});
