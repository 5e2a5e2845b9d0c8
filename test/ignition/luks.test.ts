import {
  checkIgnition,
  engines,
  type IgnitionDocument,
  type Luks,
} from "../../src/ignition/index.js";
import { found, withLuks } from "./documents.js";

type Row = [what: string, luks: Partial<Luks>, issues: string[]];

const at = (rest: string) => `$.storage.luks[0]${rest}`;
const tang = { url: "https://tang.example.com", thumbprint: "x" };

function spec(version: string, luks: Partial<Luks>): IgnitionDocument {
  return { ...withLuks(luks), ignition: { version } };
}

describe("an encrypted volume", () => {
  it.each<Row>([
    ["a name with a slash", { name: "a/b" }, [`LUKS_NAME_SLASH ${at(".name")}`]],
    ["a label of 48 bytes", { label: "l".repeat(48) }, [`LUKS_LABEL_LENGTH ${at(".label")}`]],
    ["an empty device", { device: "" }, [`DEVICE_REQUIRED ${at(".device")}`]],
    ["a relative device", { device: "sda" }, [`PATH_RELATIVE ${at(".device")}`]],
    [
      "a custom pin beside tpm2",
      { clevis: { custom: { pin: "sss", config: "{}" }, tpm2: true } },
      [`CLEVIS_CUSTOM_WITH_OTHERS ${at(".clevis")}`],
    ],
    [
      "a custom pin beside a threshold",
      { clevis: { custom: { pin: "sss", config: "{}" }, threshold: 1 } },
      [`CLEVIS_CUSTOM_WITH_OTHERS ${at(".clevis")}`],
    ],
    [
      "a key file that cannot be fetched, here and there",
      { keyFile: { source: "ftp://a" } },
      [`LUKS_KEY_FILE_INVALID ${at(".keyFile")}`, `URL_SCHEME_UNKNOWN ${at(".keyFile.source")}`],
    ],
    [
      "a custom config without a pin",
      { clevis: { custom: { config: "{}", pin: "" } } },
      [`CLEVIS_PIN_REQUIRED ${at(".clevis.custom.pin")}`],
    ],
    [
      "an unknown pin",
      { clevis: { custom: { pin: "tmp2", config: "{}" } } },
      [`CLEVIS_PIN_UNKNOWN ${at(".clevis.custom.pin")}`],
    ],
    [
      "a pin without a config",
      { clevis: { custom: { pin: "sss", config: "" } } },
      [`CLEVIS_CONFIG_REQUIRED ${at(".clevis.custom.config")}`],
    ],
    [
      "a tang server without a thumbprint",
      { clevis: { tang: [{ ...tang, thumbprint: "" }] } },
      [`TANG_THUMBPRINT_REQUIRED ${at(".clevis.tang[0].thumbprint")}`],
    ],
    [
      "a tang server behind no URL",
      { clevis: { tang: [{ ...tang, url: "http://a b" }] } },
      [`URL_INVALID ${at(".clevis.tang[0].url")}`],
    ],
    [
      "a tang server behind an empty URL",
      { clevis: { tang: [{ ...tang, url: "" }] } },
      [`URL_SCHEME_UNKNOWN ${at(".clevis.tang[0].url")}`],
    ],
    [
      "a tang server twice",
      { clevis: { tang: [tang, tang] } },
      [`DUPLICATE_ENTRY ${at(".clevis.tang[1]")}`],
    ],
    [
      "an advertisement that is not JSON",
      { clevis: { tang: [{ ...tang, advertisement: "{" }] } },
      [`TANG_ADVERTISEMENT_INVALID ${at(".clevis.tang[0].advertisement")}`],
    ],
    [
      "an advertisement with a number beyond any float",
      { clevis: { tang: [{ ...tang, advertisement: "[1e999]" }] } },
      [`TANG_ADVERTISEMENT_INVALID ${at(".clevis.tang[0].advertisement")}`],
    ],
    [
      "an open option twice",
      { openOptions: ["-a", "-a"] },
      [`DUPLICATE_ENTRY ${at(".openOptions[1]")}`],
    ],
  ])("rejects %s", (_, luks, issues) => {
    expect(found(checkIgnition(withLuks(luks)))).toEqual(issues);
  });

  it("accepts every way to unlock by itself", () => {
    for (const luks of [
      { keyFile: { source: "data:,key" } },
      { clevis: { tang: [{ ...tang, advertisement: '{"keys":[]}' }], tpm2: true, threshold: 2 } },
      { clevis: { custom: { pin: "tang", config: "{}", needsNetwork: true } } },
      { options: ["-a", "-a"] },
    ]) {
      expect(found(checkIgnition(withLuks(luks)))).toEqual([]);
    }
  });

  it("rejects a crypto card beside clevis or a key file from spec 3.5.0 on", () => {
    const cex = { enabled: true };
    expect(found(checkIgnition(spec("3.5.0", { cex, clevis: { tpm2: true } })))).toEqual([
      `CEX_WITH_CLEVIS ${at(".cex")}`,
    ]);
    expect(found(checkIgnition(spec("3.5.0", { cex, keyFile: { source: "data:,a" } })))).toEqual([
      `CEX_WITH_KEY_FILE ${at(".cex")}`,
    ]);
    expect(found(checkIgnition(spec("3.5.0", { cex })))).toEqual([]);
    expect(found(checkIgnition(spec("3.4.0", { cex })))).toEqual([`KEY_TOO_NEW ${at(".cex")}`]);
  });

  it("takes any pin from spec 3.6.0 on", () => {
    expect(
      found(checkIgnition(spec("3.6.0", { clevis: { custom: { pin: "own", config: "{}" } } }))),
    ).toEqual([]);
  });

  it("warns where a release loses the advertisement of a spec 3.4.0 config", () => {
    const luks = { clevis: { tang: [{ ...tang, advertisement: "{}" }] } };
    const lost = [`TANG_ADVERTISEMENT_LOST ${at(".clevis.tang[0].advertisement")}`];
    expect(found(checkIgnition(spec("3.4.0", luks), { engine: engines["2.19.0"] }))).toEqual(lost);
    expect(found(checkIgnition(spec("3.4.0", luks), { engine: engines["2.15.0"] }))).toEqual([]);
    expect(found(checkIgnition(spec("3.5.0", luks), { engine: engines["2.24.0"] }))).toEqual([]);
  });
});
