import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { reportOfFolder } from "./support/folder-report.js";
import { oracle } from "./support/needs.js";
import type { BootReport } from "./support/report.js";
import { seed } from "./support/seed.js";

/** What a reference program says of one document. */
export interface Verdict {
  readonly accepted: boolean;
  /** Butane's Ignition config, ignition-validate's report, Ignition's log. */
  readonly stdout: string;
  /** Butane's report. */
  readonly stderr: string;
}

/** A verdict with the files, links, folders and units that Ignition made. */
export interface Applied extends Verdict {
  readonly report: BootReport;
}

/** ignition-validate, for Ignition configs. Each takes about 5 ms. */
export function validateIgnition(documents: readonly string[]): Promise<Verdict[]> {
  return eachOf(documents, (document) => ask("ignition-validate", ["-"], document));
}

/** `butane --strict`, for Butane configs. Local files come from `filesDir`. */
export function compileButane(documents: readonly string[], filesDir?: string): Promise<Verdict[]> {
  const options = filesDir === undefined ? [] : ["--files-dir", filesDir];
  return eachOf(documents, (document) => ask("butane", ["--strict", ...options], document));
}

/**
 * What Ignition writes: files, folders, links and units of each document, each into a root of its own.
 * Users, disks and remote files need a machine. Needs root.
 */
export function applyIgnition(documents: readonly string[]): Promise<Applied[]> {
  return eachOf(documents, async (document) => {
    const root = mkdtempSync(join(tmpdir(), "pulumi-flatcar-root-"));
    try {
      mkdirSync(join(root, "etc"));
      mkdirSync(join(root, "home", "core"), { recursive: true });
      for (const [name, text] of Object.entries(seed)) writeFileSync(join(root, "etc", name), text);
      const options = ["--root", root, "--offline", "--ignore-unsupported", "-"];
      return {
        ...(await ask("ignition", options, document, "ignition-apply")),
        report: reportOfFolder(root),
      };
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
}

/** Asks about all documents, as many at a time as there are processors; answers are in the documents' order. */
async function eachOf<T>(
  documents: readonly string[],
  question: (document: string) => Promise<T>,
): Promise<T[]> {
  const answers: T[] = [];
  const waiting = documents.entries();
  const worker = async (): Promise<void> => {
    for (const [index, document] of waiting) answers[index] = await question(document);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return answers;
}

function ask(
  program: string,
  options: readonly string[],
  document: string,
  calledAs = program,
): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = spawn(oracle(program), options, {
      // Ignition goes by the name it is called by, and applies only in what says to be a container.
      argv0: calledAs,
      env: { ...process.env, container: "lab" },
      timeout: 60_000,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ accepted: code === 0, stdout, stderr }));
    // A program that has seen enough may not read to the end.
    child.stdin.on("error", () => {});
    child.stdin.end(document);
  });
}
