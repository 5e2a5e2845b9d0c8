import { codes, formatIssue, type IssueCode } from "../../src/report/index.js";
import type { Example } from "./example.js";
import { chapters } from "./examples/index.js";
import { canaries } from "./examples/parts.js";

const examples = chapters.flatMap(
  ({ examples }) => Object.entries(examples) as [IssueCode, Example][],
);

it("has an example of every code, and of no code twice", () => {
  expect(examples.map(([code]) => code).sort()).toEqual(Object.keys(codes).sort());
});

describe("the example of", () => {
  it.each(examples)(
    "%s raises it, and mended raises nothing",
    (code, { wrong, right, ...rest }) => {
      const { issues } = wrong.report;
      expect(issues.map((issue) => issue.code)).toContain(code);
      for (const issue of issues) expect([code, ...rest.also]).toContain(issue.code);
      for (const also of rest.also) expect(issues.map((issue) => issue.code)).toContain(also);
      for (const issue of issues)
        if (issue.code === code) expect(issue.severity).toBe(rest.severity);
      expect(right.report.issues.map(formatIssue)).toEqual([]);
      expect(right.text).not.toBe(wrong.text);
    },
  );
});

/** What may begin a text with a capital letter. */
const named = /^(?:Ignition|Flatcar|Matchbox|Linux|Azure|OpenStack|Glance|Exec|Standard_)/;

describe("the texts of", () => {
  it.each(canaries)("are tried with contents that say %s", (canary) => {
    expect(examples.filter(([, { wrong }]) => wrong.text.includes(canary)).length).toBeGreaterThan(
      5,
    );
  });

  it.each(examples)("%s repeat no contents, and read as the others do", (_, { wrong }) => {
    for (const { message, hint } of wrong.report.issues) {
      for (const canary of canaries) expect(`${message} ${hint}`).not.toContain(canary);
      for (const text of [message, hint]) {
        expect(text).not.toMatch(/\.$|\s\s|undefined|NaN|\[object/);
        if (!named.test(text)) expect(text).not.toMatch(/^[A-Z][a-z]/);
      }
    }
  });
});
