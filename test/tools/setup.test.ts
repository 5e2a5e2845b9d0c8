import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Scratch } from "./scratch.js";

const { build } = require("../../tools/setup/build.js");
const { parsePackages, whyNoDebian, withoutServices } = require("../../tools/setup/debian.js");
const { isInstalled } = require("../../tools/setup/dependencies.js");
const { childEnvironment, pulumiEnvironment } = require("../../tools/setup/environment.js");
const { GoModule, whyNoGo } = require("../../tools/setup/go.js");
const { npmReason } = require("../../tools/setup/npm.js");

const scratch = new Scratch();
const tools = resolve(__dirname, "../../tools");

describe("while packages are installed", () => {
  const policy = scratch.path("sbin/policy-rc.d");
  const whatIsThere = async () => (existsSync(policy) ? readFileSync(policy, "utf8") : "nothing");

  it("no service may start, and nothing is left of that", async () => {
    expect(await withoutServices(whatIsThere, policy)).toMatch(/^#!\/bin\/sh\n[\s\S]*exit 101\n$/);
    expect(await whatIsThere()).toBe("nothing");
  });

  it("nothing is left after a failure either", async () => {
    const fails = () => withoutServices(() => Promise.reject(new Error("no network")), policy);
    await expect(fails()).rejects.toThrow("no network");
    expect(await whatIsThere()).toBe("nothing");
  });

  it("a policy of the machine's own stays", async () => {
    scratch.write("sbin/policy-rc.d", "own");
    expect(await withoutServices(whatIsThere, policy)).toBe("own");
    expect(await whatIsThere()).toBe("own");
  });
});

describe("installed packages are those of the lock file", () => {
  const one = { version: "1.0.0", integrity: "sha512-one" };
  const two = { version: "2.0.0", integrity: "sha512-two" };
  const optional = { ...two, optional: true };

  it.each([
    ["all are there", { a: one, b: two }, { a: one, b: two }, true],
    ["an optional one for another system is not", { a: one, b: optional }, { a: one }, true],
    ["a needed one is not", { a: one, b: two }, { a: one }, false],
    ["one has another version", { a: one }, { a: { ...one, version: "1.0.1" } }, false],
    ["one has other contents", { a: one }, { a: { ...one, integrity: "sha512-x" } }, false],
    ["there is one more", { a: one }, { a: one, b: two }, false],
  ])("%s", (_, wanted, found, expected) => {
    const lock = { packages: { "": { version: "0.1.0" }, ...wanted } };
    expect(isInstalled(lock, { packages: found })).toBe(expected);
  });

  it("not before an installation has ended", () => {
    expect(isInstalled({ packages: { a: one } }, undefined)).toBe(false);
  });
});

describe("compiling", () => {
  const root = scratch.path("clone");
  const step = { update() {} };
  const env = process.env;
  const compile = () => build(root, env, step);

  beforeAll(() => {
    for (const name of [
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "tsconfig.build.json",
    ]) {
      scratch.write(`clone/${name}`, "{}");
    }
    scratch.write("clone/src/index.ts", "one");
    // Stands in for the compiler: copies the source to the folder it is told.
    scratch.write(
      "clone/node_modules/typescript/bin/tsc",
      `const out = process.argv.at(-1);
       const text = require("node:fs").readFileSync("src/index.ts", "utf8");
       if (text === "wrong") { console.log("src/index.ts(1,1): error"); process.exit(2); }
       require("node:fs").writeFileSync(out + "/index.js", text);`,
    );
  });
  const dist = () => readFileSync(join(root, "dist", "index.js"), "utf8");

  it("is done once for the same sources", async () => {
    expect(await compile()).toBe("compiled");
    expect(await compile()).toBe("unchanged");
    expect(dist()).toBe("one");
  });

  it("is done again when a source changed, without output of sources that are gone", async () => {
    scratch.write("clone/dist/gone.js", "");
    scratch.write("clone/src/index.ts", "two");
    expect(await compile()).toBe("compiled");
    expect(dist()).toBe("two");
    expect(existsSync(join(root, "dist", "gone.js"))).toBe(false);
  });

  it("is done again when the output was removed", async () => {
    rmSync(join(root, "dist"), { recursive: true });
    expect(await compile()).toBe("compiled");
  });

  it("rejects sources that do not compile with the compiler's words, and leaves the old output", async () => {
    scratch.write("clone/src/index.ts", "wrong");
    await expect(compile()).rejects.toThrow(/src does not compile:\nsrc\/index.ts\(1,1\): error/);
    expect(dist()).toBe("two");
    await expect(compile()).rejects.toThrow(/does not compile/);
  });
});

describe("the environment of children", () => {
  const env = childEnvironment(["/node/bin", "/engine/bin"], {
    PATH: "/usr/bin",
    HOME: "/home/someone",
    PULUMI_ACCESS_TOKEN: "pul-secret",
    PULUMI_BACKEND_URL: "https://example.com",
    npm_config_registry: "https://registry.example.com",
    npm_config_local_prefix: "/elsewhere",
    npm_lifecycle_event: "test",
    npm_package_name: "pulumi-flatcar",
  });

  it("has the right Node.js and the engine first on PATH", () => {
    expect(env.PATH).toBe("/node/bin:/engine/bin:/usr/bin");
  });

  it("has nothing of the user's Pulumi and of the npm that started this, and all else", () => {
    expect(env).toEqual({
      PATH: expect.any(String),
      HOME: "/home/someone",
      npm_config_registry: "https://registry.example.com",
    });
  });

  it("keeps Pulumi's home, state and log-in in one folder", () => {
    expect(pulumiEnvironment("/clone/.quickstart", "secret")).toMatchObject({
      PULUMI_HOME: "/clone/.quickstart/home",
      PULUMI_BACKEND_URL: "file:///clone/.quickstart/state",
      PULUMI_CONFIG_PASSPHRASE: "secret",
    });
  });
});

describe("Go", () => {
  const module = new GoModule(join(tools, "engine", "cli"));
  const withGo = (body: string) => {
    scratch.script("go/go", body);
    return whyNoGo(module, { PATH: scratch.path("go") });
  };

  it("builds the version of the engine that go.mod requires", () => {
    expect(module.version("github.com/pulumi/pulumi/pkg/v3")).toMatch(/^v3\.\d+\.\d+$/);
    expect(() => module.version("github.com/pulumi/pulumi/none")).toThrow(/does not require/);
  });

  it("builds other programs when a source of the module's own is another", () => {
    const digest = (source: string) => {
      scratch.write("module/go.mod", "module a\n");
      scratch.write("module/go.sum", "");
      scratch.write("module/program/main.go", source);
      return new GoModule(scratch.path("module")).digest;
    };
    expect(digest("package main")).toBe(digest("package main"));
    expect(digest("package main // new")).not.toBe(digest("package main"));
  });

  it("is used when it is new enough", async () => {
    expect(await withGo(`echo go${module.goVersion}.1`)).toBeUndefined();
  });

  it("rejects an old one", async () => {
    expect(await withGo("echo go1.19.8")).toBe("Go is too old (go1.19.8)");
  });

  it("rejects one that may not fetch a newer one of itself, with its own words", async () => {
    const words = "go: go.mod requires go >= 1.26 (running go 1.24.1; GOTOOLCHAIN=local)";
    expect(await withGo(`echo '${words}' >&2; exit 1`)).toBe(words);
  });

  it("rejects a machine without it", async () => {
    expect(await whyNoGo(module, { PATH: scratch.path("none") })).toBe("there is no Go");
  });
});

describe("the lab's machine", () => {
  const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';

  it("is Debian on x86-64 with root", () => {
    expect(whyNoDebian({ release: debian, user: 0, architecture: "x64" })).toBeUndefined();
  });

  it.each([
    ["another system", { release: "ID=fedora\n", user: 0, architecture: "x64" }, /needs Debian/],
    ["a user", { release: debian, user: 1000, architecture: "x64" }, /needs root/],
    ["another processor", { release: debian, user: 0, architecture: "arm64" }, /needs an x86-64/],
  ])("rejects %s with the reason", (_, machine, reason) => {
    expect(whyNoDebian(machine)).toMatch(reason);
  });

  it("has its packages listed one a line, with comments", () => {
    expect(parsePackages("# for the network\nipxe\n\nqemu-system-x86  # the machine\n")).toEqual([
      "ipxe",
      "qemu-system-x86",
    ]);
  });
});

describe("npm's reason", () => {
  it("is the line that says what happened", () => {
    const output = [
      "npm warn EBADENGINE Unsupported engine",
      "npm error code ENOTFOUND",
      "npm error syscall getaddrinfo",
      "npm error network request to https://registry.example.com/node failed",
      "npm error A complete log of this run can be found in: /root/.npm/_logs/x.log",
    ].join("\n");
    expect(npmReason(output)).toBe("network request to https://registry.example.com/node failed");
  });
});
