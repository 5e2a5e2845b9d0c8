import {
  atLeast,
  gzip,
  type HttpHeader,
  type IgnitionDocument,
  isSpecVersion,
  renderIgnition,
} from "../ignition/index.js";

/**
 * A config that holds another one compressed: Ignition replaces it by what it unpacks. The whole user
 * data cannot be gzip, because most platforms hand it to Ignition as it is.
 */
export function compressedConfig(text: string, version: string | undefined): string {
  const source = `data:;base64,${Buffer.from(gzip(Buffer.from(text, "utf8"))).toString("base64")}`;
  return renderIgnition({
    ignition: {
      config: { replace: { compression: "gzip", source } },
      version: envelopeVersion(version),
    },
  });
}

/** References to configs know compression, headers and sha256 from spec 3.1 on; every Flatcar with spec 3 reads that. */
function envelopeVersion(version: string | undefined): string {
  return isSpecVersion(version) && atLeast(version, "3.1.0") ? version : "3.1.0";
}

/**
 * A config that is replaced at boot by the one at `url`. `hash` is `sha512-` and the digest of the
 * config; `version` the spec of the small config, by rule that of the one it stands for.
 */
export function pointerConfig(
  url: string,
  hash: string,
  version: string | undefined,
  headers: readonly HttpHeader[] = [],
): IgnitionDocument {
  return {
    ignition: {
      config: {
        replace: {
          ...(headers.length > 0 && { httpHeaders: [...headers] }),
          source: url,
          verification: { hash },
        },
      },
      version: envelopeVersion(version),
    },
  };
}
