/** What a machine runs from. */
export const MachineMode = {
  /** Memory: it boots over the network every time, and keeps nothing. */
  Memory: "memory",
  /** A root filesystem on `rootDisk`; it boots over the network every time. */
  PersistentRoot: "persistent-root",
  /** A disk that Flatcar was installed on, from which it boots. */
  Installed: "installed",
} as const;

/** What a machine runs from. */
export type MachineMode = (typeof MachineMode)[keyof typeof MachineMode];
