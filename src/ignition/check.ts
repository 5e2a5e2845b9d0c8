import type { Report } from "../report/index.js";
import { Checker, type CheckOptions } from "./checker.js";
import { checkDisk, checkPartition } from "./disks.js";
import { checkDuplicates } from "./duplicates.js";
import { checkFilesystem } from "./filesystems.js";
import { checkIgnitionSection, checkProxy, checkReferences, checkTls } from "./ignition-section.js";
import { checkClevisCustom, checkLuks, checkTang } from "./luks.js";
import { checkDirectory, checkFile, checkLink, checkOwner } from "./nodes.js";
import { checkRaid } from "./raid.js";
import { checkHeader, checkReference, checkResource, checkVerification } from "./resource.js";
import { type Bag, type ObjectName, type ObjectSchema, type Shapes, schema } from "./schema.js";
import { checkShape } from "./shape.js";
import type { IgnitionDocument } from "./spec.js";
import { checkStorage } from "./storage.js";
import { checkDropin, checkSystemd, checkUnit, checkUnitPaths } from "./systemd.js";
import { specOf } from "./versions.js";

/** The rules of each kind of object; what is not here has none of its own. */
const rules: { [Name in ObjectName]?: (value: Shapes[Name], check: Checker) => void } = {
  document: checkUnitPaths,
  ignition: checkIgnitionSection,
  references: checkReferences,
  proxy: checkProxy,
  tls: checkTls,
  reference: checkReference,
  resource: checkResource,
  header: checkHeader,
  verification: checkVerification,
  storage: checkStorage,
  owner: checkOwner,
  directory: checkDirectory,
  file: checkFile,
  link: checkLink,
  disk: checkDisk,
  partition: checkPartition,
  filesystem: checkFilesystem,
  raid: checkRaid,
  luks: checkLuks,
  custom: checkClevisCustom,
  tang: checkTang,
  systemd: checkSystemd,
  unit: checkUnit,
  dropin: checkDropin,
};

type Rule = (value: Bag, check: Checker) => void;

/**
 * Everything Ignition would say about a document, at `options.spec` or else at the spec it names,
 * and beyond that VALUE_TYPE, KEY_UNKNOWN and KEY_TOO_NEW as errors.
 *
 * A member that is undefined is taken as not known yet: it causes issues only where it is missing
 * itself, all of them marked `missing`. Undefined items of lists are passed over.
 */
export function checkIgnition(config: IgnitionDocument, options: CheckOptions = {}): Report {
  const check = new Checker(options.spec ?? specOf(config?.ignition?.version), options);
  const bag = checkShape(config, schema, check);
  if (!bag) return check.report;
  const version = (bag.ignition as Bag | undefined)?.version;
  // The wanted spec stands for a version that is not written yet.
  const complete =
    version === undefined && options.spec !== undefined
      ? { ...bag, ignition: { ...(bag.ignition as Bag | undefined), version: options.spec } }
      : { ...bag, ignition: bag.ignition ?? {} };
  checkRules(complete, check);
  return check.report;
}

/** The rules and duplicates of a well-typed document. */
export function checkRules(document: Bag, check: Checker): void {
  walk(document, schema, check);
}

/** An object's own rules come first, then its members in order. */
function walk(value: Bag, schema: ObjectSchema, check: Checker): void {
  if (check.full) return;
  (rules[schema.name] as Rule | undefined)?.(value, check);
  checkDuplicates(value, schema, check);
  for (const member of schema.members) {
    const inner = value[member.name];
    if (inner === undefined || !member.object) continue;
    check.place.push(member.name);
    if (member.kind === "object") {
      walk(inner as Bag, member.object, check);
    } else {
      const items = inner as readonly (Bag | undefined)[];
      for (let index = 0; index < items.length; index++) {
        const item = items[index];
        if (item === undefined) continue;
        check.place.push(index);
        walk(item, member.object, check);
        check.place.pop();
      }
    }
    check.place.pop();
  }
}
