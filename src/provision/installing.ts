import { Report } from "../report/index.js";

/** How an installer boot went, in its own word. */
export type Outcome = "installed" | "refused" | "failed";

/** What an installer said; `other` when the disk holds this generation with another config. */
export interface InstallerVisit {
  readonly kind: "installer";
  readonly outcome: Outcome | "other";
  readonly said: string;
}

const outcomes: readonly string[] = ["installed", "refused", "failed"] satisfies Outcome[];

/** The word of an installer; undefined for a machine that is up. */
export function isOutcome(word: string | null): word is Outcome {
  return outcomes.includes(word ?? "");
}

/** What a machine said, as it may stand in a message: a few printable lines as one. */
export function printable(said: string): string {
  return said
    .slice(0, 1000)
    .split("\n")
    .map((line) => line.replace(/[^ -~]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("; ");
}

/** Raises INSTALL_REFUSED for a machine whose installer wrote nothing. */
export function refusedBy(said: string): Report {
  const report = new Report();
  report.error(
    "INSTALL_REFUSED",
    ["hardware"],
    `the installer looked at the machine and did not install it: ${said}`,
    "correct what is declared, installDisk, or the machine; then run pulumi up again",
  );
  return report;
}

/** Raises INSTALL_GENERATION for a machine that was found installed with another config. */
export function installedOtherwise(generation: number): Report {
  const report = new Report();
  report.error(
    "INSTALL_GENERATION",
    ["generation"],
    `generation ${generation} of this machine is on its disk already, with another config; nothing was written`,
    `raise generation to ${generation + 1} to erase that disk and install this config`,
  );
  return report;
}
