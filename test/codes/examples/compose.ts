import type { composeCodes } from "../../../src/report/codes/compose.js";
import { config, type Example } from "../example.js";
import { oneFile } from "./parts.js";

export const composeExamples = {
  CONTENTS_TWICE: config(
    oneFile({ path: "/etc/motd", contents: "hello", contentsBase64: "aGVsbG8=" }),
    oneFile({ path: "/etc/motd", contents: "hello" }),
  ),
  CONTENTS_BASE64: config(
    oneFile({ path: "/etc/motd", contentsBase64: "hello" }),
    oneFile({ path: "/etc/motd", contentsBase64: "aGVsbG8=" }),
  ),
  FRAGMENT_CONFLICT: config(
    {
      onConflict: "error",
      fragments: [{ name: "base", files: [{ path: "/etc/motd", mode: 0o644 }] }],
      files: [{ path: "/etc/motd", mode: 0o600 }],
    },
    {
      onConflict: "error",
      fragments: [{ name: "base", files: [{ path: "/etc/motd", mode: 0o644 }] }],
      files: [{ path: "/etc/motd", contents: "hello" }],
    },
  ),
} satisfies Record<keyof typeof composeCodes, Example>;
