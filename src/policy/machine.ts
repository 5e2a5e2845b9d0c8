import type { Architecture, Catalogue, CpuOverrides, MachineFacts } from "../hardware/index.js";
import type { Platform } from "../platforms/index.js";
import type { Path } from "../report/index.js";
import type { Inputs, Read } from "./inputs.js";

/** One size that a machine may have: a group of machines can have several. */
export interface Size {
  /** Instance type, VM size, machine type or flavor. Undefined when sizes are given by themselves. */
  readonly type?: Read<string>;
  /** What is said about processors beside the type. */
  readonly overrides?: CpuOverrides;
  /** Sizes given by themselves, or those of a type that are written down beside it. */
  readonly facts?: MachineFacts;
  /** Where those stand, when that is not below the type. */
  readonly places?: Readonly<Partial<Record<"vcpus" | "memoryMib", Path>>>;
  /** Values that decide the size and are not known yet. */
  readonly unknown?: readonly Path[];
}

/** What can be said of an image without asking its cloud. */
export interface Image {
  readonly path: Path;
  /** How messages call it. */
  readonly what: string;
  /** Whether it is a Flatcar image; undefined when its name does not tell. */
  readonly flatcar?: boolean;
  /** Whether the Flatcar project publishes it, and not the user. */
  readonly published?: boolean;
  readonly architecture?: Architecture;
  /** Azure: 1 (BIOS) or 2 (UEFI). */
  readonly generation?: number;
  /** Why the same text may mean another image tomorrow. */
  readonly moving?: string;
  readonly unknown?: true;
}

/** The disk of the operating system. */
export interface Disk {
  /** Its size in GB, as the place counts. */
  readonly size: Read<number>;
  /** What it is when the size is not given. */
  readonly otherwise?: {
    readonly gb: number;
    readonly because: string;
    /** Set when it is the size of Flatcar's image, and says nothing of others. */
    readonly ofImage?: true;
  };
  /** Where to write a larger size; undefined when it cannot be written. */
  readonly grow?: (gb: number) => { readonly path: Path; readonly value: unknown };
}

/** What Ignition will be given. */
export interface UserData {
  readonly text: Read<string>;
  /** What the resource takes; `either` where the provider encodes what is not base64 yet. */
  readonly encoding: "raw" | "base64" | "either";
}

/** What one resource says of a machine, or of many that are alike. */
export interface Machine {
  readonly platform: Platform;
  /** Undefined where types are not the same everywhere, as in OpenStack. */
  readonly catalogue?: Catalogue;
  /** How the place calls a type where there is no catalogue. */
  readonly noun?: string;
  readonly sizes: readonly Size[];
  /** Undefined when another resource names it, as a launch template. */
  readonly image?: Image;
  /** Undefined when another resource decides about it, or the service does. */
  readonly disk?: Disk;
  /** Said when a disk is there whose size cannot be seen here. */
  readonly unseenDisk?: Path;
  readonly userData: readonly UserData[];
  readonly tags?: Read<Readonly<Record<string, string>>>;
  /** The reason that our own component was given for a smaller machine. */
  readonly waiver?: string;
}

/** Reads the machines out of one kind of resource. */
export type Reader = (inputs: Inputs, options: ReaderOptions) => readonly Machine[];

/** What a reader has to be told. */
export interface ReaderOptions {
  /** Name of the root device of launch templates. */
  readonly rootDevice: string;
}
