import type { ignitionCodes } from "../../../src/report/codes/ignition.js";
import { config, type Example } from "../example.js";
import { diskExamples } from "./ignition-disks.js";
import { documentExamples } from "./ignition-documents.js";
import { lines, oneFile, oneUnit, service, wantedService, web } from "./parts.js";

const srv = { path: "/srv", target: "/var/srv" };

/** The rest: files, directories, links and units. */
export const ignitionExamples = {
  ...documentExamples,
  ...diskExamples,
  OWNER_ID_AND_NAME: config(
    { directories: [{ path: "/srv/www", user: { id: 500, name: "core" } }] },
    { directories: [{ path: "/srv/www", user: { name: "core" } }] },
  ),
  FILE_MODE_INVALID: config(
    oneFile({ path: "/etc/motd", mode: 33188 }),
    oneFile({ path: "/etc/motd", mode: 0o644 }),
  ),
  FILE_MODE_SPECIAL_BITS: config(
    { directories: [{ path: "/srv/drop", mode: 0o1777 }] },
    { directories: [{ path: "/srv/drop", mode: 0o777 }] },
    { warns: true },
  ),
  OVERWRITE_WITHOUT_SOURCE: config(
    oneFile({ path: "/etc/motd", overwrite: true }),
    oneFile({ path: "/etc/motd", overwrite: true, contents: "" }),
  ),
  DIRECTORY_BELOW_LINK: config(
    { links: [srv], directories: [{ path: "/srv/www" }] },
    { links: [srv], directories: [{ path: "/var/srv/www" }] },
  ),
  FILE_BELOW_LINK: config(
    { links: [srv], files: [{ path: "/srv/index.html", contents: "hello" }] },
    { links: [srv], files: [{ path: "/var/srv/index.html", contents: "hello" }] },
  ),
  LINK_BELOW_LINK: config(
    { links: [srv, { path: "/srv/today", target: "monday" }] },
    { links: [srv, { path: "/var/srv/today", target: "monday" }] },
  ),
  LINK_TARGET_REQUIRED: config({ links: [{ path: "/srv", target: "" }] }, { links: [srv] }),
  HARD_LINK_TO_DIRECTORY: config(
    { directories: [{ path: "/var/srv" }], links: [{ ...srv, hard: true }] },
    { directories: [{ path: "/var/srv" }], links: [{ ...srv, hard: false }] },
  ),
  HARD_LINK_OWNER: config(
    {
      files: [{ path: "/opt/bin/web" }],
      links: [
        { path: "/opt/bin/site", target: "/opt/bin/web", hard: true, user: { name: "core" } },
      ],
    },
    {
      files: [{ path: "/opt/bin/web", user: { name: "core" } }],
      links: [{ path: "/opt/bin/site", target: "/opt/bin/web", hard: true }],
    },
    { warns: true },
  ),
  PATH_TAKEN_BY_UNIT: config(
    {
      units: [{ name: "web.service", contents: service() }],
      files: [{ path: "/etc/systemd/system/web.service", contents: service() }],
    },
    web(service()),
  ),
  UNIT_NAME_SUFFIX: config(
    oneUnit({ name: "web.servce", contents: service() }),
    oneUnit({ name: "web.service", contents: service() }),
  ),
  UNIT_SYNTAX: config(
    web(lines("[Service]", "ExecStart /opt/bin/lantern")),
    web(lines("[Service]", "ExecStart=/opt/bin/lantern")),
  ),
  UNIT_NO_INSTALL_SECTION: config(
    oneUnit({ name: "web.service", enabled: true, contents: service() }),
    oneUnit({ name: "web.service", enabled: true, contents: wantedService() }),
    { warns: true },
  ),
  TEMPLATE_NO_INSTALL_SECTION: config(
    {
      units: [
        { name: "web@.service", contents: service() },
        { name: "web@1.service", enabled: true },
      ],
    },
    {
      units: [
        { name: "web@.service", contents: wantedService() },
        { name: "web@1.service", enabled: true },
      ],
    },
    { warns: true },
  ),
  DROPIN_NAME_SUFFIX: config(
    oneUnit({
      name: "docker.service",
      dropins: [
        { name: "10-proxy", contents: lines("[Service]", "Environment=HTTP_PROXY=http://lantern") },
      ],
    }),
    oneUnit({
      name: "docker.service",
      dropins: [
        {
          name: "10-proxy.conf",
          contents: lines("[Service]", "Environment=HTTP_PROXY=http://lantern"),
        },
      ],
    }),
  ),
} satisfies Record<keyof typeof ignitionCodes, Example>;
