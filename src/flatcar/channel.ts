/** Release channels of Flatcar. `edge` is dormant since 2020 and not offered. */
export const Channel = {
  /** For production. */
  Stable: "stable",
  /** The next stable, for nodes that try it first. */
  Beta: "beta",
  /** Follows development. */
  Alpha: "alpha",
  /** The newest yearly stream with long support. */
  Lts: "lts",
} as const;

/** Release channels of Flatcar. */
export type Channel = (typeof Channel)[keyof typeof Channel];

/** All of them, most settled first. */
export const channels: readonly Channel[] = Object.freeze([
  Channel.Lts,
  Channel.Stable,
  Channel.Beta,
  Channel.Alpha,
]);
