// Runs on its own inside the sandbox: node --experimental-strip-types metadata-service.mts ADDRESS FILE
// Gives the file as user data in the way of each cloud, and every machine the identity "of-the-lab"; prints a line for each request: GET /latest/user-data 200.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";

const [address, file = ""] = process.argv.slice(2);
const token = "of-the-lab";

interface Offer {
  /** A header that a request must have, as the cloud demands it. */
  readonly header?: readonly [name: string, value: string];
  readonly body: () => string | Buffer;
}

const userData = () => readFileSync(file);

const inAnHour = new Date(Date.now() + 3_600_000);
const json = (value: object) => ({ body: () => JSON.stringify(value) });
const aws: Pick<Offer, "header"> = { header: ["x-aws-ec2-metadata-token", token] };
const google: Pick<Offer, "header"> = { header: ["metadata-flavor", "Google"] };
const googleAccount = "GET /computeMetadata/v1/instance/service-accounts/default";

const offers: Readonly<Record<string, Offer>> = {
  "PUT /latest/api/token": { body: () => token },
  "GET /latest/meta-data/iam/security-credentials/": { ...aws, body: () => "role" },
  "GET /latest/meta-data/iam/security-credentials/role": {
    ...aws,
    ...json({
      Code: "Success",
      Type: "AWS-HMAC",
      AccessKeyId: "of-the-lab",
      SecretAccessKey: "secret",
      Token: token,
      LastUpdated: new Date(),
      Expiration: inAnHour,
    }),
  },
  "GET /latest/dynamic/instance-identity/document": { ...aws, ...json({ region: "us-east-1" }) },
  "GET /metadata/identity/oauth2/token": {
    header: ["metadata", "true"],
    ...json({
      access_token: token,
      token_type: "Bearer",
      resource: "https://storage.azure.com",
      expires_in: "3600",
      expires_on: String(Math.floor(inAnHour.getTime() / 1000)),
    }),
  },
  "GET /computeMetadata/v1/project/project-id": { ...google, body: () => "lab" },
  [`${googleAccount}/scopes`]: { ...google, body: () => "devstorage.read_only" },
  [`${googleAccount}/token`]: {
    ...google,
    ...json({ access_token: token, expires_in: 3600, token_type: "Bearer" }),
  },
  "GET /2019-10-01/user-data": { ...aws, body: userData },
  "GET /metadata/instance/compute/userData": {
    header: ["metadata", "true"],
    body: () => userData().toString("base64"),
  },
  "GET /computeMetadata/v1/instance/attributes/user-data": { ...google, body: userData },
  "GET /openstack/latest/user_data": { body: userData },
};

function statusOf({ headers }: IncomingMessage, offer: Offer | undefined): number {
  if (!offer) return 404;
  const [name = "", value] = offer.header ?? [];
  return headers[name] === value ? 200 : 403;
}

createServer((request, response) => {
  const path = request.url?.replace(/\?.*/, "");
  const offer = offers[`${request.method} ${path}`];
  const status = statusOf(request, offer);
  console.log(`${request.method} ${path} ${status}`);
  response.writeHead(status, {
    "Metadata-Flavor": "Google",
    "X-Aws-Ec2-Metadata-Token-Ttl-Seconds": "3600",
  });
  response.end(status === 200 ? offer?.body() : undefined);
}).listen(80, address, () => console.log("listening"));
