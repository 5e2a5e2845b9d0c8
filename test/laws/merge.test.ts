import fc from "fast-check";
import { type IgnitionDocument, mergeIgnition, renderIgnition } from "../../src/ignition/index.js";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** A list in which no two items have the same key, so that each item has one counterpart at most. */
const list = <T>(key: (item: T) => string | undefined, item: fc.Arbitrary<T>) =>
  maybe(fc.uniqueArray(item, { maxLength: 3, selector: key }));

const aDocument: fc.Arbitrary<IgnitionDocument> = fc.record({
  ignition: fc.constant({ version: "3.4.0" }),
  passwd: fc.record({
    users: list(
      ({ name }) => name,
      fc.record({
        name: fc.constantFrom("core", "ops"),
        shell: maybe(fc.constantFrom("/bin/sh", "/bin/bash")),
        sshAuthorizedKeys: list((key) => key, fc.constantFrom("a", "b", "c")),
      }),
    ),
  }),
  storage: fc.record({
    files: list(
      ({ path }) => path,
      fc.record({
        path: fc.constantFrom("/a", "/b", "/c"),
        mode: maybe(fc.constantFrom(0, 420)),
        contents: maybe(fc.record({ source: maybe(fc.constantFrom("data:,x", "data:,y")) })),
        append: maybe(
          fc.array(fc.record({ source: fc.constantFrom("data:,1", "data:,2") }), { maxLength: 2 }),
        ),
      }),
    ),
  }),
  systemd: fc.record({
    units: list(
      ({ name }) => name,
      fc.record({ name: fc.constantFrom("a.service", "b.service"), enabled: maybe(fc.boolean()) }),
    ),
  }),
});

const merged = (parent: IgnitionDocument, child: IgnitionDocument) =>
  mergeIgnition(parent, child).config;

describe("merging", () => {
  it("gives the same whichever of three neighbours are merged first", () => {
    fc.assert(
      fc.property(aDocument, aDocument, aDocument, (a, b, c) => {
        expect(renderIgnition(merged(merged(a, b), c))).toBe(
          renderIgnition(merged(a, merged(b, c))),
        );
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});
