import { encodeDataUrl, type Resource } from "../ignition/index.js";
import { at, type Path, type Report } from "../report/index.js";
import type { Contents } from "./fragment.js";

const sources = ["contents", "contentsBase64", "source"] as const;

/**
 * Contents as Ignition's resource; undefined when nothing is given. Inline bytes say
 * `compression: ""` aloud, because a merge would otherwise keep the compression of what they replace.
 */
export function toResource(contents: Contents): Resource | undefined {
  const { hash, compression, httpHeaders } = contents;
  const inline = inlineSource(contents);
  const source = inline ?? contents.source;
  if (source === undefined && hash === undefined && compression === undefined && !httpHeaders)
    return undefined;
  return {
    compression: compression ?? (inline === undefined ? undefined : ""),
    httpHeaders,
    source,
    verification: hash === undefined ? undefined : { hash },
  };
}

function inlineSource({ contents, contentsBase64 }: Contents): string | undefined {
  if (contents !== undefined) return encodeDataUrl(Buffer.from(contents, "utf8"));
  if (contentsBase64 === undefined) return undefined;
  // What is wrong with them is said once, by checkContents.
  return `data:;base64,${isBase64(contentsBase64) ? contentsBase64 : ""}`;
}

function isBase64(text: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
}

/** Raises CONTENTS_TWICE and CONTENTS_BASE64. */
export function checkContents(contents: Contents, path: Path, report: Report): void {
  const given = sources.filter((name) => contents[name] !== undefined);
  if (given.length > 1) {
    report.error(
      "CONTENTS_TWICE",
      at(path, given[1] as string),
      `${given.join(" and ")} are given, and only one can become the bytes`,
      `keep one of ${given.join(", ")}`,
    );
  }
  const base64 = contents.contentsBase64;
  if (base64 !== undefined && !isBase64(base64)) {
    report.error(
      "CONTENTS_BASE64",
      at(path, "contentsBase64"),
      "not standard padded base64",
      'encode with Buffer.from(bytes).toString("base64"), or give text in contents',
    );
  }
}
