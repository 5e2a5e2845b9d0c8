import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../src/ignition/decode.js";
import {
  type IgnitionDocument,
  isSpecVersion,
  type Merged,
  mergeIgnition,
  type Reading,
  readIgnition,
  renderIgnition,
  type SpecVersion,
  schema,
  strictEngine,
  supportedSpecs,
  upgradeIgnition,
} from "../../src/ignition/index.js";
import { scanJson } from "../../src/ignition/json.js";
import { type Issue, parsePath } from "../../src/report/index.js";
import { classOfCode, classOfText, terminalErrors } from "./classes.js";
import { type ConformanceRow, conformanceData, rowsOf } from "./rows.js";

const sources = {
  configs: "ignition_configs.json",
  upgrades: "upgrade_upstream.json",
  merges: "merge_upstream.json",
  oracle: "merge_oracle.json",
} as const;

/** Why the Ignition cases cannot be run, or undefined when they can. */
export function missingIgnitionData(): string | undefined {
  const missing = Object.values(sources)
    .map((file) => join(conformanceData, file))
    .find((file) => !existsSync(file));
  return missing && `no conformance data: ${missing} does not exist`;
}

/** Runs every Ignition case of a stable spec, and those of no spec at all. */
export function ignitionRows(): ConformanceRow[] {
  return [...configRows(), ...upgradeRows(), ...mergeRows(), ...oracleRows()];
}

interface UpstreamEntry {
  readonly kind: string;
  readonly message: string;
  readonly path: string;
  readonly line?: number;
  readonly col?: number;
}

type Json = Readonly<Record<string, unknown>>;

interface ConfigCase {
  readonly name: string;
  readonly raw: string;
  readonly valid: boolean;
  readonly error?: string;
  readonly report: readonly UpstreamEntry[];
  readonly upgraded?: Json;
}

/** Ignition 2.27.0 judged these cases. */
function configRows(): ConformanceRow[] {
  const cases = load<ConfigCase>(sources.configs).filter(
    ({ raw }) => !raw.includes('"3.7.0-experimental"'),
  );
  const solve = ({ raw }: ConfigCase) =>
    readIgnition(raw, { engine: { ...strictEngine, refusesRemovalBesideZero: false } });
  return rowsOf<Reading, ConfigCase>(sources.configs, cases, solve, {
    C1: ({ report }, { valid }) => !report.hasErrors === valid,
    C2: ({ report }, { error }) =>
      error === undefined ? undefined : sameEnd(report.errors, error),
    C3: ({ report }, { report: their }) => sameReport(report.issues, their, false),
    C4: ({ report }, { report: their }) => sameReport(report.issues, their, true),
    C5: ({ config }, { upgraded }) =>
      upgraded && config && isEqual(compact(upgradeIgnition(config, "3.6.0")), versioned(upgraded)),
  });
}

function versioned(upgraded: Json): Json {
  return { ...upgraded, ignition: { ...(upgraded.ignition as Json), version: "3.6.0" } };
}

interface UpgradeCase {
  readonly to: string;
  readonly input: Json;
  readonly output: Json;
}

function upgradeRows(): ConformanceRow[] {
  const cases = load<UpgradeCase>(sources.upgrades)
    .map((each, index) => ({ ...each, name: `upgrade/${each.to}/${index + 1}` }))
    .filter(({ to }) => isSpecVersion(to));
  const solve = ({ input, to }: UpgradeCase) => {
    const spec = to as SpecVersion;
    const before = supportedSpecs[supportedSpecs.indexOf(spec) - 1] ?? spec;
    return upgradeIgnition(decoded(input, before), spec, before);
  };
  return rowsOf(sources.upgrades, cases, solve, {
    C5: (our, { output }) => isEqual(compact(our), pruned(output)),
  });
}

interface MergeCase {
  readonly name: string;
  readonly parent: Json;
  readonly child: Json;
  readonly transcript: readonly string[];
}

interface UpstreamMerge extends MergeCase {
  readonly result: Json;
}

function mergeRows(): ConformanceRow[] {
  const cases = load<UpstreamMerge>(sources.merges);
  const solve = ({ parent, child }: UpstreamMerge) => merged(parent, child, "3.6.0");
  return rowsOf<Merged, UpstreamMerge>(sources.merges, cases, solve, {
    C5: ({ config }, { result }) =>
      isEqual(compact(config), pruned({ ignition: { version: "" }, ...result })),
    transcript: sameTranscript,
  });
}

interface OracleCase extends MergeCase {
  readonly spec: SpecVersion;
  readonly result: string;
  readonly report: readonly UpstreamEntry[];
}

/** Ignition 2.26.0 judged these results. */
function oracleRows(): ConformanceRow[] {
  const solve = ({ parent, child, spec }: OracleCase) => merged(parent, child, spec);
  return rowsOf<Merged, OracleCase>(sources.oracle, load<OracleCase>(sources.oracle), solve, {
    C3: ({ config }, { report }) =>
      sameReport(readIgnition(renderIgnition(config)).report.issues, report, false),
    C5: ({ config }, { result }) => isEqual(JSON.parse(renderIgnition(config)), JSON.parse(result)),
    C6: ({ config }, { result }) => renderIgnition(config) === result,
    transcript: sameTranscript,
  });
}

function merged(parent: Json, child: Json, spec: SpecVersion): Merged {
  return mergeIgnition(decoded(parent, spec), decoded(child, spec));
}

function sameTranscript({ origins }: Merged, { transcript }: MergeCase): boolean {
  return isEqual(origins.transcript(), transcript);
}

/** A document as Ignition's decoder fills it, valid or not. */
function decoded(json: Json, spec: SpecVersion): IgnitionDocument {
  const { tokens } = scanJson(Buffer.from(JSON.stringify(json)));
  if (!tokens) throw new Error("the case is not JSON");
  const value: object = decode(tokens, schema, spec).value;
  return value as IgnitionDocument;
}

function sameEnd(errors: readonly Issue[], error: string): boolean {
  const terminal = [...terminalErrors].find(([, codes]) =>
    errors.some(({ code }) => codes.includes(code)),
  );
  return (terminal?.[0] ?? "config is not valid") === error;
}

/** Compares two reports as multisets of severity, class and path, and of line and column if wanted. */
function sameReport(
  ours: readonly Issue[],
  theirs: readonly UpstreamEntry[],
  positions: boolean,
): boolean {
  const our = comparable(ours).map(({ severity, code, path, position }) =>
    JSON.stringify([
      severity,
      classOfCode(code),
      path,
      positions && [position?.line ?? 0, position?.column ?? 0],
    ]),
  );
  const their = theirs.map(({ kind, message, path, line, col }) =>
    JSON.stringify([kind, classOfText(message), parsePath(path), positions && [line, col]]),
  );
  return isEqual(our.sort(), their.sort());
}

/** Terminal errors have no entry upstream, and of all wrong types it shows the first, at the top. */
function comparable(issues: readonly Issue[]): readonly Issue[] {
  const terminal = [...terminalErrors.values()].flat();
  const [first] = issues.filter(({ code }) => code === "JSON_TYPE");
  if (first) return [{ ...first, path: [] }];
  return issues.filter(({ code }) => !terminal.includes(code));
}

/** A document as plain JSON without what is empty. */
function compact(config: IgnitionDocument): unknown {
  return pruned(JSON.parse(renderIgnition(config)));
}

/** Without empty objects and lists, which mean the same as none. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, pruned(inner)] as const);
  return Object.fromEntries(
    entries.filter(([, inner]) => typeof inner !== "object" || Object.keys(inner ?? {}).length > 0),
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Json, b as Json];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key], right[key]))
  );
}

function load<T>(file: string): T[] {
  return JSON.parse(readFileSync(join(conformanceData, file), "utf8")) as T[];
}
