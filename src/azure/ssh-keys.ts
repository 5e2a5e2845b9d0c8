import type { IgnitionDocument } from "../ignition/index.js";
import { Report } from "../report/index.js";

/** User that Flatcar brings, and that Azure is told to set up: another one would be made beside it. */
export const adminUsername = "core";

/** Bytes of an RSA key of 2048 bits with the smallest exponent, as SSH writes it. */
const leastRsaBytes = 277;

/** Keys of the administrator, wherever in the config they were written. */
function keysOf({ passwd }: IgnitionDocument): string[] {
  const user = passwd?.users?.find((each) => each?.name === adminUsername);
  return (user?.sshAuthorizedKeys ?? []).filter((key) => key !== undefined);
}

/** Azure takes RSA of 2048 bits or more and Ed25519, and no others (learn.microsoft.com, supported SSH key formats). */
function isAccepted(key: string): boolean {
  const [kind, body = ""] = key.trim().split(/\s+/);
  if (kind === "ssh-rsa") return Buffer.from(body, "base64").length >= leastRsaBytes;
  return kind === "ssh-ed25519";
}

/** The keys that Azure can be given. The machine has all of them, by its config. */
export function acceptedKeys(config: IgnitionDocument): string[] {
  return keysOf(config).filter(isAccepted);
}

/** CLOUD_SSH_KEY: whether there is a key that Azure takes, without which it makes no Linux machine. */
export function checkSshKeys(config: IgnitionDocument): Report {
  const report = new Report();
  const { length } = keysOf(config);
  if (acceptedKeys(config).length > 0) return report;
  report.error(
    "CLOUD_SSH_KEY",
    ["sshAuthorizedKeys"],
    length === 0
      ? `Azure makes no Linux machine without a key, and user ${adminUsername} has none`
      : `Azure takes keys of type ssh-rsa with 2048 bits or more and of type ssh-ed25519, and user ${adminUsername} has ${length === 1 ? "1 other" : `${length} others`}`,
    "give one in sshAuthorizedKeys, as in ssh-ed25519 AAAA… you@example.com",
    // It may come by a document or a fragment that is still promised.
    { missing: [] },
  );
  return report;
}
