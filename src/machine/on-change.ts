/** What happens to a machine that runs when something that it was made from changes. */
export const OnChange = {
  /** A new machine takes its place. */
  Replace: "replace",
  /** It stays as it is; the next machine that takes its place is made from what the program says then. */
  Ignore: "ignore",
} as const;

/** What happens to a machine that runs when something that it was made from changes. */
export type OnChange = (typeof OnChange)[keyof typeof OnChange];
