/**
 * A path as the name of a systemd unit, without the suffix: `/var/lib/data` becomes `var-lib-data`.
 * The escapes are those of go-systemd, which Butane uses: hexadecimal without a leading zero.
 */
export function unitNameOf(path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.length === 0) return "-";
  const bytes = Buffer.from(parts.join("/"));
  return Array.from(bytes, (byte, index) => escapeByte(byte, index === 0)).join("");
}

function escapeByte(byte: number, first: boolean): string {
  const character = String.fromCharCode(byte);
  if (character === "/") return "-";
  if (/[A-Za-z0-9:_.]/.test(character) && !(first && character === ".")) return character;
  return `\\x${byte.toString(16)}`;
}
