import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "../report/index.js";
import type { BmcAccess } from "./access.js";
import { type BootChange, type BootTarget, planOverride, planRestore } from "./boot-override.js";
import { linkAt, linksAt, pathOf, textAt } from "./document.js";
import type { Reply } from "./exchange.js";
import { Failure } from "./failure.js";
import { type Pace, persist, usualPace } from "./pace.js";
import { isOff, type OffPlan, planOff, planStart, type ResetType } from "./power.js";
import { notReached } from "./replies.js";
import { Session } from "./session.js";
import { pickSystem, readResetTypes, readSystem, type SystemFacts } from "./system.js";

/** How far something is. */
export type Say = (text: string) => void;

/** How a machine's BMC is worked with. */
export interface BmcOptions {
  /** Breaks everything off. */
  readonly signal: AbortSignal;
  readonly say?: Say;
  readonly pace?: Pace;
}

/** One machine, by way of its BMC. Everything throws a Failure, and within the limits of its pace. */
export class Bmc {
  private readonly session: Session;
  private readonly path: string;
  private readonly signal: AbortSignal;
  private readonly pace: Pace;
  private readonly say: Say;

  private constructor(session: Session, path: string, options: BmcOptions) {
    this.session = session;
    this.path = path;
    this.signal = options.signal;
    this.pace = options.pace ?? usualPace;
    this.say = options.say ?? (() => undefined);
  }

  /** Logs in, does the work, and logs out however it ends. Raises BMC_SYSTEM and what logging in raises. */
  static async visit<T>(
    access: BmcAccess,
    options: BmcOptions,
    work: (bmc: Bmc) => Promise<T>,
  ): Promise<T> {
    const session = await Session.open(access, options.pace ?? usualPace, options.signal);
    try {
      const paths = await listSystems(session);
      const { path, report } = pickSystem(paths, access.systemId);
      if (path === undefined) throw new Failure(report);
      return await work(new Bmc(session, path, options));
    } finally {
      await session.close();
    }
  }

  /** What the BMC says of the machine now. */
  async look(): Promise<SystemFacts> {
    const reply = await this.session.read(this.path);
    const facts = readSystem(this.path, reply, textAt(this.session.root, "RedfishVersion"));
    if (facts.resetTypes || facts.resetInfoPath === undefined) return facts;
    const info = await this.session.read(facts.resetInfoPath);
    return { ...facts, resetTypes: readResetTypes(info.body) };
  }

  /**
   * Has the machine boot from somewhere the next time. Returns what has to be written once it did, where the override
   * does not end by itself. Raises BMC_BOOT_OVERRIDE.
   */
  async override(target: BootTarget): Promise<BootChange | undefined> {
    const before = await this.look();
    const { change, report } = planOverride(target, before);
    if (report.hasErrors) throw new Failure(report);
    if (!change) return undefined;
    await this.change(change);
    return planRestore(before, (await this.look()).boot);
  }

  /** Writes what the machine boots from. Raises BMC_BOOT_OVERRIDE. */
  async change(change: BootChange): Promise<void> {
    const facts = await this.look();
    const { settingsPath } = facts;
    const settings = settingsPath && (await this.session.read(settingsPath));
    if (settings && textAt(settings.body, "Boot", "BootSourceOverrideTarget") !== undefined) {
      const etag = settings.headers.etag ?? textAt(settings.body, "@odata.etag");
      await this.patch(settingsPath, change, etagLadder(etag));
    } else await this.patch(this.path, change, etagLadder(facts.etag));
  }

  /** Brings the machine from whatever state to a fresh start. Raises BMC_POWER and BMC_TIMEOUT. */
  async start(shutdownLimit: number): Promise<void> {
    const facts = await this.look();
    const plan = certain(planStart(facts));
    if (plan.kind === "restart") {
      this.say("restarting; this BMC cannot switch it off");
      await this.reset(facts, plan.restart);
      // What is seen before is the start that ends.
      await sleep(this.pace.restart, undefined, { signal: this.signal });
    } else {
      if (plan.kind === "off-on") await this.goOff(facts, plan.off, shutdownLimit);
      this.say("switching on");
      await this.reset(facts, plan.on);
    }
    await this.reach("On", this.pace.powerState);
  }

  /** Switches the machine off: by asking its system, and by cutting its power when that takes longer than the limit. */
  async stop(shutdownLimit: number): Promise<void> {
    const facts = await this.look();
    if (!isOff(facts)) await this.goOff(facts, certain(planOff(facts)), shutdownLimit);
  }

  private async goOff(facts: SystemFacts, { ask, force }: OffPlan, limit: number): Promise<void> {
    if (ask && (limit > 0 || !force)) {
      this.say("shutting down");
      await this.reset(facts, ask);
      const patience = force ? limit : this.pace.powerState;
      const down = await this.reach("Off", patience).then(
        () => true,
        (failure: unknown) => {
          if (!force || this.signal.aborted) throw failure;
          return false;
        },
      );
      if (down) return;
    }
    if (!force) return;
    this.say("switching off");
    await this.reset(facts, force);
    await this.reach("Off", this.pace.powerState);
  }

  /** Asks for a reset. One that is refused because the machine is there already has done its work. */
  private async reset({ resetPath }: SystemFacts, type: ResetType): Promise<void> {
    const path = resetPath ?? `${this.path.replace(/\/$/, "")}/Actions/ComputerSystem.Reset`;
    try {
      await this.session.ask("power", { method: "POST", path, body: { ResetType: type } });
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      const goal = goals[type];
      // No answer is no refusal: the state will tell.
      const unheard = goal !== undefined && failure.report.issues[0]?.code === "BMC_UNREACHABLE";
      if (!unheard && (await this.look()).powerState !== goal) throw failure;
    }
  }

  private async reach(state: "On" | "Off", limit: number): Promise<void> {
    await persist(this.pace, limit, this.signal, async () => {
      const { powerState } = await this.look();
      if (powerState === state) return { done: undefined };
      return { failure: new Failure(notReached(state, powerState, limit)), again: true };
    });
  }

  /** Writes a resource; the entity tag is sent as the BMC gave it, then in the ways that firmware is known to want it. */
  private async patch(
    path: string,
    body: object,
    [tag, ...rest]: readonly (string | undefined)[],
  ): Promise<void> {
    const headers: Record<string, string> = tag === undefined ? {} : { "If-Match": tag };
    const also = ({ status }: Reply) => rest.length > 0 && wantsOtherTag(status);
    const question = { method: "PATCH", path, headers, body } as const;
    const { status } = await this.session.ask("override", question, { also });
    if (wantsOtherTag(status)) await this.patch(path, body, rest);
  }
}

function wantsOtherTag(status: number): boolean {
  return status === 412 || status === 428;
}

/** The power state that a reset leads to, where it is another than before. */
const goals: Partial<Record<ResetType, "On" | "Off">> = {
  On: "On",
  ForceOn: "On",
  ForceOff: "Off",
  GracefulShutdown: "Off",
};

/**
 * Ways to send an entity tag. Weak ones are refused by some and double quotes by others (openstack/sushy `_etag_handler`,
 * ansible-collections/community.general#3268); AMI wants one although it gave none (stmcginnis/gofish#171).
 */
function etagLadder(etag: string | undefined): readonly (string | undefined)[] {
  const bare = etag?.replace(/^W\//, "").replaceAll('"', "");
  return [...new Set([etag, bare && `"${bare}"`, undefined, "*"])].slice(etag ? 0 : 1);
}

async function listSystems(session: Session): Promise<string[]> {
  const paths: string[] = [];
  let page = linkAt(session.root, "Systems") ?? "/redfish/v1/Systems";
  for (let pages = 0; pages < 20; pages++) {
    const { body } = await session.read(page);
    paths.push(...linksAt(body, "Members"));
    const next = pathOf(textAt(body, "Members@odata.nextLink"));
    if (next === undefined) break;
    page = next;
  }
  return paths;
}

function certain<P>({ plan, report }: { plan?: P; report: Report }): P {
  if (plan === undefined) throw new Failure(report);
  return plan;
}
