"use strict";

// node tools/bench/import-worker.js MODULE...: imports modules; prints CPU milliseconds and MiB as JSON.

const modules = process.argv.slice(2).map((name) => require.resolve(name));
const start = process.cpuUsage();
modules.forEach(require);
const { user, system } = process.cpuUsage(start);
const mib = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ milliseconds: (user + system) / 1000, mib }));
