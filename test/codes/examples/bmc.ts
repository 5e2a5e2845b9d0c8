import type { bmcCodes } from "../../../src/report/codes/bmc.js";
import { authority } from "../../support/certificates.js";
import { bmcArgs, bmcReply, bmcSystem, type Example } from "../example.js";
import { shownAs } from "../print.js";

const access = { endpoint: "https://10.0.0.5", username: "admin", password: "swordfish" };
const caCertificate = shownAs('readFileSync("ca.pem", "utf8")', authority);

const list = "GET /redfish/v1/Systems/1";
const change = "PATCH /redfish/v1/Systems/1";
const reset = "POST /redfish/v1/Systems/1/Actions/ComputerSystem.Reset";

export const bmcExamples = {
  BMC_ENDPOINT: bmcArgs({ ...access, endpoint: "10.0.0.5" }, access),
  BMC_CREDENTIALS: bmcArgs({ ...access, password: "" }, access),
  BMC_TRUST: bmcArgs({ ...access, caCertificate, insecure: true }, { ...access, caCertificate }),
  BMC_CA_CERTIFICATE: bmcArgs(
    { ...access, caCertificate: "./ca.pem" },
    { ...access, caCertificate },
  ),
  BMC_UNREACHABLE: bmcReply(["read", list, "ECONNREFUSED"], ["read", list, 200]),
  BMC_CERTIFICATE: bmcReply(["read", list, "DEPTH_ZERO_SELF_SIGNED_CERT"], ["read", list, 200]),
  BMC_LOGIN: bmcReply(["read", list, 401], ["read", list, 200]),
  BMC_REPLY: bmcReply(["read", list, 404], ["read", list, 200]),
  BMC_SYSTEM: bmcSystem(
    { has: ["node-a", "node-b"] },
    { has: ["node-a", "node-b"], systemId: "node-a" },
  ),
  BMC_BOOT_OVERRIDE: bmcReply(
    ["override", change, 400, "Base.1.8.PropertyNotWritable"],
    ["override", change, 204],
  ),
  BMC_POWER: bmcReply(
    ["power", reset, 400, "Base.1.8.ActionParameterNotSupported"],
    ["power", reset, 204],
  ),
  BMC_TIMEOUT: bmcReply(["power", reset, "still Off"], ["power", reset, 204]),
} satisfies Record<keyof typeof bmcCodes, Example>;
