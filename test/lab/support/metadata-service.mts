// Runs on its own inside the sandbox: node --experimental-strip-types metadata-service.mts ADDRESS FILE
// Gives the file as user data in the way of each cloud, and prints a line for each request: GET /latest/user-data 200.
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

const offers: Readonly<Record<string, Offer>> = {
  "PUT /latest/api/token": { body: () => token },
  "GET /2019-10-01/user-data": {
    header: ["x-aws-ec2-metadata-token", token],
    body: userData,
  },
  "GET /metadata/instance/compute/userData": {
    header: ["metadata", "true"],
    body: () => userData().toString("base64"),
  },
  "GET /computeMetadata/v1/instance/attributes/user-data": {
    header: ["metadata-flavor", "Google"],
    body: userData,
  },
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
  response.writeHead(status, { "Metadata-Flavor": "Google" });
  response.end(status === 200 ? offer?.body() : undefined);
}).listen(80, address, () => console.log("listening"));
