import { gunzipSync } from "node:zlib";
import { gzip } from "../../src/ignition/index.js";

describe("gzip", () => {
  it("makes the same bytes on every machine: no time, no name of a system", () => {
    const bytes = gzip(Buffer.from("all work and no play\n".repeat(20)));
    expect(Buffer.from(bytes).toString("hex")).toBe(
      "1f8b08000000000002ff4bccc95128cf2fca5648cc4b51c8cb5728c849ace41a151c548200aa64c978a4010000",
    );
  });

  it.each([0, 1, 100, 70_000])("packs %d bytes so that any reader unpacks them", (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7919) >> (index & 7));
    expect(Buffer.compare(gunzipSync(gzip(bytes)), bytes)).toBe(0);
  });
});
