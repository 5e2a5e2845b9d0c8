const shape =
  /^([0-9a-f]{2})([:-]?)([0-9a-f]{2})\2([0-9a-f]{2})\2([0-9a-f]{2})\2([0-9a-f]{2})\2([0-9a-f]{2})$/i;

/** Lower case with colons, `52:54:00:aa:00:01`; undefined when the text is not a MAC address. */
export function normalizeMac(text: string): string | undefined {
  const found = shape.exec(text);
  return found
    ? [1, 3, 4, 5, 6, 7].map((group) => found[group]?.toLowerCase()).join(":")
    : undefined;
}

/** The valid ones of some addresses, normalized. */
export function normalizeMacs(addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => normalizeMac(address) ?? []);
}

/** Whether the address can belong to one network card: not a group address, not all zeros. */
export function isCardAddress(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 0 && mac !== "00:00:00:00:00:00";
}

/** As iPXE expands `${mac:hexhyp}`: `52-54-00-aa-00-01`. */
export function hyphenated(mac: string): string {
  return mac.replaceAll(":", "-");
}
