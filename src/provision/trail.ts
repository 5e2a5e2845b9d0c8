import { Report } from "../report/index.js";
import type { Visit } from "./reception.js";
import { Readiness, type Wanted } from "./wanted.js";

/** How far a machine is known to have come. */
export type Stage = "nothing" | "power" | "script" | "system" | "config";

const order: readonly Stage[] = ["nothing", "power", "script", "system", "config"];

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
});

/** What is known of one attempt to get a machine up: for progress, and for the error when it does not. */
export class Trail {
  private stage: Stage = "nothing";
  private at = "";
  private refused?: string;
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
    if (visit.kind === "refused") this.refuse(`a report from ${visit.from}: ${visit.why}`);
    if (visit.kind !== "fetched") return;
    if (visit.what === "changed") this.refuse(`${visit.path}: it was changed on disk`);
    else if (visit.what === "file") this.reach(stageOf(visit.path));
  }

  /** Raises PROVISION_NOT_READY. */
  notReady(wanted: Wanted, powerState?: string): Report {
    return notReady(wanted, {
      stage: this.stage,
      last: [this.last, ...(powerState ? [`its BMC says ${powerState}`] : [])].join(", "),
      refused: this.refused,
    });
  }

  private refuse(what: string): void {
    if (what !== this.refused) this.say(`refused ${what}`);
    this.refused = what;
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
  /** What was refused, and why. */
  readonly refused?: string;
}

const missing = Object.freeze({
  [Readiness.Ssh]: ({ address, sshPort }: Wanted) =>
    `no SSH server answered at ${address} port ${sshPort}`,
  [Readiness.PhoneHome]: ({ phoneHomeUrl }: Wanted) => `no report arrived at ${phoneHomeUrl}`,
  [Readiness.None]: () => "it was not switched on",
});

/** Raises PROVISION_NOT_READY, with the last thing known and where to look. */
export function notReady(wanted: Wanted, { stage, last, refused }: Known): Report {
  const report = new Report();
  const { readiness, readinessTimeoutMinutes: limit, serve } = wanted;
  const turnedAway = refused === undefined ? "" : `; refused ${refused}`;
  const look = serve || stage === "nothing" ? stages[stage].look : unseen;
  const inside =
    readiness === Readiness.PhoneHome && (stage === "config" || !serve)
      ? "; on the machine, journalctl -u flatcar-phone-home says why it cannot report"
      : "";
  report.error(
    "PROVISION_NOT_READY",
    ["readiness"],
    `${missing[readiness](wanted)} within ${limit} minutes; last known: ${last}${turnedAway}`,
    `${look}${inside}; then run pulumi up again`,
  );
  return report;
}

/** For directories that others serve. */
const unseen =
  "look at its console, and into the log of the web server whether it asked for its script and its config";
