import type * as pulumi from "@pulumi/pulumi";

/** A systemd unit, made in `/etc/systemd/system`. */
export interface SystemdUnitArgs {
  /**
   * File name with its suffix, as in app.service. UNIT_NAME_SUFFIX when systemd knows no such
   * kind.
   */
  name: pulumi.Input<string>;

  /**
   * Whether the unit starts at boot; it needs an [Install] section for that. Defaults to leaving
   * the preset of the system as it is.
   */
  enabled?: pulumi.Input<boolean>;

  /**
   * Whether the unit is linked to /dev/null, so that nothing can start it. Defaults to false.
   */
  mask?: pulumi.Input<boolean>;

  /** The unit file. Leave it out to enable, mask or extend a unit that the system brings. */
  contents?: pulumi.Input<string>;

  /** Files that change parts of the unit. */
  dropins?: pulumi.Input<pulumi.Input<SystemdDropinArgs>[]>;
}

/** A drop-in in `/etc/systemd/system/<unit>.d`. */
export interface SystemdDropinArgs {
  /** File name ending in .conf. */
  name: pulumi.Input<string>;

  /** The drop-in file. */
  contents?: pulumi.Input<string>;
}
