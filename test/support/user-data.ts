import type { CloudProject } from "./cloud-project.js";

/** Where the inputs of a cloud's machine hold its user data. */
const places = {
  aws: { at: ["userDataBase64"], base64: true },
  azure: { at: ["osProfile", "customData"], base64: true },
  gcp: { at: ["metadata", "user-data"], base64: false },
  openstack: { at: ["userData"], base64: false },
} as const;

/** Clouds whose machines have user data. */
export type CloudId = keyof typeof places;

/** What the provider was given as user data for the machine of a component, decoded. */
export function userDataOf(project: CloudProject, cloud: CloudId, component: string): string {
  const { at, base64 } = places[cloud];
  const inputs: unknown = project.inputs(`${component}-machine`);
  const text = String(at.reduce(member, inputs));
  return base64 ? Buffer.from(text, "base64").toString() : text;
}

/** A member of something that may be anything. */
export function member(value: unknown, key: string): unknown {
  return (value as Readonly<Record<string, unknown>> | undefined)?.[key];
}
