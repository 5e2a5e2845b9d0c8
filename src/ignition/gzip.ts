import { gzipSync } from "fflate";

const flags = 8;
const system = 9;

/**
 * Compresses bytes to one gzip member. The result depends on the bytes alone: no time and no name
 * of a system in the header, and a compressor in plain JavaScript, because the zlib inside Node.js
 * differs between its versions and processors, and a changed byte of user data replaces a machine.
 */
export function gzip(bytes: Uint8Array): Uint8Array {
  const compressed = gzipSync(bytes, { level: 9, mtime: 0 });
  // RFC 1952: 2 = slowest compression, 255 = unknown system.
  compressed[flags] = 2;
  compressed[system] = 255;
  return compressed;
}
