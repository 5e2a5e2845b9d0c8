import type { Done, Wanted } from "./wanted.js";

/** What to do about a machine, and why. */
export interface Decision {
  /** Provision it, only remember what changed, or nothing. */
  readonly action: "provision" | "record" | "nothing";
  readonly why: readonly string[];
}

/** Decides what a change of what is wanted means for a machine. */
export function decide(had: Done, wanted: Wanted): Decision {
  const why = reasons(had, wanted);
  if (why.length > 0) return { action: "provision", why };
  const left = kept(had, wanted);
  const same = Object.keys({ ...had, ...left, phase: undefined })
    .filter((key) => key !== "phase" && !key.startsWith("__"))
    .every((key) => sameValue(Reflect.get(had, key), Reflect.get(left, key)));
  return { action: same ? "nothing" : "record", why };
}

/** What is remembered when a machine is left alone: it still has what it was provisioned with. */
export function kept(had: Done, wanted: Wanted): Done {
  const { configSha512, servedSha512, kernelSha512, releaseUrl } = had;
  const served = servedSha512 === undefined ? {} : { servedSha512 };
  return { ...wanted, configSha512, ...served, kernelSha512, releaseUrl, phase: had.phase };
}

/** Whether a machine keeps a config that is not the program's any more, because only a new generation erases its disk. */
export function keepsOldConfig(had: Done, wanted: Wanted): boolean {
  const { mode, configSha512 } = wanted;
  return mode === "installed" && isDigest(configSha512) && had.configSha512 !== configSha512;
}

function reasons(had: Done, wanted: Wanted): string[] {
  const why: string[] = [];
  if (had.phase !== "ready") why.push("it did not get ready the last time");
  if (had.generation !== wanted.generation) {
    why.push(`generation ${had.generation} becomes ${wanted.generation}`);
  }
  if (had.mode !== wanted.mode) why.push(`${had.mode} becomes ${wanted.mode}`);
  if (wanted.onConfigChange === "replace") {
    if (!isDigest(wanted.configSha512)) why.push("its config is not known yet");
    else {
      if (had.configSha512 !== wanted.configSha512) why.push("its config changes");
      if (had.kernelSha512 !== wanted.kernelSha512) why.push("its kernel line changes");
    }
  }
  if (wanted.onImageChange === "replace" && had.releaseUrl !== wanted.releaseUrl) {
    why.push("its image changes");
  }
  return why;
}

/** In a preview, what is not known yet arrives as another text. */
function isDigest(text: string): boolean {
  return /^[0-9a-f]{128}$/.test(text);
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
