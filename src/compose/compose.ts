import type { FileSource } from "../butane/index.js";
import {
  checkIgnition,
  defaultSpec,
  type EngineRules,
  type IgnitionDocument,
  type SpecVersion,
} from "../ignition/index.js";
import { formatPath, type Issue, type Path, Report } from "../report/index.js";
import { checkBoot } from "./boot-rules/index.js";
import { OnConflict } from "./conflict.js";
import type { Fragment } from "./fragment.js";
import { MergeChain } from "./merge-chain.js";
import type { Written } from "./part.js";
import { partsOf } from "./parts.js";

/** How a config is composed. */
export interface ComposeOptions {
  /** Spec version of the result. Defaults to 3.4.0, which every supported Flatcar reads. */
  readonly spec?: SpecVersion;
  /** Rules of the Ignition that will read it. Defaults to the strictest of all supported ones. */
  readonly engine?: EngineRules;
  /** Exact Flatcar release, as in 4593.2.5, for the rules about single releases. */
  readonly release?: string;
  /** Local files that Butane documents may name, by path. */
  readonly files?: FileSource;
  /** Whether a fragment may set another value than one before it. Defaults to override. */
  readonly onConflict?: OnConflict;
  /**
   * Whether files replace what is at their path, unless they say otherwise: for root filesystems
   * that outlive a run of Ignition. Defaults to false, as in Ignition.
   */
  readonly overwriteFiles?: boolean;
}

/** One config made of many fragments. */
export interface Composed {
  readonly config: IgnitionDocument;
  /** Everything wrong with the fragments and with what they make together, on the paths of the fragments. */
  readonly report: Report;
  /** Where a place of the config was written. */
  originOf(path: Path): Written;
}

/** A fragment and where it stands in what the user passed. */
export interface Source {
  readonly fragment: Fragment;
  readonly path: Path;
  /** For a fragment that follows from an arg: all of it was written there. */
  readonly implied?: boolean;
}

/** Fragments, with their paths, to one checked config. A later fragment wins over an earlier one. */
export function compose(sources: readonly Source[], options: ComposeOptions = {}): Composed {
  const spec = options.spec ?? defaultSpec;
  const report = new Report();
  const parts = sources.flatMap(({ fragment, path, implied }) => {
    const parts = partsOf(fragment, path, { ...options, spec, report });
    return implied
      ? parts.map((part) => ({ ...part, implied, writtenAt: () => ({ path }) }))
      : parts;
  });
  const chain = new MergeChain(spec);
  for (const part of parts) {
    if (options.onConflict === OnConflict.Error) chain.checkConflicts(part, report);
    chain.merge(part);
  }
  const config = options.overwriteFiles ? overwriting(chain.config) : chain.config;
  // The version of the whole is no part's: it is asked for as `spec`.
  const originOf = (path: Path): Written =>
    formatPath(path) === "$.ignition.version" ? { path: ["spec"] } : chain.originOf(path).written;
  const { engine } = options;
  const written = (issue: Issue) => ({ ...issue, ...originOf(issue.path) });
  const judged = checkIgnition(config, { spec, engine });
  // What a document lost on its way to this spec was said there already.
  const said = new Set(report.issues.map(({ code, path }) => `${code} ${formatPath(path)}`));
  report.add(judged, (issue) => {
    const mapped = written(issue);
    return said.has(`${mapped.code} ${formatPath(mapped.path)}`) ? undefined : mapped;
  });
  // Rules about the boot read values, so they need values of the right types.
  if (!judged.issues.some(({ code }) => code === "VALUE_TYPE")) {
    report.add(checkBoot(config, { release: options.release }), written);
  }
  return { config, report: report.sorted(), originOf };
}

/** The public door to `compose`: paths start with the index of the fragment. */
export function composeIgnition(
  fragments: readonly Fragment[],
  options?: ComposeOptions,
): Composed {
  return compose(
    fragments.map((fragment, index) => ({ fragment, path: [index] })),
    options,
  );
}

function overwriting(config: IgnitionDocument): IgnitionDocument {
  const files = config.storage?.files?.map((file) =>
    file?.contents?.source === undefined || file.overwrite !== undefined
      ? file
      : { ...file, overwrite: true },
  );
  return files ? { ...config, storage: { ...config.storage, files } } : config;
}
