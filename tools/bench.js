"use strict";

// npm run bench [-- --quick] [-- --only NAME,NAME]: what the work costs, measured on this machine. Numbers of different
// machines or runs cannot be compared; ratios within one run can.

const { machineFacts } = require("./bench/facts.js");
const { SetUpFailure } = require("./setup/failure.js");
const { setUpClone } = require("./setup/index.js");

/**
 * A part of the measurements.
 *
 * @typedef {object} Section
 * @property {string} title
 * @property {(place: BenchPlace) => Promise<string>} run gives the text to print
 *
 * @typedef {import("./setup/index.js").Clone & { quick: boolean }} BenchPlace `quick` asks for few and short
 *   measurements, which show that everything runs and not how fast
 */

/** @type {Readonly<Record<string, Section>>} */
const SECTIONS = {
  originals: require("./bench/originals.js"),
  compose: require("./bench/compose.js"),
  policy: require("./bench/policy.js"),
  rack: require("./bench/rack.js"),
  previews: require("./bench/previews.js"),
  imports: require("./bench/imports.js"),
};

/** @param {readonly string[]} args */
function parse(args) {
  const rest = args.filter((arg) => arg !== "--quick");
  const names = rest[0] === "--only" ? (rest[1] ?? "").split(",") : Object.keys(SECTIONS);
  const known = names.every((name) => Object.hasOwn(SECTIONS, name));
  if (!known || ![0, 2].includes(rest.length) || (rest.length > 0 && rest[0] !== "--only")) {
    throw new SetUpFailure(
      "usage: npm run bench [-- [--quick] [--only NAME,NAME]]\n" +
        `names: ${Object.keys(SECTIONS).join(", ")}`,
    );
  }
  return { quick: rest.length < args.length, names };
}

async function main() {
  const { quick, names } = parse(process.argv.slice(2));
  const place = { ...(await setUpClone()), quick };
  console.log(`Machine\n${await machineFacts(place)}`);
  for (const name of names) {
    const section = SECTIONS[name];
    if (section === undefined) continue;
    console.log(section.title);
    console.log(await section.run(place));
  }
}

main().catch((error) => {
  console.error(error instanceof SetUpFailure ? `\n${error.message}` : error);
  process.exitCode = 1;
});
