import {
  checkIgnition,
  type EngineRules,
  type IgnitionDocument,
  type SpecVersion,
} from "../ignition/index.js";
import { Report } from "../report/index.js";
import { type ButaneConfig, specOf } from "./config.js";
import { Decoder } from "./decode.js";
import { checkForbidden } from "./filters.js";
import { readHeader, reportNoMapping } from "./header.js";
import type { Journal } from "./journal.js";
import { type FileSource, LocalFiles } from "./local-files.js";
import { translateLocalTexts } from "./local-text.js";
import { addMountUnits } from "./mount-units.js";
import { Origins } from "./origins.js";
import { translateResources } from "./resources.js";
import { butaneSchema } from "./schema.js";
import { checkSource } from "./source-rules.js";
import { readText } from "./text.js";
import { addTrees } from "./trees.js";
import type { Work } from "./work.js";
import { parseYaml } from "./yaml.js";
import { dereference } from "./yaml-tree.js";

export interface ButaneOptions {
  /** Local files that the document may name. Without it, naming one is an error. */
  readonly files?: FileSource;
  /** Counts every warning as an error. Default false. */
  readonly strict?: boolean;
  /** Name of the document in positions. */
  readonly name?: string;
  /** `never` keeps contents uncompressed, so that a changed line shows as one. Default `auto`: compressed when shorter. */
  readonly compression?: "auto" | "never";
  /** The Ignition release whose rules the produced config must keep to. */
  readonly engine?: EngineRules;
}

export interface Translation {
  /** The Ignition config; absent when there are errors. */
  readonly config?: IgnitionDocument;
  readonly report: Report;
  /** Leads from paths of the config back to the document. */
  readonly origins: Origins;
}

/**
 * Translates a Butane document of variant `flatcar`, version 1.0.0 (to Ignition spec 3.3.0) or
 * 1.1.0 (to 3.4.0), and checks the result. Never throws; whatever is wrong is in the report, at its
 * line and column, under the keys that the document uses. As in Butane, errors of one step (YAML,
 * types, sources, sugar) keep the later ones from running.
 */
export function translateButane(
  input: string | Uint8Array,
  options: ButaneOptions = {},
): Translation {
  const { text, journal } = readText(input, options.name);
  const origins = new Origins(journal);
  const config = journal.report.hasErrors ? undefined : translate(text, journal, origins, options);
  const report = options.strict ? asErrors(journal.report) : journal.report;
  return report.hasErrors ? { report, origins } : { config, report, origins };
}

function translate(
  text: string,
  journal: Journal,
  origins: Origins,
  options: ButaneOptions,
): IgnitionDocument | undefined {
  const root = parseYaml(text, journal);
  const document = root && dereference(root);
  if (journal.report.hasErrors) return undefined;
  if (!root || document?.kind !== "mapping") {
    reportNoMapping(journal);
    return undefined;
  }
  journal.root = root;
  const version = readHeader(document, journal);
  if (!version) return undefined;
  const config = new Decoder(version, journal, origins).decode(root, butaneSchema);
  if (journal.report.hasErrors) return undefined;
  const work: Work = {
    config: config as ButaneConfig,
    journal,
    origins,
    files: new LocalFiles(options.files),
    compress: options.compression !== "never",
    engine: options.engine,
  };
  const spec = specOf[version];
  for (const step of steps) {
    step(work, spec);
    if (journal.report.hasErrors) return undefined;
  }
  const produced = produce(work.config, spec);
  // Nothing in a text is still to come, so no issue is marked as missing.
  const check = checkIgnition(produced, { spec, engine: options.engine, complete: true });
  journal.report.add(check, ({ missing, ...issue }) => ({
    ...issue,
    ...origins.originOf(issue.path),
  }));
  return produced;
}

/** In order; errors of one keep the next from running. */
const steps: readonly ((work: Work, spec: SpecVersion) => void)[] = [
  checkSource,
  (work) => {
    translateResources(work);
    translateLocalTexts(work);
    addMountUnits(work);
    addTrees(work);
  },
  checkForbidden,
];

function produce(config: ButaneConfig, spec: SpecVersion): IgnitionDocument {
  const { ignition, kernelArguments, passwd, storage, systemd } = config;
  return { ignition: { ...ignition, version: spec }, kernelArguments, passwd, storage, systemd };
}

function asErrors(report: Report): Report {
  return new Report().add(report, (issue) => ({ ...issue, severity: "error" }));
}
