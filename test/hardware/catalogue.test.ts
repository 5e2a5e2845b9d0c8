import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { awsCatalogue } from "../../src/hardware/aws.js";
import { azureCatalogue } from "../../src/hardware/azure.js";
import { gcpCatalogue } from "../../src/hardware/gcp.js";
import { type Catalogue, checkType, typesOf } from "../../src/hardware/index.js";

const golden = resolve(__dirname, "../golden/catalogue-counts.json");
const catalogues = [awsCatalogue, azureCatalogue, gcpCatalogue];

/** What the floor says of a type: the code of its first issue, or the architecture it passes with. */
function verdict(catalogue: Catalogue, type: string): string {
  const { facts, report } = checkType(catalogue, type, []);
  const codes = report.errors.map(({ code }) => code);
  const blocked = codes.find((code) => /BOOT|IMAGE/.test(code));
  return blocked ?? codes[0] ?? `passes as ${facts?.architecture}`;
}

function counts(catalogue: Catalogue): Record<string, number> {
  const result: Record<string, number> = {};
  const types = typesOf(catalogue);
  for (const { type } of types) {
    const key = verdict(catalogue, type);
    result[key] = (result[key] ?? 0) + 1;
  }
  return { types: types.length, ...Object.fromEntries(Object.entries(result).sort()) };
}

/** Every file that a module pulls in, relative to src/hardware. */
function closure(entry: string): string[] {
  const room = resolve(__dirname, "../../src/hardware");
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const statements = readFileSync(file, "utf8").matchAll(
      /^(?:import|export) (?!type )[^;]*?from "(\..*?)\.js";$/gms,
    );
    for (const [, target = ""] of statements) visit(`${join(dirname(file), target)}.ts`);
  };
  visit(join(room, entry));
  return [...seen].map((file) => relative(room, file)).sort();
}

describe("the whole catalogue", () => {
  it("is classified as in test/golden/catalogue-counts.json (node tools/catalogue/counts.js writes it)", () => {
    const now = Object.fromEntries(catalogues.map((each) => [each.cloud, counts(each)]));
    if (process.env.FLATCAR_WRITE_GOLDEN)
      writeFileSync(golden, `${JSON.stringify(now, null, 2)}\n`);
    expect(now).toEqual(JSON.parse(readFileSync(golden, "utf8")));
  });

  it.each<[string, Catalogue, string[]]>([
    ["EC2", awsCatalogue, ["c1.xlarge", "c3.xlarge", "c4.xlarge"]],
    ["Azure", azureCatalogue, ["Basic_A3", "Standard_A3"]],
    [
      "GCP",
      gcpCatalogue,
      [
        "c4d-highcpu-4",
        "e2-highcpu-4",
        "n1-highcpu-4",
        "n1-highcpu-8",
        "n2-highcpu-4",
        "n2d-highcpu-4",
      ],
    ],
  ])("%s: types with the processors and too little memory", (_, catalogue, near) => {
    const found = typesOf(catalogue).filter(
      ({ vcpus = 0, memoryMib = 0 }) => vcpus >= 4 && memoryMib < 8000,
    );
    expect(found.map(({ type }) => type)).toEqual(near);
    expect(near.map((type) => verdict(catalogue, type))).toEqual(
      near.map(() => "HARDWARE_TOO_SMALL"),
    );
  });

  it.each<[string, Catalogue, number]>([
    ["EC2", awsCatalogue, 33],
    ["Azure", azureCatalogue, 26],
    ["GCP", gcpCatalogue, 9],
  ])("%s: types of exactly 4 vCPU and 8 GiB", (_, catalogue, count) => {
    const exact = typesOf(catalogue).filter(
      ({ vcpus, memoryMib }) => vcpus === 4 && memoryMib === 8192,
    );
    expect(exact).toHaveLength(count);
  });

  it("is read for one cloud at a time", () => {
    const tables = (entry: string) => closure(entry).filter((file) => file.startsWith("tables/"));
    expect(tables("index.ts")).toEqual([]);
    for (const cloud of ["aws", "azure", "gcp"])
      expect(tables(`${cloud}.ts`)).toEqual([`tables/${cloud}.ts`]);
  });
});
