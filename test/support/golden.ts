import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CloudProject } from "./cloud-project.js";

/** The contents of a file in test/golden, which FLATCAR_WRITE_GOLDEN=1 makes of what was found. */
export function golden(name: string, found: unknown): unknown {
  const place = join(__dirname, "../golden", `${name}.json`);
  if (process.env.FLATCAR_WRITE_GOLDEN) {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, `${JSON.stringify(found, undefined, 2)}\n`);
  }
  return JSON.parse(readFileSync(place, "utf8"));
}

/** The resources that an update made, by URN. */
export function urnsOf(project: CloudProject): string[] {
  return project
    .received()
    .flatMap(({ method, preview, urn }) => (method === "create" && !preview && urn ? [urn] : []))
    .sort();
}
