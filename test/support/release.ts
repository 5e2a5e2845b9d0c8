import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  createCleartextMessage,
  generateKey,
  type PrivateKey,
  type PublicKey,
  sign,
} from "openpgp";

const hour = 3_600_000;

/** A signing key as Flatcar has one: a primary key that vouches for a subkey, which signs and expires. */
export class SigningKey {
  /** The text that users have. */
  readonly text: string;
  /** Of the primary key, in capitals. */
  readonly fingerprint: string;
  private readonly secret: PrivateKey;

  private constructor(secret: PrivateKey, shared: PublicKey) {
    this.secret = secret;
    this.text = shared.armor();
    this.fingerprint = shared.getFingerprint().toUpperCase();
  }

  /** Made ten hours ago, with a subkey that lasts so many hours. */
  static async make(subkeyHours = 100): Promise<SigningKey> {
    const { privateKey, publicKey } = await generateKey({
      type: "ecc",
      userIDs: [{ name: "Buildbot of the test" }],
      subkeys: [{ sign: true }],
      date: new Date(Date.now() - 10 * hour),
      format: "object",
    });
    return new SigningKey(privateKey, publicKey).rotated(subkeyHours);
  }

  /** The same primary key with a new subkey. */
  async rotated(subkeyHours = 100): Promise<SigningKey> {
    const fresh = await this.secret.addSubkey({
      sign: true,
      keyExpirationTime: (subkeyHours * hour) / 1000,
      date: new Date(Date.now() - 9 * hour),
    });
    return new SigningKey(fresh, fresh.toPublic());
  }

  /** Clear-signs a text with the newest subkey, now or some hours ago, whether it may or not. */
  async sign(text: string, hoursAgo = 0): Promise<string> {
    const subkey = this.secret.getSubkeys().at(-1);
    for (const binding of subkey?.bindingSignatures ?? []) binding.keyNeverExpires = true;
    return sign({
      message: await createCleartextMessage({ text }),
      signingKeys: this.secret,
      signingKeyIDs: subkey && [subkey.getKeyID()],
      date: new Date(Date.now() - hoursAgo * hour),
    });
  }
}

/** A DIGESTS file as Flatcar's builds write it. */
export function digestsOf(name: string, contents: Buffer): string {
  return ["md5", "sha1", "sha512"]
    .map((kind) => {
      const digest = createHash(kind).update(contents).digest("hex");
      return `# ${kind.toUpperCase()} HASH\n${digest}  ${name}\n`;
    })
    .join("");
}

/** Writes a signed release into a folder that has the layout of the release server. */
export async function writeRelease(
  folder: string,
  { version, board = "amd64-usr", files, key, newest }: ReleaseFiles,
): Promise<void> {
  const place = join(folder, board, version);
  mkdirSync(place, { recursive: true });
  for (const [name, contents] of Object.entries(files)) {
    writeFileSync(join(place, name), contents);
    writeFileSync(join(place, `${name}.DIGESTS.asc`), await key.sign(digestsOf(name, contents)));
  }
  if (newest) {
    mkdirSync(join(folder, board, "current"), { recursive: true });
    writeFileSync(
      join(folder, board, "current", "version.txt"),
      `FLATCAR_VERSION=${version}\nFLATCAR_VERSION_ID=${version}\nFLATCAR_BUILD_ID=""\n`,
    );
  }
}

export interface ReleaseFiles {
  readonly version: string;
  readonly board?: "amd64-usr" | "arm64-usr";
  readonly files: Readonly<Record<string, Buffer>>;
  readonly key: SigningKey;
  /** Whether it is the newest of its channel. */
  readonly newest?: boolean;
}
