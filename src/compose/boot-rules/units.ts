import { type IgnitionDocument, lexUnit } from "../../ignition/index.js";
import { at, type Path } from "../../report/index.js";
import { readUnitFile, type UnitFile, type UnitSetting } from "./unit-file.js";

/** The text of a unit or of one of its drop-ins, and where it stands. */
export interface UnitText extends UnitFile {
  readonly path: Path;
}

/** A unit with its drop-ins, as far as a config writes it. */
export interface WrittenUnit {
  readonly name: string;
  /** Kind of the unit: `service` for `app@1.service`. */
  readonly kind: string;
  readonly enabled: boolean;
  /** The unit's own text; undefined when the unit is one of the system's. */
  readonly main?: UnitText;
  /** All texts in the order in which systemd reads them. */
  readonly texts: readonly UnitText[];
  /** Whether nothing can add to the texts: no drop-in is unknown, unreadable or a plain file. */
  readonly complete: boolean;
}

/** The units that a config writes or extends, of all kinds or of some, without those that it masks. */
export function unitsOf(config: IgnitionDocument, kinds?: readonly string[]): WrittenUnit[] {
  const units: WrittenUnit[] = [];
  const extended = unitsWithDropinFiles(config);
  config.systemd?.units?.forEach((unit, index) => {
    if (unit?.name === undefined || unit.mask === true) return;
    const kind = unit.name.slice(unit.name.lastIndexOf(".") + 1);
    if (kinds && !kinds.includes(kind)) return;
    const path = ["systemd", "units", index];
    const main = readText(unit.contents, at(path, "contents"));
    const dropins = (unit.dropins ?? [])
      .map((dropin, i) => ({
        name: dropin?.name ?? "",
        text: readText(dropin?.contents, at(path, "dropins", i, "contents")),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    const texts = [main, ...dropins.map(({ text }) => text)].filter((text) => text !== undefined);
    units.push({
      name: unit.name,
      kind,
      enabled: unit.enabled === true,
      ...(main && { main }),
      texts,
      complete:
        !extended.has(unit.name) &&
        !extended.has(kind) &&
        dropins.every(({ text }) => text !== undefined),
    });
  });
  return units;
}

/** What Ignition cannot read either is said there. */
function readText(contents: string | undefined, path: Path): UnitText | undefined {
  if (!contents || lexUnit(contents).problem !== undefined) return undefined;
  return { ...readUnitFile(contents), path };
}

/** Units, and kinds of units, whose drop-ins are written as files. */
function unitsWithDropinFiles({ storage }: IgnitionDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of storage?.files ?? []) {
    const folder = /^\/(?:etc|run)\/systemd\/system\/([^/]+)\.d\//.exec(file?.path ?? "");
    if (folder?.[1]) names.add(folder[1]);
  }
  return names;
}

/** A setting and the text it is in. */
export interface PlacedSetting extends UnitSetting {
  readonly path: Path;
}

/** The settings of a section, in the order in which systemd reads them. */
export function settingsOf({ texts }: WrittenUnit, section: string): PlacedSetting[] {
  return texts.flatMap(({ settings, path }) =>
    settings.filter((each) => each.section === section).map((each) => ({ ...each, path })),
  );
}

/** What settings that add up hold in the end; an empty value of one takes back all before it. */
export function valuesOf(
  unit: WrittenUnit,
  section: string,
  ...names: readonly string[]
): PlacedSetting[] {
  let values: PlacedSetting[] = [];
  for (const setting of settingsOf(unit, section)) {
    if (!names.includes(setting.name)) continue;
    if (setting.value === "") values = [];
    else values.push(setting);
  }
  return values;
}

/** What a setting that is replaced holds in the end. */
export function lastValueOf(
  unit: WrittenUnit,
  section: string,
  name: string,
): PlacedSetting | undefined {
  return valuesOf(unit, section, name).at(-1);
}

/** Whether systemd takes a text for yes. */
export function isYes(text: string | undefined): boolean {
  return /^(?:1|y|yes|t|true|on)$/i.test(text ?? "");
}
