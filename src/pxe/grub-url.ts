/** `(http,host:port)/path`, the way GRUB names a file on a web server; undefined for anything but http. */
export function grubUrl(url: string): string | undefined {
  const found = /^http:\/\/([^/]+)(\/.*)?$/.exec(url);
  return found ? `(http,${found[1]})${found[2] ?? ""}` : undefined;
}
