import { didYouMean } from "../report/index.js";
import { byteLength, type Checker, missingIf, quoted } from "./checker.js";
import { scanJson } from "./json.js";
import { checkPath } from "./paths.js";
import type { Clevis, ClevisCustom, Luks, Tang } from "./spec.js";
import { checkUrl, invalidUrl, parseUrl } from "./url.js";

/** An encrypted volume: its name, label and device, and the ways to unlock it. */
export function checkLuks(luks: Luks, check: Checker): void {
  if (luks.name?.includes("/")) {
    check.error(
      "LUKS_NAME_SLASH",
      ["name"],
      `a volume is /dev/mapper/NAME, and ${quoted(luks.name)} has a slash`,
      `write ${quoted(luks.name.replaceAll("/", "-"))}`,
    );
  }
  checkLabel(luks, check);
  if (luks.device) {
    checkPath(luks.device, ["device"], check);
  } else {
    check.error(
      "DEVICE_REQUIRED",
      ["device"],
      "an encrypted volume needs a device",
      "set device, such as /dev/disk/by-partlabel/NAME",
      missingIf(luks.device),
    );
  }
  checkUnlocking(luks, check);
}

function checkLabel({ label = "" }: Luks, check: Checker): void {
  const length = byteLength(label);
  if (length <= 47) return;
  check.error(
    "LUKS_LABEL_LENGTH",
    ["label"],
    `a LUKS label has at most 47 bytes, and ${quoted(label)} has ${length}`,
    "shorten the label",
  );
}

function checkUnlocking({ clevis, cex, keyFile }: Luks, check: Checker): void {
  const pin = hasPin(clevis, check);
  const others = hasOthers(clevis);
  if (pin && others) {
    check.error(
      "CLEVIS_CUSTOM_WITH_OTHERS",
      ["clevis"],
      "a custom clevis pin stands beside tang, tpm2 or threshold",
      "keep either custom or the others",
    );
  }
  if (keyFile?.source && checkUrl(keyFile.source, check)) {
    check.error(
      "LUKS_KEY_FILE_INVALID",
      ["keyFile"],
      "the key file cannot be fetched from its source",
      "correct keyFile.source, whose own error says how",
    );
  }
  if (cex?.enabled !== true || !check.atLeast("3.5.0")) return;
  if (pin || others) {
    check.error(
      "CEX_WITH_CLEVIS",
      ["cex"],
      "a volume is bound to a crypto card and to clevis at once",
      "keep one of cex and clevis",
    );
  }
  if (keyFile?.source) {
    check.error(
      "CEX_WITH_KEY_FILE",
      ["cex"],
      "a volume is bound to a crypto card and has a key file",
      "keep one of cex and keyFile",
    );
  }
}

/** In spec 3.2 an object without a pin counts as a custom pin too. */
function hasPin(clevis: Clevis | undefined, check: Checker): boolean {
  return check.atLeast("3.3.0") ? Boolean(clevis?.custom?.pin) : clevis?.custom !== undefined;
}

function hasOthers(clevis: Clevis | undefined): boolean {
  return Boolean(clevis && (clevis.tang?.length || clevis.tpm2 === true || clevis.threshold));
}

const pins = ["tpm2", "tang", "sss"];

/** A custom clevis pin has a name and a config; until spec 3.5 only three names were allowed. */
export function checkClevisCustom(custom: ClevisCustom, check: Checker): void {
  const { pin, config } = custom;
  const used = pin || config || (custom.needsNetwork === true && check.atLeast("3.3.0"));
  if (!used) return;
  if (!pin && check.atLeast("3.3.0")) {
    check.error(
      "CLEVIS_PIN_REQUIRED",
      ["pin"],
      "a custom clevis config names no pin",
      "set pin, such as tpm2, tang or sss",
      missingIf(pin),
    );
  } else if (!check.atLeast("3.6.0") && !pins.includes(pin ?? "")) {
    const near = pin && didYouMean(pin, pins);
    check.error(
      "CLEVIS_PIN_UNKNOWN",
      ["pin"],
      `spec ${check.spec} knows no clevis pin ${quoted(pin ?? "")}`,
      near ? `did you mean ${near}?` : `use one of ${pins.join(", ")}, or spec 3.6.0`,
      missingIf(pin),
    );
  }
  if (config) return;
  check.error(
    "CLEVIS_CONFIG_REQUIRED",
    ["config"],
    "a custom clevis pin has no config",
    "set config to the JSON the pin wants",
    missingIf(config),
  );
}

/** A tang server: URL, thumbprint, and an advertisement that is JSON when it is given. */
export function checkTang(tang: Tang, check: Checker): void {
  checkTangUrl(tang.url, check);
  checkThumbprint(tang, check);
  const { advertisement } = tang;
  if (!advertisement || !check.atLeast("3.4.0")) return;
  if (!isJson(advertisement)) {
    check.error(
      "TANG_ADVERTISEMENT_INVALID",
      ["advertisement"],
      "the advertisement is not JSON",
      "paste what the server answers at /adv",
    );
  }
  if (check.spec === "3.4.0" && check.engine.losesTangAdvertisement) {
    check.warning(
      "TANG_ADVERTISEMENT_LOST",
      ["advertisement"],
      "Ignition 2.19 and newer drop the advertisement of a spec 3.4.0 config and ask the server instead",
      "use spec 3.5.0 or newer where the release reads it, or have the server reachable at first boot",
    );
  }
}

function checkThumbprint(tang: Tang, check: Checker): void {
  if (!tang.thumbprint) {
    check.error(
      "TANG_THUMBPRINT_REQUIRED",
      ["thumbprint"],
      "a tang server needs the thumbprint of its signing key",
      "set thumbprint to what tang-show-keys prints on the server",
      missingIf(tang.thumbprint),
    );
  }
}

function checkTangUrl(url: string | undefined, check: Checker): void {
  const parsed = url === undefined ? undefined : parseUrl(url);
  if (url !== undefined && !parsed) {
    check.error(invalidUrl.code, ["url"], invalidUrl.message, invalidUrl.hint);
  } else if (parsed?.scheme !== "http" && parsed?.scheme !== "https") {
    check.error(
      "URL_SCHEME_UNKNOWN",
      ["url"],
      "a tang server is reached by http or https",
      "set url to the http or https URL of the server",
      missingIf(url),
    );
  }
}

/** Whether Go would decode the text: JSON, and no number beyond a 64-bit float. */
function isJson(text: string): boolean {
  const { tokens } = scanJson(Buffer.from(text, "utf8"));
  if (!tokens) return false;
  for (let token = 0; token < tokens.count; token++) {
    const start = tokens.start[token] ?? 0;
    const first = tokens.bytes[start] ?? 0;
    if (first !== 0x2d && (first < 0x30 || first > 0x39)) continue;
    if (!Number.isFinite(Number(tokens.bytes.toString("latin1", start, tokens.end[token]))))
      return false;
  }
  return true;
}
