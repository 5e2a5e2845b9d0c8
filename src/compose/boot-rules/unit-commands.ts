import type { Report } from "../../report/index.js";
import { type PlacedSetting, settingsOf, type WrittenUnit } from "./units.js";

const commands = /^Exec(?:Condition|Start(?:Pre|Post)?|Reload|Stop(?:Pre|Post)?)$/;

/**
 * Raises COMMAND_PATH_RELATIVE for commands that systemd cannot look up, and warns with COMMAND_IN_ETC
 * of those that it is not allowed to run. Commands are counted by line and never repeated.
 */
export function checkCommands(unit: WrittenUnit, report: Report): void {
  const section = unit.kind === "socket" ? "Socket" : "Service";
  if (unit.kind !== section.toLowerCase()) return;
  for (const setting of settingsOf(unit, section)) {
    if (!commands.test(setting.name)) continue;
    checkEtc(setting, report);
    checkRelative(setting, setting.path === unit.main?.path, report);
  }
}

function checkEtc({ name, value, line, path }: PlacedSetting, report: Report): void {
  if (!readCommand(value).program.startsWith("/etc/")) return;
  report.warning(
    "COMMAND_IN_ETC",
    path,
    `${name}= in line ${line} runs a file below /etc, which Flatcar mounts noexec from 4757 on`,
    "put the file below /opt/bin, or run it through its interpreter as in /bin/bash /etc/…",
  );
}

function checkRelative(
  { name, value, line, path }: PlacedSetting,
  own: boolean,
  report: Report,
): void {
  const { optional, relative } = readCommand(value);
  if (!relative) return;
  const effect = optional
    ? "systemd passes over it"
    : `systemd ${own ? "refuses the unit" : "stops reading the drop-in there"}`;
  report[own && !optional ? "error" : "warning"](
    "COMMAND_PATH_RELATIVE",
    path,
    `${name}= in line ${line} names its program by a relative path, so ${effect}`,
    "give the absolute path, or the bare name of a program in systemd's search path",
  );
}

/** Whether systemd takes a line as a command, as it does unless the path is relative. */
export function isCommand({ value }: PlacedSetting): boolean {
  return !readCommand(value).relative;
}

interface Command {
  /** The program; quotes may enclose it. Empty where a specifier makes it unknown. */
  readonly program: string;
  readonly relative: boolean;
  /** Whether it is marked with `-`, so that its failure counts for nothing. */
  readonly optional: boolean;
}

function readCommand(text: string): Command {
  const prefix = /^[-@:+!|]*/.exec(text)?.[0] ?? "";
  const word = /^(?:"([^"]*)"|'([^']*)'|(\S*))/.exec(text.slice(prefix.length).trimStart());
  const path = word?.[1] ?? word?.[2] ?? word?.[3] ?? "";
  const program = path.includes("%") ? "" : path;
  return {
    program,
    relative: program.includes("/") && !program.startsWith("/"),
    optional: prefix.includes("-"),
  };
}
