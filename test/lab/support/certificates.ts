import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A certificate with its key, as PEM text and as files. */
export interface Certificate {
  readonly text: string;
  readonly key: string;
  readonly file: string;
  readonly keyFile: string;
}

/** A certificate authority of a test, in a folder. */
export class Authority {
  readonly own: Certificate;
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.own = this.make("ca", "basicConstraints=critical,CA:TRUE");
  }

  /** Signs a certificate that holds for these names, as in `DNS:localhost` and `IP:127.0.0.1`. */
  sign(name: string, ...names: readonly string[]): Certificate {
    const extension = `subjectAltName=${names.join(",") || `DNS:${name}`}`;
    return this.make(name, extension, ["-CA", this.own.file, "-CAkey", this.own.keyFile]);
  }

  private make(name: string, extension: string, signer: readonly string[] = []): Certificate {
    const [file, keyFile] = [join(this.folder, `${name}.crt`), join(this.folder, `${name}.key`)];
    execFileSync(
      "openssl",
      [
        ..."req -x509 -days 2 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes".split(" "),
        ...["-subj", `/CN=${name}`, "-addext", extension, "-keyout", keyFile, "-out", file],
        ...signer,
      ],
      { stdio: "pipe" },
    );
    return { text: readFileSync(file, "utf8"), key: readFileSync(keyFile, "utf8"), file, keyFile };
  }
}
