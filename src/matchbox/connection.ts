import { isIP } from "node:net";
import { checkServerIdentity } from "node:tls";
import { Client, credentials } from "@grpc/grpc-js";
import { Failure } from "../provider/index.js";
import { type CallError, judgeCall } from "./judge.js";
import type { Method } from "./messages.js";

/** How to reach Matchbox's API: where, whom to trust, and who we are, the last three as PEM text. */
export interface Endpoint {
  readonly endpoint: string;
  readonly caCertificate: string;
  readonly clientCertificate: string;
  readonly clientKey: string;
}

/** Longer than a Matchbox with thousands of groups takes to answer. */
const patienceMs = 20_000;

/** One connection for each endpoint and certificate, for as long as the process runs. */
const connections = new Map<string, Client>();

function connect(at: Endpoint): Client {
  const { endpoint, caCertificate, clientCertificate, clientKey } = at;
  const id = JSON.stringify([endpoint, caCertificate, clientCertificate, clientKey]);
  const open = connections.get(id);
  if (open) return open;
  const [ca, key, chain] = [caCertificate, clientKey, clientCertificate].map((text) =>
    Buffer.from(text),
  );
  const address = endpoint.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  // TLS names hosts and no IP addresses, and Node.js warns when one is named. So another name is
  // said, which Matchbox does not look at, and the certificate is held against the address.
  const client = isIP(address)
    ? new Client(
        endpoint,
        credentials.createSsl(ca, key, chain, {
          checkServerIdentity: (_, certificate) => checkServerIdentity(address, certificate),
        }),
        { "grpc.ssl_target_name_override": "matchbox" },
      )
    : new Client(endpoint, credentials.createSsl(ca, key, chain));
  connections.set(id, client);
  return client;
}

/** What Matchbox says of a file that it does not have: the words of its operating system. */
const noSuchFile = /no such file or directory/;

/** Makes a call. Ends in MATCHBOX_UNREACHABLE, MATCHBOX_CERTIFICATE and MATCHBOX_REFUSED. */
export async function call(at: Endpoint, method: Method, message: object): Promise<Answer> {
  return request(at, method, message).catch((error) => {
    throw failure(describe(error), at);
  });
}

/** The same about something that may not be there: undefined then. */
export async function callIfThere(
  at: Endpoint,
  method: Method,
  message: object,
): Promise<Answer | undefined> {
  return request(at, method, message).catch((error) => {
    const known = describe(error);
    if (noSuchFile.test(known.details)) return undefined;
    throw failure(known, at);
  });
}

/** The fields of a message that have a value. */
export type Answer = Readonly<Record<string, unknown>>;

async function request(at: Endpoint, method: Method, message: object): Promise<Answer> {
  const { path, request, response } = method;
  const client = connect(at);
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      path,
      (value: object) => Buffer.from(request.encode(request.fromObject(value)).finish()),
      (bytes: Buffer): Answer => response.toObject(response.decode(bytes)),
      message,
      { deadline: Date.now() + patienceMs },
      (error, value) => (error ? reject(error) : resolve(value ?? {})),
    );
  });
}

function failure(error: CallError, { endpoint }: Endpoint): Failure {
  return new Failure("Matchbox cannot be used", judgeCall(error, endpoint));
}

/** An error of a call; one that comes before it is a certificate or key that cannot be read. */
function describe(error: unknown): CallError {
  const { code, details, message } = error as Partial<CallError & Error>;
  return typeof code === "number"
    ? { code, details: details ?? "" }
    : { code: 14, details: `certificate or key: ${message ?? "unreadable"}` };
}
