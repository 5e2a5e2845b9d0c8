import { type ResourceValidationArgs, unknownCheckingProxy } from "@pulumi/policy";
import { type PolicyPackOptions, pulumiPolicies } from "../../src/policy/index.js";

/** What the engine puts where a text is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const today = "2027-03-01";

export interface Case {
  /** Config of each policy, as Pulumi hands it over. */
  readonly config?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly name?: string;
  readonly parent?: string;
}

export function urnOf(type: string, name = "web"): string {
  return `urn:pulumi:prod::shop::${type}::${name}`;
}

function argsOf(
  type: string,
  props: object,
  config: Readonly<Record<string, unknown>>,
  { name = "web", parent }: Case,
): ResourceValidationArgs {
  return {
    type,
    name,
    urn: urnOf(type, name),
    // Objects of another realm, as structuredClone makes them under jest, are not proxied.
    props: unknownCheckingProxy(JSON.parse(JSON.stringify(props))),
    opts: {
      protect: false,
      ignoreChanges: [],
      aliases: [],
      customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
      additionalSecretOutputs: [],
      ...(parent !== undefined && { parent }),
    },
    stackTags: new Map(),
    isType: () => false,
    asType: () => undefined,
    getConfig: <T extends object>() => ({ ...config }) as T,
    notApplicable: (reason) => {
      throw new Error(reason);
    },
  };
}

/** A pack that looks at one resource after another, as the engine has it do. */
export class Pack {
  private readonly policies;

  constructor(options: PolicyPackOptions = {}) {
    this.policies = pulumiPolicies({ today: () => today, ...options });
  }

  /** What each policy that is not disabled reports about a resource. */
  look(type: string, props: object, given: Case = {}): Record<string, string> {
    const said: Record<string, string> = {};
    for (const { name, enforcementLevel, validateResource } of this.policies) {
      if (enforcementLevel === "disabled") continue;
      const rules = Array.isArray(validateResource) ? validateResource : [validateResource];
      for (const rule of rules) {
        rule?.(argsOf(type, props, given.config?.[name] ?? {}, given), (message) => {
          said[name] = message;
        });
      }
    }
    return said;
  }

  /** The inputs as level `remediate` of one policy leaves them; undefined when it changes nothing. */
  mend(policy: string, type: string, props: object, given: Case = {}): unknown {
    const rule = this.policies.find(({ name }) => name === policy)?.remediateResource;
    const mended = rule?.(argsOf(type, props, given.config?.[policy] ?? {}, given));
    return mended && JSON.parse(JSON.stringify(mended));
  }
}

/** What the ready pack reports about a resource. */
export function look(type: string, props: object, given?: Case): Record<string, string> {
  return new Pack().look(type, props, given);
}

export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

export const ignition = '{"ignition":{"version":"3.4.0"}}';
