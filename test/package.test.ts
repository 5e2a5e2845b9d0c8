import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import manifest from "../package.json";
import { typeCheck } from "./support/type-check.js";

const clone = resolve(__dirname, "..");

/** Doors that need the SDK of a cloud, and the package that it is. */
const clouds: Record<string, string> = {
  "pulumi-flatcar/aws": "@pulumi/aws",
  "pulumi-flatcar/azure": "@pulumi/azure-native",
  "pulumi-flatcar/gcp": "@pulumi/gcp",
  "pulumi-flatcar/openstack": "@pulumi/openstack",
};

/** The sub-paths that users import, without the internal ones and those that need the SDK of a cloud. */
const doors = Object.keys(manifest.exports)
  .filter((door) => door !== "./package.json")
  .map((door) => door.replace(/^\./, "pulumi-flatcar"))
  .filter((door) => !(door in clouds));

const policy = "pulumi-flatcar/policy";

describe("the package, packed and installed in an empty project without any cloud SDK", () => {
  const folder = mkdtempSync(join(tmpdir(), "flatcar-package-"));
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  };
  const run = (command: string, args: string[], cwd = folder) =>
    execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

  beforeAll(() => {
    run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], clone);
    const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({
        name: "empty",
        private: true,
        dependencies: {
          "@pulumi/policy": manifest.devDependencies["@pulumi/policy"],
          "@pulumi/pulumi": manifest.devDependencies["@pulumi/pulumi"],
          "pulumi-flatcar": `file:${tarball}`,
        },
      }),
    );
    run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--silent"]);
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("brings no cloud SDK and no source", () => {
    expect(readdirSync(join(folder, "node_modules/@pulumi"))).toEqual(["policy", "pulumi"]);
    expect(readdirSync(join(folder, "node_modules/pulumi-flatcar")).sort()).toEqual(
      expect.arrayContaining(["CHANGELOG.md", "LICENSE", "README.md", "dist", "package.json"]),
    );
    expect(readdirSync(join(folder, "node_modules/pulumi-flatcar"))).not.toContain("src");
  });

  it("every door is required from CommonJS and imported by name from an ES module", () => {
    const names: Record<string, string> = JSON.parse(
      run("node", [
        "-p",
        `JSON.stringify(Object.fromEntries(${JSON.stringify(doors)}.map((door) => [door, Object.keys(require(door))[0]])))`,
      ]),
    );
    expect(Object.keys(names)).toEqual(doors);
    const lines = Object.entries(names).map(
      ([door, name], i) =>
        `import { ${name} as door${i} } from ${JSON.stringify(door)}; if (!door${i}) process.exit(1);`,
    );
    run("node", ["--input-type=module", "-e", lines.join("\n")]);
  });

  it.each(Object.entries(clouds))("%s says that it needs %s, and how to get it", (door, sdk) => {
    const supported: Record<string, string> = manifest.peerDependencies;
    const newest = supported[sdk]?.split(" || ").at(-1);
    const attempt = `try { require(${JSON.stringify(door)}) } catch (error) { console.log(error.message) }`;
    expect(run("node", ["-e", attempt]).trim()).toBe(
      `${door} needs the package ${sdk}, which is not installed: run npm install ${sdk}@${newest}`,
    );
  });

  it("pulumi-flatcar/ignition works without Pulumi", () => {
    const loaded = run("node", [
      "-p",
      'require("pulumi-flatcar/ignition"); Object.keys(require.cache).filter((path) => path.includes("@pulumi")).length',
    ]);
    expect(loaded.trim()).toBe("0");
  });

  it("pulumi-flatcar/baremetal leaves to its providers what only they need", () => {
    const loaded = run("node", [
      "-p",
      'require("pulumi-flatcar/baremetal"); Object.keys(require.cache).filter((path) => /openpgp|dist.(assets|matchbox|provider.index)/.test(path)).join()',
    ]);
    expect(loaded.trim()).toBe("");
  });

  /** What the compiler says of a program that imports the doors, from projects of both types at once. */
  function problemsOf(imported: readonly string[], skipLibCheck: boolean): string {
    const place = mkdtempSync(join(folder, "types-"));
    const program = `${imported.map((door, i) => `import * as door${i} from ${JSON.stringify(door)};`).join("\n")}
import { BareMetalInstance, type BareMetalInstanceArgs } from "pulumi-flatcar/baremetal";
export const args: BareMetalInstanceArgs["macAddresses"] = ["52:54:00:aa:00:01"];
export const token: string = BareMetalInstance.__pulumiType;
export const doors = [${imported.map((_, i) => `door${i}`).join(", ")}];
`;
    const files = ["commonjs", "module"].map((type) => {
      mkdirSync(join(place, type));
      writeFileSync(join(place, type, "package.json"), JSON.stringify({ type }));
      writeFileSync(join(place, type, "index.ts"), program);
      return `${type}/index.ts`;
    });
    const modules = { target: "es2022", module: "nodenext", moduleResolution: "nodenext" };
    const types = { types: ["node"], typeRoots: [join(clone, "node_modules/@types")] };
    const compilerOptions = { ...modules, ...types, strict: true, noEmit: true, skipLibCheck };
    writeFileSync(join(place, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    return typeCheck(place);
  }

  it("types resolve from a project of type commonjs and one of type module", () => {
    // Our own declarations are on trial as well.
    const withOurs = doors.filter((door) => door !== policy);
    expect(problemsOf(withOurs, false)).toBe("");
    // Those of @pulumi/policy 1.21.0 export names that its own files do not have.
    expect(problemsOf([policy], true)).toBe("");
  });
});
