import { gunzipSync } from "node:zlib";
import { gzip } from "../../src/ignition/index.js";

describe("gzip", () => {
  it("makes the same bytes on every machine: no time, no name of a system", () => {
    const bytes = gzip(Buffer.from("all work and no play\n".repeat(20)));
    expect(Buffer.from(bytes).toString("hex")).toBe("PLACEHOLDER");
  });

  it.each([0, 1, 100, 70_000])("packs %d bytes so that any reader unpacks them", (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 7919) >> (index & 7));
    expect(Buffer.compare(gunzipSync(gzip(bytes)), bytes)).toBe(0);
  });
});
