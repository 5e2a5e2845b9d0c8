import type * as pulumi from "@pulumi/pulumi";
import type { OnConflict } from "../compose/index.js";
import type { Architecture } from "../hardware/index.js";
import type { FragmentArgs, IgnitionSectionsArgs } from "./fragment-args.js";

/** What can be said about the configuration of one machine. */
export interface ConfigArgs extends SharedConfigArgs {
  /**
   * Name of the machine, written to /etc/hostname. Defaults to what the network gives it.
   * HOSTNAME_INVALID.
   */
  hostname?: pulumi.Input<string>;
}

/** What can be said about the configuration of many machines at once. */
export interface SharedConfigArgs extends IgnitionSectionsArgs {
  /**
   * Public keys of user core, one line each. Defaults to none, and then nobody can log in over
   * the network.
   */
  sshAuthorizedKeys?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Parts shared between machines, in order; later ones win over earlier ones, and the machine's
   * own sections over all.
   */
  fragments?: pulumi.Input<pulumi.Input<FragmentArgs>[]>;

  /**
   * Folder of the local files that Butane documents name with local, contents_local,
   * ssh_authorized_keys_local and trees; relative to the folder of the Pulumi program. Defaults
   * to none, and naming a local file is then LOCAL_FILES_UNSET.
   */
  filesDir?: string;

  /**
   * Version of the Ignition spec to write, 3.0.0 to 3.6.0. Defaults to 3.4.0, or to the newest
   * that an older release reads. FLATCAR_SPEC_TOO_NEW.
   */
  spec?: string;

  /**
   * What to do when one part sets another value than a part before it: let the later one win, or
   * refuse. Defaults to Override. FRAGMENT_CONFLICT.
   */
  onConflict?: OnConflict;
}

/** What every machine takes, wherever it runs. */
export interface MachineArgs extends ConfigArgs {
  /**
   * Why this machine may be smaller than its hardware profile; turns that error into a warning
   * at every preview.
   */
  hardwareWaiver?: string;

  /**
   * What the machine has to have at least. It may ask for more than the floor of 4 vCPU, 8 GB memory
   * and 32 GB disk, never for less: HARDWARE_PROFILE_BELOW_FLOOR. Defaults to the floor.
   */
  hardwareProfile?: HardwareProfileArgs;
}

/** What a kind of machine has to have at least; what is left out is the floor's. */
export interface HardwareProfileArgs {
  /** Name that messages use. */
  name: string;

  /** Processors as Linux counts them. Defaults to 4, and may not be less. */
  vcpus?: number;

  /** Memory in MiB. Defaults to 8000, and may not be less. */
  memoryMib?: number;

  /** Disk for the operating system: GiB in clouds, GB on bare metal. Defaults to 32, and may not be less. */
  diskGb?: number;

  /** Processor architectures that will do. Defaults to x64 and arm64. */
  architectures?: Architecture[];

  /** Whether the machine needs a graphics processor. Defaults to false. */
  gpu?: boolean;

  /** Whether burstable and shared-core machines will do. Defaults to true. */
  burstableAllowed?: boolean;
}
