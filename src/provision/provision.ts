import { setTimeout as sleep } from "node:timers/promises";
import {
  Bmc,
  type BmcAccess,
  type BootChange,
  Failure,
  type Pace,
  usualPace,
} from "../redfish/index.js";
import { installedOtherwise, refusedBy } from "./installing.js";
import { clearMark, hasMark, setMark } from "./mark.js";
import { type Guest, Reception, type Visit } from "./reception.js";
import { sshAnswers } from "./ssh.js";
import { Trail } from "./trail.js";
import { Readiness, type Wanted } from "./wanted.js";

/** How provisioning is done. */
export interface ProvisionOptions {
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  /** Whether the machine may be up already with just what is wanted, from a run that was broken off. */
  readonly resume: boolean;
  /** Called before the machine is touched for the first time. */
  readonly touch?: () => void;
  readonly pace?: ProvisionPace;
}

/** How long to wait for what, in milliseconds. */
export interface ProvisionPace extends Pace {
  /** For the report of a machine that is up already; it tries every five seconds at first. */
  readonly resume: number;
  /** Between two looks at an SSH port. */
  readonly look: number;
  /** Between two lines of progress when nothing happens. */
  readonly remind: number;
}

const provisionPace: ProvisionPace = Object.freeze({
  ...usualPace,
  resume: 12_000,
  look: 2_000,
  remind: 60_000,
});

/** How long things may take that only tidy up, in milliseconds. */
const tidyLimit = 10_000;

/**
 * Takes a machine from whatever state to ready: boots it over the network and waits until it shows that it is up. May be
 * broken off anywhere and done again. Throws a Failure, in bounded time.
 */
export async function provision(wanted: Wanted, options: ProvisionOptions): Promise<void> {
  const { say } = options;
  const done = new AbortController();
  const signal = AbortSignal.any([options.signal, done.signal]);
  const attempt: Attempt = {
    ...options,
    wanted,
    signal,
    pace: options.pace ?? provisionPace,
    trail: new Trail(say),
    access: accessOf(wanted),
  };
  const expected = await expectMachine(attempt);
  try {
    // One that was installed for an update that was broken off is not installed again.
    if (!options.resume || !(await hasMark(wanted))) await clearMark(wanted);
    if (options.resume && (await isUp(attempt, expected.ready))) {
      say("is up already, with the config that is wanted");
      return;
    }
    const back = await powerUp(attempt);
    try {
      await readyInTime(attempt, expected.ready);
      if (wanted.readiness !== Readiness.None) say("ready");
    } finally {
      if (back) await setBack(attempt, back);
    }
  } finally {
    done.abort();
    await expected.leave();
  }
}

/** Switches a machine off, shutting it down first where it can. Throws a Failure. */
export async function powerOff(
  wanted: Wanted,
  { signal, say, pace }: Pick<ProvisionOptions, "signal" | "say" | "pace">,
): Promise<void> {
  const access = accessOf(wanted);
  if (!access) return;
  await Bmc.visit(access, { signal, say, pace }, (bmc) => bmc.stop(shutdownLimit(wanted)));
}

interface Attempt extends ProvisionOptions {
  readonly wanted: Wanted;
  readonly pace: ProvisionPace;
  readonly trail: Trail;
  readonly access?: BmcAccess;
}

function accessOf(wanted: Wanted): BmcAccess | undefined {
  const { endpoint, username = "", password = "", systemId, caCertificate, insecure } = wanted;
  if (endpoint === undefined) return undefined;
  return { endpoint, username, password, systemId, caCertificate, insecure };
}

function shutdownLimit({ shutdownTimeoutSeconds }: Wanted): number {
  return shutdownTimeoutSeconds * 1000;
}

/** What a machine that is started comes to. */
interface Expected {
  /** Waits until it shows that it is up. */
  ready(): Promise<unknown>;
  leave(): Promise<void>;
}

/** Opens the doors that the machine knocks at, before it is started. */
async function expectMachine(attempt: Attempt): Promise<Expected> {
  const { wanted, pace, signal, trail } = attempt;
  const { readiness, serve, baseUrl, phoneHomeUrl = baseUrl, token, address = "" } = wanted;
  let reported = () => {};
  let refuse = (_: Failure) => {};
  const report = new Promise<void>((resolve, reject) => {
    reported = resolve;
    refuse = reject;
  });
  // What an installer refuses ends the wait, whatever is waited for.
  const refused = report.then(() => new Promise<never>(() => {}));
  refused.catch(() => {});
  let sent: Promise<void> | undefined;
  const guest: Guest = {
    ...wanted,
    servedSha512: wanted.servedSha512 ?? wanted.configSha512,
    expected: token === undefined ? undefined : { ...wanted, token },
    served: serve ? { folder: wanted.directory, url: baseUrl } : undefined,
    visit: async (visit: Visit) => {
      trail.follow(visit);
      if (visit.kind === "ready") reported();
      if (visit.kind !== "installer") return;
      const { outcome, said } = visit;
      if (outcome === "refused") refuse(new Failure(refusedBy(said)));
      if (outcome === "other") refuse(new Failure(installedOtherwise(wanted.generation)));
      if (outcome === "installed") {
        sent ??= sendToDisk(attempt);
        await sent;
      }
    },
  };
  const home = token === undefined ? [] : [phoneHomeUrl];
  const leave = await Reception.enter([...(serve ? [baseUrl] : []), ...home], guest, pace, signal);
  const ways: Record<Readiness, () => Promise<unknown>> = {
    [Readiness.PhoneHome]: () => report,
    [Readiness.Ssh]: () => sshAnswers(address, wanted.sshPort, pace.look, signal),
    [Readiness.None]: async () => undefined,
  };
  return { ready: () => Promise.race([ways[readiness](), refused]), leave };
}

/** Has a machine that is installed start from its disk, before its installer restarts it. */
async function sendToDisk({ wanted, access, pace, signal, say }: Attempt): Promise<void> {
  await setMark(wanted);
  if (!access) return;
  await Bmc.visit(access, { signal, pace }, (bmc) => bmc.override("Hdd")).catch(() =>
    say("its BMC does not have it boot from its disk, so its boot order decides"),
  );
}

/** Whether the machine runs with what is wanted: then it reports, which no other could. */
async function isUp({ wanted, access, pace, signal }: Attempt, ready: Expected["ready"]) {
  if (wanted.readiness !== Readiness.PhoneHome || !access) return false;
  const { powerState } = await Bmc.visit(access, { signal, pace }, (bmc) => bmc.look());
  if (powerState === "Off") return false;
  const late = sleep(pace.resume, false, { signal });
  return Promise.race([ready().then(() => true), late]);
}

/** Has the machine boot over the network. Returns what to write when it did. */
async function powerUp(attempt: Attempt): Promise<BootChange | undefined> {
  const { access, wanted, trail, say, touch } = attempt;
  if (!access) {
    say("waiting for it to be started");
    return undefined;
  }
  return Bmc.visit(access, attempt, async (bmc) => {
    touch?.();
    const back = await bmc.override("Pxe");
    try {
      await bmc.start(shutdownLimit(wanted));
    } catch (failure) {
      if (back) await setBack(attempt, back);
      throw failure;
    }
    trail.reach("power");
    return back;
  });
}

async function readyInTime(attempt: Attempt, ready: Expected["ready"]): Promise<void> {
  const { wanted, access, pace, signal, say, trail } = attempt;
  const started = performance.now();
  const reminder = setInterval(() => {
    const minutes = Math.round((performance.now() - started) / 60_000);
    say(`waiting for ${minutes} min; last known: ${trail.last}`);
  }, pace.remind);
  const up = ready().then(() => true);
  try {
    const late = sleep(wanted.readinessTimeoutMinutes * 60_000, false, { signal });
    if (await Promise.race([up, late])) return;
  } finally {
    clearInterval(reminder);
  }
  const look = access && Bmc.visit(access, { signal, pace }, (bmc) => bmc.look());
  const facts = await look?.catch(() => undefined);
  // A report that was taken in the meantime will not come again.
  if (await Promise.race([up, false])) return;
  throw new Failure(trail.notReady(wanted, facts?.powerState));
}

/** Sets the boot source back, after work that was broken off as well. */
async function setBack({ access, pace, say }: Attempt, back: BootChange): Promise<void> {
  if (!access) return;
  const signal = AbortSignal.timeout(tidyLimit);
  await Bmc.visit(access, { signal, pace }, (bmc) => bmc.change(back)).catch(() =>
    say("its boot source could not be set back: it goes on booting over the network"),
  );
}
