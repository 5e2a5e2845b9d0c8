import { createHash } from "node:crypto";
import { platforms } from "../../src/platforms/index.js";
import { CloudProject } from "../support/cloud-project.js";
import { type CloudId, member, userDataOf } from "../support/user-data.js";
import { Cloud } from "./support/delivery-boot.js";
import {
  build,
  debianPackages,
  describeWith,
  engine,
  oracle,
  oracles,
  root,
} from "./support/needs.js";
import { Sandbox } from "./support/sandbox.js";
import { testOs } from "./support/test-os.js";
import { treeOf } from "./support/tree.js";

/** Too large for the user data of every cloud, and well below each limit when compressed. */
const large = Array.from({ length: 12_000 }, (_, index) => `option${index % 40} = value <&> é\n`);
const bytes = Buffer.from(large.join(""));

const unit = "[Service]\nExecStart=/opt/bin/app\n\n[Install]\nWantedBy=multi-user.target\n";

/** One machine in every form that user data has. */
const program = `
const { AwsInstance } = require("pulumi-flatcar/aws");
const { AzureInstance } = require("pulumi-flatcar/azure");
const { GcpInstance } = require("pulumi-flatcar/gcp");
const { OpenStackInstance } = require("pulumi-flatcar/openstack");
const inline = {
  sshAuthorizedKeys: ["ssh-ed25519 AAAA you@example.com"],
  directories: [{ path: "/var/lib/app", mode: 0o750, user: { name: "core" } }],
  files: [{ path: "/opt/bin/app", mode: 0o755, contents: "#!/bin/sh\\n" }],
  links: [{ path: "/etc/localtime", target: "../usr/share/zoneinfo/Europe/Berlin" }],
  units: [{ name: "app.service", enabled: true, contents: ${JSON.stringify(unit)} }],
};
const large = { path: "/etc/large.conf", contents: ${JSON.stringify(large.join(""))} };
const compressed = { ...inline, files: [...inline.files, large] };

new AwsInstance("aws-inline", inline);
new AwsInstance("aws-compressed", compressed);
new AwsInstance("aws-pointer", { ...compressed, configBucket: "configs", iamInstanceProfile: "web" });

const azure = { resourceGroupName: "shop", subnetId: "/subscriptions/s/subnets/web" };
const configContainer = { accountName: "shop", containerName: "configs" };
const identityIds = ["/subscriptions/s/userAssignedIdentities/web"];
new AzureInstance("azure-inline", { ...azure, ...inline });
new AzureInstance("azure-compressed", { ...azure, ...compressed });
new AzureInstance("azure-pointer", { ...azure, ...compressed, configContainer, identityIds });

const serviceAccountEmail = "web@shop.iam.gserviceaccount.com";
new GcpInstance("gcp-inline", inline);
new GcpInstance("gcp-compressed", compressed);
new GcpInstance("gcp-pointer", { ...compressed, configBucket: "configs", serviceAccountEmail });

new OpenStackInstance("openstack-compressed", { ...compressed, imageName: "flatcar" });
`;

/** Clouds and forms. Ignition reads from no store of OpenStack's. */
const machines: readonly (readonly [CloudId, "inline" | "compressed" | "pointer"])[] = [
  ["aws", "inline"],
  ["aws", "compressed"],
  ["aws", "pointer"],
  ["azure", "inline"],
  ["azure", "compressed"],
  ["azure", "pointer"],
  ["gcp", "inline"],
  ["gcp", "compressed"],
  ["gcp", "pointer"],
  ["openstack", "compressed"],
];

jest.setTimeout(240_000);

const needs = [root, debianPackages, oracles, engine, build];

describeWith(needs, "what the components hand to a cloud, booted as its machine", () => {
  let sandbox: Sandbox;
  let project: CloudProject;
  let cloud: Cloud;

  beforeAll(async () => {
    sandbox = new Sandbox();
    const clouds = ["aws", "azure-native", "gcp", "openstack"] as const;
    project = new CloudProject(clouds, { "index.js": program }, "nodejs", sandbox.folder);
    project.launcher = await sandbox.launcher(project.folder);
    const { code, output } = await project.up();
    if (code !== 0) throw new Error(output);
    cloud = await Cloud.start(sandbox, await testOs(oracle("ignition")));
  });

  afterAll(() => sandbox?.close());

  /** Puts the object of a machine where its user data says. */
  const store = (id: CloudId, more = ""): void => {
    const { ignition } = JSON.parse(userDataOf(project, id, `${id}-pointer`));
    const { content, source } = project.inputs(`${id}-pointer-config`);
    cloud.put(ignition.config.replace.source, `${content ?? member(source, "text")}${more}`);
  };

  const boot = (id: CloudId, form: string) => {
    const userData = userDataOf(project, id, `${id}-${form}`);
    return cloud.boot(platforms[id], userData, id === "azure" ? "dvd" : "metadata");
  };

  it.each(machines)("on %s, %s, gives what was asked for", async (id, form) => {
    if (form === "pointer") store(id);
    const { report, requests } = await boot(id, form);
    expect(treeOf(report)).toEqual(asked(form !== "inline"));
    expect(requests).toContainEqual(expect.stringMatching(/^GET .*user[-_]?data 200$/i));
    const object = expect.stringMatching(/^GET (s3|gs|blob)\/.*\.ign 20[06]$/);
    if (form === "pointer") expect(requests).toContainEqual(object);
  });

  it("rejects what a pointer leads to when the hash is another", async () => {
    store("gcp", "\n");
    await expect(boot("gcp", "pointer")).rejects.toThrow("Ignition's stage fetch ended with");
  });
});

/** What the program says, in the words of a tree. */
function asked(withLarge: boolean): unknown {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const contents = `${bytes.length} bytes with SHA-256 ${sha256}`;
  return {
    files: {
      "/opt/bin/app": { mode: "0755", owner: "0:0", contents: "#!/bin/sh\n" },
      ...(withLarge && { "/etc/large.conf": { mode: "0644", owner: "0:0", contents } }),
    },
    directories: { "/var/lib/app": { mode: "0750", owner: "500:0" } },
    links: { "/etc/localtime": "../usr/share/zoneinfo/Europe/Berlin" },
    units: { "app.service": { state: "enabled", contents: unit } },
    users: {
      core: expect.objectContaining({ sshAuthorizedKeys: ["ssh-ed25519 AAAA you@example.com"] }),
    },
  };
}
