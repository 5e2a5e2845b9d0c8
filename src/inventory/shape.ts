import type { Path } from "../report/index.js";

/** What a member of an inventory holds. */
export type Field =
  | { readonly kind: "text" | "number" | "flag" | "list"; readonly required?: true }
  | { readonly kind: "object" | "objects"; readonly shape: Shape };

/** Members by name. */
export interface Shape {
  readonly [name: string]: Field;
}

const text = { kind: "text" } as const;
const number = { kind: "number" } as const;
const flag = { kind: "flag" } as const;
const list = { kind: "list" } as const;
const required = <T extends Field>(field: T) => ({ ...field, required: true }) as const;

const connection = { addresses: list, gateways: list, dns: list, dhcp: flag, mtu: number };

const network = {
  kind: "object",
  shape: {
    ...connection,
    bond: {
      kind: "object",
      shape: { mode: text, members: list, transmitHashPolicy: text, lacpTransmitRate: text },
    },
    vlans: { kind: "objects", shape: { id: required(number), ...connection } },
  },
} as const;

/** Everything that an inventory says of a machine; the names are those of the component's args. */
export const machineShape = Object.freeze({
  name: required(text),
  macAddresses: required(list),
  architecture: required(text),
  vcpus: required(number),
  memoryMib: required(number),
  diskGb: number,
  gpu: flag,
  hardwareWaiver: text,
  mode: text,
  rootDisk: text,
  installDisk: {
    kind: "object",
    shape: { path: text, model: text, serial: text, minSizeGb: number, maxSizeGb: number },
  },
  hostname: text,
  address: text,
  network,
  installerNetwork: network,
  bmc: { kind: "object", shape: { endpoint: required(text), systemId: text, credentials: text } },
  generation: number,
  roles: list,
  rackName: text,
  rackUnit: number,
  rackUnits: number,
} as const satisfies Shape);

/** A column of a table: the names that lead to it in a machine, and what its cells hold. */
export interface Column {
  readonly path: readonly string[];
  readonly field: Field;
}

/** The members of a machine as columns, by name: what lies deeper has a dotted one. */
export const columns: ReadonlyMap<string, Column> = new Map(flatten(machineShape, []));

/** The column that holds a value, by the names that lead to it; it may lie deeper in a list. */
export function columnOf(path: Path): Column | undefined {
  for (let length = path.length; length > 0; length--) {
    const column = columns.get(path.slice(0, length).join("."));
    if (column) return column;
  }
  return undefined;
}

function flatten(shape: Shape, above: readonly string[]): [string, Column][] {
  return Object.entries(shape).flatMap(([name, field]): [string, Column][] => {
    const path = [...above, name];
    return field.kind === "object"
      ? flatten(field.shape, path)
      : [[path.join("."), { path, field }]];
  });
}
