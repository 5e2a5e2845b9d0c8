import type { BmcAccess } from "./access.js";
import { linkAt, pathOf, textAt } from "./document.js";
import { exchange, type Question, type Reply } from "./exchange.js";
import { Failure } from "./failure.js";
import { type Attempt, type Pace, persist } from "./pace.js";
import { checkRoot, type Errand, judgeError, judgeReply, messageIds } from "./replies.js";

/** The first page of every Redfish service, open to all. */
const rootPath = "/redfish/v1/";

/** How long logging out may take, in milliseconds. */
const logOutLimit = 3_000;

/** Node's codes for a request that never arrived, so that it may be sent again whatever it asks for. */
const neverSent = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** How a question is asked. */
interface Asking {
  /** How long to go on asking, in milliseconds. */
  readonly limit?: number;
  /** Which replies are answers besides a yes. */
  readonly also?: (reply: Reply) => boolean;
}

/** An account that is logged in to a BMC: by a session where there are any, otherwise by name and password each time. */
export class Session {
  /** The first page, which says where the others are. */
  root: unknown;
  private readonly access: BmcAccess;
  private readonly pace: Pace;
  private readonly signal: AbortSignal;
  private credentials: Record<string, string> = {};
  private location?: string;

  private constructor(access: BmcAccess, pace: Pace, signal: AbortSignal) {
    this.access = access;
    this.pace = pace;
    this.signal = signal;
  }

  /** Raises BMC_UNREACHABLE, BMC_CERTIFICATE, BMC_REPLY and BMC_LOGIN. */
  static async open(access: BmcAccess, pace: Pace, signal: AbortSignal): Promise<Session> {
    const session = new Session(access, pace, signal);
    const question: Question = { method: "GET", path: rootPath };
    const reply = await session.ask("read", question, { limit: pace.firstContact });
    const report = checkRoot(reply, access.endpoint);
    if (report.hasErrors) throw new Failure(report);
    session.root = reply.body;
    await session.logIn();
    return session;
  }

  /** Reads a resource. */
  async read(path: string): Promise<Reply> {
    return this.ask("read", { method: "GET", path });
  }

  /** Asks until there is an answer that is final. Throws a Failure for any but a yes. */
  async ask(errand: Errand, question: Question, asking: Asking = {}): Promise<Reply> {
    const { limit = this.pace.busy, also } = asking;
    return persist(this.pace, limit, this.signal, () => this.attempt(errand, question, also));
  }

  /** Ends the session, so that the BMC's few places are free; one that cannot be ended ends by itself. */
  async close(): Promise<void> {
    const { location, credentials } = this;
    if (location === undefined) return;
    this.location = undefined;
    const question: Question = { method: "DELETE", path: location, headers: credentials };
    // Not the signal of the work: logging out is for the end of work that was broken off as well.
    const signal = AbortSignal.timeout(Math.min(this.pace.answer, logOutLimit));
    await exchange(this.access, question, signal).catch(() => undefined);
  }

  private async attempt(
    errand: Errand,
    question: Question,
    also: Asking["also"],
  ): Promise<Attempt<Reply>> {
    try {
      const reply = await this.send(question);
      if (also?.(reply)) return { done: reply };
      const { report, ...rest } = judgeReply(errand, reply);
      return report ? { failure: new Failure(report), ...rest } : { done: reply };
    } catch (error) {
      this.signal.throwIfAborted();
      const { report, again } = judgeError(error, this.access.endpoint, this.pace.answer);
      const safe = question.method === "GET" || neverSent.test(textAt(error, "code") ?? "");
      return { failure: new Failure(report), again: again && safe };
    }
  }

  private send(question: Question): Promise<Reply> {
    const headers = { ...question.headers, ...this.credentials };
    const signal = AbortSignal.any([this.signal, AbortSignal.timeout(this.pace.answer)]);
    return exchange(this.access, { ...question, headers }, signal);
  }

  private async logIn(): Promise<void> {
    const { username, password } = this.access;
    const path = linkAt(this.root, "Links", "Sessions");
    const body = { UserName: username, Password: password };
    const reply =
      path === undefined
        ? undefined
        : await this.ask("login", { method: "POST", path, body }, { also: isWithoutSession });
    const token = reply?.headers["x-auth-token"];
    if (reply === undefined || token === undefined) {
      const text = Buffer.from(`${username}:${password}`, "utf8").toString("base64");
      this.credentials = { Authorization: `Basic ${text}` };
    } else {
      this.credentials = { "X-Auth-Token": token };
      this.location = pathOf(reply.headers.location) ?? textAt(reply.body, "@odata.id");
    }
  }
}

/** Whether a BMC has no sessions, or none left: then name and password go with each request. */
function isWithoutSession({ status, body }: Reply): boolean {
  return (
    [404, 405, 501].includes(status) ||
    messageIds(body).some((id) => id.endsWith("SessionLimitExceeded"))
  );
}
