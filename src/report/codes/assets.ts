import { defineCodes } from "./doc.js";

/** Codes of the assets room and of what baremetal says of boot assets. */
export const assetCodes = defineCodes({
  ASSET_SOURCE: {
    title: "Boot assets come from a web server or a folder",
    explanation:
      "The copy is made from an http or https address, or from a folder on the machine that runs Pulumi. A user name or password in the address would end up in messages and in the state.",
  },
  ASSET_ARCHITECTURE: {
    title: "Boot assets are of the machine's architecture",
    explanation:
      "Kernel and initramfs exist once for each architecture, and only those that were asked for are copied. A machine of another one would get error 404 from the web server and stop in its boot loader.",
  },
  ASSET_DISK_IMAGE: {
    title: "A machine that is installed has a disk image to be installed from",
    explanation:
      "Kernel and initramfs are enough to boot over the network. What flatcar-install writes to a disk is another file, of about 500 MB, that is copied only where it is asked for; without it the installer would try again and again.",
  },
  ASSET_VERSION: {
    title: "A machine asks for the release that is mirrored",
    explanation:
      "One copy holds one release. Another version or channel is not in the folder, and the machine would get error 404 from the web server and stop in its boot loader.",
  },
  ASSET_MISSING: {
    title: "The release server has the release",
    explanation:
      "The server answered that it does not have the file. A version that was never released looks the same, as does a mirror without it, or one that lacks version.txt or the signed digests beside each file.",
  },
  ASSET_UNREACHABLE: {
    title: "The release server answers",
    explanation:
      "A download that breaks is continued where it broke, several times. What has arrived is kept for the next pulumi up, and files that were in place before stay there.",
  },
  ASSET_SIGNING_KEY: {
    title: "The signing key is the one that is pinned",
    explanation:
      "Whoever can change what is downloaded can change a key that is downloaded as well. So the fingerprint of its primary key is fixed; subkeys are bound to that one and change every year or two.",
  },
  ASSET_SIGNATURE: {
    title: "The digests of a release carry a good signature",
    explanation:
      "The signature says that Flatcar built the file; the digest alone says no more than that the server agrees with itself. It must be made by the pinned key, or by a subkey that it vouched for at that time. Files that were in place before stay there.",
  },
  ASSET_DIGEST: {
    title: "A file has the signed digest",
    explanation:
      "What arrived is not what was signed: it was cut, changed on the way, or the mirror has a file of another release. It is not put in place; files that were there before stay.",
  },
});
