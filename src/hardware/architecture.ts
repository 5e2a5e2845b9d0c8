/** Processor architectures that Flatcar is released for. */
export const Architecture = {
  /** 64-bit Intel and AMD; Flatcar's `amd64`. */
  X64: "x64",
  /** 64-bit ARM; Flatcar's `arm64`. */
  Arm64: "arm64",
} as const;

/** Processor architectures that Flatcar is released for. */
export type Architecture = (typeof Architecture)[keyof typeof Architecture];

/** All of them, in the order in which messages name them. */
export const architectures: readonly Architecture[] = Object.freeze(Object.values(Architecture));
