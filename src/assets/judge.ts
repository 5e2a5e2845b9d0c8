import { Failure } from "../provider/index.js";
import { Report } from "../report/index.js";

/** What is being copied, for messages. */
export interface Subject {
  /** Name of the file. */
  readonly file: string;
  /** Its release, or `current` for the newest of a channel. */
  readonly version: string;
  /** Where it is copied from: the whole address. */
  readonly place: string;
}

/** What a server said instead of the file: an HTTP status, or why there was no answer. */
export function judgeAnswer(answer: number | string, { file, version, place }: Subject): Report {
  const report = new Report();
  if (answer === 404 || answer === 410) {
    const newest = version === "current";
    report.error(
      "ASSET_MISSING",
      newest ? ["channel"] : ["version"],
      newest
        ? `there is no ${file} of the newest release at ${place}`
        : `there is no ${file} of release ${version} at ${place}`,
      newest
        ? "give an exact version, or a source that has the newest release"
        : "give a version that was released, or a source that has it",
    );
  } else {
    const why = typeof answer === "number" ? `the answer is HTTP status ${answer}` : answer;
    report.error(
      "ASSET_UNREACHABLE",
      ["source"],
      `${file} cannot be loaded from ${place}: ${why}`,
      "check the way to that server from here, give a source that can be reached, then run pulumi up again: what has arrived is kept",
    );
  }
  return report;
}

/** The failure that such an answer is. */
export function refuse(answer: number | string, subject: Subject): Failure {
  return new Failure("the release cannot be copied", judgeAnswer(answer, subject));
}

/** A key that was read, by the fingerprint of its primary key; undefined for what is no key. */
export function judgeKey(found: string | undefined, pinned: string, given: boolean): Report {
  const report = new Report();
  if (found?.toUpperCase() === pinned.toUpperCase()) return report;
  report.error(
    "ASSET_SIGNING_KEY",
    ["signingKey"],
    found === undefined
      ? "this is not an OpenPGP public key"
      : `the primary key has fingerprint ${found.toUpperCase()}, and ${pinned.toUpperCase()} is trusted`,
    given
      ? "give the text of Flatcar_Image_Signing_Key.asc from flatcar.org; for a key of one's own give signingKeyFingerprint too"
      : "something between here and flatcar.org changes what is downloaded; give the key as signingKey",
  );
  return report;
}

/** Why a signature does not hold; undefined when it does. */
export function judgeSignature(why: string | undefined, { file, version }: Subject): Report {
  const report = new Report();
  if (why === undefined) return report;
  report.error(
    "ASSET_SIGNATURE",
    ["source"],
    `${file} of release ${version} is not signed by the trusted key: ${why}`,
    "take the release from Flatcar's own server, and the signing key as it is now; do not boot this file",
  );
  return report;
}

/** The digest that a file has, and the one that is signed; undefined when none is. */
export function judgeDigest(
  found: string,
  signed: string | undefined,
  { file, version, place }: Subject,
): Report {
  const report = new Report();
  if (found === signed) return report;
  report.error(
    "ASSET_DIGEST",
    ["source"],
    signed === undefined
      ? `the signed digests of release ${version} name no SHA-512 of ${file}`
      : `${file} from ${place} has SHA-512 ${abridge(found)}, and ${abridge(signed)} is signed for release ${version}`,
    "the copy at the source is damaged or of another release: mirror it again, or leave source out",
  );
  return report;
}

function abridge(digest: string): string {
  return `${digest.slice(0, 16)}…`;
}
