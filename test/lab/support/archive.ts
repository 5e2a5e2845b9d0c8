const regular = 0o100000;
const directory = 0o040000;
const symlink = 0o120000;

/** An initramfs in the making: a cpio archive of the kind that Linux unpacks ("newc"), all owned by root. */
export class Archive {
  private readonly parts: Buffer[] = [];
  private readonly paths = new Set<string>();

  /** Whether there is anything at an absolute path. */
  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** A file, with the folders above it. */
  file(path: string, contents: string | Buffer, mode = 0o644): void {
    this.add(path, regular | mode, Buffer.from(contents));
  }

  /** A symbolic link, with the folders above it. */
  link(path: string, target: string): void {
    this.add(path, symlink | 0o777, Buffer.from(target));
  }

  /** A folder, with the folders above it. */
  folder(path: string): void {
    this.add(path, directory | 0o755, Buffer.alloc(0));
  }

  /** The archive's bytes. */
  bytes(): Buffer {
    return Buffer.concat([...this.parts, entry("TRAILER!!!", 0, 0, Buffer.alloc(0))]);
  }

  private add(path: string, mode: number, data: Buffer): void {
    if (this.paths.has(path)) return;
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (parent) this.folder(parent);
    this.paths.add(path);
    this.parts.push(entry(path.slice(1), this.paths.size, mode, data));
  }
}

function entry(name: string, inode: number, mode: number, data: Buffer): Buffer {
  const fields = [inode, mode, 0, 0, 1, 0, data.length, 0, 0, 0, 0, name.length + 1, 0];
  const header = fields.map((field) => field.toString(16).padStart(8, "0")).join("");
  return Buffer.concat([padded(Buffer.from(`070701${header}${name}\0`)), padded(data)]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}
