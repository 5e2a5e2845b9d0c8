import { createHash } from "node:crypto";
import { gzip } from "../../../src/ignition/index.js";
import type { bootCodes } from "../../../src/report/codes/boot.js";
import { config, type Example } from "../example.js";
import { shownAs } from "../print.js";
import {
  disk,
  fetched,
  hash,
  lines,
  oneFile,
  oneUnit,
  partition,
  service,
  wantedService,
  web,
} from "./parts.js";

const sha256 = (text: string) => `sha256-${createHash("sha256").update(text).digest("hex")}`;
const data = { device: partition, format: "ext4", path: "/var/lib/data" };
const mount = (where: string) => lines("[Mount]", `What=${partition}`, `Where=${where}`);

/** Stands for a secret Output, into which the rule is not let look. */
const secret = shownAs('config.requireSecret("wireguard")', "[Interface] of a secret Output");

export const bootExamples = {
  CONTENTS_NOT_GZIP: config(
    oneFile({ path: "/etc/motd", contents: "hello", compression: "gzip" }),
    oneFile({
      path: "/etc/motd",
      contentsBase64: Buffer.from(gzip(Buffer.from("hello"))).toString("base64"),
      compression: "gzip",
    }),
  ),
  HASH_DIGITS: config(fetched({ hash: hash.replace("b94d", "bq4d") }), fetched({})),
  HASH_MISMATCH: config(
    oneFile({ path: "/etc/motd", contents: "hello\n", hash: sha256("hello") }),
    oneFile({ path: "/etc/motd", contents: "hello\n", hash: sha256("hello\n") }),
  ),
  SOURCE_WITHOUT_HASH: config(fetched({ hash: undefined }), fetched({}), { warns: true }),
  DEVICE_NAME_UNSTABLE: config(
    { disks: [{ device: "/dev/sdb", wipeTable: true }] },
    { disks: [{ device: disk, wipeTable: true }] },
    { warns: true },
  ),
  PATH_IS_MOUNT_POINT: config(
    { filesystems: [data], files: [{ path: "/var/lib/data", contents: "hello" }] },
    { filesystems: [data], files: [{ path: "/var/lib/data/motd", contents: "hello" }] },
  ),
  PATH_BELOW_FILE: config(
    { files: [{ path: "/etc/web" }, { path: "/etc/web/site.conf", contents: "hello" }] },
    { files: [{ path: "/etc/web.d/site.conf", contents: "hello" }] },
  ),
  PATH_HIDDEN_BY_MOUNT: config(
    {
      units: [{ name: "var-lib-data.mount", contents: mount("/var/lib/data") }],
      files: [{ path: "/var/lib/data/motd", contents: "hello" }],
    },
    {
      filesystems: [{ ...data, withMountUnit: true }],
      files: [{ path: "/var/lib/data/motd", contents: "hello" }],
    },
    { warns: true },
  ),
  PATH_READ_ONLY: config(
    oneFile({ path: "/usr/local/bin/web", mode: 0o755, contents: "hello" }),
    oneFile({ path: "/opt/bin/web", mode: 0o755, contents: "hello" }),
  ),
  PATH_NOT_KEPT: config(
    { directories: [{ path: "/run/web" }] },
    oneFile({ path: "/etc/tmpfiles.d/web.conf", contents: "d /run/web" }),
    { warns: true },
  ),
  MOUNT_DROPS_EXTENSIONS: config(
    { version: "4593.2.5", filesystems: [{ ...data, path: "/opt/data" }] },
    { version: "4593.2.5", filesystems: [data] },
    { warns: true },
  ),
  UNIT_SECTION_HEADER: config(
    web(lines("[Service", "]", "ExecStart=/opt/bin/lantern")),
    web(lines("[Service]", "ExecStart=/opt/bin/lantern")),
    { also: ["SERVICE_WITHOUT_COMMAND", "UNIT_LINE_IGNORED"] },
  ),
  UNIT_LINE_IGNORED: config(
    web(lines("Description=lantern", "", service())),
    web(lines("[Unit]", "Description=lantern", "", service())),
    { warns: true },
  ),
  UNIT_SECTION_UNKNOWN: config(
    web(lines(service(), "", "[Instal]", "WantedBy=multi-user.target")),
    web(wantedService()),
    { warns: true },
  ),
  UNIT_SETTING_MISPLACED: config(
    web(lines("[Unit]", "WantedBy=multi-user.target", "", service())),
    web(wantedService()),
    { warns: true },
  ),
  UNIT_SETTING_MISSPELT: config(
    web(service("Enviroment=MODE=lantern")),
    web(service("Environment=MODE=lantern")),
    {
      warns: true,
    },
  ),
  UNIT_SETTING_REQUIRED: config(
    oneUnit({ name: "web.timer", contents: lines("[Timer]", "Persistent=yes") }),
    oneUnit({
      name: "web.timer",
      contents: lines("[Timer]", "OnCalendar=daily", "Persistent=yes"),
    }),
  ),
  SERVICE_WITHOUT_COMMAND: config(
    web(lines("[Service]", "ExecStartPre=/opt/bin/lantern")),
    web(lines("[Service]", "ExecStart=/opt/bin/lantern")),
  ),
  SERVICE_SEVERAL_COMMANDS: config(
    web(service("ExecStart=/opt/bin/lantern --check")),
    web(service("ExecStart=/opt/bin/lantern --check", "Type=oneshot")),
  ),
  SERVICE_RESTART_ONESHOT: config(
    web(service("Type=oneshot", "Restart=always")),
    web(service("Type=oneshot", "Restart=on-failure")),
  ),
  COMMAND_PATH_RELATIVE: config(
    web(lines("[Service]", "ExecStart=bin/lantern")),
    web(lines("[Service]", "ExecStart=/opt/bin/lantern")),
    { also: ["SERVICE_WITHOUT_COMMAND"] },
  ),
  COMMAND_IN_ETC: config(
    web(lines("[Service]", "ExecStart=/etc/lantern.sh")),
    web(lines("[Service]", "ExecStart=/bin/bash /etc/lantern.sh")),
    { warns: true },
  ),
  MOUNT_UNIT_NAME: config(
    oneUnit({ name: "data.mount", contents: mount("/var/lib/data") }),
    oneUnit({ name: "var-lib-data.mount", contents: mount("/var/lib/data") }),
  ),
  INSTALL_WITHOUT_EFFECT: config(
    oneUnit({
      name: "web@.service",
      enabled: true,
      contents: lines(service(), "", "[Install]", "DefaultInstance=lantern"),
    }),
    oneUnit({
      name: "web@.service",
      enabled: true,
      contents: lines(wantedService(), "DefaultInstance=lantern"),
    }),
    { warns: true },
  ),
  PLAIN_SECRET: config(
    oneFile({
      path: "/etc/wireguard/wg0.conf",
      contents: lines("[Interface]", `PrivateKey = ${"swordfish0".repeat(4)}abc=`),
    }),
    oneFile({ path: "/etc/wireguard/wg0.conf", contents: secret }),
    { warns: true },
  ),
} satisfies Record<keyof typeof bootCodes, Example>;
