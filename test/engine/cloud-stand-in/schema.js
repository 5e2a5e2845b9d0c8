"use strict";

const { namesOf, requiredOf } = require("./cloud.js");

/** The schema says which properties there are, and nothing about their types. */
const ANY = { $ref: "pulumi.json#/Any" };

/**
 * The Pulumi schema of a cloud's tables. Programs in YAML are checked against it.
 *
 * @param {import("./cloud.js").Cloud} cloud
 */
function schemaOf({ name, version, resources, lookUps = {} }) {
  return {
    name,
    version,
    description: "A stand-in for tests",
    provider: {},
    resources: mapValues(resources, ({ inputs, outputs = {} }) => ({
      inputProperties: properties(namesOf(inputs)),
      requiredInputs: requiredOf(inputs),
      properties: properties(
        [...namesOf(inputs), ...Object.keys(outputs)].filter((name) => name !== "id"),
      ),
    })),
    functions: mapValues(lookUps, ({ inputs, outputs }) => ({
      inputs: { properties: properties(namesOf(inputs)), required: requiredOf(inputs) },
      outputs: { properties: properties(namesOf(outputs)), required: namesOf(outputs) },
    })),
  };
}

/** @param {string[]} names */
function properties(names) {
  return Object.fromEntries(names.map((name) => [name, ANY]));
}

/**
 * @template T, U
 * @param {Record<string, T>} values
 * @param {(value: T) => U} map
 */
function mapValues(values, map) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}

module.exports = { schemaOf };
