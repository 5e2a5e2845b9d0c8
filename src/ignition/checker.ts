import { type IssueCode, type IssueExtras, type PathKey, Report } from "../report/index.js";
import { type EngineRules, strictEngine } from "./engines.js";
import { atLeast, type SpecVersion } from "./versions.js";

/** Which rules a document is judged by. */
export interface CheckOptions {
  /** Spec to judge by; the default is the one the document names. */
  readonly spec?: SpecVersion;
  /** Rules of one Ignition release; the default holds every rule of every supported release. */
  readonly engine?: EngineRules;
  /** Accepts `oem://` URLs, which Flatcar's Ignition reads from the OEM partition. Defaults to false. */
  readonly oem?: boolean;
  /** Whether nothing in the document is still to come: what is absent was left out. Defaults to false. */
  readonly complete?: boolean;
}

/** Errors, and warnings, kept of one walk; a hostile document could cause millions of them. */
export const maxIssues = 10_000;

/** What the rules of one walk share: the spec, the report, and the place they are at. */
export class Checker {
  readonly report = new Report();
  readonly spec: SpecVersion;
  readonly engine: EngineRules;
  readonly oem: boolean;
  /** Whether absent means empty. */
  readonly complete: boolean;
  /** The place of the object under the rules; extended by the walk. */
  readonly place: PathKey[] = [];
  private errors = 0;
  private warnings = 0;

  constructor(spec: SpecVersion, options: CheckOptions = {}) {
    this.spec = spec;
    this.engine = options.engine ?? strictEngine;
    this.oem = options.oem ?? false;
    this.complete = options.complete ?? false;
  }

  /** Whether there are so many errors that looking for more is of no use to anyone. */
  get full(): boolean {
    return this.errors >= maxIssues;
  }

  /** Whether the rules of `since` or newer hold. */
  atLeast(since: SpecVersion): boolean {
    return atLeast(this.spec, since);
  }

  /** Adds an error at `below`, seen from the current object. */
  error(
    code: IssueCode,
    below: readonly PathKey[],
    message: string,
    hint: string,
    extras?: IssueExtras,
  ): void {
    if (++this.errors > maxIssues) return;
    this.report.error(code, [...this.place, ...below], message, hint, extras);
  }

  /** Adds a warning at `below`, seen from the current object. */
  warning(
    code: IssueCode,
    below: readonly PathKey[],
    message: string,
    hint: string,
    extras?: IssueExtras,
  ): void {
    if (++this.warnings > maxIssues) return;
    this.report.warning(code, [...this.place, ...below], message, hint, extras);
  }
}

/** The extras of an issue that a missing value caused. */
export const missing: IssueExtras = { missing: true };

/** `missing` when the value is not there, nothing when it is there and wrong. */
export function missingIf(value: unknown): IssueExtras | undefined {
  return value === undefined ? missing : undefined;
}

/** Length of a text as Ignition counts it. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** A name as messages show it: quoted, and cut when it is very long. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}…` : name);
}
