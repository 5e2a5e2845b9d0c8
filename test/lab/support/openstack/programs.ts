/** How each program is called; all are Debian's, with the config files in test/lab/openstack. */

const python = (script: string) => ["/usr/bin/python3", `config/${script}.py`];

function withConfig(...names: readonly string[]): string[] {
  return names.flatMap((name) => ["--config-file", `config/${name}.conf`]);
}

function ofPython(module: string, name: string, ...configs: readonly string[]): string[] {
  return [...python("run"), module, name, ...withConfig("common", ...configs)];
}

const nova = (service: string, ...configs: readonly string[]) =>
  ofPython(`nova.cmd.${service}`, `nova-${service}`, "nova", ...configs);

export const programs = {
  keystoneManage: ["keystone-manage", ...withConfig("keystone")],
  placementManage: ["placement-manage", ...withConfig("common", "placement")],
  glanceManage: ofPython("glance.cmd.manage", "glance-manage", "glance"),
  neutronDbManage: ofPython("neutron.db.migration.cli", "neutron-db-manage", "neutron"),
  novaManage: nova("manage"),
} as const;

/** What runs as long as the cloud does, by name. */
export const services = {
  rabbitmq: ["/usr/lib/rabbitmq/bin/rabbitmq-server"],
  keystone: [...python("serve"), "keystone", "5000"],
  placement: [...python("serve"), "placement", "8778"],
  glance: ofPython("glance.cmd.api", "glance-api", "glance"),
  neutron: ofPython("neutron.cmd.eventlet.server", "neutron-server", "neutron"),
  "nova-api": nova("api"),
  "nova-conductor": nova("conductor"),
  libvirtd: ["unshare", "--mount", "--uts", "sh", "config/libvirtd.sh"],
} as const;

/** What gives up when it starts before the others answer. */
export const impatientServices = {
  "nova-scheduler": nova("scheduler"),
  "nova-compute": nova("compute"),
  "nova-compute-qemu": nova("compute", "nova-qemu"),
} as const;
