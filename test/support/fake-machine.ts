import { setTimeout as sleep } from "node:timers/promises";

/** How far a machine of the tests comes when it is started. */
export type Fate =
  /** It does all that a machine does. */
  | "well"
  /** It never asks for an address. */
  | "silent"
  /** It loads its script and no more. */
  | "no kernel"
  /** It comes up and does not report. */
  | "mute"
  /** It comes up, and reports a second later. */
  | "late"
  /** It reports with another token, or as of another generation. */
  | "wrong token"
  | "old generation";

const pause = 100;

/**
 * Boots as a machine does: the entry script, its own, the config that this names; then reports as the unit in that config
 * would, until somebody takes the report or the signal ends it.
 */
export async function bootFakeMachine(
  baseUrl: string,
  mac: string,
  fate: Fate,
  signal: AbortSignal,
): Promise<void> {
  if (fate === "silent") return;
  const get = (path: string) => fetchText(new URL(path, baseUrl).href, signal);
  await get("/boot.ipxe");
  const script = await get(`/ipxe/${mac.replaceAll(":", "-")}.ipxe`);
  if (fate === "no kernel") return;
  const word = (name: string) => new RegExp(` ${name}=(\\S+)`).exec(script)?.[1] ?? "";
  const config = await fetchText(word("ignition.config.url"), signal);
  if (fate === "mute") return;
  const { url, body } = await readConfig(config);
  const said = JSON.parse(body);
  if (fate === "late") await sleep(1000, undefined, { signal });
  if (fate === "wrong token") said.token = "canary-token";
  if (fate === "old generation") said.generation -= 1;
  const address = `${url}?config=${word("flatcar.config_sha512")}`;
  const report = { method: "POST", body: JSON.stringify(said), signal };
  while (!(await fetch(address, report).catch(() => undefined))?.ok) {
    await sleep(pause, undefined, { signal });
  }
}

/** What the unit of the config reads, and where it reports to. */
async function readConfig(text: string): Promise<{ url: string; body: string }> {
  const { storage } = JSON.parse(text) as {
    storage: { files: { path: string; contents?: { source?: string } }[] };
  };
  const contents = async (path: string) => {
    const source = storage.files.find((file) => file.path === path)?.contents?.source;
    if (source === undefined) throw new Error(`no ${path} in the config`);
    return (await fetch(source)).text();
  };
  const script = await contents("/opt/flatcar/phone-home.sh");
  const url = /"(http:[^"?]+)\?config=/.exec(script)?.[1];
  if (url === undefined) throw new Error("no address in the script");
  return { url, body: await contents("/etc/flatcar/phone-home.json") };
}

/** A machine tries again when nobody answers, or stops in the middle. */
async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  for (;;) {
    const text = await fetch(url, { signal })
      .then((reply) => (reply.ok ? reply.text() : undefined))
      .catch(() => undefined);
    if (text !== undefined) return text;
    await sleep(pause, undefined, { signal });
  }
}
