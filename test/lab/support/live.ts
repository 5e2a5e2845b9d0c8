import fc from "fast-check";
import type { Judgement } from "./agreement.js";
import type { Answer } from "./batch.js";
import type { Difference } from "./live-differences.js";

/** How many documents each comparison generates. */
const cases = Number(process.env.FLATCAR_LIVE_CASES || 4000);

/** The same seed gives the same documents. */
export const seed = Number(process.env.FLATCAR_LIVE_SEED || 20_260_801);

/** Of all documents, the share that known differences may explain. */
const tolerated = 0.01;

/** How a kind of document is compared with what an original says of it. */
export interface Comparison<Question> {
  readonly title: string;
  readonly questions: fc.Arbitrary<Question>;
  readonly ask: (questions: readonly Question[]) => Promise<Answer[]>;
  readonly judge: (question: Question, answer: Answer) => Judgement;
  readonly differences?: readonly Difference[];
  /** The question as a person would read it. */
  readonly show: (question: Question) => string;
}

/**
 * Generates documents, asks an original about all of them at once, and fails with the smallest document
 * it can find on which the two sides disagree. Prints the seed and how many differences are known ones.
 */
export async function compare<Question>(comparison: Comparison<Question>): Promise<void> {
  const questions = fc.sample(comparison.questions, { numRuns: cases, seed });
  const answers = await comparison.ask(questions);
  const known = new Map<string, number>();
  let accepted = 0;
  for (const [index, question] of questions.entries()) {
    const answer = answers[index];
    if (answer === undefined) throw new Error(`${comparison.title}: no answer ${index + 1}`);
    if (answer.accepted) accepted++;
    const verdict = disagreement(comparison, question, answer);
    if (verdict?.reason === undefined && verdict) throw await smallest(comparison, index, verdict);
    if (verdict?.reason) known.set(verdict.reason, (known.get(verdict.reason) ?? 0) + 1);
  }
  const told = [...known].map(([reason, count]) => `  ${count} differ: ${reason}\n`).join("");
  process.stdout.write(
    `${comparison.title}: ${cases} documents, ${accepted} of them accepted, seed ${seed}\n${told}`,
  );
  const explained = [...known.values()].reduce((sum, count) => sum + count, 0);
  if (explained > cases * tolerated + 1) {
    throw new Error(`${comparison.title}: known differences are ${explained} of ${cases}\n${told}`);
  }
}

interface Disagreement {
  readonly text: string;
  /** Why it is a known one. */
  readonly reason?: string;
}

function disagreement<Question>(
  { judge, differences = [], show }: Comparison<Question>,
  question: Question,
  answer: Answer,
): Disagreement | undefined {
  const judgement = judge(question, answer);
  const { ours, theirs } = judgement;
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return undefined;
  const text = show(question);
  const found = differences.find(({ explains }) => explains(judgement, answer, text));
  const lines = [
    ...ours.filter((line) => !theirs.includes(line)).map((line) => `  ours:   ${line}`),
    ...theirs.filter((line) => !ours.includes(line)).map((line) => `  theirs: ${line}`),
  ];
  const their = answer.error === undefined ? [] : [`  they end with: ${answer.error}`];
  return { text: [text, ...lines, ...their].join("\n"), reason: found?.reason };
}

/** Shrinks one document of the sample, asking about one document at a time. */
async function smallest<Question>(
  comparison: Comparison<Question>,
  index: number,
  first: Disagreement,
): Promise<Error> {
  let found = first;
  const property = fc.asyncProperty(comparison.questions, async (question) => {
    const [answer] = await comparison.ask([question]);
    const verdict = answer && disagreement(comparison, question, answer);
    if (!verdict || verdict.reason) return true;
    found = verdict;
    return false;
  });
  const limit = { interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false };
  await fc.check(property, { seed, path: String(index), numRuns: index + 1, ...limit });
  const place = `document ${index + 1} with seed ${seed}`;
  return new Error(`${comparison.title}: ${place} is judged otherwise.\n${found.text}`);
}
