import { decodeDataUrl, type IgnitionDocument, type Resource } from "../../ignition/index.js";
import { at, type Path, Report } from "../../report/index.js";
import { gunzip, gunzipBudget } from "./gunzip.js";
import { resourcesOf } from "./resources.js";

/**
 * What secrets look like. Each pattern starts with fixed text and has bounded or linear parts, so
 * that no contents make it slow.
 */
const secrets: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["a private key", /-----BEGIN (?!ENCRYPTED )(?:[A-Z]{1,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/],
  ["an AWS access key", /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/],
  ["an AWS secret key", /aws_?secret_?access_?key["']?\s{0,8}[=:]\s{0,8}["']?[A-Za-z0-9/+]{40}/i],
  ["a GitHub token", /(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60})/],
  ["a GitLab token", /glpat-[A-Za-z0-9_-]{20}/],
  ["a Slack token", /xox[abeprs]-[A-Za-z0-9-]{10}|hooks\.slack\.com\/services\/[A-Z0-9]{6}/],
  ["a JSON web token", /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10}/],
  ["the client key of a kubeconfig", /client-key-data["']?:\s{0,8}["']?[A-Za-z0-9+/]{40}/],
  ["a bootstrap token of Kubernetes", /--token[ =][a-z0-9]{6}\.[a-z0-9]{16}(?![a-z0-9])/],
  ["a registry log-in of docker", /"auth"\s{0,8}:\s{0,8}"[A-Za-z0-9+/]{8}/],
  ["a WireGuard key", /(?:PrivateKey|PresharedKey)\s{0,8}=\s{0,8}[A-Za-z0-9+/]{43}=/],
];

const secretHeader = /authorization|token|api-?key|secret|cookie/i;
const userInfo = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\s]*)@/i;

const hint =
  "pass it as a secret: pulumi.secret(…) or config.requireSecret(…); better still, let the machine fetch it after boot";

/**
 * Warns with PLAIN_SECRET of private keys, tokens and the like in the contents of files and units, in
 * key files of encrypted volumes, in HTTP headers and in URLs. The caller knows which values are
 * secret Outputs already and leaves those out. Password hashes are no secrets in this sense.
 */
export function checkPlainSecrets(config: IgnitionDocument): Report {
  const report = new Report();
  let budget = gunzipBudget;
  const textOf = ({ source, compression }: Resource): string | undefined => {
    const bytes = source?.startsWith("data:") ? decodeDataUrl(source) : undefined;
    if (!bytes || compression !== "gzip") return bytes && Buffer.from(bytes).toString("latin1");
    const contents = gunzip(bytes, budget);
    if (typeof contents === "string") return undefined;
    budget -= contents.bytes.length;
    return Buffer.from(contents.bytes).toString("latin1");
  };
  for (const { resource, path } of resourcesOf(config)) {
    const text = textOf(resource);
    if (path.at(-1) === "keyFile" && text) {
      say(report, at(path, "source"), "holds the key of an encrypted volume");
    } else lookInto(text, at(path, "source"), report);
    if (/:./.test(userInfo.exec(resource.source ?? "")?.[1] ?? "")) {
      say(report, at(path, "source"), "holds a password in a URL");
    }
    resource.httpHeaders?.forEach((header, index) => {
      if (!header?.value || !secretHeader.test(header.name ?? "")) return;
      say(report, at(path, "httpHeaders", index, "value"), "holds a credential for a web server");
    });
  }
  config.systemd?.units?.forEach((unit, index) => {
    const path = ["systemd", "units", index];
    lookInto(unit?.contents, at(path, "contents"), report);
    unit?.dropins?.forEach((dropin, i) => {
      lookInto(dropin?.contents, at(path, "dropins", i, "contents"), report);
    });
  });
  return report;
}

function lookInto(text: string | undefined, path: Path, report: Report): void {
  if (!text) return;
  const found = secrets.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  if (found.length > 0) say(report, path, `holds what looks like ${found.join(" and ")}`);
}

function say(report: Report, path: Path, what: string): void {
  const message = `a value in plain text ${what}; it would be readable in the state and in the program`;
  report.warning("PLAIN_SECRET", path, message, hint);
}
