import type { Fragment } from "../compose/index.js";
import { type MachineNetwork, machineNetwork } from "../flatcar/index.js";
import { normalizeMacs } from "../pxe/index.js";

/** The config of a machine's network: of the members of its bond, or of its first card. */
export function networkFragment(
  network: MachineNetwork | undefined,
  macAddresses: readonly string[],
): Fragment | undefined {
  const all = normalizeMacs(network?.bond?.members ?? macAddresses);
  const cards = network?.bond ? all : all.slice(0, 1);
  return network && cards.length > 0 ? machineNetwork(network, cards) : undefined;
}
