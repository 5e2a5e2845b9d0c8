/** What a cloud does with a spot machine when it wants the capacity back. */
export const OnInterruption = {
  /** Stops it and keeps its disk, to start it again when there is capacity. */
  Stop: "stop",
  /** Deletes it; `pulumi refresh` notices, and the next `pulumi up` makes it anew. */
  Delete: "delete",
} as const;

/** What a cloud does with a spot machine when it wants the capacity back. */
export type OnInterruption = (typeof OnInterruption)[keyof typeof OnInterruption];
