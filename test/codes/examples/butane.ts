import type { LocalNode } from "../../../src/butane/index.js";
import type { butaneCodes } from "../../../src/report/codes/butane.js";
import { butane, butaneBytes, butaneWithFiles, type Example, wholeButane } from "../example.js";
import { lines, partition } from "./parts.js";

/** A file at /etc/motd with these lines below its path. */
const motd = (...more: string[]) =>
  lines(
    "storage:",
    "  files:",
    "    - path: /etc/motd",
    ...more.map((line) => `      ${line}`),
    "",
  );

const hello = motd("contents:", "  inline: hello");
const header = lines("variant: flatcar", "version: 1.1.0", "");
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

const many = (count: number) => `storage:\n  files:\n${"    - path: /etc/motd\n".repeat(count)}`;
/** A file written once, and named so many times again. */
const aliases = (count: number) =>
  lines(
    "storage:",
    "  files:",
    "    - &motd",
    "      path: /etc/motd",
    "      user: { name: core }",
    "      group: { name: core }",
    ...Array.from({ length: count }, () => "    - *motd"),
    "",
  );

/** Local files, from their paths; `link` is a socket. */
function local(...nodes: LocalNode[]) {
  return {
    get: (path: string) =>
      nodes.some((node) => node.path === path && node.type === "file")
        ? Buffer.from("hello")
        : undefined,
    list: () => nodes,
  };
}
const index: LocalNode = { path: "site/index.html", type: "file" };
const socket: LocalNode = { path: "site/control", type: "other" };
const site = butaneWithFiles(local(index));
const localFile = (path: string) => motd("contents:", `  local: ${path}`);
const tree = (...members: string[]) =>
  lines(
    "storage:",
    "  trees:",
    `    - ${members[0]}`,
    ...members.slice(1).map((m) => `      ${m}`),
    "",
  );

const filesystem = (...members: string[]) =>
  lines(
    "storage:",
    "  filesystems:",
    `    - device: ${partition}`,
    "      with_mount_unit: true",
    ...members.map((member) => `      ${member}`),
    "",
  );

const unit = (...members: string[]) =>
  lines("systemd:", "  units:", "    - name: web.service", ...members.map((m) => `      ${m}`), "");

const inlineConfig = (version: string) =>
  lines(
    "ignition:",
    "  config:",
    "    merge:",
    `      - inline: '{"ignition":{"version":"${version}"}}'`,
    "",
  );

export const butaneExamples = {
  YAML_ENCODING: butaneBytes(
    latin1(header + motd("contents:", "  inline: hello, Zoë")),
    utf8(header + hello),
  ),
  YAML_CHARACTER: butane(
    motd("contents:", "  inline: \u0007hello"),
    motd("contents:", "  inline: hello"),
  ),
  YAML_SYNTAX: butane(
    lines("storage:", "  files:", "    - path: /etc/motd", "     mode: 0644", ""),
    lines("storage:", "  files:", "    - path: /etc/motd", "      mode: 0644", ""),
  ),
  YAML_TOO_DEEP: butane(`storage: ${"[".repeat(120)}${"]".repeat(120)}\n`, hello),
  YAML_TOO_LARGE: butane(many(40_000), many(1)),
  YAML_ALIAS_UNKNOWN: butane(
    motd("contents:", "  inline: *greeting"),
    motd("contents:", '  inline: "*greeting"'),
  ),
  YAML_ALIAS_CYCLE: butane(
    motd("contents: &greeting", "  inline: hello", "user: &owner", "  name: *owner"),
    motd("contents:", "  inline: hello", "user:", "  name: core"),
  ),
  YAML_ALIASES_EXCESSIVE: butane(aliases(20_000), aliases(0)),
  YAML_DUPLICATE_KEY: butane(
    lines(
      "storage:",
      "  files:",
      "    - path: /etc/motd",
      "storage:",
      "  directories:",
      "    - path: /srv/www",
      "",
    ),
    lines(
      "storage:",
      "  files:",
      "    - path: /etc/motd",
      "  directories:",
      "    - path: /srv/www",
      "",
    ),
  ),
  YAML_TYPE: butane(
    lines("storage:", "  directories:", "    path: /srv/www", ""),
    lines("storage:", "  directories:", "    - path: /srv/www", ""),
  ),
  YAML_MORE_DOCUMENTS: butane(
    `${lines("storage:", "  directories:", "    - path: /srv/www", "---")}\n${unit("mask: true")}`,
    `${lines("storage:", "  directories:", "    - path: /srv/www")}\n${unit("mask: true")}`,
    { warns: true },
  ),
  BUTANE_VARIANT_MISSING: wholeButane(lines("version: 1.1.0", hello), header + hello),
  BUTANE_VARIANT_UNKNOWN: wholeButane(
    lines("variant: fcos", "version: 1.1.0", hello),
    header + hello,
  ),
  BUTANE_VERSION_INVALID: wholeButane(
    lines("variant: flatcar", "version: 1.1", hello),
    header + hello,
  ),
  BUTANE_VERSION_UNKNOWN: wholeButane(
    lines("variant: flatcar", "version: 1.5.0", hello),
    header + hello,
  ),
  BUTANE_KEY_UNKNOWN: butane(unit("enable: true"), unit("enabled: true"), { warns: true }),
  BUTANE_KEY_NEWER: wholeButane(
    lines(
      "variant: flatcar",
      "version: 1.0.0",
      "storage:",
      "  luks:",
      "    - name: data",
      `      device: ${partition}`,
      "      discard: true",
      "",
    ),
    lines(
      "variant: flatcar",
      "version: 1.1.0",
      "storage:",
      "  luks:",
      "    - name: data",
      `      device: ${partition}`,
      "      discard: true",
      "",
    ),
    { warns: true },
  ),
  BUTANE_SECTION_EMPTY: butane(
    motd("contents:", "mode: 0644"),
    motd("contents:", "  inline: hello", "mode: 0644"),
    { warns: true },
  ),
  RESOURCE_SOURCES: butane(motd("contents:", "  inline: hello", "  source: data:,hello"), hello),
  UNIT_SOURCES: butaneWithFiles(local({ path: "web.service", type: "file" }))(
    unit(
      "contents: |",
      "  [Service]",
      "  ExecStart=/opt/bin/lantern",
      "contents_local: web.service",
    ),
    unit("contents: |", "  [Service]", "  ExecStart=/opt/bin/lantern"),
  ),
  REFERENCED_CONFIG_VERSION: butane(inlineConfig("3.5.0"), inlineConfig("3.4.0"), { warns: true }),
  MOUNT_UNIT_FORMAT: butane(
    filesystem("path: /var/lib/data"),
    filesystem("path: /var/lib/data", "format: ext4"),
  ),
  MOUNT_UNIT_PATH: butane(
    filesystem("format: ext4"),
    filesystem("format: ext4", "path: /var/lib/data"),
  ),
  FILE_MODE_DECIMAL: butane(motd("mode: 644"), motd("mode: 0644"), {
    warns: true,
    also: ["FILE_MODE_SPECIAL_BITS"],
  }),
  LOCAL_FILES_UNSET: butane(localFile("motd.txt"), hello),
  LOCAL_PATH_ESCAPES: site(localFile("../index.html"), localFile("site/index.html")),
  LOCAL_FILE_MISSING: site(localFile("site/idex.html"), localFile("site/index.html")),
  TREE_LOCAL_REQUIRED: site(tree("path: /var/www"), tree("path: /var/www", "local: site")),
  TREE_NOT_DIRECTORY: site(
    tree("path: /var/www", "local: site/index.html"),
    tree("path: /var/www", "local: site"),
  ),
  TREE_NODE_EXISTS: site(
    lines(
      "storage:",
      "  files:",
      "    - path: /var/www/index.html",
      "      contents:",
      "        inline: hello",
      "  trees:",
      "    - path: /var/www",
      "      local: site",
      "",
    ),
    lines(
      "storage:",
      "  files:",
      "    - path: /var/www/index.html",
      "      mode: 0600",
      "  trees:",
      "    - path: /var/www",
      "      local: site",
      "",
    ),
  ),
  TREE_FILE_TYPE: butaneWithFiles(local(index, socket))(
    tree("path: /var/www", "local: site"),
    motd("contents:", "  local: site/index.html"),
  ),
  CLEVIS_UNSUPPORTED: butane(
    lines(
      "storage:",
      "  luks:",
      "    - name: data",
      `      device: ${partition}`,
      "      clevis:",
      "        tpm2: true",
      "",
    ),
    lines("storage:", "  luks:", "    - name: data", `      device: ${partition}`, ""),
  ),
} satisfies Record<keyof typeof butaneCodes, Example>;
