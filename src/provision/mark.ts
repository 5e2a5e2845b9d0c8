import { find, remove, write } from "../provider/index.js";
import { describeFile, renderInstalled } from "../pxe/index.js";
import type { Wanted } from "./wanted.js";

/** A machine that may have a mark in its boot directory. */
type Marked = Pick<Wanted, "machine" | "generation" | "directory">;

/** Whether the boot directory says that this generation of a machine is installed. */
export async function hasMark({ machine, generation, directory }: Marked): Promise<boolean> {
  if (directory === "") return false;
  const found = Object.entries(renderInstalled(machine, generation)).map(
    async ([path, file]) => (await find(directory, path))?.sha512 === describeFile(file).sha512,
  );
  return (await Promise.all(found)).every(Boolean);
}

/** Has the boot directory say so: a machine that boots over the network is then sent to its disk. */
export async function setMark({ machine, generation, directory }: Marked): Promise<void> {
  if (directory === "") return;
  for (const [path, file] of Object.entries(renderInstalled(machine, generation))) {
    await write(directory, path, file);
  }
}

/** Takes back what it says of any generation. */
export async function clearMark({ machine, generation, directory }: Marked): Promise<void> {
  if (directory === "") return;
  for (const path of Object.keys(renderInstalled(machine, generation))) {
    if (await find(directory, path)) await remove(directory, path);
  }
}
