import type { Architecture } from "./architecture.js";
import type { NameFacts, Trait } from "./catalogue.js";

/** A line of a table, read. */
export type RowFacts = NameFacts & { readonly type: string; readonly from: "table" | "name" };

const traits: readonly string[] = [
  "mac",
  "metal",
  "confidential",
  "previous",
  "retired",
] satisfies Trait[];

/**
 * Reads a line of a table: `<name> <vCPU> <memory in MiB>` and any of these words.
 * `arm64` or `mac` (neither: x64); `gpu`; `burstable`, for shared cores as well; `threads=<per core>`;
 * `gen=<1 and 2>` and `disk=<scsi and nvme>`, where the list says so; `metal`, `confidential`,
 * `previous`, `retired`; `by-name`, for figures that no list had and the name's rule gave.
 */
export function readRow(line: string): RowFacts {
  const [type = "", vcpus, memoryMib, ...words] = line.split(" ");
  const values = new Map(
    words.filter((word) => word.includes("=")).map((word) => word.split("=") as [string, string]),
  );
  const threads = values.get("threads");
  const generations = values.get("gen");
  const controllers = values.get("disk");
  return {
    type,
    vcpus: Number(vcpus),
    memoryMib: Number(memoryMib),
    architecture: words.includes("mac") ? undefined : architectureOf(words),
    ...(words.includes("gpu") && { gpu: true }),
    ...(words.includes("burstable") && { burstable: true }),
    ...(threads && { threadsPerCore: Number(threads) }),
    ...(generations && { generations: generations.split(",").map(Number) }),
    ...(controllers && { diskControllers: controllers.split(",") }),
    traits: words.filter((word): word is Trait => traits.includes(word)),
    from: words.includes("by-name") ? "name" : "table",
  };
}

function architectureOf(words: readonly string[]): Architecture {
  return words.includes("arm64") ? "arm64" : "x64";
}
