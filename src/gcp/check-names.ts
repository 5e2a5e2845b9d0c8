import type * as pulumi from "@pulumi/pulumi";
import { at, type Path, Report, root } from "../report/index.js";
import type { GcpInstanceArgs } from "./args.js";

type Args = pulumi.Unwrap<GcpInstanceArgs>;

/** Names of resources and network tags: RFC 1035, at most 63 characters (Compute Engine, naming resources). */
const name = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const rule =
  "lower-case letters, digits and hyphens, a letter first and no hyphen last, at most 63 characters";

/** What Pulumi puts behind a name to make it one of its own. */
const suffixLength = "-1234567".length;

/**
 * CLOUD_NAME: names that are given, and those of the resources that a component of this name makes.
 * `isNamed` says whether the machine has a name of its own, known or not.
 */
export function checkNames(component: string, args: Args, isNamed: boolean): Report {
  const { machineName, networkTags = [], ingress = [], dataDisks = [] } = args;
  const report = new Report().add(checkName(machineName, ["machineName"]));
  for (const [index, tag] of networkTags.entries()) {
    report.add(checkName(tag, ["networkTags", index]));
  }
  const made: (readonly [Path, string])[] = [
    ...(isNamed ? [] : [[root, `${component}-machine`] as const]),
    ...ingress.map((each, index) => {
      return [["ingress", index, "name"], `${component}-ingress-${each.name}`] as const;
    }),
    ...dataDisks.map((each, index) => {
      return [["dataDisks", index, "name"], `${component}-disk-${each.name}`] as const;
    }),
  ];
  if (made.length > 0 && !/^[a-z][a-z0-9-]*$/.test(component)) {
    report.error(
      "CLOUD_NAME",
      root,
      `names of resources begin with "${component}", and Compute Engine takes ${rule}`,
      "name the component so that they can, as in web-1",
    );
    return report;
  }
  for (const [path, text] of made) {
    const length = text.length + suffixLength;
    if (length <= 63) continue;
    report.error(
      "CLOUD_NAME",
      path,
      `"${text}" and the ${suffixLength} characters that make it a name of its own are ${length} characters, and Compute Engine takes 63`,
      "use a shorter name here or for the component",
    );
  }
  return report;
}

/** CLOUD_NAME: one name that is given. */
export function checkName(text: string | undefined, path: Path): Report {
  const report = new Report();
  if (text !== undefined && !name.test(text)) {
    report.error("CLOUD_NAME", path, `"${text}" is no name on Compute Engine`, `use ${rule}`);
  }
  return report;
}

/** What keys and values of labels may hold: no capitals, in any script (Resource Manager, labels). */
const key = /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u;
const value = /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u;
const most = 64;

/** CLOUD_TAG: whether tags can be labels. */
export function checkLabels(tags: Args["tags"] = {}): Report {
  const report = new Report();
  const labels = Object.entries(tags);
  if (labels.length > most) {
    report.error(
      "CLOUD_TAG",
      ["tags"],
      `Compute Engine takes ${most} labels, and there are ${labels.length}`,
      "leave some out",
    );
  }
  for (const [label, text] of labels) {
    const path = at(["tags"], label);
    if (!key.test(label)) {
      report.error(
        "CLOUD_TAG",
        path,
        `"${label}" cannot name a label: it may hold lower-case letters, digits, _ and -, a letter first, at most 63`,
        `write ${JSON.stringify(asLabel(label))}`,
      );
    }
    if (text !== undefined && !value.test(text)) {
      report.error(
        "CLOUD_TAG",
        path,
        `the value of "${label}" cannot be one of a label: it may hold lower-case letters, digits, _ and -, at most 63`,
        "write it in lower case, with hyphens for what else is in it",
      );
    }
  }
  return report;
}

/** The label nearest to a tag of another cloud. */
function asLabel(text: string): string {
  const plain = text.toLowerCase().replace(/[^\p{Ll}\p{Lo}\p{N}_-]+/gu, "-");
  return plain.replace(/^[^\p{Ll}\p{Lo}]+/u, "").slice(0, 63) || "label";
}
