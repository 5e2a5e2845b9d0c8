import type { Api } from "./door.js";

/** A server as nova and neutron tell of it, in the words of a program. */
export interface Server {
  readonly id: string;
  readonly status: string;
  readonly flavor: string;
  readonly image: string;
  readonly zone: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly configDrive: boolean;
  readonly userData: string;
  readonly keyPair: string;
  /** Policies of its server groups. */
  readonly groups: readonly string[];
  readonly ports: readonly Port[];
}

interface Port {
  readonly network: string;
  readonly address: string;
  readonly allowedAddresses: readonly string[];
  readonly floatingAddress: boolean;
  /** What its security groups let in, as `tcp 443-443 0.0.0.0/0`. */
  readonly letsIn: readonly string[];
}

interface NovaServer {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly flavor: { readonly original_name: string };
  readonly image: { readonly id: string } | "";
  readonly metadata: Record<string, string>;
  readonly config_drive: string;
  readonly key_name: string | null;
  readonly "OS-EXT-AZ:availability_zone": string;
  readonly "OS-EXT-SRV-ATTR:user_data": string | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface NeutronPort extends Named {
  readonly network_id: string;
  readonly device_id: string;
  readonly device_owner: string;
  readonly fixed_ips: readonly { readonly ip_address: string }[];
  readonly allowed_address_pairs: readonly { readonly ip_address: string }[];
  readonly security_groups: readonly string[];
}

interface Rule {
  readonly direction: string;
  readonly ethertype: string;
  readonly protocol: string | null;
  readonly port_range_min: number | null;
  readonly port_range_max: number | null;
  readonly remote_ip_prefix: string | null;
  readonly remote_group_id: string | null;
}

interface SecurityGroup extends Named {
  readonly security_group_rules: readonly Rule[];
}

/** Every server of the cloud by its name. The user data is for operators to see. */
export async function serversOf(admin: Api): Promise<Readonly<Record<string, Server>>> {
  const [{ servers }, { images }, { server_groups }, ports] = await Promise.all([
    admin.get<{ servers: NovaServer[] }>("compute", "/v2.1/servers/detail?all_tenants=1"),
    admin.get<{ images: Named[] }>("image", "/v2/images"),
    admin.get<{ server_groups: { policy: string; members: string[] }[] }>(
      "compute",
      "/v2.1/os-server-groups?all_projects=1",
    ),
    portsByServer(admin),
  ]);
  return Object.fromEntries(
    servers.map((server) => {
      const image = server.image === "" ? undefined : server.image.id;
      const told: Server = {
        id: server.id,
        status: server.status,
        flavor: server.flavor.original_name,
        image: images.find(({ id }) => id === image)?.name ?? "",
        zone: server["OS-EXT-AZ:availability_zone"],
        metadata: server.metadata,
        configDrive: server.config_drive === "True",
        userData: Buffer.from(server["OS-EXT-SRV-ATTR:user_data"] ?? "", "base64").toString(),
        keyPair: server.key_name ?? "",
        groups: server_groups
          .filter(({ members }) => members.includes(server.id))
          .map(({ policy }) => policy),
        ports: ports.get(server.id) ?? [],
      };
      return [server.name, told];
    }),
  );
}

async function portsByServer(admin: Api): Promise<ReadonlyMap<string, readonly Port[]>> {
  const [{ ports }, { networks }, { security_groups }, { floatingips }] = await Promise.all([
    admin.get<{ ports: NeutronPort[] }>("network", "/v2.0/ports"),
    admin.get<{ networks: Named[] }>("network", "/v2.0/networks"),
    admin.get<{ security_groups: SecurityGroup[] }>("network", "/v2.0/security-groups"),
    admin.get<{ floatingips: { port_id: string | null }[] }>("network", "/v2.0/floatingips"),
  ]);
  const rules = (id: string) =>
    security_groups.find((group) => group.id === id)?.security_group_rules ?? [];
  const byServer = new Map<string, Port[]>();
  for (const port of [...ports].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const told: Port = {
      network: networks.find(({ id }) => id === port.network_id)?.name ?? "",
      address: port.fixed_ips[0]?.ip_address ?? "",
      allowedAddresses: port.allowed_address_pairs.map(({ ip_address }) => ip_address),
      floatingAddress: floatingips.some(({ port_id }) => port_id === port.id),
      letsIn: port.security_groups
        .flatMap(rules)
        .filter(({ direction }) => direction === "ingress")
        .map(inWords)
        .sort(),
    };
    byServer.set(port.device_id, [...(byServer.get(port.device_id) ?? []), told]);
  }
  return byServer;
}

function inWords(rule: Rule): string {
  const { protocol, port_range_min: from, port_range_max: to } = rule;
  const source = rule.remote_group_id === null ? rule.remote_ip_prefix : "its own members";
  return `${rule.ethertype} ${protocol ?? "any"} ${from ?? ""}-${to ?? ""} ${source ?? "anywhere"}`;
}

/** What programs left behind: all that an operator did not prepare, by kind and name. */
export async function leftoversOf(api: Api): Promise<readonly string[]> {
  const named = async (kind: string, things: readonly Named[]) =>
    things.map(({ name }) => `${kind} ${name}`);
  const [servers, groups, ports, securityGroups, floating, images] = await Promise.all([
    api.get<{ servers: Named[] }>("compute", "/v2.1/servers"),
    api.get<{ server_groups: Named[] }>("compute", "/v2.1/os-server-groups"),
    api.get<{ ports: NeutronPort[] }>("network", "/v2.0/ports"),
    api.get<{ security_groups: Named[] }>("network", "/v2.0/security-groups"),
    api.get<{ floatingips: { id: string }[] }>("network", "/v2.0/floatingips"),
    api.get<{ images: Named[] }>("image", "/v2/images?visibility=private"),
  ]);
  return (
    await Promise.all([
      named("server", servers.servers),
      named("server group", groups.server_groups),
      named(
        "port",
        ports.ports.filter(({ device_owner }) => !device_owner.startsWith("network:")),
      ),
      named(
        "security group",
        securityGroups.security_groups.filter(({ name }) => name !== "default"),
      ),
      named(
        "floating address",
        floating.floatingips.map(({ id }) => ({ id, name: id })),
      ),
      named("image", images.images),
    ])
  ).flat();
}
