import type { BootReport, ReportedFile } from "./report.js";

/** A file as a program asks for it. */
interface TreeFile {
  readonly mode: string;
  readonly owner: string;
  /** As text; as base64 when it is not text. */
  readonly contents: string;
}

export interface TreeUnit {
  readonly state: "enabled" | "disabled" | "masked";
  readonly contents?: string;
  readonly dropins?: Readonly<Record<string, string>>;
}

interface TreeUser {
  readonly uid: number;
  readonly home: string;
  readonly groups: readonly string[];
  readonly password: "set" | "none";
  readonly sshAuthorizedKeys: readonly string[];
}

/** A root filesystem in the words of a program, to be compared with what the program asked for. */
export interface Tree {
  readonly hostname?: string;
  readonly files: Readonly<Record<string, TreeFile>>;
  readonly directories: Readonly<Record<string, { readonly mode: string; readonly owner: string }>>;
  readonly links: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, TreeUnit>>;
  readonly users: Readonly<Record<string, TreeUser>>;
}

const unitFolder = "/etc/systemd/system/";
const presets = "/etc/systemd/system-preset/20-ignition.preset";

/** Told in other words (hostname, users), or notes of Ignition and useradd for themselves. */
const retold =
  /^\/etc\/(hostname|(passwd|shadow|group|gshadow|subuid|subgid)-?|\.pwd\.lock|\.ignition-result\.json)$|^\/home\/[^/]+\/\.ssh\//;

/** Puts what Ignition made into the words of a program. Whatever has no words of its own is among the files. */
export function treeOf(report: BootReport): Tree {
  const users = usersOf(report);
  const homes = Object.values(users).map(({ home }) => home);
  const told = (path: string): boolean =>
    retold.test(path) || path === presets || path.startsWith(unitFolder);
  const hostname = report.files.get("/etc/hostname");
  return {
    ...(hostname && { hostname: textOf(hostname).trim() }),
    files: Object.fromEntries(
      [...report.files]
        .filter(([path]) => !told(path))
        .map(([path, file]) => [
          path,
          { mode: file.mode, owner: file.owner, contents: textOf(file) },
        ]),
    ),
    directories: Object.fromEntries(
      [...report.directories].filter(
        ([path, { mode, owner }]) =>
          // A folder like any other with something in it was made on the way.
          !(mode === "0755" && owner === "0:0" && isParent(path, report)) &&
          !homes.some((home) => path === home || path.startsWith(`${home}/.ssh`)),
      ),
    ),
    links: Object.fromEntries([...report.links].filter(([path]) => !path.startsWith(unitFolder))),
    units: unitsOf(report),
    users,
  };
}

function isParent(folder: string, report: BootReport): boolean {
  const paths = [report.files, report.links, report.directories].flatMap((map) => [...map.keys()]);
  return paths.some((path) => path.startsWith(`${folder}/`));
}

function textOf(file: ReportedFile): string {
  if (!file.contents) return `${file.size} bytes with SHA-256 ${file.sha256}`;
  const text = file.contents.toString("utf8");
  return Buffer.from(text).equals(file.contents) ? text : file.contents.toString("base64");
}

function unitsOf(report: BootReport): Record<string, TreeUnit> {
  const units: Record<string, TreeUnit> = {};
  const change = (name: string, facts: Partial<TreeUnit>): void => {
    units[name] = { state: "disabled", ...units[name], ...facts };
  };
  for (const [path, file] of report.files) {
    if (!path.startsWith(unitFolder)) continue;
    const [name = "", dropin] = path.slice(unitFolder.length).split(".d/");
    const contents = textOf(file);
    if (dropin === undefined) change(name, { contents });
    else change(name, { dropins: { ...units[name]?.dropins, [dropin]: contents } });
  }
  for (const [path, target] of report.links) {
    if (!path.startsWith(unitFolder)) continue;
    const [name = "", wanted] = path.slice(unitFolder.length).split(/\.(?:wants|requires)\//);
    if (wanted !== undefined) change(wanted, { state: "enabled" });
    else change(name, { state: target === "/dev/null" ? "masked" : "enabled" });
  }
  const lines = report.files.get(presets)?.contents?.toString("utf8").split("\n") ?? [];
  for (const [, verb, name = ""] of lines.flatMap((line) => [
    /^(enable|disable) (\S+)/.exec(line) ?? [],
  ])) {
    if (verb) change(name, { state: verb === "enable" ? "enabled" : "disabled" });
  }
  return units;
}

function usersOf(report: BootReport): Record<string, TreeUser> {
  const table = (path: string): string[][] =>
    (report.files.get(path)?.contents?.toString("utf8") ?? "")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(":"));
  const groups = table("/etc/group");
  const shadow = new Map(table("/etc/shadow").map(([name = "", hash = ""]) => [name, hash]));
  const entries = table("/etc/passwd").filter(([name]) => name !== "root");
  return Object.fromEntries(
    entries.map(([name = "", , uid, , , home = ""]) => [
      name,
      {
        uid: Number(uid),
        home,
        groups: groups.flatMap(([group = "", , , members = ""]) =>
          members.split(",").includes(name) ? [group] : [],
        ),
        password: shadow.get(name)?.startsWith("$") ? "set" : "none",
        sshAuthorizedKeys: keysOf(report, home),
      },
    ]),
  );
}

/** Keys that sshd would accept: it ignores a file that others may write. */
function keysOf(report: BootReport, home: string): string[] {
  const file = report.files.get(`${home}/.ssh/authorized_keys.d/ignition`);
  if (file === undefined || file.mode !== "0600") return [];
  return textOf(file)
    .split("\n")
    .filter((line) => line !== "");
}

/** A partition with what is on it. */
export interface TreePartition {
  readonly device: string;
  readonly label: string;
  readonly sizeGb: number;
  readonly format: string;
  readonly filesystemLabel: string;
  readonly filesystemUuid: string;
}

/** The partitions of all disks. */
export function partitionsOf(report: BootReport): TreePartition[] {
  return [...report.blocks]
    .filter(([, facts]) => facts.PART_ENTRY_NUMBER !== undefined)
    .map(([device, facts]) => ({
      device,
      label: facts.PART_ENTRY_NAME ?? "",
      sizeGb: Math.floor((Number(facts.PART_ENTRY_SIZE) * 512) / 1e9),
      format: facts.TYPE ?? "",
      filesystemLabel: facts.LABEL ?? "",
      filesystemUuid: facts.UUID ?? "",
    }));
}
