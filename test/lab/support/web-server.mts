// Runs on its own inside the sandbox: node --experimental-strip-types web-server.mts ADDRESS PORT PREFIX=FOLDER…
// Serves the folders and prints a line for each request: GET /boot.ipxe 200.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";

const [address, port, ...shares] = process.argv.slice(2);
const folders = shares.map((share) => {
  const [prefix = "", folder = ""] = share.split("=");
  return { prefix, folder };
});

function fileOf(url: string): string | undefined {
  const path = normalize(decodeURIComponent(url.replace(/\?.*/, "")));
  const share = folders.find(({ prefix }) => path.startsWith(prefix));
  return share && join(share.folder, path.slice(share.prefix.length));
}

createServer((request, response) => {
  const file = fileOf(request.url ?? "/");
  const facts = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
  const found = file !== undefined && facts?.isFile();
  console.log(`${request.method} ${request.url} ${found ? 200 : 404}`);
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  // GRUB reads this header in this spelling only.
  response.writeHead(200, { "Content-Length": facts?.size });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}).listen(Number(port), address, () => console.log("listening"));
