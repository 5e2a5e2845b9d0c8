/** A case where this project differs from Ignition on purpose. */
export interface KnownDifference {
  readonly name: string;
  readonly checks: readonly string[];
  readonly reason: string;
}

export const knownIgnitionDifferences: readonly KnownDifference[] = [];
