import { Report } from "../report/index.js";
import type { Visit } from "./reception.js";
import { Readiness, type Wanted } from "./wanted.js";

/** How far a machine is known to have come. */
export type Stage = "nothing" | "power" | "script" | "system" | "config" | "installed";

const order: readonly Stage[] = ["nothing", "power", "script", "system", "config", "installed"];

/** Each stage in the words of progress and errors, and what is wrong with a machine that gets no further. */
const stages: Readonly<Record<Stage, { said: string; look: string }>> = Object.freeze({
  nothing: {
    said: "was not heard of",
    look: "look at the machine: whether it has power and starts",
  },
  power: {
    said: "was switched on",
    look: "look at its console whether it boots over the network, at the log of the DHCP server, and whether macAddresses has its card",
  },
  script: {
    said: "asked for its boot script",
    look: "look at its console whether kernel and initramfs load, and whether the release server can be reached from the boot network",
  },
  system: {
    said: "loaded what its boot script names",
    look: "look at its console whether the kernel starts and the network is up",
  },
  config: {
    said: "fetched its config",
    look: "look at its console: an emergency shell tells with journalctl -u 'ignition-*' what Ignition did not like",
  },
  installed: {
    said: "is installed",
    look: "look at its console whether it starts from its disk, and then what Ignition says",
  },
});

/** What is known of one attempt to get a machine up: for progress, and for the error when it does not. */
export class Trail {
  private stage: Stage = "nothing";
  private at = "";
  /** What is not as it should be. */
  private trouble?: string;
  /** A file that was changed on disk, as long as the machine did not get it. */
  private edited?: string;
  private readonly say: (text: string) => void;

  constructor(say: (text: string) => void) {
    this.say = say;
  }

  /** The last thing known. */
  get last(): string {
    const { said } = stages[this.stage];
    return this.stage === "nothing" ? `it ${said}` : `it ${said} at ${this.at}`;
  }

  reach(stage: Stage): void {
    if (order.indexOf(stage) <= order.indexOf(this.stage)) return;
    this.stage = stage;
    this.at = new Date().toTimeString().slice(0, 8);
    if (stage !== "power") this.say(stages[stage].said);
  }

  /** Takes note of what the machine did at our web server. */
  follow(visit: Visit): void {
    if (visit.kind === "refused") this.note(`refused a report from ${visit.from}: ${visit.why}`);
    if (visit.kind === "installer" && visit.outcome === "installed") {
      this.trouble = undefined;
      this.reach("installed");
    }
    if (visit.kind === "installer" && visit.outcome === "failed") {
      this.note(`its installer failed and tries again: ${visit.said}`);
    }
    if (visit.kind !== "fetched") return;
    if (visit.what === "changed") {
      this.edited = visit.path;
      this.note(`refused ${visit.path}: it was changed on disk`);
    }
    if (visit.what !== "file") return;
    if (visit.path === this.edited) this.edited = undefined;
    this.reach(stageOf(visit.path));
  }

  /** Raises PROVISION_NOT_READY. */
  notReady(wanted: Wanted, powerState?: string): Report {
    return notReady(wanted, {
      stage: this.stage,
      last: [this.last, ...(powerState ? [`its BMC says ${powerState}`] : [])].join(", "),
      trouble: this.trouble,
      edited: this.edited,
    });
  }

  private note(trouble: string): void {
    if (trouble !== this.trouble) this.say(trouble);
    this.trouble = trouble;
  }
}

function stageOf(path: string): Stage {
  if (/^(?:ipxe\/|grub\/)/.test(path)) return "script";
  return /^ignition\//.test(path) ? "config" : "system";
}

/** What is known when the time is over. */
export interface Known {
  readonly stage: Stage;
  readonly last: string;
  /** What was not as it should be, last. */
  readonly trouble?: string;
  /** A file that the machine needs and that was changed on disk. */
  readonly edited?: string;
}

const missing = Object.freeze({
  [Readiness.Ssh]: ({ address, sshPort }: Wanted) =>
    `no SSH server answered at ${address} port ${sshPort}`,
  [Readiness.PhoneHome]: ({ phoneHomeUrl }: Wanted) => `no report arrived at ${phoneHomeUrl}`,
  [Readiness.None]: () => "it was not switched on",
});

/** Raises PROVISION_NOT_READY, with the last thing known and where to look. */
export function notReady(wanted: Wanted, { stage, last, trouble, edited }: Known): Report {
  const report = new Report();
  const { readiness, readinessTimeoutMinutes: limit, serve } = wanted;
  const noted = trouble === undefined ? "" : `; ${trouble}`;
  const seen = serve || stage === "nothing" || stage === "installed";
  const look = seen ? stages[stage].look : unseen;
  const installing = wanted.mode === "installed" && stage !== "installed";
  const reporter = installing ? "flatcar-installer" : "flatcar-phone-home";
  const inside =
    readiness === Readiness.PhoneHome && (order.indexOf(stage) >= order.indexOf("config") || !serve)
      ? `; on the machine, journalctl -u ${reporter} says why it cannot report`
      : "";
  report.error(
    "PROVISION_NOT_READY",
    ["readiness"],
    `${missing[readiness](wanted)} within ${limit} minutes; last known: ${last}${noted}`,
    edited === undefined
      ? `${look}${inside}; then run pulumi up again`
      : `run pulumi up --refresh, which writes ${edited} anew; the machine goes on asking for it`,
  );
  return report;
}

/** For directories that others serve. */
const unseen =
  "look at its console, and into the log of the web server whether it asked for its script and its config";
