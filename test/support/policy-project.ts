import { join } from "node:path";
import { CloudProject } from "./cloud-project.js";
import type { Runtime } from "./engine.js";

const readyPack = join(__dirname, "../../policy-pack");

/** A project on the three clouds with the ready pack in its own folder, as an organization would have it. */
export function withPack(files: Record<string, string>, runtime: Runtime = "nodejs") {
  const project = new CloudProject(["aws", "azure-native", "gcp"], files, runtime);
  project.copy(readyPack, "pack");
  const pack = ["--policy-pack", project.policyPack("pack")];
  return {
    project,
    /** Arguments for a command under the pack. */
    pack,
    /** The same with the policy config in `config.json`. */
    withConfig: [...pack, "--policy-pack-config", "config.json"],
  };
}

/** What the engine printed of a pack's violations: by resource, policies with their levels. */
export function violations(output: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const line = /^ +- \[(\w+)\].* {2}([\w-]+) {2}\([\w:-]+: ([\w-]+)\)$/gm;
  for (const [, level, policy, name = ""] of output.matchAll(line)) {
    found[name] = [...(found[name] ?? []), `${policy}: ${level}`].sort();
  }
  return found;
}
