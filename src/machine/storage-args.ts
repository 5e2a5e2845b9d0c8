import type * as pulumi from "@pulumi/pulumi";

/** Bytes: given as text or base64, or fetched from a URL when the machine boots. */
export interface ContentsArgs {
  /** The bytes as text, written as UTF-8. One of contents, contentsBase64 and source. */
  contents?: pulumi.Input<string>;

  /** The bytes in standard padded base64, for what is not text. */
  contentsBase64?: pulumi.Input<string>;

  /**
   * URL that the machine fetches the bytes from when it boots: http, https, tftp, s3, arn, gs or
   * data.
   */
  source?: pulumi.Input<string>;

  /**
   * Digest that the bytes must have: sha512- or sha256- and lower-case hexadecimal, taken after
   * decompression.
   */
  hash?: pulumi.Input<string>;

  /**
   * How the bytes of source are compressed: gzip, or empty for not at all. Defaults to not at
   * all.
   */
  compression?: pulumi.Input<string>;

  /** Headers to send when fetching source; http and https only. */
  httpHeaders?: pulumi.Input<pulumi.Input<HttpHeaderArgs>[]>;
}

/** One header of an HTTP request. */
export interface HttpHeaderArgs {
  /** Name of the header. */
  name: pulumi.Input<string>;

  /** Its value. */
  value?: pulumi.Input<string>;
}

/** An owner, by id or by name, never both. */
export interface NodeOwnerArgs {
  /** Numeric id. */
  id?: pulumi.Input<number>;

  /** Name. */
  name?: pulumi.Input<string>;
}

/** A file. */
export interface FileArgs extends ContentsArgs {
  /**
   * Absolute path. Programs belong below /opt: /etc may be mounted noexec and /usr is read-only.
   */
  path: pulumi.Input<string>;

  /** Permission bits, as in 0o600. Defaults to 0o644. */
  mode?: pulumi.Input<number>;

  /** Owner. Defaults to root. */
  user?: pulumi.Input<NodeOwnerArgs>;

  /** Group. Defaults to root. */
  group?: pulumi.Input<NodeOwnerArgs>;

  /**
   * Whether something that is there already is replaced. Defaults to false, which stops the boot
   * when the path exists.
   */
  overwrite?: pulumi.Input<boolean>;

  /** Bytes to add to the end of the file. */
  append?: pulumi.Input<pulumi.Input<ContentsArgs>[]>;
}

/** A directory. */
export interface DirectoryArgs {
  /** Absolute path. */
  path: pulumi.Input<string>;

  /** Permission bits, as in 0o755. Defaults to 0o755. */
  mode?: pulumi.Input<number>;

  /** Owner. Defaults to root. */
  user?: pulumi.Input<NodeOwnerArgs>;

  /** Group. Defaults to root. */
  group?: pulumi.Input<NodeOwnerArgs>;

  /**
   * Whether something that is there already is removed first, with all that is in it. Defaults
   * to false.
   */
  overwrite?: pulumi.Input<boolean>;
}

/** A symbolic or hard link. */
export interface LinkArgs {
  /** Absolute path of the link itself. */
  path: pulumi.Input<string>;

  /** What it points to. */
  target: pulumi.Input<string>;

  /** Whether it is a hard link. Defaults to false. */
  hard?: pulumi.Input<boolean>;

  /** Owner. Defaults to root. */
  user?: pulumi.Input<NodeOwnerArgs>;

  /** Group. Defaults to root. */
  group?: pulumi.Input<NodeOwnerArgs>;

  /** Whether something that is there already is replaced. Defaults to false. */
  overwrite?: pulumi.Input<boolean>;
}
