import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How long an open port may take to say who it is, in milliseconds. */
const bannerLimit = 5_000;

/** Waits until an SSH server answers at an address. */
export async function sshAnswers(
  host: string,
  port: number,
  pause: number,
  signal: AbortSignal,
): Promise<void> {
  while (!(await greets(host, port))) await sleep(pause, undefined, { signal });
}

/** Whether somebody at the port says that it is an SSH server (RFC 4253, 4.2). */
function greets(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect({ host, port, timeout: bannerLimit });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setEncoding("latin1").on("data", (text: string) => {
      said += text;
      if (/^SSH-/m.test(said)) end(true);
      else if (said.length > 4096) end(false);
    });
    for (const event of ["error", "timeout", "end", "close"]) socket.on(event, () => end(false));
  });
}
