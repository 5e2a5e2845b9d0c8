// Runs on its own inside the sandbox: node --experimental-strip-types proxy.mts SOCKET
// Stands between clients and the cloud: what the catalogue names is on 127.0.0.1, the services are on 127.0.0.2. It passes
// everything on, except where a fault was asked for. The socket is the test's own door: /SERVICE/PATH goes past the faults,
// PUT /faults sets them, GET /requests lists what clients asked for.
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";

const ports: Readonly<Record<string, number>> = {
  identity: 5000,
  compute: 8774,
  placement: 8778,
  image: 9292,
  network: 9696,
};

interface Fault {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly contains?: string;
  times: number;
  readonly status?: number;
  readonly body?: unknown;
}

let faults: Fault[] = [];
const requests: string[] = [];

function pass(
  service: string,
  path: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body?: Buffer,
) {
  const onward = forward(
    {
      host: "127.0.0.2",
      port: ports[service],
      path,
      method: incoming.method,
      headers: incoming.headers,
      // A connection each: not every service keeps them open.
      agent: false,
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on("error", () =>
    outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end(),
  );
  if (body) onward.end(body);
  else incoming.pipe(onward);
}

/** The fault that is next for a request, used up by it. */
function faultFor(
  service: string,
  { method, url = "" }: IncomingMessage,
  body: Buffer | undefined,
): Fault | undefined {
  const fault = faults.find(
    (one) =>
      one.times > 0 &&
      one.service === service &&
      one.method === method &&
      new RegExp(one.path).test(url) &&
      (one.contains === undefined || body?.includes(one.contains)),
  );
  if (fault) fault.times--;
  return fault;
}

for (const [service, port] of Object.entries(ports)) {
  createServer(async (incoming, outgoing) => {
    // Whatever else comes is an image, and may be large.
    const json = incoming.headers["content-type"] === "application/json";
    const body = json ? await bodyOf(incoming) : undefined;
    const fault = faultFor(service, incoming, body);
    requests.push(`${service} ${incoming.method} ${incoming.url}${fault ? " (fault)" : ""}`);
    if (!fault) pass(service, incoming.url ?? "/", incoming, outgoing, body);
    else if (fault.status === undefined) incoming.socket.destroy();
    else {
      outgoing.writeHead(fault.status, { "Content-Type": "application/json" });
      outgoing.end(JSON.stringify(fault.body ?? {}));
    }
  }).listen(port, "127.0.0.1");
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

createServer(async (incoming, outgoing) => {
  const [, first = "", rest = ""] = /^\/(\w+)(.*)$/.exec(incoming.url ?? "") ?? [];
  if (first in ports) pass(first, rest || "/", incoming, outgoing);
  else if (first === "requests") outgoing.end(JSON.stringify(requests));
  else {
    faults = JSON.parse((await bodyOf(incoming)).toString());
    outgoing.end("{}");
  }
}).listen(process.argv[2], () => console.log("listening"));
