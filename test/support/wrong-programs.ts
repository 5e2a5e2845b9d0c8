import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CloudName, CloudProject } from "./cloud-project.js";

/** A mistake in words, the args with it in JavaScript, and what its author reads below the heading. */
export type WrongProgram = [mistake: string, args: string, text: string];

/** A component and the programs that are wrong with it. */
export interface WrongPrograms {
  readonly component: string;
  /** Its door, without the name of the package. */
  readonly door: string;
  readonly cloud: CloudName;
  /** Args that every machine of it needs, in JavaScript. Defaults to none. */
  readonly base?: string;
  readonly rows: readonly WrongProgram[];
}

/** A test for each wrong program, in which all of them run under the real engine; belongs into a `describe`. */
export function rejectsAll({ component, door, cloud, base = "", rows }: WrongPrograms): void {
  const project = new CloudProject([cloud], {
    "index.js": `
const { ${component} } = require("pulumi-flatcar/${door}");
const base = { ${base} };
const errors = [${rows.map(([, args]) => `() => new ${component}("web", { ...base, ${args} })`).join(",\n")}].map((make) => {
  try { make(); } catch (error) { return error.message; }
});
require("fs").writeFileSync("errors.json", JSON.stringify(errors));`,
  });
  let errors: string[] = [];
  beforeAll(async () => {
    await project.preview();
    errors = JSON.parse(readFileSync(join(project.folder, "errors.json"), "utf8"));
  });
  afterAll(() => project.remove());

  it.each(rows.map(([mistake, , text], index) => [mistake, text, index] as const))(
    "rejects %s",
    (_, text, index) => {
      const [heading, ...lines] = (errors[index] ?? "nothing").split("\n\n");
      expect(heading).toMatch(new RegExp(`^${component} "web" cannot be built: \\d problems?$`));
      expect(lines.join("\n\n").replace(/^ {2}/gm, "")).toBe(text);
    },
  );

  it("makes no machine of any of them", () => {
    expect(project.received().filter(({ method }) => method === "create")).toEqual([]);
  });
}
