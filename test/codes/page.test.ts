import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { renderPage } from "./page.js";

const page = resolve(__dirname, "../../docs/issues.md");

it("is what docs/issues.md says; run npm run docs", () => {
  const text = renderPage();
  if (process.env.FLATCAR_WRITE_DOCS) writeFileSync(page, text);
  if (readFileSync(page, "utf8") !== text) {
    throw new Error(
      "docs/issues.md is not what the codes and their examples are now: run npm run docs",
    );
  }
});
