import { spawn } from "node:child_process";
import { oracle } from "./needs.js";

/** An entry of an original's report; line and column are 0 when it knows none. */
export interface Entry {
  readonly kind: "error" | "warning" | "info";
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly column: number;
}

/** What an original says of a document, with its report in parts. */
export interface Answer {
  readonly accepted: boolean;
  /** What ended the reading, in words. */
  readonly error?: string;
  /** The config that Butane, or a merge, gives. */
  readonly output?: string;
  readonly entries: readonly Entry[];
}

/**
 * Asks the originals about many documents in one process: `validate` as ignition-validate, `butane` and
 * `butane-strict` as those, `merge` for what Ignition makes of a parent and a child. Answers are in order.
 */
export async function askBatch(
  mode: "validate" | "butane" | "butane-strict" | "merge",
  questions: readonly (readonly string[])[],
  filesDir?: string,
): Promise<Answer[]> {
  const options = filesDir === undefined ? [] : ["--files-dir", filesDir];
  const child = spawn(oracle("oracle-batch"), [mode, ...options], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const parts: Buffer[] = [];
  child.stdout.on("data", (chunk) => parts.push(chunk));
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64");
  child.stdin.end(questions.map((texts) => `${texts.map(base64).join(" ")}\n`).join(""));
  const code = await closed;
  if (code !== 0) throw new Error(`oracle-batch ${mode} ended with ${code}`);
  const lines = Buffer.concat(parts).toString("utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Answer);
}
