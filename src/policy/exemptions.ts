/** A resource that a policy leaves alone, and why. */
export interface Exemption {
  /** URN of the resource; `*` stands for any text. */
  readonly urn: string;
  /** Why, for the next reader. An exemption without a reason does not count. */
  readonly reason: string;
  /** The last day on which it counts, as in 2027-03-31. Defaults to for ever. */
  readonly until?: string;
}

/** What the exemptions say about one resource. */
export interface Exempting {
  /** The one that counts. */
  readonly counts?: Exemption;
  /** Why others that were meant for it do not. */
  readonly void: readonly string[];
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Which exemption counts for a resource on a day, given as in 2027-03-31. */
export function exemptionFor(
  urn: string,
  exemptions: readonly Exemption[],
  today: string,
): Exempting {
  const meant = exemptions.filter((each) => matches(each.urn, urn));
  const counts = meant.find((each) => objection(each, today) === undefined);
  const why = meant.map((each) => objection(each, today));
  return {
    ...(counts && { counts }),
    void: counts ? [] : why.filter((each) => each !== undefined),
  };
}

function objection({ reason, until }: Exemption, today: string): string | undefined {
  if (reason.trim() === "") return "its exemption gives no reason";
  if (until === undefined) return undefined;
  if (!day.test(until)) return `the end of its exemption, ${JSON.stringify(until)}, is not a date`;
  return today <= until ? undefined : `its exemption ended on ${until}`;
}

/** Whether a text is what a pattern with `*` means; walks once, so that no pattern is slow. */
function matches(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return pattern === text;
  const last = rest.pop() ?? "";
  if (!text.startsWith(first)) return false;
  let place = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, place);
    if (found < 0) return false;
    place = found + part.length;
  }
  return text.length - last.length >= place && text.endsWith(last);
}
