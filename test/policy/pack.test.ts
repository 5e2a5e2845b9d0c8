import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeDiagnostic,
  AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
  AnalyzerResourceOptions,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { version } from "../../package.json";
import pack from "../../policy-pack/package.json";
import { unknown, urnOf } from "./support.js";

const clone = resolve(__dirname, "../..");
const ec2 = "aws:ec2/instance:Instance";

/** A call of the analyzer as a promise. */
function call<Response>(
  make: (done: (error: ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
  return new Promise((answer, reject) => {
    make((error, response) => (error ? reject(error) : answer(response)));
  });
}

describe("the ready pack, started from the place where npm puts it", () => {
  const folder = mkdtempSync(join(tmpdir(), "flatcar-policy-"));
  let server: ChildProcess | undefined;
  let analyzer: AnalyzerClient;

  beforeAll(async () => {
    // The layout of an installed package, with the sources in place of what is built from them.
    const packages = join(folder, "node_modules");
    const installed = join(packages, "pulumi-flatcar");
    mkdirSync(join(packages, "@pulumi"), { recursive: true });
    for (const name of ["policy", "pulumi"])
      symlinkSync(join(clone, "node_modules/@pulumi", name), join(packages, "@pulumi", name));
    cpSync(join(clone, "policy-pack"), join(installed, "policy-pack"), { recursive: true });
    writeFileSync(
      join(installed, "package.json"),
      JSON.stringify({ name: "pulumi-flatcar", exports: { "./policy": "./policy.js" } }),
    );
    writeFileSync(
      join(installed, "policy.js"),
      `module.exports = require(${JSON.stringify(join(clone, "src/policy/index.ts"))});`,
    );
    server = spawn(
      process.execPath,
      ["-r", join(clone, "node_modules/ts-node/register"), "index.js"],
      {
        cwd: join(installed, "policy-pack"),
        env: {
          ...process.env,
          TS_NODE_PROJECT: join(clone, "tsconfig.json"),
        },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    if (!server.stdout) throw new Error("no output to read the port from");
    const [port] = await once(createInterface(server.stdout), "line");
    analyzer = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  }, 60_000);

  afterAll(() => {
    server?.kill();
    analyzer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function request(props: Record<string, JavaScriptValue>): AnalyzeRequest {
    const timeouts = new AnalyzerResourceOptions.CustomTimeouts();
    return new AnalyzeRequest()
      .setType(ec2)
      .setUrn(urnOf(ec2))
      .setName("web")
      .setOptions(new AnalyzerResourceOptions().setCustomtimeouts(timeouts))
      .setProperties(Struct.fromJavaScript(props));
  }

  async function analyze(props: Record<string, JavaScriptValue>): Promise<AnalyzeDiagnostic[]> {
    const answer = await call<AnalyzeResponse>((done) => analyzer.analyze(request(props), done));
    return answer.getDiagnosticsList();
  }

  function summary(diagnostics: readonly AnalyzeDiagnostic[]): [string, EnforcementLevel][] {
    return diagnostics.map((each) => [each.getPolicyname(), each.getEnforcementlevel()]);
  }

  async function configure(name: string, level: EnforcementLevel, props = {}): Promise<void> {
    const config = new PolicyConfig()
      .setEnforcementlevel(level)
      .setProperties(Struct.fromJavaScript(props));
    const all = new ConfigureAnalyzerRequest();
    all.getPolicyconfigMap().set(name, config);
    await call<Empty>((done) => analyzer.configure(all, done));
  }

  it("has the version of the library", async () => {
    expect(pack.version).toBe(version);
    expect(pack.dependencies["pulumi-flatcar"]).toBe(version);
    const info = await call<AnalyzerInfo>((done) => analyzer.getAnalyzerInfo(new Empty(), done));
    expect([info.getName(), info.getVersion()]).toEqual(["pulumi-flatcar", version]);
    expect(info.getPoliciesList().map((each) => each.getName())).toEqual([
      "flatcar-machine-size",
      "flatcar-machine-type-known",
      "flatcar-disk-size",
      "flatcar-architecture-agrees",
      "flatcar-no-burstable",
      "flatcar-user-data",
      "flatcar-image-pinned",
      "flatcar-exempted",
      "flatcar-not-judged",
    ]);
  });

  it("rejects a small machine, and says at the side what it cannot judge yet", async () => {
    const found = await analyze({ ami: "ami-1", instanceType: "t3.small", userData: unknown });
    expect(summary(found)).toEqual([
      ["flatcar-machine-size", EnforcementLevel.MANDATORY],
      ["flatcar-disk-size", EnforcementLevel.MANDATORY],
      ["flatcar-not-judged", EnforcementLevel.ADVISORY],
    ]);
    expect(found[0]?.getMessage()).toContain("t3.small has 2 vCPU and 2 GiB");
    expect(found[2]?.getMessage()).toContain("$.userData is not yet known");
  });

  it("passes a machine that is large enough", async () => {
    const rootBlockDevice = { volumeSize: 32 };
    expect(await analyze({ ami: "ami-1", instanceType: "c7i.xlarge", rootBlockDevice })).toEqual(
      [],
    );
  });

  it("takes levels and settings from Pulumi's policy config", async () => {
    const rootBlockDevice = { volumeSize: 32 };
    await configure("flatcar-disk-size", EnforcementLevel.ADVISORY, { minDiskGb: 64 });
    expect(
      summary(await analyze({ ami: "ami-1", instanceType: "c7i.xlarge", rootBlockDevice })),
    ).toEqual([["flatcar-disk-size", EnforcementLevel.ADVISORY]]);
  });

  it("raises a root disk at level remediate, also one that is a secret", async () => {
    await configure("flatcar-disk-size", EnforcementLevel.REMEDIATE);
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
    for (const rootBlockDevice of [{ volumeSize: 8 }, { ...secret, value: { volumeSize: 8 } }]) {
      const props = { ami: "ami-1", instanceType: "c7i.xlarge", rootBlockDevice };
      const answer = await call<RemediateResponse>((done) =>
        analyzer.remediate(request(props), done),
      );
      const [change] = answer.getRemediationsList();
      expect(JSON.stringify(change?.getProperties()?.toJavaScript())).toContain('"volumeSize":32');
    }
  });
});
