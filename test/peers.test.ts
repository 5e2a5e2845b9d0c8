import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import manifest from "../package.json";

const { lowestPeers } = require("../tools/setup/peers.js");

const clone = resolve(__dirname, "..");
const modules = join(clone, "node_modules");

/** Where `npm test` keeps the packages. */
const peers = process.env.FLATCAR_PEERS;

/** The packages, by what users write in package.json. */
const lowest: { name: string; version: string }[] = lowestPeers(manifest);

/** The room that an SDK is for, and an example of it. */
const rooms: Record<string, { room: string; example: string }> = {
  "@pulumi/aws": { room: "aws", example: "aws-web-server" },
};

/** A machine with everything; prints what is asked of the SDK for it. */
const program = `
const pulumi = require("@pulumi/pulumi");
const asked = [];
pulumi.runtime.setMocks({
  newResource: ({ type, name, inputs }) => {
    asked.push({ type, name, inputs });
    return { id: name, state: { ...inputs, availabilityZone: "us-east-1a" } };
  },
  call: ({ token, inputs }) => {
    asked.push({ type: token, name: "", inputs });
    return { id: "ami-1", partition: "aws", vpcId: "vpc-1", availabilityZone: "us-east-1a" };
  },
});
const { AwsInstance } = require("./dist/aws/index.js");
new AwsInstance("web", {
  subnetId: "subnet-1", securityGroupIds: ["sg-1"], publicIp: true, ipv6: true, placementGroup: "near",
  iamInstanceProfile: "web", kmsKeyId: "key", configBucket: "configs", networkInterfaceIds: ["eni-1"],
  dataDisks: [{ name: "data", sizeGb: 10, mountPath: "/var/lib/data" }], spot: true, onInterruption: "stop",
  ingress: [{ name: "http", port: 80, source: "0.0.0.0/0" }, { name: "https", port: 443, source: "::/0" }],
});
process.on("exit", () => {
  const text = ({ type, name }) => type + name;
  console.log(JSON.stringify(asked.sort((a, b) => text(a) < text(b) ? -1 : 1)));
});`;

const node = (cwd: string, ...args: string[]) =>
  new Promise<string>((done) => {
    execFile(process.execPath, args, { cwd }, (error, stdout, stderr) =>
      done(error ? `${stdout}${stderr}` : stdout),
    );
  });

/** A project with one version of an SDK and all else of the clone: our room as a source, the others compiled. */
class Installed {
  readonly folder = mkdtempSync(join(tmpdir(), "flatcar-peer-"));
  private readonly name: string;

  constructor(name: string, sdk: string) {
    this.name = name;
    for (const place of ["node_modules/@pulumi", "src"]) {
      mkdirSync(join(this.folder, place), { recursive: true });
    }
    this.linkAll(modules, "node_modules", ["@pulumi"]);
    this.linkAll(join(modules, "@pulumi"), "node_modules/@pulumi", [basename(name)]);
    this.link(sdk, "node_modules", name);
    this.link(join(clone, "dist"), "dist");
    this.link(join(clone, "examples"), "examples");
    const { room = "" } = rooms[name] ?? {};
    this.linkAll(join(clone, "dist"), "src", [room]);
    this.link(join(clone, "src", room), "src", room);
  }

  private link(target: string, ...place: string[]): void {
    symlinkSync(target, join(this.folder, ...place));
  }

  private linkAll(from: string, to: string, without: string[]): void {
    for (const entry of readdirSync(from)) {
      if (!without.includes(entry)) this.link(join(from, entry), to, entry);
    }
  }

  /** What the compiler says about the room and its example; nothing when all is right. */
  compile(): Promise<string> {
    const { room, example } = rooms[this.name] ?? {};
    const options = {
      extends: join(clone, "tsconfig.json"),
      compilerOptions: {
        preserveSymlinks: true,
        types: ["node"],
        typeRoots: [join(modules, "@types")],
        paths: { [`pulumi-flatcar/${room}`]: [`./src/${room}/index.ts`] },
      },
      files: [`src/${room}/index.ts`, `examples/${example}/index.ts`],
      include: [],
    };
    writeFileSync(join(this.folder, "tsconfig.json"), JSON.stringify(options));
    return node(this.folder, join(modules, "typescript/bin/tsc"), "-p", ".");
  }

  /** What the compiled room asks the SDK for, as JSON. */
  run(): Promise<string> {
    writeFileSync(join(this.folder, "program.js"), program);
    const preserve = ["--preserve-symlinks", "--preserve-symlinks-main"];
    return node(this.folder, ...preserve, "program.js");
  }
}

const group = peers ? describe : describe.skip;

group(`the lowest SDKs${peers ? "" : " (skipped: no FLATCAR_PEERS, a folder with them)"}`, () => {
  jest.setTimeout(60_000);
  const projects: Installed[] = [];
  const install = (name: string, sdk: string) => {
    const project = new Installed(name, sdk);
    projects.push(project);
    return project;
  };
  afterAll(() => {
    for (const { folder } of projects) rmSync(folder, { recursive: true, force: true });
  });

  const said = new Map<string, Promise<string>>();
  beforeAll(() => {
    for (const { name, version } of lowest) {
      const project = install(name, join(peers ?? "", `${name}@${version}`, "package"));
      said.set(`${name} ${version} types`, project.compile());
      said.set(`${name} ${version} run`, project.run());
      said.set(name, install(name, join(modules, name)).run());
    }
  });

  it.each(lowest)(
    "$name $version passes the type check of our room and its example",
    async ({ name, version }) => {
      expect(await said.get(`${name} ${version} types`)).toBe("");
    },
  );

  it.each(lowest)(
    "$name $version is asked for the same as the newest",
    async ({ name, version }) => {
      const asked = JSON.parse((await said.get(`${name} ${version} run`)) ?? "");
      expect(asked.length).toBeGreaterThan(10);
      expect(asked).toEqual(JSON.parse((await said.get(name)) ?? ""));
    },
  );
});
