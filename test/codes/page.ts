import { codes, formatIssue, type IssueCode } from "../../src/report/index.js";
import { baseArgs, type Example, type Sample } from "./example.js";
import { type Chapter, chapters } from "./examples/index.js";
import { print } from "./print.js";

/** The page of all codes, as Markdown. */
export function renderPage(): string {
  return [
    "<!-- Written by npm run docs, from src/report/codes and test/codes/examples. -->",
    "# Issue codes",
    intro,
    chapters.map(contents).join("\n"),
    ...chapters.flatMap(({ title, examples }) => [
      `## ${title}`,
      ...entries(examples).map(([code, example]) => renderCode(code, example)),
    ]),
    "",
  ].join("\n\n");
}

const intro = `Everything that this library can find wrong, with the reason for the rule, a mistake that breaks it, what is
said about that mistake, and the same thing right. An error keeps the machine from being made; a warning is shown and
passes. In a policy pack the level of the policy decides what an error does. Codes keep their meaning from release to
release.

Every example here is run by the tests. Where \`base\` is written, it stands for what every machine has:

${fence("ts", `const base = ${print(baseArgs)};`)}`;

function contents({ title, examples }: Chapter): string {
  const links = entries(examples).map(([code]) => `[${code}](#${code.toLowerCase()})`);
  return `- [${title}](#${anchor(title)}): ${links.join(", ")}`;
}

function entries(examples: Chapter["examples"]): [IssueCode, Example][] {
  return Object.entries(examples) as [IssueCode, Example][];
}

/** As GitHub makes it of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
}

function renderCode(code: IssueCode, { wrong, right, severity }: Example): string {
  const { title, explanation } = codes[code];
  const issues = wrong.report.issues.filter((issue) => issue.code === code);
  return [
    `### ${code}`,
    `**${title}** (${severity})`,
    explanation,
    renderSample(wrong),
    fence("text", issues.map(formatIssue).join("\n\n")),
    "Right:",
    renderSample(right),
  ].join("\n\n");
}

function renderSample({ language, text }: Sample): string {
  return text === "" ? "(an empty text)" : fence(language, abridge(text.replace(/\n$/, "")));
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

const longestLine = 110;
const mostLines = 40;
const shown = 8;

/** The start of a text that is only large. */
function abridge(text: string): string {
  const lines = text
    .replaceAll("\u0007", "\u2407")
    .split("\n")
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)} …` : line));
  if (lines.length <= mostLines) return lines.join("\n");
  return [...lines.slice(0, shown), `# … and ${lines.length - shown} lines more`].join("\n");
}
