import type { PolicyConfigSchema } from "@pulumi/policy";
import { architectures, floor } from "../hardware/index.js";
import type { PolicySettings } from "./settings.js";

type Properties = PolicyConfigSchema["properties"];

/**
 * How each setting is written in Pulumi's policy config. No defaults: the engine would fill them in,
 * and then they could not be told from a config that overrides what the pack's code sets.
 */
const properties: Readonly<Record<keyof PolicySettings, Properties[string]>> = Object.freeze({
  appliesTo: {
    description:
      "flatcar: machines that are Flatcar or whose image does not tell. all: every machine. Unset: flatcar.",
    type: "string",
    enum: ["flatcar", "all"],
  },
  tags: {
    description:
      "Tags or labels that Flatcar machines carry. Decides about machines whose image does not tell.",
    type: "object",
    additionalProperties: { type: "string" },
  },
  exemptions: {
    description: "Resources that this policy leaves alone. Each use is listed in the report.",
    type: "array",
    items: {
      type: "object",
      properties: {
        urn: { description: "URN; * stands for any text.", type: "string", minLength: 1 },
        reason: { description: "Why, for the next reader.", type: "string", pattern: "\\S" },
        until: {
          description: "Last day on which it counts, as in 2027-03-31.",
          type: "string",
          pattern: "^\\d{4}-\\d{2}-\\d{2}$",
        },
      },
      required: ["urn", "reason"],
      additionalProperties: false,
    },
  },
  minVcpus: {
    description: "Processors that a machine has at least; 4 or more.",
    type: "number",
    minimum: floor.vcpus,
  },
  minMemoryMib: {
    description: "Memory in MiB that a machine has at least; 8000 or more.",
    type: "number",
    minimum: floor.memoryMib,
  },
  minDiskGb: {
    description: "GB that a root disk has at least; 32 or more.",
    type: "number",
    minimum: floor.diskGb,
  },
  types: {
    description: "What types have that neither the lists nor their names tell, by name.",
    type: "object",
    additionalProperties: {
      type: "object",
      properties: {
        vcpus: { type: "number", exclusiveMinimum: 0 },
        memoryMib: { type: "number", exclusiveMinimum: 0 },
        diskGb: { type: "number", exclusiveMinimum: 0 },
        architecture: { type: "string", enum: [...architectures] },
      },
      additionalProperties: false,
    },
  },
  waivers: {
    description:
      "Whether the hardwareWaiver of a pulumi-flatcar component counts as an exemption. Unset: accept.",
    type: "string",
    enum: ["accept", "refuse"],
  },
  rootDevice: {
    description: "AWS: device name of the root disk in launch templates. Unset: /dev/xvda.",
    type: "string",
  },
});

/** The schema of a policy that takes these settings; every policy takes exemptions and what it applies to. */
export function schemaOf(...keys: (keyof PolicySettings)[]): PolicyConfigSchema {
  const all: (keyof PolicySettings)[] = ["appliesTo", "tags", "exemptions", ...keys];
  return { properties: Object.fromEntries(all.map((key) => [key, properties[key]])) };
}
