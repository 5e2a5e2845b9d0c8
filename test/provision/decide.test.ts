import { type Done, decide, kept, Readiness, type Wanted } from "../../src/provision/index.js";

const digest = (letter: string) => letter.repeat(128);

const wanted: Wanted = {
  machine: "node-a",
  generation: 1,
  mode: "memory",
  configSha512: digest("a"),
  kernelSha512: digest("b"),
  releaseUrl: "http://192.0.2.1/4593.2.0",
  onConfigChange: "replace",
  onImageChange: "ignore",
  endpoint: "https://10.0.0.5",
  username: "admin",
  password: "old",
  shutdownTimeoutSeconds: 60,
  powerOffOnDestroy: false,
  readiness: Readiness.PhoneHome,
  readinessTimeoutMinutes: 30,
  sshPort: 22,
  token: "token",
  directory: "./netboot",
  baseUrl: "http://192.0.2.1:8080",
  serve: true,
  macAddresses: ["52:54:00:aa:00:01"],
  maxUnavailable: 1,
};
const had: Done = { ...wanted, phase: "ready" };

describe("a machine is provisioned anew when", () => {
  const rows: [string, Partial<Done>, Partial<Wanted>, string[]][] = [
    ["its config changes", {}, { configSha512: digest("c") }, ["its config changes"]],
    ["its kernel line changes", {}, { kernelSha512: digest("c") }, ["its kernel line changes"]],
    [
      "its config is not known in a preview",
      {},
      { configSha512: "04da6b54" },
      ["its config is not known yet"],
    ],
    ["its generation rises", {}, { generation: 2 }, ["generation 1 becomes 2"]],
    [
      "its root moves to a disk",
      {},
      { mode: "persistent-root" },
      ["memory becomes persistent-root"],
    ],
    ["it did not get ready", { phase: "started" }, {}, ["it did not get ready the last time"]],
    [
      "its image changes, if that counts",
      {},
      { releaseUrl: "http://192.0.2.1/4757.2.0", onImageChange: "replace" },
      ["its image changes"],
    ],
    [
      "several things change",
      {},
      { generation: 3, configSha512: digest("c") },
      ["generation 1 becomes 3", "its config changes"],
    ],
  ];
  it.each(rows)("%s", (_, before, now, why) => {
    expect(decide({ ...had, ...before }, { ...wanted, ...now })).toEqual({
      action: "provision",
      why,
    });
  });
});

describe("a machine is left alone when", () => {
  const rows: [string, Partial<Wanted>, "record" | "nothing"][] = [
    ["nothing changes", {}, "nothing"],
    [
      "its config changes and that does not count",
      { configSha512: digest("c"), onConfigChange: "ignore" },
      "record",
    ],
    [
      "its image changes and that does not count",
      { releaseUrl: "http://192.0.2.1/4757.2.0" },
      "nothing",
    ],
    ["the password of its BMC changes", { password: "new" }, "record"],
    ["it is to be switched off one day", { powerOffOnDestroy: true }, "record"],
    ["its BMC has another certificate", { caCertificate: "PEM" }, "record"],
  ];
  it.each(rows)("%s", (_, now, action) => {
    expect(decide(had, { ...wanted, ...now })).toEqual({ action, why: [] });
  });

  it("and what it was provisioned with is remembered, so that a change counts once it may", () => {
    const later = { ...wanted, configSha512: digest("c"), onConfigChange: "ignore" } as const;
    const remembered = kept(had, later);
    expect(decide(remembered, later).action).toBe("nothing");
    expect(decide(remembered, { ...later, onConfigChange: "replace" }).why).toEqual([
      "its config changes",
    ]);
  });
});

it("holds nothing that the engine cannot keep: a member is there with a value, or not at all", () => {
  const installed: Done = { ...had, mode: "installed", servedSha512: digest("e") };
  for (const before of [had, installed]) {
    expect(Object.values(kept(before, { ...wanted, mode: before.mode }))).not.toContain(undefined);
  }
  expect(kept(installed, wanted)).toMatchObject({ servedSha512: digest("e") });
});
