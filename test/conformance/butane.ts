import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  type FileSource,
  type LocalNode,
  type Translation,
  translateButane,
} from "../../src/butane/index.js";
import { decodeDataUrl, renderIgnition, strictEngine } from "../../src/ignition/index.js";
import { butaneCodes } from "../../src/report/codes/butane.js";
import { parsePath } from "../../src/report/index.js";
import { butaneClassOfCode, butaneClassOfText } from "./butane-classes.js";
import { type Check, type ConformanceRow, conformanceData, rowsOf } from "./rows.js";

/** Why the Butane cases cannot be run, or undefined when they can. */
export function missingButaneData(): string | undefined {
  const files = ["butane_go_tests.json", "docs/index.json"].map((file) =>
    join(conformanceData, file),
  );
  const missing = files.find((file) => !existsSync(file));
  return missing && `no conformance data: ${missing} does not exist`;
}

interface UpstreamEntry {
  readonly kind: "error" | "warning";
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly col: number;
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly files?: readonly UpstreamFile[] | null;
  readonly compress: boolean;
  readonly valid: boolean;
  readonly error?: string | null;
  readonly report: readonly UpstreamEntry[];
  /** The rendered config of a valid case. */
  readonly ignition?: string;
}

interface UpstreamFile extends LocalNode {
  readonly base64?: string;
}

/** Each check: undefined when the case is none for it, otherwise whether we agree. */
const checks: Readonly<Record<string, Check<Translation, Case>>> = {
  C1: (our, their) => (our.config !== undefined) === their.valid,
  C2: (our, their) => (their.valid ? undefined : sameFailure(our, their)),
  C3: (our, their) => sameReport(our, their, false),
  C4: (our, their) => sameReport(our, their, true),
  C6: (our, { ignition }) =>
    ignition === undefined || ignition.includes('"compression":"gzip"')
      ? undefined
      : our.config !== undefined && renderIgnition(our.config) === ignition,
  C7: (our, { ignition }) =>
    ignition === undefined
      ? undefined
      : our.config !== undefined &&
        sameDocument(JSON.parse(renderIgnition(our.config)), JSON.parse(ignition)),
};

/** Runs every Butane case in scope (flatcar 1.0.0 and 1.1.0) with the rules of Ignition 2.26.0. */
export function butaneRows(): ConformanceRow[] {
  return [
    ...rowsOf("butane_go_tests.json", goTests(), translate, checks),
    ...rowsOf("docs/", documents(), translate, checks),
  ];
}

function translate({ text, files, compress }: Case): Translation {
  return translateButane(text, {
    files: files ? new UpstreamFiles(files) : undefined,
    compression: compress ? "auto" : "never",
    // Upstream's rules of 2.26.0, without the warnings about defects of single releases.
    engine: strictEngine,
  });
}

function goTests(): Case[] {
  interface Entry extends Omit<Case, "text" | "compress"> {
    readonly butane: string;
    readonly noResourceAutoCompression: boolean;
  }
  return readJson<Entry[]>("butane_go_tests.json")
    .map(({ butane, noResourceAutoCompression, ...rest }) => ({
      ...rest,
      text: butane,
      compress: !noResourceAutoCompression,
    }))
    .filter(({ text }) => /^version: 1\.[01]\.0$/m.test(text));
}

function documents(): Case[] {
  interface Entry extends Omit<Case, "text" | "compress"> {
    readonly variant: string;
    readonly version: string;
    readonly duplicateOf: string | null;
  }
  return readJson<Entry[]>("docs/index.json")
    .filter(({ variant, version, duplicateOf }) => {
      return variant === "flatcar" && /^1\.[01]\.0$/.test(version) && duplicateOf === null;
    })
    .map((entry) => ({
      ...entry,
      text: read(`docs/${entry.name}.bu`),
      compress: true,
      ignition: entry.valid ? read(`docs/${entry.name}.ign`).trimEnd() : undefined,
    }));
}

function read(file: string): string {
  return readFileSync(join(conformanceData, file), "utf8");
}

function readJson<T>(file: string): T {
  return JSON.parse(read(file)) as T;
}

/** A folder of upstream's tests; reading follows symlinks, as an operating system does. */
class UpstreamFiles implements FileSource {
  private readonly byPath: ReadonlyMap<string, UpstreamFile>;

  constructor(files: readonly UpstreamFile[]) {
    this.byPath = new Map(files.map((file) => [file.path, file]));
  }

  get(path: string): Uint8Array | undefined {
    const file = this.byPath.get(path);
    if (file?.type === "symlink") {
      return this.get(posix.join(posix.dirname(path), file.target ?? ""));
    }
    return file?.type === "file" ? Buffer.from(file.base64 ?? "", "base64") : undefined;
  }

  list(): Iterable<LocalNode> {
    return this.byPath.values();
  }
}

/** The step that refused a document, named by upstream's terminal error. */
function sameFailure({ report }: Translation, { error }: Case): boolean {
  const errors = report.errors;
  const yaml = errors.some(({ code }) => code.startsWith("YAML_"));
  const source = errors.some(
    ({ code, path }) => Object.hasOwn(butaneCodes, code) || path.at(-1) === "inline",
  );
  if (errors.length === 0) return false;
  if (yaml) return /unmarshal/.test(error ?? "");
  return error === (source ? "source config is invalid" : "config generated was invalid");
}

function sameReport({ report }: Translation, { report: their }: Case, positions: boolean): boolean {
  const ours = report.issues
    // Upstream has no report entries for a document that is not YAML.
    .filter(({ code }) => !code.startsWith("YAML_"))
    .map(({ code, severity, path, position }) => {
      const place = positions ? [position?.line, position?.column] : [];
      return JSON.stringify([severity, butaneClassOfCode(code), path, ...place]);
    });
  const theirs = their.map(({ kind, message, path, line, col }) => {
    const place = positions ? [line, col] : [];
    return JSON.stringify([kind, butaneClassOfText(message), parsePath(path), ...place]);
  });
  return JSON.stringify(ours.sort()) === JSON.stringify(theirs.sort());
}

/** Equal JSON, where embedded contents need only unpack to the same bytes. */
export function sameDocument(our: unknown, their: unknown): boolean {
  if (Array.isArray(our) && Array.isArray(their)) {
    return (
      our.length === their.length && our.every((item, index) => sameDocument(item, their[index]))
    );
  }
  if (!isObject(our) || !isObject(their)) return our === their;
  const [left, right] =
    isEmbedded(our) && isEmbedded(their) ? [unpack(our), unpack(their)] : [our, their];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameDocument(left[key], right[key]))
  );
}

type Bag = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmbedded({ source }: Bag): boolean {
  return typeof source === "string" && source.startsWith("data:");
}

function unpack(resource: Bag): Bag {
  const { source, compression, ...rest } = resource;
  const bytes = decodeDataUrl(String(source)) ?? new Uint8Array();
  const unpacked = compression === "gzip" ? gunzip(bytes) : bytes;
  // The choice of compression depends on the encoder, what is not compressed must be the same.
  const kept = compression === "gzip" ? {} : { compression };
  return {
    ...rest,
    ...(compression === "" ? {} : kept),
    contents: Buffer.from(unpacked).toString("base64"),
  };
}

function gunzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    return bytes;
  }
}
