import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import {
  decodeDataUrl,
  type IgnitionDocument,
  type Node,
  type Resource,
  readIgnition,
  renderIgnition,
  type Unit,
} from "../../src/ignition/index.js";
import { applyIgnition } from "./oracles.js";
import { appliedConfigs } from "./support/arbitraries/applied.js";
import { seed } from "./support/live.js";
import { describeWith, oracles, root } from "./support/needs.js";
import { type Tree, type TreeUnit, treeOf } from "./support/tree.js";

jest.setTimeout(120_000);

describeWith([oracles, root], "generated configs that ignition-apply applies", () => {
  it("give the files, folders, links and units that we read in them", async () => {
    const texts = fc.sample(appliedConfigs, { numRuns: 80, seed }).map(renderIgnition);
    const applied = await applyIgnition(texts);
    for (const [index, text] of texts.entries()) {
      const one = applied[index];
      const { config, report } = readIgnition(text);
      if (!one?.accepted || !config || report.hasErrors) throw new Error(`${text}\n${one?.stdout}`);
      const { files, directories, links, units } = treeOf(one.report);
      expect({ text, files, directories, links, units }).toEqual({ text, ...expected(config) });
    }
  });
});

/** What a config asks for. */
function expected({ storage = {}, systemd = {} }: IgnitionDocument): Omit<Tree, "users"> {
  const { files = [], directories = [], links = [] } = storage;
  const paths = [...files, ...directories, ...links].map(({ path = "" }) => path);
  return {
    files: byPath(files, (file) => ({
      mode: modeOf(file.mode, "0644"),
      owner: ownerOf(file),
      contents: textOf(Buffer.concat([file.contents, ...(file.append ?? [])].map(bytesOf))),
    })),
    directories: byPath(
      // A folder like any other with something in it cannot be told from one made on the way.
      directories.filter(
        ({ path, mode, ...rest }) =>
          modeOf(mode, "0755") !== "0755" ||
          ownerOf(rest) !== "0:0" ||
          !paths.some((other) => other.startsWith(`${path}/`)),
      ),
      (directory) => ({ mode: modeOf(directory.mode, "0755"), owner: ownerOf(directory) }),
    ),
    links: byPath(links, ({ target = "" }) => target),
    units: Object.fromEntries((systemd.units ?? []).flatMap(unitOf)),
  };
}

function byPath<T extends Node, U>(nodes: readonly T[], value: (node: T) => U): Record<string, U> {
  return Object.fromEntries(nodes.map((node) => [node.path, value(node)]));
}

const modeOf = (mode: number | undefined, usual: string) =>
  mode === undefined ? usual : mode.toString(8).padStart(4, "0");

const ids: Readonly<Record<string, number>> = { root: 0, core: 500, docker: 233 };

function ownerOf({ user, group }: Node): string {
  return [user, group].map((owner) => owner?.id ?? ids[owner?.name ?? "root"]).join(":");
}

function bytesOf(resource: Resource | undefined): Buffer {
  const bytes = Buffer.from(decodeDataUrl(resource?.source ?? "data:,") ?? []);
  return resource?.compression === "gzip" ? gunzipSync(bytes) : bytes;
}

function textOf(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : bytes.toString("base64");
}

/** A unit that only is to stay off leaves no trace. */
function unitOf({ name = "", contents, enabled, mask, dropins }: Unit): [string, TreeUnit][] {
  if (mask) return [[name, { state: "masked" }]];
  if (contents === undefined && !enabled && !dropins?.length) return [];
  const parts = dropins?.map((each) => [each.name, each.contents]) ?? [];
  const state = enabled ? "enabled" : "disabled";
  return [
    [
      name,
      {
        state,
        ...(contents !== undefined && { contents }),
        ...(parts.length > 0 && { dropins: Object.fromEntries(parts) }),
      },
    ],
  ];
}
