import { createServer } from "node:net";
import { Readiness } from "../../src/provision/index.js";
import { powerOff } from "../../src/provision/provision.js";
import type { FakeBmcOptions } from "../support/fake-bmc.js";
import { bootFakeMachine, type Fate } from "../support/fake-machine.js";
import { failure, Lab, listen, mac, machine, open, pace } from "../support/provisioning-lab.js";

describe("a machine gets ready", () => {
  it("by its report, and every step is told", async () => {
    const lab = await open();
    await lab.provision();
    expect(lab.said).toEqual([
      "switching on",
      "asked for its boot script",
      "fetched its config",
      "ready",
    ]);
    expect(lab.bmc.changes).toEqual(["Pxe Once", "On"]);
  });

  it("by its SSH port, once it says that it is one", async () => {
    let greeting = "HTTP/1.1 400\r\n";
    const sshd = createServer((socket) => socket.end(greeting));
    const sshPort = await listen(sshd);
    setTimeout(() => {
      greeting = "SSH-2.0-OpenSSH_9.9\r\n";
    }, 100);
    const lab = await open();
    await lab.provision({ readiness: Readiness.Ssh, address: "127.0.0.1", sshPort });
    expect(lab.said.at(-1)).toBe("ready");
    await new Promise((done) => sshd.close(done));
  });

  it("when it has power, where no more is asked", async () => {
    const lab = await open();
    lab.fate = "silent";
    await lab.provision({ readiness: Readiness.None });
    expect(lab.bmc.powerOf()).toBe("On");
  });

  it("without a BMC, when somebody else starts it", async () => {
    const lab = await open();
    const { signal } = new AbortController();
    setTimeout(() => void bootFakeMachine(lab.wanted.baseUrl, mac, "well", signal), 50);
    await lab.provision({ endpoint: undefined });
    expect(lab.said[0]).toBe("waiting for it to be started");
    expect(lab.bmc.requests).toEqual([]);
  });

  it("without a restart, when it runs already with just what is wanted", async () => {
    const lab = await open();
    lab.fate = "late";
    await expect(lab.provision({ readinessTimeoutMinutes: 0.0001 })).rejects.toThrow("NOT_READY");
    lab.bmc.changes.length = 0;
    await lab.provision({}, { resume: true, pace: { ...pace, resume: 8_000 } });
    expect(lab.said.at(-1)).toBe("is up already, with the config that is wanted");
    expect(lab.bmc.changes).toEqual([]);
  });

  it("with a restart, when it runs with something else", async () => {
    const lab = await open({ powerState: "On" });
    await lab.provision({}, { resume: true });
    expect(lab.bmc.changes).toEqual(["Pxe Once", "GracefulShutdown", "On"]);
  });

  it("beside others at the same address", async () => {
    const lab = await open();
    const other = { ...lab.wanted, machine: "node-b", readinessTimeoutMinutes: 0.005 };
    const [late] = await Promise.all([
      failure(lab.provision({ ...other, endpoint: undefined })),
      lab.provision(),
    ]);
    expect(late).toContain("PROVISION_NOT_READY");
  });
});

const options: FakeBmcOptions = { durations: ["Continuous", "Disabled"] };

describe("a boot source that does not end by itself is set back", () => {
  const back = ["Pxe Continuous", "On", "None Disabled"];

  it("when the machine is ready", async () => {
    const lab = await open(options);
    await lab.provision();
    expect(lab.bmc.changes).toEqual(back);
  });

  it("when it does not get ready", async () => {
    const lab = await open(options);
    lab.fate = "silent";
    await failure(lab.provision());
    expect(lab.bmc.changes).toEqual(back);
  });

  it("when it cannot be started", async () => {
    const lab = await open({ ...options, stuck: "always" });
    await failure(lab.provision());
    expect(lab.bmc.changes).toEqual(back);
  });
});

it("a BMC that is gone while the machine is waited for is told of, and the machine is ready all the same", async () => {
  const lab = await open(options);
  const { boots } = lab;
  lab.boots = async (signal) => {
    // The one who switched it on first hears that it is on.
    await new Promise((done) => setTimeout(done, 100));
    await lab.bmc.stop();
    await boots(signal);
  };
  await lab.provision();
  expect(lab.said.slice(-2)).toEqual([
    "ready",
    "its boot source could not be set back: it goes on booting over the network",
  ]);
});

describe("a machine that does not get ready", () => {
  const rows: [Fate | "edited", string, string[]][] = [
    ["silent", "never asks for an address", ["was switched on at", "DHCP server"]],
    ["no kernel", "does not load its kernel", ["asked for its boot script", "initramfs"]],
    ["mute", "does not report", ["fetched its config", "journalctl -u flatcar-phone-home"]],
    ["wrong token", "reports with a wrong token", ["a report from 127.0.0.1: its token is wrong"]],
    ["old generation", "is of an old generation", ["generation 1, and waited for is generation 2"]],
    [
      "edited",
      "finds its config edited",
      ["refused ignition/node-a.ign: it was changed on disk", "pulumi up --refresh"],
    ],
  ];
  const texts = new Map<string, string>();

  beforeAll(async () => {
    const work = rows.map(async ([fate]) => {
      const lab = await Lab.open();
      if (fate === "edited") lab.boot.write("ignition/node-a.ign", "{}");
      else lab.fate = fate;
      texts.set(fate, `${await failure(lab.provision())}\n${lab.said.join("\n")}`);
      await lab.close();
    });
    await Promise.all(work);
  });

  it.each(rows)(
    "%s: %s; the error has the last thing known and where to look",
    (fate, _, parts) => {
      const text = texts.get(fate);
      expect(text).toContain("PROVISION_NOT_READY  $.readiness");
      expect(text).toContain("its BMC says On");
      expect(text).toMatch(/\nwaiting for 0 min; last known: it /);
      for (const part of parts) expect(text).toContain(part);
      expect(text).not.toContain("canary");
    },
  );
});

describe("rejects", () => {
  it("a report of a machine that booted with another config", async () => {
    const lab = await open({}, { serve: false });
    const { url, token } = { url: lab.wanted.baseUrl, token: lab.wanted.token };
    const body = JSON.stringify({ machine, generation: 2, token });
    const report = () => fetch(`${url}/phone-home/node-a?config=abc`, { method: "POST", body });
    setTimeout(() => void report().catch(() => undefined), 300);
    const text = await failure(lab.provision());
    expect(text).toContain("booted with another config");
    expect(text).toContain("the log of the web server");
  });

  it("an SSH port that nobody opens", async () => {
    const lab = await open();
    const words = { readiness: Readiness.Ssh, address: "127.0.0.1", sshPort: 9 };
    const text = await failure(lab.provision(words));
    expect(text).toContain("no SSH server answered at 127.0.0.1 port 9");
  });

  it("a port that somebody else has, before the machine is touched", async () => {
    const lab = await open();
    const squatter = createServer();
    await new Promise<void>((done) =>
      squatter.listen(Number(new URL(lab.wanted.baseUrl).port), "127.0.0.1", done),
    );
    const text = await failure(lab.provision());
    expect(text).toMatch(/PROVISION_LISTEN.*EADDRINUSE/s);
    expect(lab.bmc.requests).toEqual([]);
    await new Promise((done) => squatter.close(done));
  });

  it("a wrong password, before the machine is touched", async () => {
    const lab = await open();
    let touched = false;
    const touch = () => {
      touched = true;
    };
    const text = await failure(lab.provision({ password: "wrong" }, { touch, resume: true }));
    expect(text).toContain("BMC_LOGIN  $.bmc.password");
    expect(touched).toBe(false);
    expect(lab.bmc.changes).toEqual([]);
  });
});

it("broken off at any request to the BMC, the next run brings the machine up", async () => {
  const options: FakeBmcOptions = { powerState: "On", durations: ["Continuous", "Disabled"] };
  const whole = await open(options);
  await whole.provision();
  const steps = whole.bmc.requests.length;
  expect(steps).toBeGreaterThan(15);
  for (let step = 1; step <= steps; step++) {
    const stop = new AbortController();
    const lab = await Lab.open({
      ...options,
      onRequest: (count) => {
        if (count === step) stop.abort(new Error("broken off"));
      },
    });
    await lab.provision({}, { signal: stop.signal }).catch(() => undefined);
    lab.said.length = 0;
    await lab.provision({}, { resume: true });
    expect(lab.said.at(-1)).toMatch(/^(?:ready|is up already, .*)$/);
    expect(lab.bmc.powerOf()).toBe("On");
    // One that was just being opened ends by itself.
    expect(lab.bmc.sessions.size).toBeLessThanOrEqual(1);
    await lab.close();
  }
}, 60_000);

describe("what is served while a machine is waited for", () => {
  it("is the machine's own config, and no other's, nor what is not for machines", async () => {
    const lab = await open();
    lab.fate = "silent";
    const { baseUrl } = lab.wanted;
    const work = failure(lab.provision());
    await new Promise((done) => setTimeout(done, 300));
    const status = async (path: string, method = "GET") =>
      (await fetch(`${baseUrl}/${path}`, { method })).status;
    expect(await status("boot.ipxe")).toBe(200);
    expect(await status("kernel", "HEAD")).toBe(200);
    expect(await status("ignition/node-a.ign")).toBe(200);
    for (const path of [
      "ignition/other.ign",
      "manifest/node-a.json",
      "dnsmasq/boot.conf",
      "%2e%2e/%2e%2e/etc/passwd",
      "ignition",
      "",
    ]) {
      expect([path, await status(path)]).toEqual([path, 404]);
    }
    expect(await status("boot.ipxe", "DELETE")).toBe(404);
    expect(await status("phone-home/other", "POST")).toBe(404);
    const long = await fetch(`${baseUrl}/phone-home/node-a`, {
      method: "POST",
      body: "x".repeat(9000),
    });
    expect(long.status).toBe(400);
    await work;
    await expect(fetch(baseUrl)).rejects.toThrow("fetch failed");
  });
});

it("switches off through the BMC, and without one does nothing", async () => {
  const lab = await open({ powerState: "On" });
  const { signal } = new AbortController();
  await powerOff({ ...lab.wanted, endpoint: undefined }, { signal, say: () => undefined, pace });
  expect(lab.bmc.powerOf()).toBe("On");
  await powerOff(lab.wanted, { signal, say: () => undefined, pace });
  expect(lab.bmc.powerOf()).toBe("Off");
});
