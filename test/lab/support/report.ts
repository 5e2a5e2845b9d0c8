import { createHash } from "node:crypto";

/** A file in the new root. */
export interface ReportedFile {
  readonly mode: string;
  readonly owner: string;
  readonly sha256: string;
  readonly size: number;
  /** Absent for large files. */
  readonly contents?: Buffer;
}

/** What the test system reports after Ignition's last stage: only what is new or changed. */
export interface BootReport {
  readonly files: ReadonlyMap<string, ReportedFile>;
  /** Target by path. */
  readonly links: ReadonlyMap<string, string>;
  readonly directories: ReadonlyMap<string, { readonly mode: string; readonly owner: string }>;
  /** What blkid knows of every disk, partition and filesystem, by device. */
  readonly blocks: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What the machine's own hardware check said, when there is one, and its exit code. */
  readonly hardwareCheck?: { readonly output: string; readonly code: number };
}

/** Finds the report in a serial log. Throws when it is damaged. */
export function readReport(serial: string): BootReport {
  const text = serial.replaceAll("\r", "");
  const found = /^LAB-REPORT-BEGIN\n([\s\S]*?)^LAB-REPORT-END (\w+)$/m.exec(text);
  if (!found) throw new Error("no report in the serial log");
  const lines = (found[1] ?? "")
    .split("\n")
    .flatMap((line) => (line.startsWith("LAB ") ? [line.slice(4)] : []));
  const sum = createHash("sha256")
    .update(lines.map((line) => `${line}\n`).join(""), "latin1")
    .digest("hex");
  if (sum !== found[2])
    throw new Error("the report was damaged on its way through the serial port");

  const rows = lines.map((line) => Buffer.from(line, "latin1").toString("utf8").split("\t"));
  const contents = new Map(
    rows.flatMap(([kind, path = "", base64 = ""]) =>
      kind === "contents" ? [[path, Buffer.from(base64, "base64")] as const] : [],
    ),
  );
  const files = new Map<string, ReportedFile>();
  const links = new Map<string, string>();
  const directories = new Map<string, { mode: string; owner: string }>();
  const blocks = new Map<string, Record<string, string>>();
  for (const [kind, a = "", b = "", c = "", d = "", e = "", ...rest] of rows) {
    if (kind === "file") {
      files.set(e, {
        mode: octal(a),
        owner: b,
        sha256: c,
        size: Number(d),
        ...withContents(contents.get(e)),
      });
    } else if (kind === "link") links.set(c, b);
    else if (kind === "directory") directories.set(c, { mode: octal(a), owner: b });
    else if (kind === "block") blocks.set(a, pairs([b, c, d, e, ...rest]));
  }
  const check = /^LAB-HARDWARE-BEGIN\n([\s\S]*?)^LAB-HARDWARE-END (\d+)$/m.exec(text);
  return {
    files,
    links,
    directories,
    blocks,
    ...(check && { hardwareCheck: { output: check[1] ?? "", code: Number(check[2]) } }),
  };
}

function octal(mode: string): string {
  return mode.padStart(4, "0");
}

function withContents(contents: Buffer | undefined): { contents?: Buffer } {
  return contents ? { contents } : {};
}

function pairs(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.flatMap((text) => {
      const found = /^([A-Z_]+)=(.*)$/.exec(text);
      return found ? [[found[1] ?? "", (found[2] ?? "").replaceAll("\\", "")]] : [];
    }),
  );
}
