import type { Architecture } from "../architecture.js";
import type { NameFacts, Trait } from "../catalogue.js";
import { categoryTable, table } from "./table.js";

/** Class, generation, attributes and suffix of a family, as in `c7gd` and `p6e-gb200`. */
const familyPattern = /^([a-z]+)(\d+)([a-z]*)(?:-([a-z0-9]+))?$/;

/** Families made before sizes had their present meaning: their processors are in the table only. */
const oldFamilies = new Set(["t1", "m1", "m2", "c1", "hs1"]);
const oldTypes = new Set(["c4.8xlarge", "d2.8xlarge"]);

/** GiB per vCPU, by class. Other classes have no ratio that holds. */
const memoryPerVcpu = table({ c: 2, m: 4, r: 8, i: 8, z: 8, x: 16, im: 4, is: 6 });

/** Families of those classes with memory of their own. */
const otherMemory = new Set("c1 c3 c4 c5n i2 i3 m1 m2 m3 r3 r4 x1 x1e".split(" "));

/** GiB of a type of class t, from its second generation on. */
const burstableMemory = table({
  nano: 0.5,
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  "2xlarge": 32,
});

/** Families on the Xen system (EC2 user guide, hypervisor type); whole machines of them are on Nitro. */
const xenFamilies = new Set(
  "c1 c3 c4 cc1 cc2 cg1 cr1 d2 f1 g2 g3 g3s h1 hi1 hs1 i2 i3 m1 m2 m3 m4 p2 p3 r3 r4 t1 t2 x1 x1e".split(
    " ",
  ),
);

const categories = categoryTable({
  general: ["a", "m", "t", "mac"],
  compute: ["c"],
  memory: ["r", "u", "x", "z"],
  storage: ["d", "h", "i", "im", "is"],
  accelerated: ["dl", "f", "g", "gr", "inf", "p", "trn", "vt"],
  hpc: ["hpc"],
});

/** Classes that are sold for their graphics processors. */
const gpuClasses = new Set(["g", "gr", "p"]);

/**
 * What the name of an EC2 instance type says. Architecture held for all 1407 types on record; the
 * number of processors for all but the old families above; memory for classes c, m, r, i, x, z and t.
 */
export function readAwsName(type: string): NameFacts | undefined {
  const [family = "", size = "", ...rest] = type.split(".");
  if (rest.length > 0 || size === "") return undefined;
  if (/^u-\d+tb\d+$/.test(family)) {
    return { family, category: "memory", architecture: "x64", traits: traitsOf(family, "u", size) };
  }
  const parts = familyPattern.exec(family) ?? /^(mac)()()-([a-z0-9]+)$/.exec(family);
  if (!parts) return undefined;
  const [, kind = "", generation = "", attributes = "", suffix = ""] = parts;
  const architecture = architectureOf(kind, attributes, suffix);
  const old = oldFamilies.has(family) || oldTypes.has(type);
  const vcpus = old ? undefined : vcpusOf(kind, Number(generation), attributes, size);
  const memory = memoryOf(family, kind, Number(generation), attributes, size, vcpus);
  return {
    family,
    category: categories.get(kind),
    ...(architecture && { architecture }),
    ...(vcpus && { vcpus }),
    ...(memory && { memoryMib: memory * 1024 }),
    ...(architecture === "arm64" && { threadsPerCore: 1 }),
    ...(gpuClasses.has(kind) && { gpu: true }),
    ...(kind === "t" && Number(generation) > 1 && { burstable: true }),
    traits: traitsOf(family, kind, size),
  };
}

/** A `g` before the generation is for graphics, one after it for Graviton; gb200 has a Grace processor. */
function architectureOf(
  kind: string,
  attributes: string,
  suffix: string,
): Architecture | undefined {
  if (kind === "mac") return undefined;
  return kind === "a" || /^gb\d+$/.test(suffix) || attributes.includes("g") ? "arm64" : "x64";
}

function vcpusOf(
  kind: string,
  generation: number,
  attributes: string,
  size: string,
): number | undefined {
  if (size === "medium") return kind === "t" ? 2 : 1;
  if (["nano", "micro", "small"].includes(size)) return kind === "t" && generation > 2 ? 2 : 1;
  if (size === "large") return 2;
  const [, metal, count] = /^(metal-)?(\d*)xl(?:arge)?$/.exec(size) ?? [];
  if (count === undefined || size.endsWith("large") === (metal !== undefined)) return undefined;
  if (count === "") return metal ? undefined : 4;
  return Number(count) * (kind === "hpc" && !attributes.includes("g") ? 2 : 4);
}

function memoryOf(
  family: string,
  kind: string,
  generation: number,
  attributes: string,
  size: string,
  vcpus: number | undefined,
): number | undefined {
  if (kind === "t") return generation > 1 ? burstableMemory.get(size) : undefined;
  const ratio = memoryPerVcpu.get(kind);
  if (vcpus === undefined || ratio === undefined || otherMemory.has(family)) return undefined;
  return vcpus * (kind === "x" && /^ie|^aedz/.test(attributes) ? 2 * ratio : ratio);
}

function traitsOf(family: string, kind: string, size: string): Trait[] {
  const metal = size.startsWith("metal");
  return [
    ...(kind === "mac" ? (["mac"] as const) : []),
    ...(metal ? (["metal"] as const) : []),
    ...(xenFamilies.has(family) && !metal ? (["xen"] as const) : []),
  ];
}
