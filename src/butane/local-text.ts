import { at, type Path } from "../report/index.js";
import type { ButaneDropin, ButaneUnit, ButaneUser } from "./config.js";
import { filesUnset, isLocalProblem } from "./local-files.js";
import { reportLocal, type Work } from "./work.js";

/** Reads `contents_local` of units and drop-ins, and `ssh_authorized_keys_local` of users. */
export function translateLocalTexts(work: Work): void {
  const { passwd, systemd } = work.config;
  for (const [index, user] of (passwd?.users ?? []).entries()) {
    readKeys(work, user, ["passwd", "users", index]);
  }
  for (const [index, unit] of (systemd?.units ?? []).entries()) {
    const path = ["systemd", "units", index];
    readContents(work, unit, path);
    for (const [place, dropin] of (unit.dropins ?? []).entries()) {
      readContents(work, dropin, at(path, "dropins", place));
    }
  }
}

function readContents(work: Work, unit: ButaneUnit | ButaneDropin, path: Path): void {
  const { contentsLocal } = unit;
  delete unit.contentsLocal;
  if (!contentsLocal) return;
  const text = readText(work, contentsLocal, at(path, "contentsLocal"));
  if (text === undefined) return;
  work.origins.make(at(path, "contents"), work.origins.pathOf(at(path, "contentsLocal")));
  unit.contents = text;
}

/** Every line that is not empty is a key; they follow the keys written in the document. */
function readKeys(work: Work, user: ButaneUser, path: Path): void {
  const files = user.sshAuthorizedKeysLocal ?? [];
  delete user.sshAuthorizedKeysLocal;
  if (files.length === 0) return;
  const list = at(path, "sshAuthorizedKeysLocal");
  if (!work.files.given) {
    reportLocal(work, list, filesUnset);
    return;
  }
  const keys = user.sshAuthorizedKeys ?? [];
  for (const [index, file] of files.entries()) {
    const lines = readText(work, file, at(list, index))?.split(/\r?\n/) ?? [];
    for (const line of lines) {
      if (line === "") continue;
      work.origins.make(
        at(path, "sshAuthorizedKeys", keys.length),
        work.origins.pathOf(at(list, index)),
      );
      keys.push(line);
    }
  }
  user.sshAuthorizedKeys = keys;
}

function readText(work: Work, file: string, path: Path): string | undefined {
  const bytes = work.files.read(file);
  if (!isLocalProblem(bytes)) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  reportLocal(work, path, bytes);
  return undefined;
}
