// Runs on its own inside the sandbox: node --experimental-strip-types object-stores.mts ADDRESS FOLDER CERTIFICATE KEY
// The object stores of the clouds under their own names, for machines that trust the certificate: gives FOLDER's files
// to whoever shows the identity that metadata-service.mts hands out, and prints a line for each request: GET gs/a/b 200.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:https";
import { join, normalize } from "node:path";

const [address, folder = "", certificate = "", key = ""] = process.argv.slice(2);

/** A store by the name of its hosts: where an object lies, and what shows who asks. */
const stores: readonly (readonly [host: RegExp, place: string, identity: RegExp])[] = [
  [
    /^(.+)\.s3(?:\.dualstack)?\.us-east-1\.amazonaws\.com$/,
    "s3/$1",
    /^AWS4-HMAC-SHA256 Credential=of-the-lab\//,
  ],
  [/^storage\.googleapis\.com$/, "gs", /^Bearer of-the-lab$/],
  [/^(.+)\.blob\.core\.windows\.net$/, "blob/$1", /^Bearer of-the-lab$/],
];

function find(host: string, path: string): { name: string; identity?: RegExp } {
  for (const [pattern, place, identity] of stores) {
    if (pattern.test(host))
      return { name: normalize(`${host.replace(pattern, place)}${path}`), identity };
  }
  return { name: `${host}${path}` };
}

/** The part of a file that is asked for; S3 is asked part by part. */
function part(file: string, range = ""): { status: number; headers?: object; body: Buffer } {
  const whole = readFileSync(file);
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
  if (first === undefined) return { status: 200, body: whole };
  const body = whole.subarray(Number(first), Number(last) + 1);
  const end = Number(first) + body.length - 1;
  const headers = { "Content-Range": `bytes ${first}-${end}/${whole.length}` };
  return { status: 206, headers, body };
}

createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (request, response) => {
  const { method, headers, url = "" } = request;
  const path = decodeURIComponent(url.replace(/\?.*/, ""));
  const { name, identity } = find(headers.host ?? "", path);
  const reply = (status: number, more: object = {}, body?: Buffer) => {
    console.log(`${method} ${name} ${status}`);
    response.writeHead(status, { ...more }).end(body);
  };
  // S3 says to anybody which region a bucket is in.
  if (method === "HEAD") return reply(200, { "X-Amz-Bucket-Region": "us-east-1" });
  if (!identity?.test(headers.authorization ?? "")) return reply(403);
  const file = join(folder, name);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return reply(404);
  const { status, headers: more, body } = part(file, headers.range);
  return reply(status, more, body);
}).listen(443, address, () => console.log("listening"));
