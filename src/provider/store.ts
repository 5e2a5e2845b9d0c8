import { createHash } from "node:crypto";

/** What a file has to be: its text and mode. */
export interface WantedFile {
  contents: string;
  mode: number;
}

/** The same of a file that may be no text. */
export interface WantedBytes extends Omit<WantedFile, "contents"> {
  contents: string | Uint8Array;
}

/** What a file was found to be. */
export interface FoundFile {
  sha512: string;
  mode: number;
}

/** What the file is that is wanted. */
export function describeWanted({ contents, mode }: WantedBytes): FoundFile {
  return { sha512: createHash("sha512").update(contents).digest("hex"), mode };
}

/** Where files can be kept. */
export interface Store {
  /** What is there; undefined when there is no such file. */
  find(path: string): Promise<FoundFile | undefined>;
  write(path: string, file: WantedFile): Promise<void>;
  /** Removes a file, and is content when there is none. */
  remove(path: string): Promise<void>;
  /** Ends the operation when something stands in the way, before anything is written. */
  prepare?(files: Readonly<Record<string, WantedFile>>): Promise<void>;
  /** Files that others need come first when writing, last when removing. Any order will do without. */
  rank?(path: string): number;
}
