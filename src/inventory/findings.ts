import { didYouMean, type Path, type Position, Report } from "../report/index.js";

/** What is wrong with the values of an inventory, and the places that could not be read because of it. */
export class Findings {
  readonly report = new Report();
  readonly unread: Path[] = [];

  /** INVENTORY_VALUE: something that cannot be what it is meant to be. */
  misread(path: Path, message: string, hint: string): undefined {
    this.unread.push(path);
    this.report.error("INVENTORY_VALUE", path, message, hint);
  }

  /** INVENTORY_VALUE_MISSING: something that has to be there. */
  missing(path: Path): undefined {
    this.unread.push(path);
    const name = String(path.at(-1));
    this.report.error(
      "INVENTORY_VALUE_MISSING",
      path,
      `${name} is not given, and nothing can stand in for it`,
      `give ${name}`,
    );
  }

  /** INVENTORY_NAME_UNKNOWN, and INVENTORY_CREDENTIALS for names of what must not be in a file. */
  unknown(path: Path, name: string, known: readonly string[], position?: Position): void {
    if (isSecret.test(name)) {
      this.report.error(
        "INVENTORY_CREDENTIALS",
        path,
        `${show(name)} does not belong in a file, whose readers could all log in`,
        "keep it in Pulumi's config, pass it in bmcCredentials, and give its name there as bmc.credentials",
        { position },
      );
      return;
    }
    const meant = otherNames.get(name.toLowerCase());
    const near = meant && known.includes(meant) ? meant : didYouMean(name, known);
    this.report.error(
      "INVENTORY_NAME_UNKNOWN",
      path,
      `${show(name)} is nothing that an inventory says of a machine`,
      near ? `did you mean "${near}"?` : `use one of ${folded(known).join(", ")}`,
      { position },
    );
  }
}

/** Names, with one for all that lie below another: `network.…`. */
function folded(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.replace(/\..*/, ".…")))];
}

const isSecret = /^(.*[._-])?(password|passwd|pass|username|user|login|secret|token)$/i;

/** What people call things that have another name here. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["mac", "macAddresses"],
  ["macs", "macAddresses"],
  ["arch", "architecture"],
  ["cpu", "vcpus"],
  ["cpus", "vcpus"],
  ["cores", "vcpus"],
  ["memory", "memoryMib"],
  ["ram", "memoryMib"],
  ["disk", "diskGb"],
  ["ip", "address"],
  ["role", "roles"],
  ["rack", "rackName"],
  ["unit", "rackUnit"],
  ["bmc", "bmc.endpoint"],
]);

/** A short text in quotes, whatever is in it. */
export function show(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return JSON.stringify(short.toWellFormed());
}
