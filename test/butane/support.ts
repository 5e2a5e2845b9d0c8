import { type ButaneOptions, type Translation, translateButane } from "../../src/butane/index.js";
import type { IgnitionDocument } from "../../src/ignition/index.js";
import { formatPath, type Issue } from "../../src/report/index.js";

/** A document of version 1.1.0, or another one, with these lines below its header. */
export function butane(body: string, version = "1.1.0"): string {
  return `variant: flatcar\nversion: ${version}\n${body}`;
}

/** The config of a document that has no problems at all. */
export function configOf(body: string, options?: ButaneOptions): IgnitionDocument {
  const { config, report } = translateButane(butane(body), options);
  expect(report.issues).toEqual([]);
  if (!config) throw new Error("a translation without problems has a config");
  return config;
}

/** The problems of a document as `CODE $.path`; warnings begin with `~`. */
export function problemsOf(body: string, options?: ButaneOptions): string[] {
  return shown(translateButane(butane(body), options));
}

export function shown({ report }: Translation): string[] {
  return report.issues.map(show);
}

function show({ severity, code, path }: Issue): string {
  return `${severity === "warning" ? "~" : ""}${code} ${formatPath(path)}`;
}

/** Local files from texts. */
export function localFiles(texts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
}
