import fc from "fast-check";
import { readIgnition } from "../../src/ignition/index.js";
import { judgeIgnition } from "./support/agreement.js";
import { ignitionTexts, tidyIgnition } from "./support/arbitraries/ignition.js";
import { askBatch } from "./support/batch.js";

it("explores", async () => {
  const n = Number(process.env.N ?? 2000),
    seed = Number(process.env.SEED ?? 1);
  const arb = process.env.TIDY ? tidyIgnition : ignitionTexts;
  let t = Date.now();
  const docs = fc.sample(arb, { numRuns: n, seed });
  const lines = [`generate ${Date.now() - t}`];
  t = Date.now();
  const answers = await askBatch(
    "validate",
    docs.map((d) => [d]),
  );
  lines.push(`ask ${Date.now() - t}`);
  t = Date.now();
  const bad: string[] = [];
  const classes = new Map<string, number>();
  let accepted = 0;
  docs.forEach((d, i) => {
    const a = answers[i]!;
    if (a.accepted) accepted++;
    for (const e of a.entries) {
      const c = e.message.slice(0, 50);
      classes.set(c, (classes.get(c) ?? 0) + 1);
    }
    if (a.error) classes.set("END " + a.error, (classes.get("END " + a.error) ?? 0) + 1);
    const { ours, theirs } = judgeIgnition(d, a);
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      const o = ours.filter((x) => !theirs.includes(x)),
        th = theirs.filter((x) => !ours.includes(x));
      bad.push(
        [
          i,
          JSON.stringify(d.length > 3000 ? d.slice(0, 300) + "..." : d),
          "OURS " + o.join(" "),
          "THEIRS " + th.join(" "),
          JSON.stringify(
            readIgnition(d)
              .report.issues.filter((x) => x.severity === "error")
              .map((x) => [x.code, x.message])
              .slice(0, 3),
          ),
          JSON.stringify(a.entries.slice(0, 3)),
        ].join("\n   "),
      );
    }
  });
  lines.push(
    `judge ${Date.now() - t}`,
    `accepted ${accepted} of ${n}`,
    `bad ${bad.length}`,
    `avg size ${docs.reduce((s, d) => s + d.length, 0) / n}`,
  );
  if (process.env.CLASSES)
    lines.push(...[...classes].sort((a, b) => b[1] - a[1]).map(([k, v]) => `${v} ${k}`));
  require("fs").writeFileSync(
    "/tmp/bg/explore.txt",
    lines.join("\n") + "\n\n" + bad.sort((a, b) => a.length - b.length).join("\n\n"),
  );
}, 600000);

import { translateButane } from "../../src/butane/index.js";
import { judgeButane } from "./support/agreement.js";
import { butaneTexts, tidyButane } from "./support/arbitraries/butane.js";
import { localFiles, writeLocalFiles } from "./support/arbitraries/local-files.js";

it("xbutane", async () => {
  const n = Number(process.env.N ?? 2000),
    seed = Number(process.env.SEED ?? 1);
  const arb = process.env.TIDY ? tidyButane : butaneTexts;
  const fs = require("fs");
  const dir = fs.mkdtempSync("/tmp/bg/files");
  writeLocalFiles(dir);
  let t = Date.now();
  const docs = fc.sample(arb, { numRuns: n, seed });
  const lines = [`generate ${Date.now() - t}`];
  t = Date.now();
  const answers = await askBatch(
    "butane",
    docs.map((d) => [d]),
    dir,
  );
  lines.push(`ask ${Date.now() - t}`);
  t = Date.now();
  const bad: string[] = [];
  const classes = new Map<string, number>();
  let accepted = 0,
    yaml = 0;
  docs.forEach((d, i) => {
    const a = answers[i]!;
    if (a.accepted) accepted++;
    if (/yaml: /.test(a.error ?? "")) yaml++;
    for (const e of a.entries) {
      const c = e.message.slice(0, 50);
      classes.set(c, (classes.get(c) ?? 0) + 1);
    }
    if (a.error) {
      const c = "END " + a.error.slice(0, 60);
      classes.set(c, (classes.get(c) ?? 0) + 1);
    }
    const { ours, theirs } = judgeButane(d, a, { files: localFiles });
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      const o = ours.filter((x) => !theirs.includes(x)),
        th = theirs.filter((x) => !ours.includes(x));
      bad.push(
        [
          i,
          d,
          "OURS " + o.join(" "),
          "THEIRS " + th.join(" "),
          JSON.stringify(
            translateButane(d, { files: localFiles })
              .report.issues.filter((x) => x.severity === "error")
              .map((x) => [x.code, x.path.join("."), x.message, x.position])
              .slice(0, 3),
          ),
          JSON.stringify([a.error, a.entries.slice(0, 3)]),
        ].join("\n   "),
      );
    }
  });
  lines.push(
    `judge ${Date.now() - t}`,
    `accepted ${accepted} of ${n}, yaml ${yaml}`,
    `bad ${bad.length}`,
    `avg size ${docs.reduce((s, d) => s + d.length, 0) / n}`,
  );
  if (process.env.CLASSES)
    lines.push(...[...classes].sort((a, b) => b[1] - a[1]).map(([k, v]) => `${v} ${k}`));
  fs.writeFileSync(
    "/tmp/bg/xb.txt",
    lines.join("\n") +
      "\n\n" +
      bad.sort((a, b) => a.length - b.length).join("\n=================\n"),
  );
  fs.writeFileSync("/tmp/bg/xb-docs.txt", docs.slice(0, 60).join("\n=================\n"));
}, 600000);
