/** How it shows that a machine is up. */
export const Readiness = {
  /** Its SSH port answers. */
  Ssh: "ssh",
  /** It reports, with a token that only it has, which config it booted with. */
  PhoneHome: "phone-home",
  /** Not at all: what starts it is all that is done. */
  None: "none",
} as const;

/** How it shows that a machine is up. */
export type Readiness = (typeof Readiness)[keyof typeof Readiness];

/** Everything that provisioning a machine hangs on, as the engine hands it over. */
export interface Wanted {
  readonly machine: string;
  /** Rises when the machine is to be provisioned again although nothing else changed. */
  readonly generation: number;
  /** What the machine runs from: memory, persistent-root, installed. */
  readonly mode: string;
  /** SHA-512 of the machine's own Ignition config. */
  readonly configSha512: string;
  /** SHA-512 of the config that it boots with over the network, where that is another: its installer's. */
  readonly servedSha512?: string;
  /** SHA-512 of the kernel line. */
  readonly kernelSha512: string;
  /** Where kernel and initramfs come from. */
  readonly releaseUrl: string;
  readonly onConfigChange: "replace" | "ignore";
  readonly onImageChange: "replace" | "ignore";

  /** The BMC's address; a machine without one is switched on by somebody else. */
  readonly endpoint?: string;
  readonly username?: string;
  readonly password?: string;
  readonly systemId?: string;
  readonly caCertificate?: string;
  readonly insecure?: boolean;
  readonly shutdownTimeoutSeconds: number;
  readonly powerOffOnDestroy: boolean;

  readonly readiness: Readiness;
  readonly readinessTimeoutMinutes: number;
  readonly address?: string;
  readonly sshPort: number;
  readonly phoneHomeUrl?: string;
  /** What the machine proves itself with. */
  readonly token?: string;

  readonly directory: string;
  readonly baseUrl: string;
  /** Whether the directory is served at baseUrl while the machine is waited for. */
  readonly serve: boolean;
  readonly macAddresses: readonly string[];
  /** How many machines of the directory may be away at a time. */
  readonly maxUnavailable: number;
}

/** What was done to a machine: what was wanted then, and whether it came up. */
export interface Done extends Wanted {
  /** A new one was started and never came up; a started one did, before it was provisioned anew. */
  readonly phase: "new" | "started" | "ready";
}
