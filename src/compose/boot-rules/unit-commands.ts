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
    if (commands.test(setting.name)) checkCommand(setting, report);
  }
}

function checkCommand({ name, value, line, path }: PlacedSetting, report: Report): void {
  const prefix = /^[-@:+!|]*/.exec(value)?.[0] ?? "";
  const program = firstWord(value.slice(prefix.length));
  // A specifier may become anything.
  if (program.includes("%")) return;
  if (program.startsWith("/etc/")) {
    report.warning(
      "COMMAND_IN_ETC",
      path,
      `${name}= in line ${line} runs a file below /etc, which Flatcar mounts noexec from 4757 on`,
      "put the file below /opt/bin, or run it through its interpreter as in /bin/bash /etc/…",
    );
  }
  if (!program.includes("/") || program.startsWith("/")) return;
  const say = prefix.includes("-") ? "warning" : "error";
  report[say](
    "COMMAND_PATH_RELATIVE",
    path,
    `${name}= in line ${line} names its program by a relative path`,
    "give the absolute path, or the bare name of a program in systemd's search path",
  );
}

/** The program of a command line; quotes may enclose it. */
function firstWord(text: string): string {
  const found = /^(?:"([^"]*)"|'([^']*)'|(\S*))/.exec(text.trimStart());
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}
