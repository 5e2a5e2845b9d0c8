import type { Architecture } from "../architecture.js";
import type { Category, NameFacts } from "../catalogue.js";

const custom = /^(?:([a-z][a-z0-9]*)-)?custom-(\d+)-(\d+)(-ext)?$/;
const sharedCustom = /^e2-custom-(?:micro|small|medium)-(\d+)$/;
const shared = /^(e2)-(?:micro|small|medium)$|^(f1)-micro$|^(g1)-small$/;
const predefined =
  /^([a-z]+\d+[a-z]*)-(standard|highmem|highcpu|megamem|ultramem|hypermem|highlssd|standardlssd)-(\d+)((?:-[a-z]+)*)$/;

/** GiB per vCPU that every family gives at least. */
const leastMemory: Readonly<Record<string, number>> = { standard: 3.5, highmem: 6.5, highcpu: 0.9 };

const gpuFamilies = new Set(["a2", "a3", "a4", "a4x", "g2", "g4"]);

/** x64 families with one thread per core; elsewhere Google's default is two. */
const oneThread = new Set(["t2d", "h3", "h4d"]);

const categories: readonly (readonly [RegExp, Category])[] = [
  [/^(c2|c2d)$/, "compute"],
  [/^(ct|tpu|a\d|g2|g4)/, "accelerated"],
  [/^h\d/, "hpc"],
  [/^(m|x)\d/, "memory"],
  [/^z\d/, "storage"],
  [/^(c|e|f|n|t)\d|^g1/, "general"],
];

/**
 * What the name of a GCP machine type says. A custom type says all of it; any other its processors and
 * how much memory it has at least. No name says the architecture: it is the family's, and
 * `architectureOf` answers for the families that are known.
 */
export function readGcpName(
  type: string,
  architectureOf: (family: string) => Architecture | undefined,
): NameFacts | undefined {
  const sizes = sizesOf(type);
  const family = sizes?.family ?? /^([a-z]+\d+[a-z]*)-[a-z0-9]+/.exec(type)?.[1];
  if (family === undefined) return undefined;
  const architecture = architectureOf(family);
  return {
    ...sizes,
    family,
    category: categories.find(([like]) => like.test(family))?.[1],
    ...(architecture && {
      architecture,
      threadsPerCore: architecture === "arm64" || oneThread.has(family) ? 1 : 2,
    }),
    ...(gpuFamilies.has(family) && { gpu: true }),
    traits: type.endsWith("-metal") ? ["metal"] : [],
  };
}

function sizesOf(type: string): NameFacts | undefined {
  const own = custom.exec(type);
  if (own) return { family: own[1] ?? "n1", vcpus: Number(own[2]), memoryMib: Number(own[3]) };
  const part = sharedCustom.exec(type);
  if (part) return { family: "e2", vcpus: 2, memoryMib: Number(part[1]), burstable: true };
  const core = shared.exec(type);
  if (core) {
    const family = core[1] ?? core[2] ?? core[3];
    return { family, vcpus: family === "e2" ? 2 : 1, burstable: true };
  }
  const [, family, kind = "", count] = predefined.exec(type) ?? [];
  if (family === undefined) return undefined;
  const perVcpu = leastMemory[kind];
  return {
    family,
    vcpus: Number(count),
    ...(perVcpu && {
      memoryMib: Math.floor(Number(count) * perVcpu * 1024),
      memoryAtLeast: true,
    }),
  };
}
