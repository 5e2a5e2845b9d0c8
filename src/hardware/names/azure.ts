import type { NameFacts } from "../catalogue.js";
import { categoryTable, table } from "./table.js";

/** Tier, family letters, size, constrained size, features and the rest, in lower case. */
const pattern = /^(standard|basic)_([a-z]+)(\d+)(?:-(\d+))?([a-z]*)(?:_(.*))?$/;

/** Families whose first two versions number their sizes otherwise than by processors. */
const numbered = new Set(["a", "d", "ds", "g", "gs"]);

/** What a rule about memory looks at. */
interface Size {
  readonly size: number;
  readonly version: number;
  readonly has: (feature: string) => boolean;
}

/** GiB of a size by its family letters; the size counts before it is constrained. */
const memory = table<(of: Size) => number | undefined>({
  b: ({ size, version, has }) =>
    version < 2 ? undefined : has("t") ? 1 : size * (has("l") ? 2 : 4),
  d: ({ size, version, has }) => (version < 3 ? undefined : size * (has("l") ? 2 : 4)),
  dc: ({ size, version }) => size * (version === 3 ? 8 : 4),
  e: ({ size }) => size * 8,
  ec: ({ size }) => size * 8,
  f: ({ size, version, has }) => {
    if (version < 3) return size * 2;
    return version < 6 ? undefined : size * (has("l") ? 2 : has("m") ? 8 : 4);
  },
  fx: ({ size }) => size * 21,
  l: ({ size }) => size * 8,
});

/** From this size on families end in a size with less memory than the rule says, never below 3/4 of it. */
const cappedFrom = 32;

const categories = categoryTable({
  general: ["a", "b", "d", "dc", "ds"],
  compute: ["f", "fx"],
  memory: ["e", "ec", "g", "gs", "m"],
  storage: ["l"],
  accelerated: ["nc", "ncc", "nd", "ng", "np", "nv", "pb"],
  hpc: ["h", "hb", "hc", "hx"],
});

/** Families of which every size from version 6 on is documented to be Generation 2 with NVMe disks. */
const modern = new Set(["d", "dc", "e", "ec", "f", "fx"]);

/**
 * What the name of an Azure size says, in lower case. Architecture and processors held for all sizes on
 * record; memory is exact for the small sizes of families B, D, E, F and L and a lower bound for the
 * large ones. Boot facts are as in Microsoft's pages on generation 2 and on the series; where those say
 * nothing of a family, there is no fact.
 */
export function readAzureName(type: string): NameFacts | undefined {
  const parts = pattern.exec(type);
  if (!parts) return undefined;
  const [, tier, letters = "", digits, constrained, features = "", rest = ""] = parts;
  const size = Number(digits);
  const version = Number(/(?:^|_)v(\d+)/.exec(rest)?.[1] ?? 1);
  const has = (feature: string) => features.includes(feature);
  const arm = has("p") || /^gb\d{3}_|_gb\d{3}_/.test(rest);
  const counts = !numbered.has(letters) || version > 2 || (letters === "a" && version === 2);
  const gib = counts ? memory.get(letters)?.({ size, version, has }) : undefined;
  const bounded = size >= cappedFrom;
  return {
    family: `${tier === "basic" ? "basic_" : ""}${letters}${constrained ? "-" : ""}${features}_${rest}`,
    category: categories.get(letters),
    architecture: arm ? "arm64" : "x64",
    ...(counts && { vcpus: Math.min(Number(constrained ?? size), size) }),
    ...(gib !== undefined && { memoryMib: gib * (bounded ? 768 : 1024) }),
    ...(gib !== undefined && bounded && { memoryAtLeast: true }),
    ...(arm && { threadsPerCore: 1 }),
    ...(letters.startsWith("n") && letters !== "np" && { gpu: true }),
    ...(letters === "b" && { burstable: true }),
    ...bootFacts(letters, version, arm, features, rest),
    traits: [
      ...(constrained ? (["constrained"] as const) : []),
      ...(isConfidential(letters, features, rest) ? (["confidential"] as const) : []),
    ],
  };
}

function bootFacts(
  letters: string,
  version: number,
  arm: boolean,
  features: string,
  rest: string,
): Pick<NameFacts, "generations" | "diskControllers"> {
  if (arm) {
    return { generations: [2], ...(version === 6 && { diskControllers: ["scsi", "nvme"] }) };
  }
  if (modern.has(letters) && version > 5) return { generations: [2], diskControllers: ["nvme"] };
  const secondOnly =
    letters === "dc" ||
    letters === "ec" ||
    (letters === "m" && version === 2) ||
    (letters === "nd" && (version === 2 || rest.startsWith("a100")));
  if (secondOnly) return { generations: [2] };
  // Generation 2 came with premium disks, the `s`; sizes of that time without it never got it.
  const firstOnly = ["a", "d", "e"].includes(letters) && version < 4 && !features.includes("s");
  return firstOnly ? { generations: [1] } : {};
}

/** AMD's SEV-SNP (`a`) and Intel's TDX (`e`); older DC sizes have SGX and start as any other. */
function isConfidential(letters: string, features: string, rest: string): boolean {
  if (rest.startsWith("cc_")) return false;
  return letters === "ncc" || (["dc", "ec"].includes(letters) && /a|e/.test(features));
}
