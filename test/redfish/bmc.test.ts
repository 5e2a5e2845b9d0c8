import { createServer } from "node:net";
import { Bmc, type BmcAccess, Failure, type Pace } from "../../src/redfish/index.js";
import { authority, selfSigned, signed } from "../support/certificates.js";
import { FakeBmc, type FakeBmcOptions } from "../support/fake-bmc.js";

/** As the usual pace, a hundred times as fast. */
const pace: Pace = {
  answer: 1500,
  firstContact: 300,
  busy: 400,
  powerState: 150,
  restart: 20,
  firstPause: 5,
  longestPause: 20,
};

const started: FakeBmc[] = [];
const controller = new AbortController();
const { signal } = controller;

async function fake(options: FakeBmcOptions = {}): Promise<FakeBmc> {
  const bmc = await FakeBmc.start(options);
  started.push(bmc);
  return bmc;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((bmc) => bmc.stop()));
});

/** Boots a machine over the network as provisioning does; what has to be set back is set back. */
async function provision(bmc: FakeBmc, access: Partial<BmcAccess> = {}): Promise<void> {
  await Bmc.visit({ ...bmc.access, ...access }, { signal, pace }, async (machine) => {
    const back = await machine.override("Pxe");
    await machine.start(50);
    if (back) await machine.change(back);
  });
}

/** The error as its reader sees it. */
async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error ?? new Error("did not fail");
  return error.message;
}

describe("a machine boots over the network", () => {
  const rows: [string, FakeBmcOptions, string[]][] = [
    ["that is off", {}, ["Pxe Once", "On"]],
    ["that is on", { powerState: "On" }, ["Pxe Once", "GracefulShutdown", "On"]],
    [
      "whose system does not shut down",
      { powerState: "On", stuck: "without force" },
      ["Pxe Once", "GracefulShutdown", "ForceOff", "On"],
    ],
    [
      "that its BMC cannot switch off",
      { powerState: "On", resetTypes: ["On", "PowerCycle"] },
      ["Pxe Once", "PowerCycle"],
    ],
    [
      "whose BMC does not say what it offers",
      { powerState: "On", resetTypes: "unlisted", durations: "unlisted" },
      ["Pxe Once", "GracefulShutdown", "On"],
    ],
    [
      "whose BMC lists resets elsewhere, as OpenBMC does",
      { powerState: "On", resetTypes: "in an ActionInfo" },
      ["Pxe Once", "ForceOff", "On"],
    ],
    [
      "whose BMC knows no single override, and is set back",
      { durations: ["Continuous", "Disabled"] },
      ["Pxe Continuous", "On", "None Disabled"],
    ],
    [
      "whose BMC takes one override and keeps it, and is set back",
      { durations: "always continuously", boot: { enabled: "Continuous", target: "Hdd" } },
      ["Pxe Once", "On", "Hdd Continuous"],
    ],
    [
      "that always does, which stays so",
      { boot: { enabled: "Continuous", target: "Pxe" } },
      ["On"],
    ],
    [
      "of Supermicro, whose mode is repeated",
      { manufacturer: "Supermicro" },
      ["Pxe Once UEFI", "On"],
    ],
    [
      "of HPE, whose override goes off with a source",
      { manufacturer: "HPE", durations: ["Continuous", "Disabled"] },
      ["Pxe Continuous", "On", "Pxe Disabled"],
    ],
    [
      "of AMI, with a settings resource and a tag that it does not show",
      { manufacturer: "American Megatrends", settings: true, etag: { taken: "*" } },
      ["Pxe Once UEFI", "On"],
    ],
    [
      "whose BMC shows a weak tag and wants a strong one",
      { etag: { shown: 'W/"abc"', taken: '"abc"' } },
      ["Pxe Once", "On"],
    ],
  ];
  it.each(rows)("%s", async (_, options, changes) => {
    const bmc = await fake(options);
    await provision(bmc);
    expect(bmc.changes).toEqual(changes);
    expect(bmc.powerOf()).toBe("On");
  });
});

describe("a BMC", () => {
  it("is logged out of, however the work ends", async () => {
    const bmc = await fake();
    await provision(bmc);
    await failure(provision(bmc, { systemId: "other" }));
    expect(bmc.requests.filter((request) => /POST .*Sessions$/.test(request))).toHaveLength(2);
    expect(bmc.sessions.size).toBe(0);
  });

  it("without sessions is told name and password each time", async () => {
    const bmc = await fake({ sessions: false });
    await provision(bmc);
    expect(bmc.changes).toEqual(["Pxe Once", "On"]);
  });

  it("with no session left is told name and password each time", async () => {
    const message = "Base.1.8.SessionLimitExceeded";
    const bmc = await fake({ first: { times: 1, of: /Sessions$/, status: 503, message } });
    await provision(bmc);
    expect(bmc.changes).toEqual(["Pxe Once", "On"]);
  });

  it.each([
    ["is busy at first", { times: 2, of: /./, status: 503 }],
    ["fails at its first page", { times: 2, of: /GET \/redfish\/v1$/, status: 500 }],
    [
      "takes no boot source during the self-test",
      { times: 3, of: /PATCH/, status: 400, message: "iLO.2.15.UnableToModifyDuringSystemPOST" },
    ],
    [
      "takes no On right after an off",
      { times: 2, of: /Reset$/, status: 409, message: "Base.1.2.ActionParameterValueConflict" },
    ],
  ])("that %s is asked again", async (_, first) => {
    const bmc = await fake({ first });
    await provision(bmc);
    expect(bmc.changes).toEqual(["Pxe Once", "On"]);
  });

  it("that is slow is waited for", async () => {
    const bmc = await fake({ slow: 40 });
    await provision(bmc);
    expect(bmc.powerOf()).toBe("On");
  });

  it("with several machines is told which one, by id or path", async () => {
    const bmc = await fake({ systems: ["node-a", "node-b", "node-c"] });
    await provision(bmc, { systemId: "node-b" });
    await provision(bmc, { systemId: "/redfish/v1/Systems/node-c" });
    expect(["node-a", "node-b", "node-c"].map((name) => bmc.powerOf(name))).toEqual([
      "Off",
      "On",
      "On",
    ]);
  });

  it("switches a machine off: shut down in time, by force after that, at once where it was off", async () => {
    for (const [options, changes] of [
      [{ powerState: "On" }, ["GracefulShutdown"]],
      [{ powerState: "On", stuck: "without force" }, ["GracefulShutdown", "ForceOff"]],
      [{ powerState: "Off" }, []],
    ] as [FakeBmcOptions, string[]][]) {
      const bmc = await fake(options);
      await Bmc.visit(bmc.access, { signal, pace }, (machine) => machine.stop(50));
      expect(bmc.changes).toEqual(changes);
      expect(bmc.powerOf()).toBe("Off");
    }
  });

  it("is taken by its certificate", async () => {
    const own = await fake({ identity: selfSigned });
    await provision(own, { caCertificate: selfSigned.cert });
    await provision(own, { insecure: true });
    const byAuthority = await fake({ identity: signed });
    await provision(byAuthority, { caCertificate: authority });
    await provision(byAuthority, { caCertificate: signed.cert });
  });
});

describe("rejects", () => {
  const rows: [string, FakeBmcOptions, Partial<BmcAccess>, RegExp][] = [
    ["a wrong password", {}, { password: "wrong" }, /BMC_LOGIN {2}\$\.bmc\.password.*HTTP 401/s],
    [
      "a wrong password without sessions",
      { sessions: false },
      { password: "wrong" },
      /BMC_LOGIN {2}\$\.bmc\.password/,
    ],
    [
      "an account that may not switch",
      { first: { times: 9, of: /Reset$/, status: 403 } },
      {},
      /BMC_LOGIN {2}\$\.bmc\.username.*change the machine's power \(HTTP 403\)/s,
    ],
    [
      "a certificate that nobody signed",
      { identity: selfSigned },
      {},
      /BMC_CERTIFICATE.*DEPTH_ZERO/s,
    ],
    [
      "a certificate of another authority",
      { identity: signed },
      { caCertificate: selfSigned.cert },
      /BMC_CERTIFICATE {2}\$\.bmc\.caCertificate/,
    ],
    [
      "one of several machines that is not named",
      { systems: ["a", "b"] },
      {},
      /BMC_SYSTEM.*2 systems, and none is named: a, b/s,
    ],
    [
      "a machine that is not there",
      { systems: ["a", "b"] },
      { systemId: "c" },
      /BMC_SYSTEM.*no system "c"; it has: a, b/s,
    ],
    ["a BMC without machines", { systems: [] }, {}, /BMC_SYSTEM.*0 systems/s],
    [
      "a machine that does not boot over the network",
      { targets: ["Hdd", "Cd"] },
      {},
      /BMC_BOOT_OVERRIDE.*from Hdd, Cd, and not from Pxe/s,
    ],
    [
      "a BMC that overrides nothing",
      { durations: ["Disabled"] },
      {},
      /BMC_BOOT_OVERRIDE.*only: Disabled/s,
    ],
    [
      "a boot source that is refused",
      { first: { times: 9, of: /PATCH/, status: 400, message: "iLO.2.30.UnsupportedOperation" } },
      {},
      /BMC_BOOT_OVERRIDE.*HTTP 400, iLO\.2\.30\.UnsupportedOperation/s,
    ],
    [
      "a tag that never fits",
      { etag: { shown: '"abc"', taken: "none" } },
      {},
      /BMC_BOOT_OVERRIDE.*HTTP 412/s,
    ],
    [
      "a BMC that cannot switch on",
      { resetTypes: ["Nmi"] },
      {},
      /BMC_POWER.*switches a machine on, only: Nmi/s,
    ],
    [
      "an order that is refused",
      { first: { times: 9, of: /Reset$/, status: 405 } },
      {},
      /BMC_POWER.*HTTP 405/s,
    ],
    [
      "a machine that stays off",
      { stuck: "always" },
      {},
      /BMC_TIMEOUT.*0\.15 s.*Off instead of On/s,
    ],
    [
      "a BMC that is always busy",
      { first: { times: 999, of: /Systems$/, status: 503 } },
      {},
      /BMC_REPLY.*HTTP 503/s,
    ],
    ["a BMC that never answers", { slow: 2000 }, {}, /BMC_UNREACHABLE.*no answer within 1\.5 s/s],
    [
      "something else at the address",
      { first: { times: 1, of: /./, status: 204 } },
      {},
      /BMC_REPLY.*no Redfish service/s,
    ],
  ];
  it.each(rows)("%s, and says no password", async (_, options, access, expected) => {
    const bmc = await fake(options);
    const text = await failure(provision(bmc, access));
    expect(text).toMatch(expected);
    expect(text).toMatch(/\n {4}fix: /);
    expect(text).not.toMatch(/canary|wrong|token-/);
    expect(bmc.sessions.size).toBe(0);
  });

  it("a BMC that is gone", async () => {
    const bmc = await FakeBmc.start();
    const { access } = bmc;
    await bmc.stop();
    const text = await failure(Bmc.visit(access, { signal, pace }, async () => undefined));
    expect(text).toContain("BMC_UNREACHABLE  $.bmc.endpoint");
    expect(text).toContain("ECONNREFUSED");
  });

  it("a line that is cut", async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const endpoint = `http://127.0.0.1:${port}`;
    const access = { endpoint, username: "admin", password: "x", insecure: true };
    const text = await failure(Bmc.visit(access, { signal, pace }, async () => undefined));
    expect(text).toMatch(/BMC_UNREACHABLE.*ECONNRESET/s);
    await new Promise((done) => server.close(done));
  });

  it("to go on after an interruption, and logs out", async () => {
    const bmc = await fake({ stuck: "always" });
    const stop = new AbortController();
    const work = Bmc.visit(bmc.access, { signal: stop.signal, pace }, (machine) =>
      machine.start(0),
    );
    setTimeout(() => stop.abort(new Error("interrupted")), 60);
    await expect(work).rejects.toThrow(/interrupted|aborted/);
    expect(bmc.sessions.size).toBe(0);
  });
});
