import type { CloudMachineArgs } from "./cloud-args.js";
import { OnChange } from "./on-change.js";

/**
 * What a machine keeps as it was made with: of the properties that hold its config and its image those for
 * which onConfigChange and onImageChange say so.
 */
export function keptProperties(
  { onConfigChange, onImageChange }: CloudMachineArgs,
  holding: { readonly config: string; readonly image: readonly string[] },
): string[] {
  return [
    ...(onConfigChange === OnChange.Ignore ? [holding.config] : []),
    ...(onImageChange === OnChange.Replace ? [] : holding.image),
  ];
}
