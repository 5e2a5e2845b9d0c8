import { readdirSync, readFileSync } from "node:fs";

/** Ends a process that leads a session, and all that it started in whatever group, at once and without a warning. */
export function endSession(leader: number): void {
  const pids = readdirSync("/proc").map(Number).filter(Boolean);
  for (const pid of pids.filter((pid) => sessionOf(pid) === leader)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Gone meanwhile.
    }
  }
}

/** The sixth field of proc_pid_stat(5); the second may hold anything, in parentheses. */
function sessionOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[3]);
  } catch {
    return undefined;
  }
}
