import type * as pulumi from "@pulumi/pulumi";
import type { Channel } from "../flatcar/index.js";
import type { Architecture } from "../hardware/index.js";

/** What a PxeBootAssets holds, as machines have to know it. */
export interface Mirrored {
  readonly channel: Channel;
  /** The version that the program names; undefined for the newest of the channel. */
  readonly exact?: string;
  /** The version that is copied. */
  readonly version: pulumi.Input<string>;
  readonly architectures: readonly Architecture[];
  /** Whether the disk image is copied as well. */
  readonly diskImage: boolean;
  /** Text of the key that the release is signed with, where one is given. */
  readonly signingKey?: pulumi.Input<string>;
}

interface Mirror {
  readonly mirrored: Mirrored;
  /** Done when the files are there. */
  readonly resource: pulumi.Resource;
}

/** The `mirrorUrl` Output of a PxeBootAssets stands for the copy itself; it goes when the program does. */
const byOutput = new WeakMap<object, Mirror>();

/** Remembers what lies at an address. */
export function describeMirror(url: pulumi.Output<string>, mirror: Mirror): void {
  byOutput.set(url, mirror);
}

/** The copy that an address stands for; undefined for an address of one's own. */
export function mirrorOf(url: pulumi.Input<string> | undefined): Mirror | undefined {
  return typeof url === "object" ? byOutput.get(url) : undefined;
}
