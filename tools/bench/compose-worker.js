"use strict";

// node tools/bench/compose-worker.js FORM MACHINES: composes and renders one fleet; prints CPU seconds and MiB as JSON.

const { composeIgnition } = require("../../dist/compose/index.js");
const { renderIgnition } = require("../../dist/ignition/index.js");
const { fleet } = require("./fleet.js");

const [form = "mixed", machines = "10"] = process.argv.slice(2);
const MIB = 1024;

const work = fleet(form, Number(machines));
const before = process.resourceUsage().maxRSS / MIB;
const start = process.cpuUsage();
const rendered = work.map((fragments) => {
  const { config, report } = composeIgnition(fragments);
  if (report.issues.length > 0) throw new Error(JSON.stringify(report.issues));
  return Buffer.from(renderIgnition(config));
});
const { user, system } = process.cpuUsage(start);
const peak = process.resourceUsage().maxRSS / MIB;

// Used after the measurement, so that the configs stay in memory until then.
if (new Set(rendered.map(String)).size !== work.length)
  throw new Error("two machines are the same");
console.log(JSON.stringify({ seconds: (user + system) / 1e6, peak, before }));
