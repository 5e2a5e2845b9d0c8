import fc from "fast-check";
import {
  type Directory,
  type Dropin,
  encodeDataUrl,
  type File,
  gzip,
  type IgnitionDocument,
  type Link,
  type Resource,
  type Unit,
} from "../../../../src/ignition/index.js";
import { stableSpecs } from "./ignition.js";

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });

/** Users and groups that the root has before Ignition comes. */
const owners = {
  user: maybe(fc.constantFrom({ id: 0 }, { name: "core" }, { id: 1234 })),
  group: maybe(fc.constantFrom({ name: "docker" }, { id: 77 }, { name: "root" })),
};

const bytes = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array)),
  fc.nat(400).map((count) => Buffer.from("option = value\n".repeat(count))),
);

const resources: fc.Arbitrary<Resource> = fc
  .tuple(bytes, fc.boolean())
  .map(([contents, packed]) =>
    packed
      ? { compression: "gzip", source: encodeDataUrl(gzip(contents)) }
      : { source: encodeDataUrl(contents) },
  );

const modes = maybe(fc.constantFrom(0o600, 0o644, 0o750, 0o755, 0o444));

function named<T extends { path?: string } | { name?: string }>(
  names: readonly string[],
  make: (name: string) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> {
  return fc.subarray([...names]).chain((chosen) => fc.tuple(...chosen.map(make)));
}

const files = named<File>(["/etc/app.conf", "/srv/a/f", "/opt/ü b", "/x"], (path) =>
  fc.record({
    path: fc.constant(path),
    ...owners,
    mode: modes,
    contents: maybe(resources),
    append: maybe(fc.array(resources, { maxLength: 2 })),
  }),
);

const directories = named<Directory>(["/srv/a", "/srv/b/c", "/var/data"], (path) =>
  fc.record({ path: fc.constant(path), ...owners, mode: modes }),
);

const links = named<Link>(["/opt/soft", "/etc/l"], (path) =>
  fc.record({ path: fc.constant(path), target: fc.constantFrom("../x", "/srv/a/f") }),
);

const units = named<Unit>(["a.service", "b.timer", "c.socket"], (name) =>
  fc.oneof(
    fc.constant({ name, mask: true }),
    fc.record({
      name: fc.constant(name),
      enabled: maybe(fc.boolean()),
      contents: maybe(fc.constantFrom("[Unit]\nA=é\n", "[Install]\nWantedBy=x.target\n")),
      dropins: maybe(fc.constant<Dropin[]>([{ name: "10-a.conf", contents: "[Unit]\nB=<&>\n" }])),
    }),
  ),
);

/** Configs that Ignition can apply to a folder, without a machine. */
export const appliedConfigs: fc.Arbitrary<IgnitionDocument> = fc.record({
  ignition: fc.record({ version: fc.constantFrom(...stableSpecs) }),
  storage: fc.record({ directories, files, links }),
  systemd: fc.record({ units }),
});
