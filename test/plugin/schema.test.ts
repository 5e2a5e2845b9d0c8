import { resolve } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";

interface Property {
  readonly description?: string;
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Property;
  readonly additionalProperties?: Property;
}

interface ObjectType {
  readonly description?: string;
  readonly properties?: Record<string, Property>;
  readonly inputProperties?: Record<string, Property>;
  readonly requiredInputs?: string[];
}

const clone = resolve(__dirname, "../..");
const components = [
  "AwsInstance",
  "AzureInstance",
  "BareMetalInstance",
  "BareMetalRack",
  "GcpInstance",
  "IgnitionConfig",
  "OpenStackImage",
  "OpenStackInstance",
  "PxeBootAssets",
  "PxeBootDirectory",
];

/** What Pulumi's own analyzer reads from our sources; it throws for a type that other languages lack. */
function schema() {
  const analyzer = new Analyzer(
    clone,
    "flatcar",
    { main: "test/plugin/index.ts" },
    new Set(components),
  );
  const found = analyzer.analyze();
  const made = generateSchema(
    "flatcar",
    "0.0.0",
    "",
    found.components,
    found.typeDefinitions,
    found.dependencies,
  );
  return JSON.parse(JSON.stringify(made)) as {
    resources: Record<string, ObjectType>;
    types: Record<string, ObjectType>;
  };
}

describe("the components, as a plugin would publish them to other languages", () => {
  const { resources, types } = schema();
  const members = [...Object.entries(resources), ...Object.entries(types)].flatMap(
    ([token, type]) =>
      [...Object.entries(type.inputProperties ?? {}), ...Object.entries(type.properties ?? {})].map(
        ([name, property]): [string, Property] => [
          `${token.replace("flatcar:index:", "")}.${name}`,
          property,
        ],
      ),
  );

  it("are all found, under the tokens that state holds", () => {
    expect(Object.keys(resources).sort()).toEqual(
      components.map((name) => `flatcar:index:${name}`),
    );
  });

  it.each(members)("%s has a type that every language has, and says what it is", (_, property) => {
    expect(JSON.stringify(property)).not.toContain("pulumi.json#/Any");
    expect(property.description ?? "").toMatch(/^\S.+\.$/s);
    expect(property.description).not.toContain("[object");
  });

  it("keep their outputs, which are promises", () => {
    const outputs = Object.entries(resources).map(([token, { properties }]) => [
      token.replace("flatcar:index:", ""),
      Object.keys(properties ?? {}),
    ]);
    expect(Object.fromEntries(outputs)).toEqual({
      AwsInstance: [
        "instanceId",
        "privateIp",
        "publicIp",
        "imageId",
        "ignitionSha512",
        "instanceType",
        "delivery",
        "arn",
        "securityGroupId",
      ],
      AzureInstance: [
        "instanceId",
        "privateIp",
        "publicIp",
        "imageId",
        "ignitionSha512",
        "instanceType",
        "delivery",
        "vmName",
        "networkInterfaceId",
        "networkSecurityGroupId",
      ],
      BareMetalInstance: [
        "name",
        "privateIp",
        "macAddresses",
        "architecture",
        "bootScript",
        "ignitionFile",
        "ignitionBytes",
        "ignitionSha512",
      ],
      BareMetalRack: ["table", "drawing", "machineNames"],
      GcpInstance: [
        "instanceId",
        "privateIp",
        "publicIp",
        "imageId",
        "ignitionSha512",
        "instanceType",
        "delivery",
        "instanceName",
        "zone",
        "selfLink",
        "networkTag",
      ],
      IgnitionConfig: ["rendered", "userData", "delivery", "sha512", "byteSize"],
      OpenStackImage: ["imageId", "imageName", "sourceUrl", "sha512"],
      OpenStackInstance: [
        "instanceId",
        "privateIp",
        "publicIp",
        "imageId",
        "ignitionSha512",
        "instanceType",
        "delivery",
        "portId",
        "securityGroupId",
      ],
      PxeBootAssets: ["mirrorUrl", "version", "digests"],
      PxeBootDirectory: ["directory", "baseUrl", "dnsmasqConfig"],
    });
  });

  it("ask for nothing that has a sensible default", () => {
    const required = Object.entries(resources).map(([token, { requiredInputs }]) => [
      token.replace("flatcar:index:", ""),
      requiredInputs ?? [],
    ]);
    expect(Object.fromEntries(required)).toEqual({
      AwsInstance: [],
      AzureInstance: ["resourceGroupName", "subnetId"],
      BareMetalInstance: ["hardware", "macAddresses"],
      BareMetalRack: [],
      GcpInstance: [],
      IgnitionConfig: [],
      OpenStackImage: [],
      OpenStackInstance: [],
      PxeBootAssets: ["baseUrl", "directory"],
      PxeBootDirectory: ["baseUrl", "directory"],
    });
  });
});
