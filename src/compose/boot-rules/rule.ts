import type { IgnitionDocument } from "../../ignition/index.js";
import type { Report } from "../../report/index.js";

/** What the rules know besides the config. */
export interface BootOptions {
  /** Exact Flatcar version such as `4593.2.5`, for the rules about single releases; they are quiet without it. */
  readonly release?: string;
}

/** Looks at a merged config for one thing that Ignition accepts and the boot does not. */
export type BootRule = (config: IgnitionDocument, report: Report, options: BootOptions) => void;

/** The major number of a Flatcar version, NaN when none is chosen. */
export function majorOf({ release }: BootOptions): number {
  return Number(/^(\d+)\./.exec(release ?? "")?.[1] ?? Number.NaN);
}
