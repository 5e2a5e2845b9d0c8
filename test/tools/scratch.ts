import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder for one test file, removed after it. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), "flatcar-tools-"));

  constructor() {
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  write(name: string, text: string): string {
    const file = this.path(name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** An executable shell script. */
  script(name: string, body: string): string {
    const file = this.write(name, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  }
}
