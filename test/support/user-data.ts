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

/** What the provider was given as user data for the machine of a component. */
export function rawUserDataOf(project: CloudProject, cloud: CloudId, component: string): string {
  const inputs: unknown = project.inputs(`${component}-machine`);
  return String(places[cloud].at.reduce(member, inputs));
}

/** The same, decoded. */
export function userDataOf(project: CloudProject, cloud: CloudId, component: string): string {
  const text = rawUserDataOf(project, cloud, component);
  return places[cloud].base64 ? Buffer.from(text, "base64").toString() : text;
}

/** A member of something that may be anything. */
export function member(value: unknown, key: string): unknown {
  return (value as Readonly<Record<string, unknown>> | undefined)?.[key];
}
