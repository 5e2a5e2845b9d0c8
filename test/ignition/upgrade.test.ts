import {
  checkDowngrade,
  checkIgnition,
  type IgnitionDocument,
  upgradeIgnition,
} from "../../src/ignition/index.js";
import {
  found,
  withContents,
  withFile,
  withFilesystem,
  withLuks,
  withStorage,
} from "./documents.js";

const at = (version: string, config: IgnitionDocument): IgnitionDocument => ({
  ...config,
  ignition: { ...config.ignition, version },
});
const tang = { url: "http://a", thumbprint: "x", advertisement: "{}" };

describe("an upgrade", () => {
  it("rewrites the version and nothing else", () => {
    const config = at("3.0.0", withFile({ mode: 0o644, user: { id: 0 } }));
    expect(upgradeIgnition(config, "3.5.0")).toEqual(at("3.5.0", config));
  });

  it("keeps the advertisement that Ignition loses", () => {
    const config = at("3.4.0", withLuks({ clevis: { tang: [tang] } }));
    expect(upgradeIgnition(config, "3.5.0").storage).toEqual(config.storage);
  });

  it("clears special bits on the way to 3.6.0, where they would take effect", () => {
    const config = withStorage({
      files: [{ path: "/a", mode: 0o4755 }, { path: "/b" }],
      directories: [{ path: "/d", mode: 0o1777 }],
    });
    expect(upgradeIgnition(config, "3.6.0").storage).toEqual({
      files: [{ path: "/a", mode: 0o755 }, { path: "/b" }],
      directories: [{ path: "/d", mode: 0o777 }],
    });
    expect(upgradeIgnition(config, "3.5.0").storage).toEqual(config.storage);
    expect(upgradeIgnition(at("3.6.0", config), "3.6.0").storage).toEqual(config.storage);
  });
});

describe("a downgrade", () => {
  it.each<[string, IgnitionDocument, "3.3.0" | "3.4.0" | "3.0.0" | "3.2.0", string[]]>([
    [
      "an advertisement",
      at("3.4.0", withLuks({ clevis: { tang: [tang] } })),
      "3.3.0",
      ["KEY_TOO_NEW $.storage.luks[0].clevis.tang[0].advertisement"],
    ],
    [
      "discard and open options",
      at("3.4.0", withLuks({ discard: true, openOptions: ["a"] })),
      "3.3.0",
      ["KEY_TOO_NEW $.storage.luks[0].discard", "KEY_TOO_NEW $.storage.luks[0].openOptions"],
    ],
    [
      "special bits",
      at("3.4.0", withFile({ mode: 0o4755 })),
      "3.3.0",
      ["FILE_MODE_SPECIAL_BITS $.storage.files[0].mode"],
    ],
    [
      "special bits that count",
      at("3.6.0", withFile({ mode: 0o4755 })),
      "3.4.0",
      ["FILE_MODE_SPECIAL_BITS $.storage.files[0].mode"],
    ],
    [
      "an ARN",
      at("3.4.0", withContents({ source: "arn:aws:s3:::b/k" })),
      "3.3.0",
      ["URL_SCHEME_UNKNOWN $.storage.files[0].contents.source"],
    ],
    [
      "a crypto card",
      at("3.5.0", withLuks({ cex: { enabled: true } })),
      "3.4.0",
      ["KEY_TOO_NEW $.storage.luks[0].cex"],
    ],
    [
      "a pin of its own",
      at("3.6.0", withLuks({ clevis: { custom: { pin: "own", config: "{}" } } })),
      "3.4.0",
      ["CLEVIS_PIN_UNKNOWN $.storage.luks[0].clevis.custom.pin"],
    ],
    [
      "format none",
      at("3.3.0", withFilesystem({ format: "none" })),
      "3.2.0",
      ["FILESYSTEM_FORMAT_UNKNOWN $.storage.filesystems[0].format"],
    ],
    [
      "a sha256 hash",
      at(
        "3.1.0",
        withContents({ source: "data:,", verification: { hash: `sha256-${"0".repeat(64)}` } }),
      ),
      "3.0.0",
      ["HASH_UNKNOWN $.storage.files[0].contents.verification.hash"],
    ],
  ])("rejects the loss of %s", (_, config, to, issues) => {
    expect(found(checkIgnition(config)).filter((issue) => !issue.startsWith("FILE_MODE"))).toEqual(
      [],
    );
    expect(found(checkDowngrade(config, to))).toEqual(issues);
  });

  it("loses nothing by what is off", () => {
    const config = at(
      "3.5.0",
      withLuks({
        discard: false,
        openOptions: [],
        cex: { enabled: false },
        clevis: { tang: [{ ...tang, advertisement: "" }] },
      }),
    );
    expect(found(checkDowngrade(config, "3.3.0"))).toEqual([]);
  });

  it("keeps an advertisement from 3.5.0 to 3.4.0", () => {
    expect(
      found(checkDowngrade(at("3.5.0", withLuks({ clevis: { tang: [tang] } })), "3.4.0")),
    ).toEqual([]);
  });

  it("is none when the spec is the same or newer, and leaves old errors to the check", () => {
    expect(found(checkDowngrade(withFile({ path: "a", mode: 0o4755 }), "3.6.0"))).toEqual([]);
    expect(found(checkDowngrade(withFile({ path: "a" }), "3.3.0"))).toEqual([]);
  });
});
