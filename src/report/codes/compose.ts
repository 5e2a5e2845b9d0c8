import { defineCodes } from "./doc.js";

/** Codes of the compose room. */
export const composeCodes = defineCodes({
  CONTENTS_TWICE: {
    title: "Contents are given in one way",
    explanation:
      "The bytes of a file come from contents, contentsBase64 or source; two of them would be two files.",
  },
  CONTENTS_BASE64: {
    title: "contentsBase64 is standard base64",
    explanation:
      "Ignition decodes standard base64 with padding and stops the boot at anything else; the URL alphabet with - and _ is another one.",
  },
  FRAGMENT_CONFLICT: {
    title: 'With onConflict "error", no part overrides another',
    explanation:
      "When configs are merged, the later value wins without a word. With onConflict: error two different values for one thing are refused, and the message names both places.",
  },
});
