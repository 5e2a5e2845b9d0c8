import type * as pulumi from "@pulumi/pulumi";
import type { FragmentArgs, IgnitionSectionsArgs } from "./fragment-args.js";

/** What every machine takes, wherever it runs. */
export interface MachineArgs extends IgnitionSectionsArgs {
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
   * Why this machine may be smaller than its hardware profile; turns that error into a warning
   * at every preview.
   */
  hardwareWaiver?: string;
}
