/** One `Name=value` of a unit file. */
export interface UnitSetting {
  readonly section: string;
  readonly name: string;
  /** Lines that end in a backslash are joined by spaces. */
  readonly value: string;
  /** Counts from 1. */
  readonly line: number;
}

/** A unit file as systemd reads it, which differs from how Ignition reads it. */
export interface UnitFile {
  readonly sections: { readonly name: string; readonly line: number }[];
  readonly settings: UnitSetting[];
  /** Lines that systemd passes over, and why. */
  readonly ignored: { readonly line: number; readonly why: string }[];
  /** Lines that start a section and do not end it, because of which systemd refuses the file. */
  readonly broken: number[];
}

/**
 * Reads a unit file as systemd does (`parse_config_file` in its src/shared/conf-parser.c). Comments are
 * left out in the middle of continued lines too, and sections that start with `X-` are for others.
 */
export function readUnitFile(text: string): UnitFile {
  const file: UnitFile = { sections: [], settings: [], ignored: [], broken: [] };
  let section: string | undefined;
  let parts: string[] = [];
  let line = 0;
  const take = () => {
    const joined = parts.join(" ").trim();
    parts = [];
    if (joined === "") return;
    if (joined.startsWith("[")) {
      section = joined.slice(1, -1);
      if (joined.endsWith("]")) file.sections.push({ name: section, line });
      else file.broken.push(line);
      return;
    }
    const equals = joined.indexOf("=");
    if (section === undefined) {
      file.ignored.push({ line, why: "it stands before the first section" });
    } else if (equals < 1) {
      const why = equals < 0 ? 'it has no "="' : 'there is no name before "="';
      file.ignored.push({ line, why });
    } else {
      const name = joined.slice(0, equals).trim();
      file.settings.push({ section, name, value: joined.slice(equals + 1).trim(), line });
    }
  };
  for (const [index, raw] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    const content = raw.trim();
    if (content.startsWith("#") || content.startsWith(";")) continue;
    if (parts.length === 0) line = index + 1;
    const continued = endsInBackslash(content);
    parts.push(continued ? content.slice(0, -1) : content);
    if (!continued) take();
  }
  take();
  return file;
}

/** Whether the last backslash is not itself escaped. */
function endsInBackslash(text: string): boolean {
  let start = text.length;
  while (text[start - 1] === "\\") start--;
  return (text.length - start) % 2 === 1;
}
