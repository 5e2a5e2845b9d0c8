import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { cached } from "../cache.js";
import { Sandbox } from "../sandbox.js";
import { Api, accounts, Door } from "./door.js";
import { register } from "./furnish.js";
import { programs, services } from "./programs.js";
import { World } from "./world.js";

/** Their tables differ from release to release. */
const packages = [
  ...["python3-keystone", "python3-placement", "python3-glance", "python3-neutron", "python3-nova"],
  "mariadb-server-core",
];

const configs = resolve(__dirname, "../../openstack");
/** As nova.conf and nova-qemu.conf call them. */
const hosts = ["fake-host", "qemu-host"];
const kept = ["mysql", "keys"];

/** Starts the database server with the tables of all services, which are made once for all labs: it takes half a minute. */
export async function startDatabases(world: World): Promise<void> {
  const entry = await cached("lab/openstack-", parts(), makeTables);
  for (const name of kept) {
    await world.must(["cp", "-a", "--sparse=always", join(entry, name), "."]);
  }
  await startServer(world);
}

function parts(): (string | Buffer)[] {
  const format = "$" + "{Package} $" + "{Version}\n";
  const versions = execFileSync("dpkg-query", ["--show", "--showformat", format, ...packages]);
  const files = readdirSync(configs)
    .map((name) => join(configs, name))
    .filter((path) => statSync(path).isFile());
  return [versions, ...[...files, __filename].sort().map((path) => readFileSync(path))];
}

async function makeTables(folder: string): Promise<void> {
  const sandbox = new Sandbox();
  try {
    const world = await World.make(sandbox);
    await world.must([
      "mariadb-install-db",
      "--defaults-file=config/mariadb.cnf",
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
    ]);
    const stopServer = await startServer(world);
    await Promise.all([
      makeKeystone(world, sandbox),
      world.must([...programs.glanceManage, "db_sync"]),
      world.must([...programs.placementManage, "db", "sync"]),
      world.must([...programs.neutronDbManage, "upgrade", "head"]),
      makeNova(world),
    ]);
    await stopServer();
    for (const name of kept) {
      await world.must(["cp", "-a", "--sparse=always", name, folder]);
    }
  } finally {
    await sandbox.close();
  }
}

async function makeKeystone(world: World, sandbox: Sandbox): Promise<void> {
  const owner = ["--keystone-user", "root", "--keystone-group", "root"];
  await world.must([...programs.keystoneManage, "db_sync"]);
  await world.must([...programs.keystoneManage, "fernet_setup", ...owner]);
  await world.must([...programs.keystoneManage, "credential_setup", ...owner]);
  await world.must([
    ...[...programs.keystoneManage, "bootstrap", "--bootstrap-password", "admin"],
    ...["--bootstrap-region-id", "RegionOne"],
    ...["--bootstrap-public-url", "http://127.0.0.1:5000/v3"],
    ...["--bootstrap-internal-url", "http://127.0.0.2:5000/v3"],
  ]);
  // Services look for one another in the catalogue as soon as they start, so it is there before them.
  await world.start("keystone", services.keystone);
  const door = await Door.open(sandbox, world);
  await world.until("keystone", () => door.answers("identity"));
  await register(await Api.logIn(door, accounts.admin), accounts.tenant);
}

async function makeNova(world: World): Promise<void> {
  const cell0 = "mysql+pymysql://root@127.0.0.2/nova_cell0";
  await world.must([...programs.novaManage, "api_db", "sync"]);
  await world.must([
    ...programs.novaManage,
    ...["cell_v2", "map_cell0", "--database_connection", cell0],
  ]);
  await world.must([...programs.novaManage, "cell_v2", "create_cell", "--name=cell1"]);
  await world.must([...programs.novaManage, "db", "sync"]);
  // Nova finds new hosts from time to time only.
  const mapping = hosts.map(
    (host) => `SELECT id, '${host}' FROM cell_mappings WHERE name = 'cell1'`,
  );
  const statement = `INSERT INTO host_mappings (cell_id, host) ${mapping.join(" UNION ")}`;
  await world.must(["mariadb", "--socket=mysql.sock", `--execute=${statement}`, "nova_api"]);
}

/** Starts the server; returns what ends it in good order. */
async function startServer(world: World): Promise<() => Promise<void>> {
  const server = await world.start("mariadb", "mariadbd --defaults-file=config/mariadb.cnf");
  await world.until("answer from the database", () => answers(join(world.folder, "mysql.sock")));
  return async () => {
    const ended = new Promise((resolve) => server.once("close", resolve));
    await world.signal("mariadb", "TERM");
    await ended;
  };
}

async function answers(socket: string): Promise<boolean> {
  if (!existsSync(socket)) return false;
  return new Promise((resolve) => {
    const connection = connect(socket, () => resolve(true)).once("error", () => resolve(false));
    connection.once("connect", () => connection.destroy());
  });
}
