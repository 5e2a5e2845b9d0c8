const {
  Cache,
  digest,
}: {
  Cache: new () => {
    entry(name: string, make: (folder: string) => Promise<void>): Promise<string>;
  };
  digest(parts: readonly (string | Buffer)[]): string;
} = require("../../../tools/setup/cache.js");

/**
 * The folder of something that is slow to make, in the cache of all clones: made once for each set of parts that it is
 * made from. Its name there begins with the prefix.
 */
export function cached(
  prefix: string,
  parts: readonly (string | Buffer)[],
  make: (folder: string) => Promise<void>,
): Promise<string> {
  return new Cache().entry(`${prefix}${digest(parts)}`, make);
}
