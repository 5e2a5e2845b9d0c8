"use strict";

/**
 * What the stand-in knows about one cloud. Templates are explained in fake.js.
 *
 * @typedef {object} Cloud
 * @property {string} name of the Pulumi package
 * @property {string} version of the provider, the one that the SDK asks for
 * @property {Record<string, string>} defaults what a template finds where the inputs are silent, such as a region
 * @property {string} [refusal] what the cloud says to a change that it refuses; `{path}` stands for the property
 * @property {Record<string, Kind>} resources by type token
 * @property {Record<string, LookUp>} [lookUps] by function token
 *
 * @typedef {object} Kind one type of resource
 * @property {string} id template
 * @property {string} inputs names of the properties that a program may give; `!` marks those that it must give
 * @property {Record<string, string>} [named] an input that is made up when not given: its template
 * @property {Record<string, unknown>} [outputs] templates of computed properties; one that is an input too counts when
 *   the input is not given
 * @property {Record<string, string>} [inner] templates of what the cloud adds inside of inputs, by the path of it, in which
 *   `*` is any index
 * @property {string} [maps] names of inputs that the provider reports as one, as long as a value in them is not known
 * @property {Record<string, string>} [changes] what a change does, and the properties for which it does so, as in
 *   `replace` or `replace if userDataReplaceOnChange` or `refuse unless allowStoppingForUpdate`. `*` is any key or index.
 *   The longest that fits counts; what none fits is updated in place.
 * @property {Record<string, string>} [exclusive] properties whose value only one resource can hold at a time, and what
 *   the cloud says to a second one
 * @property {Record<string, string>} [holds] properties that name resources which cannot be deleted as long as this one
 *   exists, and what the cloud says then
 *
 * @typedef {object} LookUp
 * @property {string} inputs as for resources
 * @property {string} outputs names
 * @property {(args: Record<string, any>, existing: Map<string, import("./record.js").Event>) =>
 *   import("./values.js").Properties} answer throws what the cloud would say
 */

/** What is done with a type that no table has: it is taken as it is. */
const ANY_KIND = /** @type {Kind} */ ({ id: "{resource}-{hex:7}", inputs: "" });

/**
 * @param {Cloud} cloud
 * @param {string} type
 * @returns {Kind}
 */
function kindOf(cloud, type) {
  // azure-native has each type once more for every version of the API.
  const unversioned = type.replace(/\/v\d{8}(preview|privatepreview)?:/, ":");
  return cloud.resources[unversioned] ?? ANY_KIND;
}

/** @param {string} list */
function words(list) {
  return list.split(/\s+/).filter((word) => word !== "");
}

/** @param {string} list */
function namesOf(list) {
  return words(list).map((word) => word.replace("!", ""));
}

/** @param {string} list */
function requiredOf(list) {
  return words(list).flatMap((word) => (word.endsWith("!") ? word.slice(0, -1) : []));
}

module.exports = { kindOf, words, namesOf, requiredOf };
