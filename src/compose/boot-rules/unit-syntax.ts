import { didYouMean, type Report } from "../../report/index.js";
import type { UnitSetting } from "./unit-file.js";
import { knownIn, sectionsWith } from "./unit-keys.js";
import type { UnitText, WrittenUnit } from "./units.js";

/** How many lines of one kind are spoken of for one text; more say nothing new. */
const most = 20;

/**
 * What Ignition's reader accepts and systemd's does not. Raises UNIT_SECTION_HEADER, UNIT_LINE_IGNORED,
 * UNIT_SECTION_UNKNOWN, UNIT_SETTING_MISPLACED and UNIT_SETTING_MISSPELT.
 */
export function checkSyntax({ texts, main, kind }: WrittenUnit, report: Report): void {
  const own = kind.charAt(0).toUpperCase() + kind.slice(1);
  const sections = ["Unit", own, "Install"];
  for (const text of texts) {
    checkHeaders(text, text === main, report);
    checkIgnored(text, report);
    // A misspelt suffix is said by Ignition's rules, and then what the sections are is not known.
    if (!knownIn.has(own)) continue;
    checkSections(text, sections, kind, report);
    checkSettings(text, sections, report);
  }
}

function checkHeaders({ path, broken }: UnitText, own: boolean, report: Report): void {
  for (const line of broken.slice(0, most)) {
    report[own ? "error" : "warning"](
      "UNIT_SECTION_HEADER",
      path,
      `line ${line} starts a section and does not end in "]", so systemd ${own ? "refuses the unit" : "stops reading the drop-in there"}`,
      "write the section as [Name], alone on its line",
    );
  }
}

function checkIgnored({ path, ignored }: UnitText, report: Report): void {
  for (const { line, why } of ignored.slice(0, most)) {
    report.warning(
      "UNIT_LINE_IGNORED",
      path,
      `systemd passes over line ${line}: ${why}`,
      "write options as Name=value below the header of their section",
    );
  }
}

function checkSections(
  text: UnitText,
  known: readonly string[],
  kind: string,
  report: Report,
): void {
  const unknown = text.sections.filter(
    ({ name }) => !known.includes(name) && !name.startsWith("X-"),
  );
  for (const { name, line } of unknown.slice(0, most)) {
    // A name that is near to no known one might be anything, so it is not repeated.
    const near = didYouMean(name, known);
    const section = near || knownIn.has(name) ? `[${name}] is not` : "it is not";
    report.warning(
      "UNIT_SECTION_UNKNOWN",
      text.path,
      `systemd passes over the section in line ${line}: ${section} one of ${known.map((each) => `[${each}]`).join(", ")}, which a .${kind} has`,
      near
        ? `did you mean [${near}]?`
        : "remove the section, or start its name with X- when another program reads it",
    );
  }
}

function checkSettings(text: UnitText, sections: readonly string[], report: Report): void {
  const unknown = text.settings.filter(
    ({ section, name }) =>
      sections.includes(section) && !knownIn.get(section)?.includes(name) && !name.startsWith("X-"),
  );
  const misplaced = unknown.filter(({ name }) => sectionsWith.has(name));
  for (const setting of misplaced.slice(0, most)) sayMisplaced(setting, text, sections, report);
  const unlisted = unknown.filter(({ name }) => !sectionsWith.has(name));
  for (const { section, name, line } of unlisted.slice(0, 10 * most)) {
    const near = misspeltFor(name, section);
    if (!near) continue;
    report.warning(
      "UNIT_SETTING_MISSPELT",
      text.path,
      `line ${line} has ${name}=, which is not known in [${section}]; systemd passes over unknown options`,
      `did you mean ${near}=?`,
    );
  }
}

function sayMisplaced(
  { section, name, line }: UnitSetting,
  { path }: UnitText,
  sections: readonly string[],
  report: Report,
): void {
  const homes = sectionsWith.get(name) ?? [];
  const here = homes.find((home) => sections.includes(home));
  report.warning(
    "UNIT_SETTING_MISPLACED",
    path,
    `systemd passes over line ${line}: ${name}= does not belong in [${section}]`,
    here
      ? `move it to [${here}]`
      : `remove it; it belongs in ${homes.map((home) => `[${home}]`).join(" or ")} of another unit`,
  );
}

/**
 * The option that was meant when two letters changed places, or one is missing or too many. Only such
 * slips count, because systemd has hundreds of options that are not on the list.
 */
function misspeltFor(name: string, section: string): string | undefined {
  if (name.length < 5 || name.length > longest) return undefined;
  const sorted = letters(name);
  return knownIn
    .get(section)
    ?.find((known) => lettersOf.get(known) === sorted || differByOne(known, name));
}

const letters = (word: string) => [...word.toLowerCase()].sort().join("");
const lettersOf = new Map([...sectionsWith.keys()].map((name) => [name, letters(name)]));
const longest = 1 + Math.max(...[...sectionsWith.keys()].map((name) => name.length));

/** Whether one word is the other without one of its letters. */
function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) !== 1) return false;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && long[same] === short[same]) same++;
  return long.slice(same + 1) === short.slice(same);
}
