import type { Path } from "../../report/index.js";
import type { Inputs, Read } from "../inputs.js";
import type { Machine, Size } from "../machine.js";

/** A size of which only the place is known so far. */
export function promised(path: Path): Size {
  return { type: { path, unknown: true } };
}

/** The machines of every item of a list; of one that is not known yet, that there will be some. */
export function machinesOf(
  list: Read<readonly Inputs[]>,
  place: Pick<Machine, "platform" | "catalogue">,
  read: (item: Inputs) => readonly Machine[],
): Machine[] {
  if (list.unknown) return [{ ...place, sizes: [promised(list.path)], userData: [] }];
  return (list.value ?? []).flatMap(read);
}
