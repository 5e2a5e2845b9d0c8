/**
 * The smallest machine this library makes: 4 vCPU, 8 GB memory, 32 GB disk.
 *
 * "8 GB" is sold as 8192 MiB, as 8000 MiB and as decimal gigabytes; 8000 MiB lets all of them pass
 * and 7.5 GiB (7680 MiB) not. Disk counts in the unit of the place: GiB in clouds, GB on bare metal.
 */
export const floor = Object.freeze({ vcpus: 4, memoryMib: 8000, diskGb: 32 });

/** What is known of processors and memory, as in `4 vCPU` and `16 GiB`. */
export function formatSizes(facts: {
  vcpus?: number;
  memoryMib?: number;
  memoryAtLeast?: boolean;
}): string[] {
  const { vcpus, memoryMib, memoryAtLeast } = facts;
  return [
    ...(vcpus === undefined ? [] : [`${vcpus} vCPU`]),
    ...(memoryMib === undefined
      ? []
      : [`${memoryAtLeast ? "at least " : ""}${formatMemory(memoryMib)}`]),
  ];
}

/** Memory as people say it: `8 GB` for 8000 or 8192 MiB, `7.5 GiB` for 7680 MiB. */
export function formatMemory(mib: number): string {
  if (mib === floor.memoryMib) return "8 GB";
  const gib = mib / 1024;
  return Number.isInteger(gib * 10) ? `${gib} GiB` : `${mib} MiB`;
}

/** Whether a number can be a count or an amount. */
export function isSize(amount: number): boolean {
  return Number.isFinite(amount) && amount > 0;
}

/** `a, b and c`. */
export function joinWords(words: readonly string[], conjunction = "and"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}
