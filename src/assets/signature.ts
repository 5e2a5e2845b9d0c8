import { type Key, readCleartextMessage, readKeys, verify } from "openpgp";
import { Failure } from "../provider/index.js";
import { judgeKey, judgeSignature, type Subject } from "./judge.js";

/** Reads the public key that signatures must come from. Ends in ASSET_SIGNING_KEY when it is another one. */
export async function readKey(text: string, pinned: string, given: boolean): Promise<Key> {
  const keys = await readKeys({ armoredKeys: text }).catch(() => []);
  const key = keys.find((each) => each.getFingerprint().toUpperCase() === pinned.toUpperCase());
  if (key) return key;
  const report = judgeKey(keys[0]?.getFingerprint(), pinned, given);
  throw new Failure("the signing key cannot be trusted", report);
}

/**
 * The text of a clear-signed file, once its signature proved to be made by the key or by a subkey
 * that was valid when it signed. Ends in ASSET_SIGNATURE.
 */
export async function readSigned(signed: string, key: Key, subject: Subject): Promise<string> {
  try {
    const message = await readCleartextMessage({ cleartextMessage: signed });
    const { data } = await verify({ message, verificationKeys: key, expectSigned: true });
    return data;
  } catch (error) {
    const report = judgeSignature(reason(error), subject);
    throw new Failure("the release cannot be trusted", report);
  }
}

/** The library's words, in the way messages are written. */
function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.replace(/^Error verifying signed message: /, "").replace(/\n[\s\S]*/, "");
  return line.charAt(0).toLowerCase() + line.slice(1);
}
