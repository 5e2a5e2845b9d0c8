import { readFileSync } from "node:fs";
import type { TestOs } from "../test-os.js";
import { type Account, type Api, accounts } from "./door.js";
import type { World } from "./world.js";

/** Kind, port and path of what is in the catalogue beside keystone. */
const endpoints = [
  ["image", "glance", ":9292"],
  ["placement", "placement", ":8778"],
  ["compute", "nova", ":8774/v2.1"],
  ["network", "neutron", ":9696"],
] as const;

/** Writes the catalogue, and makes a user with a project of the same name. */
export async function register(admin: Api, account: Account): Promise<void> {
  for (const [type, name, place] of endpoints) {
    const { service } = await admin.post<{ service: { id: string } }>("identity", "/v3/services", {
      service: { name, type },
    });
    for (const [kind, host] of [
      ["public", "127.0.0.1"],
      ["internal", "127.0.0.2"],
    ] as const) {
      const url = `http://${host}${place}`;
      const endpoint = { service_id: service.id, interface: kind, url, region_id: "RegionOne" };
      await admin.post("identity", "/v3/endpoints", { endpoint });
    }
  }
  const { project } = await admin.post<{ project: { id: string } }>("identity", "/v3/projects", {
    project: { name: account.user, domain_id: "default" },
  });
  const { user } = await admin.post<{ user: { id: string } }>("identity", "/v3/users", {
    user: { name: account.user, password: account.password, domain_id: "default" },
  });
  const { roles } = await admin.get<{ roles: { id: string }[] }>(
    "identity",
    "/v3/roles?name=member",
  );
  const role = `/v3/projects/${project.id}/users/${user.id}/roles/${roles[0]?.id}`;
  await admin.ask("PUT", "identity", role);
}

/** Name, vcpus, memory in MiB, disk in GB; what a host must have for it. */
const flavors: readonly (readonly [string, number, number, number, string?])[] = [
  ["m1.small", 1, 2048, 20],
  ["m1.large", 4, 8192, 40],
  ["m1.xlarge", 8, 16384, 80],
  // Beyond the quota.
  ["m1.huge", 128, 262144, 320],
  // There is no such host.
  ["gpu.large", 8, 16384, 100, "CUSTOM_GPU"],
  // Where machines boot, there may be as little as this.
  ["boot", 1, 1024, 1],
];

/** What an operator would have prepared: flavors, images, networks, and hosts in two availability zones. */
export async function furnish(admin: Api, world: World, system: TestOs): Promise<void> {
  const project = await projectOf(admin);
  await Promise.all([
    makeFlavors(admin),
    makeImages(admin, system),
    makeNetworks(admin, project),
    setQuota(admin, project),
    makeZone(admin, world),
  ]);
}

async function makeFlavors(admin: Api): Promise<void> {
  for (const [name, vcpus, ram, disk, trait] of flavors) {
    const { flavor } = await admin.post<{ flavor: { id: string } }>("compute", "/v2.1/flavors", {
      flavor: { name, vcpus, ram, disk },
    });
    if (trait === undefined) continue;
    await admin.ask("PUT", "placement", `/traits/${trait}`);
    await admin.post("compute", `/v2.1/flavors/${flavor.id}/os-extra_specs`, {
      extra_specs: { [`trait:${trait}`]: "required" },
    });
  }
}

async function makeImages(admin: Api, { kernel, initrd }: TestOs): Promise<void> {
  const make = async (name: string, format: string, data?: Buffer, properties = {}) => {
    const container = format === "raw" ? "bare" : format;
    const { id } = await admin.post<{ id: string }>("image", "/v2/images", {
      ...{ name, disk_format: format, container_format: container, visibility: "public" },
      ...properties,
    });
    if (data) await admin.ask("PUT", "image", `/v2/images/${id}/file`, data);
    return id;
  };
  const disk = Buffer.alloc(1 << 20);
  await make("flatcar-one", "raw", disk, { os_distro: "flatcar", generation: "one" });
  await make("flatcar-two", "raw", disk, { os_distro: "flatcar", generation: "two" });
  await make("flatcar-empty", "raw");
  await make("flatcar-boot", "raw", disk, {
    kernel_id: await make("kernel", "aki", readFileSync(kernel)),
    ramdisk_id: await make("ramdisk", "ari", readFileSync(initrd)),
    os_command_line: "console=ttyS0 quiet ip=off lab.stay ignition.platform.id=openstack",
  });
}

async function projectOf(admin: Api): Promise<string> {
  const path = `/v3/projects?name=${accounts.tenant.user}`;
  const { projects } = await admin.get<{ projects: { id: string }[] }>("identity", path);
  return projects[0]?.id ?? "";
}

/** Room for everything that the tests make at once. */
async function setQuota(admin: Api, project: string): Promise<void> {
  const quota_set = { cores: 100, ram: 200_000, instances: 50 };
  await admin.ask("PUT", "compute", `/v2.1/os-quota-sets/${project}`, { quota_set });
}

async function makeNetworks(admin: Api, project_id: string): Promise<void> {
  const make = async (kind: string, values: object): Promise<string> => {
    const answer = await admin.post<Record<string, { id: string }>>("network", `/v2.0/${kind}s`, {
      [kind]: { project_id, ...values },
    });
    return answer[kind]?.id ?? "";
  };
  const outside = await make("network", { name: "outside", "router:external": true });
  await make("subnet", {
    network_id: outside,
    ip_version: 4,
    cidr: "203.0.113.0/24",
    enable_dhcp: false,
  });
  const inside = await make("network", { name: "inside" });
  const subnet_id = await make("subnet", {
    name: "inside",
    network_id: inside,
    ip_version: 4,
    cidr: "10.10.0.0/24",
  });
  const router = await make("router", {
    name: "router",
    external_gateway_info: { network_id: outside },
  });
  await admin.ask("PUT", "network", `/v2.0/routers/${router}/add_router_interface`, { subnet_id });
}

/** Waits for both hosts; the one whose machines boot is in zone "boot". */
async function makeZone(admin: Api, world: World): Promise<void> {
  await world.until("hosts", async () => {
    const { hypervisors } = await admin.get<{ hypervisors: { state: string }[] }>(
      "compute",
      "/v2.1/os-hypervisors",
    );
    return hypervisors.filter(({ state }) => state === "up").length === 2;
  });
  const { aggregate } = await admin.post<{ aggregate: { id: number } }>(
    "compute",
    "/v2.1/os-aggregates",
    { aggregate: { name: "boot", availability_zone: "boot" } },
  );
  await admin.post("compute", `/v2.1/os-aggregates/${aggregate.id}/action`, {
    add_host: { host: "qemu-host" },
  });
}
