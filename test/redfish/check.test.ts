import { checkBmc } from "../../src/redfish/index.js";
import { selfSigned } from "../support/certificates.js";

const right = { endpoint: "https://10.0.0.5", username: "admin", password: "canary" };

const codes = (args: Parameters<typeof checkBmc>[0]) =>
  checkBmc(args, ["bmc"]).issues.map(({ code, path }) => `${code} ${path.at(-1)}`);

it.each([
  ["an address", {}],
  ["an address with a port and a slash", { endpoint: "https://bmc-7.example.com:8443/" }],
  ["an IPv6 address", { endpoint: "https://[fd00::5]" }],
  [
    "plain http where any certificate would do as well",
    { endpoint: "http://10.0.0.5", insecure: true },
  ],
  ["a certificate", { caCertificate: selfSigned.cert }],
  ["several certificates", { caCertificate: `${selfSigned.cert}\n${selfSigned.cert}\n` }],
  ["nothing yet", { endpoint: undefined, username: undefined, password: undefined }],
])("takes %s", (_, args) => expect(codes({ ...right, ...args })).toEqual([]));

it.each([
  ["a host without a protocol", { endpoint: "10.0.0.5" }, ["BMC_ENDPOINT endpoint"]],
  ["a path", { endpoint: "https://10.0.0.5/redfish/v1" }, ["BMC_ENDPOINT endpoint"]],
  ["a user in the address", { endpoint: "https://a:canary@10.0.0.5" }, ["BMC_ENDPOINT endpoint"]],
  ["plain http", { endpoint: "http://10.0.0.5" }, ["BMC_ENDPOINT endpoint"]],
  ["no password", { password: "" }, ["BMC_CREDENTIALS password"]],
  ["the name of a file", { caCertificate: "./ca.pem" }, ["BMC_CA_CERTIFICATE caCertificate"]],
  [
    "what is no certificate between the lines of one",
    { caCertificate: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----" },
    ["BMC_CA_CERTIFICATE caCertificate"],
  ],
  ["a key", { caCertificate: selfSigned.key }, ["BMC_CA_CERTIFICATE caCertificate"]],
  [
    "an authority beside any certificate",
    { caCertificate: selfSigned.cert, insecure: true },
    ["BMC_TRUST insecure"],
  ],
])("rejects %s", (_, args, expected) => {
  expect(codes({ ...right, ...args })).toEqual(expected);
  expect(JSON.stringify(checkBmc({ ...right, ...args }, ["bmc"]))).not.toContain("canary");
});
