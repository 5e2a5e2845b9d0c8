import { interrupted } from "../../../src/provision/interruption.js";
import { held } from "../../../src/provision/places.js";
import { cannotListen } from "../../../src/provision/reception.js";
import { notReady } from "../../../src/provision/trail.js";
import type { provisionCodes } from "../../../src/report/codes/provision.js";
import { bootDirectory, type Example, event, startedMachine } from "../example.js";

const bmc = { endpoint: "https://10.0.0.5", username: "admin", password: "swordfish" };
const baseUrl = "http://192.168.1.10:8080";
const phoneHomeUrl = "http://192.168.1.10:8079";

/** What was waited for when a machine did not come. */
const waited = {
  machine: "node-a",
  generation: 1,
  mode: "memory",
  configSha512: "",
  kernelSha512: "",
  releaseUrl: "",
  onConfigChange: "replace",
  onImageChange: "ignore",
  shutdownTimeoutSeconds: 60,
  powerOffOnDestroy: false,
  readiness: "phone-home",
  readinessTimeoutMinutes: 30,
  sshPort: 22,
  phoneHomeUrl: baseUrl,
  directory: "./netboot",
  baseUrl,
  serve: true,
  macAddresses: [],
  maxUnavailable: 1,
} as const;

export const provisionExamples = {
  READINESS_UNSET: startedMachine({ bmc }, { bmc, phoneHomeUrl }),
  READINESS_ADDRESS: startedMachine(
    { readiness: "ssh" },
    { readiness: "ssh", address: "192.168.1.20" },
  ),
  READINESS_PHONE_HOME_URL: startedMachine(
    { bmc, phoneHomeUrl: "192.168.1.10:8079" },
    { bmc, phoneHomeUrl },
  ),
  READINESS_TIMEOUT: startedMachine(
    { bmc, phoneHomeUrl, readinessTimeoutMinutes: 0 },
    { bmc, phoneHomeUrl, readinessTimeoutMinutes: 45 },
  ),
  PROVISION_GENERATION: startedMachine({ generation: 1.5 }, { generation: 2 }),
  PROVISION_MAX_UNAVAILABLE: bootDirectory(
    { baseUrl, maxUnavailable: 0 },
    { baseUrl, maxUnavailable: 2 },
  ),
  PROVISION_SERVE: bootDirectory(
    { baseUrl: "https://boot.example.com", serve: true },
    { baseUrl, serve: true },
    { also: ["PXE_URL_HTTPS"] },
  ),
  PROVISION_SHUTDOWN: startedMachine(
    { bmc: { ...bmc, shutdownTimeoutSeconds: -1 }, phoneHomeUrl },
    { bmc: { ...bmc, shutdownTimeoutSeconds: 0 }, phoneHomeUrl },
  ),
  PROVISION_LISTEN: event(
    [
      "a web server listens on 192.168.1.10:8080, and serve is true",
      cannotListen("192.168.1.10:8080", "EADDRINUSE"),
    ],
    ["nothing listens on 192.168.1.10:8080"],
  ),
  PROVISION_NOT_READY: event(
    [
      "the machine loads its boot script, and never its config",
      notReady(waited, { stage: "script", last: "it asked for its boot script at 10:41:07" }),
    ],
    ["the machine reports after three minutes"],
  ),
  PROVISION_HELD: event(
    ["node-a did not come back with its new config, and node-b was to be next", held(["node-a"])],
    ["node-a is ready, and node-b is next"],
  ),
  PROVISION_INTERRUPTED: event(
    ["Ctrl-C while a machine is waited for", interrupted()],
    ["the machine is waited for to the end"],
  ),
} satisfies Record<keyof typeof provisionCodes, Example>;
