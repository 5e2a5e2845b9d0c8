"use strict";

const { status } = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb");
const { PluginInfo } = require("@pulumi/pulumi/proto/plugin_pb");
const proto = require("@pulumi/pulumi/proto/provider_pb");
const { kindOf, namesOf, requiredOf } = require("./cloud.js");
const { changes, valuesAt } = require("./difference.js");
const { fill } = require("./fake.js");
const { schemaOf } = require("./schema.js");
const {
  UNKNOWN,
  at,
  fromWire,
  isContainer,
  keysOf,
  pathText,
  toWire,
  unmark,
} = require("./values.js");

/**
 * @typedef {import("./values.js").Properties} Properties
 * @typedef {import("./cloud.js").Kind} Kind
 *
 * @typedef {object} Forward an emulator that does what the stand-in only notes; nothing for what it does not do
 * @property {(type: string, inputs: Properties) => Promise<{ id: string, outputs?: Properties }> | undefined} create
 * @property {(type: string, id: string, inputs: Properties) => Promise<unknown> | undefined} delete
 * @property {(type: string, args: Properties) => Promise<Properties> | undefined} lookUp
 */

const { PropertyDiff, DiffResponse } = proto;

const DIFFERENCES = {
  add: { replace: PropertyDiff.Kind.ADD_REPLACE, other: PropertyDiff.Kind.ADD },
  delete: { replace: PropertyDiff.Kind.DELETE_REPLACE, other: PropertyDiff.Kind.DELETE },
  update: { replace: PropertyDiff.Kind.UPDATE_REPLACE, other: PropertyDiff.Kind.UPDATE },
};

/**
 * The methods of Pulumi's provider protocol for one cloud.
 *
 * @param {import("./cloud.js").Cloud} cloud
 * @param {import("./record.js").Record} record
 * @param {Forward} [forward]
 */
function serve(cloud, record, forward) {
  /**
   * What is known about the resource that a request is about.
   *
   * @param {{ getUrn(): string }} request
   */
  const subject = (request) => {
    const urn = request.getUrn();
    const [, , types = "", ...names] = urn.split("::");
    const type = types.slice(types.lastIndexOf("$") + 1);
    return { urn, type, name: names.join("::"), kind: kindOf(cloud, type) };
  };

  /**
   * @param {string} method
   * @param {{ type: string, name?: string, urn?: string, id?: string, preview?: boolean }} about
   * @param {Properties} marked
   */
  const note = (method, { type, name = "", urn, id, preview = false }, marked) => {
    const { value, secrets, unknowns } = unmark(marked);
    const inputs = JSON.parse(JSON.stringify(value), (_, item) => (item === UNKNOWN ? null : item));
    record.note({ method, type, name, preview, urn, id, inputs, secrets, unknowns });
  };

  /**
   * @param {ReturnType<typeof subject>} about
   * @param {Properties} inputs without marks
   */
  const factsOf = ({ urn, name }, inputs) => ({
    seed: `${urn}#${record.generation(urn)}`,
    resource: name,
    inputs,
    defaults: cloud.defaults,
  });

  /**
   * The computed properties of a resource, and the inputs in which the cloud adds something.
   *
   * @param {Kind} kind
   * @param {Properties} inputs with their marks
   * @param {import("./fake.js").Facts} [facts] nothing in a preview
   */
  const computed = ({ outputs = {}, inner = {} }, inputs, facts) => {
    const missing = Object.entries(outputs).filter(([name]) => inputs[name] === undefined);
    const made = facts
      ? fill(Object.fromEntries(missing), facts)
      : Object.fromEntries(missing.map(([name]) => [name, UNKNOWN]));
    return { ...made, ...completed(inner, inputs, facts) };
  };

  return {
    getPluginInfo: unary(() => new PluginInfo().setVersion(cloud.version)),
    getSchema: unary(() =>
      new proto.GetSchemaResponse().setSchema(JSON.stringify(schemaOf(cloud))),
    ),
    attach: unary(() => new Empty()),
    cancel: unary(() => new Empty()),

    checkConfig: unary((/** @type {proto.CheckRequest} */ request) =>
      new proto.CheckResponse().setInputs(request.getNews()),
    ),
    diffConfig: unary(() => new DiffResponse()),
    configure: unary(() =>
      new proto.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true),
    ),

    check: unary((/** @type {proto.CheckRequest} */ request) => {
      const about = subject(request);
      const inputs = fromWire(request.getNews());
      const olds = fromWire(request.getOlds());
      const facts = factsOf(about, unmark(inputs).value);
      for (const [property, template] of Object.entries(about.kind.named ?? {})) {
        inputs[property] ??= olds[property] ?? fill(template, facts);
      }
      const missing = requiredOf(about.kind.inputs).filter((name) => inputs[name] === undefined);
      const failures = missing.map((name) =>
        new proto.CheckFailure().setProperty(name).setReason(`Missing required property '${name}'`),
      );
      return new proto.CheckResponse().setInputs(toWire(inputs)).setFailuresList(failures);
    }),

    diff: unary((/** @type {proto.DiffRequest} */ request) => {
      const found = changes(
        subject(request).kind,
        unmark(fromWire(request.getOldInputs())).value,
        unmark(fromWire(request.getNews())).value,
      );
      const replacing = found.filter(({ effect }) => effect === "replace");
      const response = new DiffResponse()
        .setChanges(DiffResponse.DiffChanges[found.length > 0 ? "DIFF_SOME" : "DIFF_NONE"])
        .setDiffsList(topLevel(found))
        .setReplacesList(topLevel(replacing))
        .setHasdetaileddiff(true);
      for (const { path, difference, effect } of found) {
        const kind = DIFFERENCES[difference][effect === "replace" ? "replace" : "other"];
        response
          .getDetaileddiffMap()
          .set(pathText(path), new PropertyDiff().setKind(kind).setInputdiff(true));
      }
      return response;
    }),

    create: unary(async (/** @type {proto.CreateRequest} */ request) => {
      const about = subject(request);
      const { kind, type } = about;
      const preview = request.getPreview();
      const inputs = fromWire(request.getProperties());
      const { value } = unmark(inputs);
      if (preview) {
        note("create", { ...about, preview }, inputs);
        const properties = { ...inputs, ...computed(kind, inputs) };
        return new proto.CreateResponse().setProperties(toWire(properties));
      }
      const facts = factsOf(about, value);
      const made = await forward?.create(type, value);
      const id = made?.id ?? fill(kind.id, facts);
      if (record.existing.has(id)) throw new Error(`a resource with the ID "${id}" already exists`);
      refuseSharing(record, type, kind, value);
      note("create", { ...about, id }, inputs);
      const outputs = { ...computed(kind, inputs, { ...facts, id, version: 1 }), ...made?.outputs };
      const properties = { ...inputs, ...outputs };
      return new proto.CreateResponse().setId(id).setProperties(toWire(properties));
    }),

    update: unary((/** @type {proto.UpdateRequest} */ request) => {
      const about = subject(request);
      const { kind } = about;
      const id = request.getId();
      const preview = request.getPreview();
      const olds = fromWire(request.getOlds());
      const inputs = fromWire(request.getNews());
      const found = changes(
        kind,
        unmark(fromWire(request.getOldInputs())).value,
        unmark(inputs).value,
      );
      const refused = found.find(({ effect }) => effect === "refuse");
      if (refused !== undefined && !preview) {
        throw new Error((cloud.refusal ?? "").replaceAll("{path}", pathText(refused.path)));
      }
      note("update", { ...about, id, preview }, inputs);
      // What was computed stays, but for what counts the updates.
      const counted = Object.entries(kind.outputs ?? {}).filter(
        ([, template]) => template === "{version}",
      );
      const version = preview ? UNKNOWN : record.version(id);
      const facts = { ...factsOf(about, unmark(inputs).value), id };
      const properties = {
        ...pick(olds, Object.keys(kind.outputs ?? {})),
        ...Object.fromEntries(counted.map(([name]) => [name, version])),
        ...inputs,
        ...completed(kind.inner, inputs, preview ? undefined : facts),
      };
      return new proto.UpdateResponse().setProperties(toWire(properties));
    }),

    read: unary((/** @type {proto.ReadRequest} */ request) => {
      const about = subject(request);
      const id = request.getId();
      const inputs = fromWire(request.getInputs());
      const state = fromWire(request.getProperties());
      note("read", { ...about, id }, inputs);
      const facts = { ...factsOf(about, unmark(inputs).value), id, version: record.version(id) };
      const properties = { ...computed(about.kind, inputs, facts), ...state };
      return new proto.ReadResponse()
        .setId(id)
        .setProperties(toWire(properties))
        .setInputs(toWire(inputs));
    }),

    delete: unary(async (/** @type {proto.DeleteRequest} */ request) => {
      const about = subject(request);
      const id = request.getId();
      refuseLoss(cloud, record, id);
      await forward?.delete(about.type, id, unmark(fromWire(request.getProperties())).value);
      note("delete", { ...about, id }, {});
      return new Empty();
    }),

    invoke: unary(async (/** @type {proto.InvokeRequest} */ request) => {
      const type = request.getTok();
      const args = fromWire(request.getArgs());
      note("invoke", { type, preview: request.getPreview() }, args);
      const lookUp = cloud.lookUps?.[type];
      if (lookUp === undefined)
        throw new Error(`the stand-in for ${cloud.name} answers no look-up ${type}`);
      const { value } = unmark(args);
      const answer = (await forward?.lookUp(type, value)) ?? lookUp.answer(value, record.existing);
      const complete = Object.fromEntries(
        namesOf(lookUp.outputs).map((name) => [name, answer[name] ?? null]),
      );
      return new proto.InvokeResponse().setReturn(toWire(complete));
    }),
  };
}

/**
 * @param {import("./record.js").Record} record
 * @param {string} type
 * @param {Kind} kind
 * @param {Properties} inputs
 */
function refuseSharing(record, type, { exclusive = {} }, inputs) {
  for (const [pattern, text] of Object.entries(exclusive)) {
    const wanted = new Set(valuesAt(inputs, pattern));
    for (const [id, other] of record.existing) {
      const taken = other.type === type ? valuesAt(other.inputs, pattern) : [];
      const value = taken.find((value) => wanted.has(value));
      if (value !== undefined)
        throw new Error(text.replace("{value}", String(value)).replace("{holder}", id));
    }
  }
}

/**
 * @param {import("./cloud.js").Cloud} cloud
 * @param {import("./record.js").Record} record
 * @param {string} id of what is to be deleted
 */
function refuseLoss(cloud, record, id) {
  for (const [holder, { type, inputs }] of record.existing) {
    for (const [pattern, text] of Object.entries(kindOf(cloud, type).holds ?? {})) {
      if (valuesAt(inputs, pattern).includes(id))
        throw new Error(text.replace("{value}", id).replace("{holder}", holder));
    }
  }
}

/**
 * Inputs with what the cloud adds inside of them.
 *
 * @param {Record<string, string> | undefined} inner
 * @param {Properties} inputs with their marks
 * @param {import("./fake.js").Facts} [facts] nothing in a preview
 * @returns {Properties}
 */
function completed(inner = {}, inputs, facts) {
  /** @type {Properties} */
  const copy = {};
  for (const [pattern, template] of Object.entries(inner)) {
    const [name = "", ...rest] = pattern.split(".");
    if (!isContainer(inputs[name])) continue;
    copy[name] ??= structuredClone(inputs[name]);
    setAt(copy[name], rest, facts === undefined ? UNKNOWN : fill(template, facts));
  }
  return copy;
}

/**
 * @param {unknown} container
 * @param {string[]} pattern
 * @param {unknown} value
 */
function setAt(container, [key = "", ...rest], value) {
  if (!isContainer(container)) return;
  const keys = key === "*" ? keysOf(container) : [key];
  for (const each of keys) {
    if (rest.length > 0) setAt(at(container, each), rest, value);
    else if (!Array.isArray(container)) container[each] ??= value;
  }
}

/** @param {import("./difference.js").Change[]} found */
function topLevel(found) {
  return [...new Set(found.map(({ path }) => String(path[0])))];
}

/**
 * @param {Properties} properties
 * @param {string[]} names
 * @returns {Properties}
 */
function pick(properties, names) {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

/**
 * A method of the protocol made of a function: what it throws is what the user reads.
 *
 * @template Request, Response
 * @param {(request: Request) => Response | Promise<Response>} answer
 * @returns {import("@grpc/grpc-js").handleUnaryCall<Request, Response>}
 */
function unary(answer) {
  return async ({ request }, callback) => {
    try {
      callback(null, await answer(request));
    } catch (error) {
      callback({
        code: status.UNKNOWN,
        details: error instanceof Error ? error.message : String(error),
      });
    }
  };
}

module.exports = { serve };
