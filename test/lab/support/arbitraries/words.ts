import fc from "fast-check";

/** Texts made of fragments, for grammars whose borders matter more than their words. */
function soup(fragments: readonly string[], maxLength: number, start = ""): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...fragments), { maxLength })
    .map((parts) => start + parts.join(""));
}

/** URLs that are almost right. */
export const urls = soup(
  [
    ...["http", "https", "HTTP", "s3", "arn", "gs", "tftp", "oem", "data", "1x", "a+b"],
    ...[":", "//", "/", "@", "?", "#", "&", ";", "=", ".", "..", "[", "]", "[::1]", "%25eth0"],
    ...["a", "b.c", "ä", " ", "\t", "\\", "^", "{", "|", '"', "<", "\u007f", "\u0000"],
    ...["%", "%41", "%zz", "%C3%A4", "%2f", ":80", ":x", "user:pw@"],
    ...["versionId=", "versionId=3", "VersionId", "aws", "bucket/key", "accesspoint/a/object/k"],
    ...["arn:aws:s3:::b/k", "arn:aws:s3:eu:1:accesspoint/a", "arn:aws:sns:::b/k", "data:,"],
  ],
  7,
);

/** Data URLs that are almost right. */
export const dataUrls = soup(
  [
    ...["text", "text/plain", "/", "plain", "x-", "X-a", "image", "applicationx", "font/ttf"],
    ...[";", "charset", "=", "utf-8", '"', "\\", '\\"', "\\x41", "\\ud800", "%41", "%4", "%zz"],
    ...["base64", ";base64,", ",", "aGk=", "aGkh", "aG", "=", "==", "\n", "\r", "+/", "-_"],
    ...[" ", "a", "é", "<", "#", "{", "^", "`", "|", "~", "'", "%20", "\u0000", "\u007f"],
  ],
  8,
  "data:",
);

const unitFragments = [
  ...["[Unit]", "[Install]", "[Service]", "[", "]", "[A\nB]", "[]"],
  ...[
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\\\n",
    "\\\r\n",
    "\\",
    " ",
    "\t",
    "\u00a0",
    "\u2028",
  ],
  ...[
    "WantedBy=x",
    "ExecStart=/bin/a",
    "A=",
    "=",
    "=b",
    "key",
    "é=ü",
    "#",
    "; c",
    "# c\\\n",
    "\u0085",
  ],
  ...["\ufeff", "\u0000", "\v", "\f", "😀"],
];

/** Units with odd syntax, and such with lines about as long as the lexer allows. */
export const unitTexts = fc.oneof(
  { weight: 4, arbitrary: soup(unitFragments, 12) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.oneof(
          fc.constantFrom(...unitFragments),
          fc.integer({ min: 900, max: 2200 }).map((length) => "x".repeat(length)),
          fc.integer({ min: 2040, max: 2056 }).map((length) => "é".repeat(length >> 1)),
        ),
        { maxLength: 10 },
      )
      .map((parts) => `[Unit]\n${parts.join("")}`),
  },
);

/** Paths that are almost right. */
export const paths = soup(
  ["/", "//", "a", "b", ".", "..", "/etc", "/etc/link", "/.", "/..", " ", "é", "\\", "\n", "..."],
  5,
);

/** Texts for places where anything goes. */
export const texts = fc.oneof(
  fc.constantFrom("", " ", "a", "core", "é", "x".repeat(36), "x".repeat(37), "é".repeat(18), "a:b"),
  fc.constantFrom("é".repeat(24), "x".repeat(16), "x".repeat(17), "0", "true", "null", "~", "a\tb"),
  fc.constantFrom("<&>", "\u2028", "\u007f", "\u0001", "\b\f", '"\\', "😀", "line\nline\n", " x "),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);

/** Whole numbers around the borders of rules and types. */
export const integers = fc.oneof(
  fc.constantFrom(0, 1, -1, 7, 8, 128, 0o644, 0o755, 0o777, 0o1777, 0o4755, 0o7777, 0o10000),
  fc.constantFrom(644, 755, 777, 1777, 4755, 420, 511, 2 ** 31, 2 ** 32, -(2 ** 31)),
  fc.integer({ min: -3, max: 8000 }),
);
