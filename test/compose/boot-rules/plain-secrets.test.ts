import { gzipSync } from "node:zlib";
import { checkPlainSecrets } from "../../../src/compose/boot-rules/index.js";
import { encodeDataUrl, type Resource } from "../../../src/ignition/index.js";
import { cpuTime } from "../../support/cpu-time.js";
import { document, found } from "./support.js";

/** Put together here, so that no scanner takes this file for a leak. */
const canary = "c4n4ry".repeat(10);
const pem = (kind: string) => `-----BEGIN ${kind}PRIVATE KEY-----\n${canary}\n`;
const secrets: readonly (readonly [string, string])[] = [
  ["a private key of OpenSSL", pem("RSA ")],
  ["a private key of PKCS 8", pem("")],
  ["a private key of OpenSSH", pem("OPENSSH ")],
  ["a service account of GCP", JSON.stringify({ private_key: pem("") })],
  ["a key of PGP", `-----BEGIN PGP ${"PRIVATE"} KEY BLOCK-----\n${canary}`],
  ["a key of AWS", `aws_access_key_id = ${"AKIA"}${"Q3EXAMPLE7777777"}`],
  ["a secret key of AWS", `export AWS_SECRET_ACCESS_KEY="${canary.slice(0, 40)}"`],
  ["a token of GitHub", `${"gh"}p_${canary.slice(0, 36)}`],
  ["a fine-grained token of GitHub", `${"github"}_pat_${canary}`],
  ["a token of GitLab", `${"glp"}at-${canary.slice(0, 20)}`],
  ["a token of Slack", `${"xox"}b-${canary}`],
  ["a JSON web token", `Bearer ${"ey"}J${canary}.${"ey"}J${canary}.${canary}`],
  ["a kubeconfig", `users:\n- user:\n    client-key-data: ${canary}`],
  ["a join command of kubeadm", `kubeadm join 10.0.0.1:6443 --token ${"abcdef"}.0123456789abcdef`],
  ["a docker log-in", JSON.stringify({ auths: { "ghcr.io": { auth: canary.slice(0, 40) } } })],
  ["a WireGuard key", `[WireGuard]\nPrivateKey=${canary.slice(0, 43)}=\n`],
];

const harmless = [
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ core@example.com",
  "-----BEGIN CERTIFICATE-----\nMIIB\n",
  "-----BEGIN PUBLIC KEY-----\nMIIB\n",
  pem("ENCRYPTED "),
  "core:$6$rounds=4096$salt$hash:19000::::::",
  "PrivateKeyFile=/etc/wireguard/key",
  "see xoxo-hugs and AKIA for names",
  "client-key: /etc/kubernetes/key.pem",
  "eyJust a word",
  "",
];

const inFile = (contents: Resource) =>
  checkPlainSecrets(document({ storage: { files: [{ path: "/etc/x", contents }] } }));

describe("secrets in plain text", () => {
  it.each(secrets)("are found: %s, and never repeated", (_, text) => {
    const report = inFile({ source: encodeDataUrl(Buffer.from(text)) });
    expect(found(report)).toEqual(["warning PLAIN_SECRET $.storage.files[0].contents.source"]);
    const said = JSON.stringify(report.issues);
    expect(said).not.toContain(canary.slice(0, 12));
    expect(said).not.toContain("abcdef");
    expect(said).toContain("pulumi.secret");
  });

  it.each(harmless)("are not %j", (text) => {
    expect(found(inFile({ source: encodeDataUrl(Buffer.from(text)) }))).toEqual([]);
  });

  it("are found in compressed contents, appended ones, units and drop-ins", () => {
    const text = pem("EC ");
    const source = `data:;base64,${gzipSync(text).toString("base64")}`;
    const report = checkPlainSecrets(
      document({
        storage: {
          files: [
            { path: "/etc/a", contents: { source, compression: "gzip" } },
            { path: "/etc/b", append: [{ source: encodeDataUrl(Buffer.from(text)) }] },
          ],
        },
        systemd: {
          units: [
            { name: "a.service", contents: text, dropins: [{ name: "b.conf", contents: text }] },
          ],
        },
      }),
    );
    expect(found(report)).toEqual([
      "warning PLAIN_SECRET $.storage.files[0].contents.source",
      "warning PLAIN_SECRET $.storage.files[1].append[0].source",
      "warning PLAIN_SECRET $.systemd.units[0].contents",
      "warning PLAIN_SECRET $.systemd.units[0].dropins[0].contents",
    ]);
  });

  it("are key files of volumes, passwords in URLs and credentials in headers", () => {
    const headers = [
      { name: "Accept", value: "text/plain" },
      { name: "authorization", value: canary },
      { name: "X-Vault-Token", value: canary },
      { name: "Authorization" },
    ];
    const report = checkPlainSecrets(
      document({
        storage: {
          files: [
            { path: "/a", contents: { source: `https://user:${canary}@example.com/x` } },
            { path: "/b", contents: { source: "https://example.com/x:y@z", httpHeaders: headers } },
          ],
          luks: [
            { name: "a", keyFile: { source: "data:,x" } },
            { name: "b", keyFile: { source: "https://example.com/key" } },
          ],
        },
      }),
    );
    expect(found(report)).toEqual([
      "warning PLAIN_SECRET $.storage.files[0].contents.source",
      "warning PLAIN_SECRET $.storage.files[1].contents.httpHeaders[1].value",
      "warning PLAIN_SECRET $.storage.files[1].contents.httpHeaders[2].value",
      "warning PLAIN_SECRET $.storage.luks[0].keyFile.source",
    ]);
    expect(JSON.stringify(report.issues)).not.toContain(canary);
  });

  it("take no time to look for in a long URL", () => {
    const start = cpuTime();
    inFile({ source: `https://${"a:".repeat(1_000_000)}` });
    expect(cpuTime() - start).toBeLessThan(1000);
  });

  it.each([
    "eyJ",
    "eyJ-",
    "eyJ.",
    `eyJ${"a".repeat(20)}.`,
    "aws_secret_access_key = ",
    "-----BEGIN RSA ",
  ])("take no time to look for in two megabytes of %j", (piece) => {
    const source = encodeDataUrl(Buffer.from(piece.repeat(2_000_000 / piece.length)));
    const start = cpuTime();
    inFile({ source });
    expect(cpuTime() - start).toBeLessThan(1000);
  });
});
