import type * as pulumi from "@pulumi/pulumi";
import type { OnConflict } from "../compose/index.js";
import type { FragmentArgs, IgnitionSectionsArgs } from "./fragment-args.js";

/** What can be said about the configuration of one machine. */
export interface ConfigArgs extends IgnitionSectionsArgs {
  /**
   * Name of the machine, written to /etc/hostname. Defaults to what the network gives it.
   * HOSTNAME_INVALID.
   */
  hostname?: pulumi.Input<string>;

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
}
