import type * as pulumi from "@pulumi/pulumi";

/** A user. */
export interface UserArgs {
  /** Login name; core is the one that Flatcar brings. */
  name: pulumi.Input<string>;

  /** Public keys, one line each. */
  sshAuthorizedKeys?: pulumi.Input<pulumi.Input<string>[]>;

  /** Hash of a password, as openssl passwd -6 prints it. A secret. */
  passwordHash?: pulumi.Input<string>;

  /** Numeric id. */
  uid?: pulumi.Input<number>;

  /** Supplementary groups. */
  groups?: pulumi.Input<pulumi.Input<string>[]>;

  /** Primary group. */
  primaryGroup?: pulumi.Input<string>;

  /** Full name. */
  gecos?: pulumi.Input<string>;

  /** Home directory. */
  homeDir?: pulumi.Input<string>;

  /** Whether no home directory is made. Defaults to false. */
  noCreateHome?: pulumi.Input<boolean>;

  /** Whether no group of the user's name is made. Defaults to false. */
  noUserGroup?: pulumi.Input<boolean>;

  /** Whether the user is left out of lastlog. Defaults to false. */
  noLogInit?: pulumi.Input<boolean>;

  /** Login shell. */
  shell?: pulumi.Input<string>;

  /** Whether the user must exist. Defaults to true. */
  shouldExist?: pulumi.Input<boolean>;

  /** Whether it is a system user. Defaults to false. */
  system?: pulumi.Input<boolean>;
}

/** A group. */
export interface GroupArgs {
  /** Name. */
  name: pulumi.Input<string>;

  /** Numeric id. */
  gid?: pulumi.Input<number>;

  /** Hash of a password. A secret. */
  passwordHash?: pulumi.Input<string>;

  /** Whether the group must exist. Defaults to true. */
  shouldExist?: pulumi.Input<boolean>;

  /** Whether it is a system group. Defaults to false. */
  system?: pulumi.Input<boolean>;
}
