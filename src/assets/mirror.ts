import { digestIn, imageSigningKey, releasePath, versionIn } from "../flatcar/index.js";
import type { Architecture } from "../hardware/index.js";
import { describeWanted, Failure, find, showProgress, write } from "../provider/index.js";
import { type Pauses, persist, usualPauses } from "./attempts.js";
import { download } from "./download.js";
import { judgeDigest, refuse, type Subject } from "./judge.js";
import { readKey, readSigned } from "./signature.js";
import { openSource, readBytes, readText, type Source } from "./source.js";

/** What to copy, from where and to where, and whom to trust. */
export interface Mirror {
  readonly directory: string;
  readonly source: string;
  readonly architectures: readonly Architecture[];
  /** Names of the files, the same for every architecture. */
  readonly files: readonly string[];
  /** Names of those whose detached signature is copied too, unverified: what installs them verifies it once more. */
  readonly signed?: readonly string[];
  /** Text of the public key; without one it is fetched from flatcar.org. */
  readonly signingKey?: string;
  /** Fingerprint of its primary key. */
  readonly signingKeyFingerprint: string;
}

/** SHA-512 by path below the folder. */
export type Digests = Record<string, string>;

/** The signed digests of a file, beside it. */
const proofOf = (path: string): string => `${path}.DIGESTS.asc`;
/** Its detached signature, beside it. */
const signatureOf = (path: string): string => `${path}.sig`;

/** Paths of the files of a release, without what lies beside them. */
function filesOf({ architectures }: Mirror, files: readonly string[], version: string): string[] {
  const folders = architectures.map((architecture) => releasePath(architecture, version));
  return folders.flatMap((folder) => files.map((file) => `${folder}/${file}`));
}

/** Every path that a release has below the folder. */
export function pathsOf(wanted: Mirror, version: string): string[] {
  const { files, signed = [] } = wanted;
  return [
    ...filesOf(wanted, files, version).flatMap((path) => [path, proofOf(path)]),
    ...filesOf(wanted, signed, version).map(signatureOf),
  ];
}

/** The newest release of the source, by its version.txt. */
export async function newestVersion(
  { source: address, architectures }: Mirror,
  pauses: Pauses = usualPauses,
): Promise<string> {
  const source = openSource(address);
  const [first = "x64"] = architectures;
  const subject = subjectOf(source, `${releasePath(first)}/version.txt`, "current");
  const version = versionIn(await persist(() => readText(source, subject), subject, pauses));
  if (version === undefined) throw refuse("it names no version", subject);
  return version;
}

/**
 * Copies a release: what is not there yet, or is not as it was signed. A file that fails leaves what
 * was in its place.
 */
export async function mirror(
  wanted: Mirror,
  version: string,
  pauses: Pauses = usualPauses,
): Promise<Digests> {
  const { directory } = wanted;
  const source = openSource(wanted.source);
  const load = (subject: Subject): Promise<string> =>
    persist(() => readText(source, subject), subject, pauses);
  const key = await readKey(
    wanted.signingKey ?? (await officialKey(pauses)),
    wanted.signingKeyFingerprint,
    wanted.signingKey !== undefined,
  );
  const digests: Digests = {};
  const copy = async (path: string, bytes: string | Buffer): Promise<void> => {
    const beside = { contents: bytes, mode: 0o644 };
    await write(directory, path, beside);
    digests[path] = describeWanted(beside).sha512;
  };
  for (const path of filesOf(wanted, wanted.files, version)) {
    const subject = subjectOf(source, path, version);
    const proof = subjectOf(source, proofOf(path), version);
    const signed = await load(proof);
    const sha512 = digestIn(await readSigned(signed, key, proof), subject.file);
    if (sha512 === undefined) {
      throw new Failure("the release cannot be trusted", judgeDigest("", undefined, subject));
    }
    if ((await find(directory, path))?.sha512 !== sha512) {
      const progress = reporter(`${path.split("/")[0]} ${version} ${subject.file}`);
      await download({ source, subject, directory, path, sha512, pauses, progress });
    }
    digests[path] = sha512;
    await copy(proofOf(path), signed);
  }
  for (const path of filesOf(wanted, wanted.signed ?? [], version).map(signatureOf)) {
    const subject = subjectOf(source, path, version);
    await copy(path, await persist(() => readBytes(source, subject), subject, pauses));
  }
  return digests;
}

function subjectOf(source: Source, path: string, version: string): Subject {
  return { file: path.split("/").at(-1) ?? path, version, place: source.placeOf(path) };
}

/** The key as it is published today: what it is worth is decided by its fingerprint. */
async function officialKey(pauses: Pauses): Promise<string> {
  const { url } = imageSigningKey;
  const at = url.lastIndexOf("/");
  const source = openSource(url.slice(0, at));
  const subject = { file: url.slice(at + 1), version: "current", place: url };
  return persist(() => readText(source, subject), subject, pauses);
}

/** Says how far a file is, once a second. */
function reporter(what: string): (bytes: number, total?: number) => void {
  let said = Date.now();
  return (bytes, total) => {
    if (Date.now() - said < 1000) return;
    said = Date.now();
    showProgress(`${what}: ${megabytes(bytes)}${total ? ` of ${megabytes(total)}` : ""} MB`);
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
