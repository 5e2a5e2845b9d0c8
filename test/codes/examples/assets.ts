import type * as pulumi from "@pulumi/pulumi";
import { judgeAnswer, judgeDigest, judgeKey, judgeSignature } from "../../../src/assets/judge.js";
import type { BareMetalInstanceArgs, PxeBootAssetsArgs } from "../../../src/baremetal/args.js";
import { checkAssets, checkMirrored } from "../../../src/baremetal/check-assets.js";
import { imageSigningKey } from "../../../src/flatcar/index.js";
import type { assetCodes } from "../../../src/report/codes/assets.js";
import type { Report } from "../../../src/report/index.js";
import { type Example, kind } from "../example.js";
import { printConstructor } from "../print.js";

type Args = Partial<Omit<pulumi.Unwrap<PxeBootAssetsArgs>, "architectures">> & {
  readonly architectures?: readonly string[];
};

const folder: pulumi.Unwrap<PxeBootAssetsArgs> = {
  directory: "./netboot/flatcar",
  baseUrl: "http://192.168.1.10:8080/flatcar",
};

/** A copy with these args. */
const assets = kind<Args>((args) => ({
  language: "ts",
  text: printConstructor("PxeBootAssets", "assets", { ...folder, ...args }),
  report: checkAssets(Object.assign({}, folder, args)),
}));

/** A copy, and a machine that boots from it. */
const mirroredMachine = kind<Pick<pulumi.Unwrap<BareMetalInstanceArgs>, "version">>((args) => ({
  language: "ts",
  text: [
    printConstructor("PxeBootAssets", "assets", { ...folder, version: "4593.2.5" }),
    printConstructor("BareMetalInstance", "node-a", args, "...base, mirrorUrl: assets.mirrorUrl"),
  ].join("\n"),
  report: checkMirrored(args, {
    ...{ channel: "stable", version: "4593.2.5", architectures: ["x64"], diskImage: false },
  }),
}));

/** A copy with these args, and a machine that is installed from it. */
const installedMachine = kind<Pick<Args, "diskImage">>(({ diskImage = false }) => ({
  language: "ts",
  text: [
    printConstructor("PxeBootAssets", "assets", { ...folder, ...(diskImage && { diskImage }) }),
    printConstructor(
      "BareMetalInstance",
      "node-a",
      { mode: "installed" },
      "...base, mirrorUrl: assets.mirrorUrl",
    ),
  ].join("\n"),
  report: checkMirrored(
    { mode: "installed" },
    { channel: "stable", version: "4593.2.5", architectures: ["x64"], diskImage },
  ),
}));

/** What comes to light while a release is copied. */
const copying = kind<{ args: Args; happens: string; report: Report }>(
  ({ args, happens, report }) => ({
    language: "ts",
    text: `${printConstructor("PxeBootAssets", "assets", { ...folder, ...args })}\n// ${happens}`,
    report,
  }),
);

const subject = (file: string, version = "4593.2.5") => ({
  file,
  version,
  place: `https://stable.release.flatcar-linux.net/amd64-usr/${version}/${file}`,
});
const kernel = subject("flatcar_production_pxe.vmlinuz");
const proof = subject("flatcar_production_pxe.vmlinuz.DIGESTS.asc");
const stranger = "0123456789ABCDEF0123456789ABCDEF01234567";
const key = 'readFileSync("Flatcar_Image_Signing_Key.asc", "utf8")';

export const assetExamples = {
  ASSET_SOURCE: assets(
    { source: "ftp://mirror.example.com/flatcar" },
    { source: "https://mirror.example.com/flatcar" },
  ),
  ASSET_ARCHITECTURE: assets({ architectures: ["amd64"] }, { architectures: ["x64"] }),
  ASSET_DISK_IMAGE: installedMachine({}, { diskImage: true }),
  ASSET_VERSION: mirroredMachine({ version: "4593.2.4" }, {}),
  ASSET_MISSING: copying(
    {
      args: { version: "4593.2.99" },
      happens: "the server answers that it has no such file",
      report: judgeAnswer(404, subject(proof.file, "4593.2.99")),
    },
    {
      args: { version: "4593.2.5" },
      happens: "the server has the release",
      report: checkAssets({ ...folder, version: "4593.2.5" }),
    },
  ),
  ASSET_UNREACHABLE: copying(
    {
      args: {},
      happens: "in a closed network",
      report: judgeAnswer("getaddrinfo ENOTFOUND stable.release.flatcar-linux.net", kernel),
    },
    {
      args: { version: "4593.2.5", source: "/media/flatcar" },
      happens: "in a closed network, from a disk",
      report: checkAssets({ ...folder, version: "4593.2.5", source: "/media/flatcar" }),
    },
  ),
  ASSET_SIGNING_KEY: copying(
    {
      args: { signingKey: "…" },
      happens: `signingKey holds another key than ${key}`,
      report: judgeKey(stranger, imageSigningKey.fingerprint, true),
    },
    {
      args: { signingKey: "…" },
      happens: `signingKey is ${key}`,
      report: judgeKey(imageSigningKey.fingerprint, imageSigningKey.fingerprint, true),
    },
  ),
  ASSET_SIGNATURE: copying(
    {
      args: { source: "http://mirror.example.com" },
      happens: "somebody built a kernel and wrote digests for it",
      report: judgeSignature("could not find signing key with key ID 0123456789abcdef", proof),
    },
    {
      args: { source: "http://mirror.example.com" },
      happens: "the mirror has Flatcar's files as they are",
      report: judgeSignature(undefined, proof),
    },
  ),
  ASSET_DIGEST: copying(
    {
      args: { source: "/media/flatcar" },
      happens: "the disk was full when the kernel was copied onto it",
      report: judgeDigest("ab".repeat(64), "cd".repeat(64), kernel),
    },
    {
      args: { source: "/media/flatcar" },
      happens: "the disk has all of it",
      report: judgeDigest("cd".repeat(64), "cd".repeat(64), kernel),
    },
  ),
} satisfies Record<keyof typeof assetCodes, Example>;
