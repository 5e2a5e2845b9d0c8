import type * as pulumi from "@pulumi/pulumi";
import type { Fragment } from "../../src/compose/index.js";
import type {
  DirectoryArgs,
  DiskArgs,
  FileArgs,
  FilesystemArgs,
  FragmentArgs,
  GroupArgs,
  LinkArgs,
  LuksArgs,
  RaidArgs,
  SystemdUnitArgs,
  UserArgs,
} from "../../src/machine/index.js";

/** Members that one side has and the other does not; `never` when both have the same. */
type Missing<A, B> = Exclude<keyof A, keyof B> | Exclude<keyof B, keyof A>;
type Item<K extends keyof Fragment> = NonNullable<Fragment[K]> extends (infer T)[] ? T : never;
type Same<Args, K extends keyof Fragment> = [Missing<pulumi.Unwrap<Args>, Item<K>>] extends [never]
  ? pulumi.Unwrap<Args> extends Item<K>
    ? true
    : false
  : false;

/**
 * The args people type and the fragments that the core checks are written twice, because Pulumi's
 * component analyzer refuses mapped types. This compiles only while they say the same.
 */
const twins: {
  units: Same<SystemdUnitArgs, "units">;
  files: Same<FileArgs, "files">;
  directories: Same<DirectoryArgs, "directories">;
  links: Same<LinkArgs, "links">;
  users: Same<UserArgs, "users">;
  groups: Same<GroupArgs, "groups">;
  disks: Same<DiskArgs, "disks">;
  raid: Same<RaidArgs, "raid">;
  filesystems: Same<FilesystemArgs, "filesystems">;
  luks: Same<LuksArgs, "luks">;
  fragments: Same<FragmentArgs, "fragments">;
} = {
  units: true,
  files: true,
  directories: true,
  links: true,
  users: true,
  groups: true,
  disks: true,
  raid: true,
  filesystems: true,
  luks: true,
  fragments: true,
};

it("args and fragments have the same members (checked by the compiler)", () => {
  expect(Object.values(twins).every(Boolean)).toBe(true);
});
