import { type IgnitionDocument, renderIgnition, sha512 } from "../ignition/index.js";
import { findPlatform, type Platform } from "../platforms/index.js";
import { Report, root } from "../report/index.js";
import { compressedConfig } from "./envelope.js";
import { largestParts, type SizedPart } from "./parts.js";
import { fits, userDataBytes } from "./size.js";

/** What a plan may use. */
export interface DeliveryOptions {
  /**
   * Whether the config may lie outside of the user data, at a URL that the caller provides; used when
   * nothing else fits. Defaults to false.
   */
  readonly pointer?: boolean;
}

/** How a config reaches its machine. */
export interface DeliveryPlan {
  /**
   * The plainest form that fits: the config itself; a small config that holds it compressed; or a
   * small one that names its URL. Undefined when none fits, which `report` then says.
   */
  readonly form?: "inline" | "compressed" | "pointer";
  /** User data as JSON text, before any base64. A pointer's depends on the URL: see `pointerConfig`. */
  readonly userData?: string;
  /** Size of `userData`, counted as the platform counts. */
  readonly bytes?: number;
  /** The platform's limit; undefined where there is none. */
  readonly limitBytes?: number;
  /** Size of the config itself, counted as the platform counts. */
  readonly plainBytes: number;
  /** Size of the compressed form; undefined where it was not needed. */
  readonly compressedBytes?: number;
  /** The five largest parts of the config. */
  readonly largest: readonly SizedPart[];
  /** For a pointer: what must be served at the URL, and its hash. */
  readonly object?: { readonly contents: string; readonly hash: string };
  readonly report: Report;
}

/**
 * Picks how a config reaches a machine of a platform, which is named by its sheet or its id. Raises
 * DELIVERY_TOO_LARGE when no form fits, and PLATFORM_UNKNOWN.
 */
export function planDelivery(
  config: IgnitionDocument,
  platform: Platform | string,
  options: DeliveryOptions = {},
): DeliveryPlan {
  const report = new Report();
  const text = renderIgnition(config);
  const largest = largestParts(config, 5);
  const sheet = typeof platform === "string" ? findPlatform(platform, root, report) : platform;
  if (!sheet) return { plainBytes: Buffer.byteLength(text, "utf8"), largest, report };

  const plainBytes = userDataBytes(text, sheet);
  const limitBytes = sheet.userDataLimit?.bytes;
  const sizes = { ...(limitBytes !== undefined && { limitBytes }), plainBytes, largest, report };
  if (fits(plainBytes, sheet)) {
    return { form: "inline", userData: text, bytes: plainBytes, ...sizes };
  }
  const compressed = compressedConfig(text, config.ignition?.version);
  const compressedBytes = userDataBytes(compressed, sheet);
  const measured = { ...sizes, compressedBytes };
  if (fits(compressedBytes, sheet)) {
    return { form: "compressed", userData: compressed, bytes: compressedBytes, ...measured };
  }
  if (options.pointer) {
    return { form: "pointer", ...measured, object: { contents: text, hash: sha512(text) } };
  }
  tooLarge(sheet, measured, report);
  return measured;
}

function tooLarge(
  { id, userDataLimit }: Platform,
  { plainBytes, compressedBytes, largest }: DeliveryPlan,
  report: Report,
): void {
  const unit = userDataLimit?.of === "base64" ? "bytes of base64" : "bytes";
  const list = largest.map(({ name, bytes }) => `${name} (${bytes})`).join(", ");
  report.error(
    "DELIVERY_TOO_LARGE",
    root,
    `${id} takes ${userDataLimit?.bytes} ${unit} of user data, and the config has ${plainBytes}, compressed ${compressedBytes}; its largest parts in bytes are ${list}`,
    "let the machine fetch the largest files from a URL, with source and hash",
  );
}
