import { Failure } from "../redfish/index.js";
import { Report } from "../report/index.js";

/** A right to take a machine away. */
export interface Place {
  /** The machine is back. */
  free(): void;
  /** The machine did not come back: it stays away, and its place stays taken. */
  lose(): void;
}

/**
 * How many machines may be away at a time. Others wait for their turn; when as many did not come back as may be away,
 * they are left alone.
 */
export class Places {
  private readonly count: number;
  private readonly taken = new Set<string>();
  private readonly lost: string[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(count: number) {
    this.count = count;
  }

  /** Raises PROVISION_HELD. */
  async take(machine: string, signal: AbortSignal): Promise<Place> {
    while (this.lost.length < this.count && this.taken.size + this.lost.length >= this.count) {
      signal.throwIfAborted();
      await this.turn(signal);
    }
    signal.throwIfAborted();
    if (this.lost.length >= this.count) throw new Failure(held(this.lost));
    this.taken.add(machine);
    return {
      free: () => this.leave(machine),
      lose: () => {
        this.lost.push(machine);
        this.leave(machine);
      },
    };
  }

  /** Whether a machine would have to wait. */
  get full(): boolean {
    return this.taken.size + this.lost.length >= this.count;
  }

  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  private leave(machine: string): void {
    this.taken.delete(machine);
    for (const next of this.waiting.splice(0)) next();
  }
}

/** Raises PROVISION_HELD for a machine that is left alone because others did not come back. */
export function held(lost: readonly string[]): Report {
  const report = new Report();
  report.error(
    "PROVISION_HELD",
    [],
    `not touched, because ${lost.join(", ")} did not come back and no more machines may be away at a time`,
    "mend that machine and run pulumi up again, or raise maxUnavailable of the boot directory",
  );
  return report;
}
