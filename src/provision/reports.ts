import { createHash, timingSafeEqual } from "node:crypto";

/** What a machine says when it is up. */
export interface MachineReport {
  readonly generation: unknown;
  readonly token: unknown;
  readonly configSha512: unknown;
}

/** What a machine that is waited for has to say. */
export interface Expected {
  readonly generation: number;
  readonly token: string;
  readonly configSha512: string | null;
}

/** Why a report is not taken; undefined when it is. */
export function whyRefused(report: MachineReport, expected: Expected): string | undefined {
  const { generation, token, configSha512 } = report;
  if (generation !== expected.generation) {
    const found = Number.isSafeInteger(generation) ? `generation ${generation}` : "no generation";
    return `it is of ${found}, and waited for is generation ${expected.generation}`;
  }
  if (typeof token !== "string" || !sameText(token, expected.token)) return "its token is wrong";
  if (configSha512 === expected.configSha512) return undefined;
  return "the machine booted with another config than the one that was written";
}

/** Compares in a time that tells nothing about where two texts differ. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
