import { resolve } from "node:path";

/** How one check of one source of cases went. */
export interface ConformanceRow {
  readonly source: string;
  readonly check: string;
  readonly cases: number;
  readonly agreed: number;
  readonly disagreed: readonly string[];
}

/** Whether one case agrees; undefined when it is none for the check. */
export type Check<Our, Their> = (our: Our, their: Their) => boolean | undefined;

/** Upstream's data, beside the clone or where FLATCAR_CONFORMANCE says. */
export const conformanceData =
  process.env.FLATCAR_CONFORMANCE ?? resolve(__dirname, "../../../shared/conformance");

/** Solves each case once and runs every check on it. */
export function rowsOf<Our, Their extends { readonly name: string }>(
  source: string,
  cases: readonly Their[],
  solve: (their: Their) => Our,
  checks: Readonly<Record<string, Check<Our, Their>>>,
): ConformanceRow[] {
  const solved = cases.map((their) => ({ their, our: solve(their) }));
  return Object.entries(checks).map(([check, agrees]) => {
    const verdicts = solved.map(({ our, their }) => ({
      name: their.name,
      verdict: agrees(our, their),
    }));
    const counted = verdicts.filter(({ verdict }) => verdict !== undefined);
    const disagreed = counted.filter(({ verdict }) => !verdict).map(({ name }) => name);
    return {
      source,
      check,
      cases: counted.length,
      agreed: counted.length - disagreed.length,
      disagreed,
    };
  });
}
