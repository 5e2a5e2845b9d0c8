import fc from "fast-check";
import { Members, type Tree } from "./tree.js";
import { dataUrls, integers, paths, texts, unitTexts, urls } from "./words.js";

type Trees = fc.Arbitrary<Tree>;
type Fields = Readonly<Record<string, Trees>>;

const absent = Symbol("absent");

/** An object that always has the first fields, and each of the others so many times in ten. */
export function object(always: Fields, sometimes: Fields = {}, tenths = 3): fc.Arbitrary<Members> {
  const optional = Object.entries(sometimes).map(
    ([key, value]) => [key, maybe(value, tenths)] as const,
  );
  return fc
    .record({ ...always, ...Object.fromEntries(optional) })
    .map(
      (value) =>
        new Members(
          Object.entries(value).flatMap(([key, inner]) =>
            inner === absent ? [] : [[key, inner as Tree] as const],
          ),
        ),
    );
}

function maybe(value: Trees, tenths: number): fc.Arbitrary<Tree | typeof absent> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 10 - tenths, arbitrary: fc.constant<typeof absent>(absent) },
    { weight: tenths, arbitrary: value },
  );
}

const hex = (length: number) => "0123456789abcdef".repeat(8).slice(0, length);

/**
 * The sections of a config with Ignition's names. Tidy ones hold to the rules, so that a config of them
 * is nearly always accepted; others break one here and there.
 */
export class Sections {
  protected readonly tidy: boolean;

  constructor(tidy: boolean) {
    this.tidy = tidy;
  }

  ignition(): fc.Arbitrary<Members> {
    const reference = this.reference();
    return object(
      {},
      {
        config: object({}, { merge: this.list(reference, "source"), replace: reference }),
        proxy: object(
          {},
          {
            httpProxy: this.pick(["http://proxy:3128", "https://u:p@proxy"], urls),
            httpsProxy: this.pick(["https://proxy:3128", "http://proxy"], urls),
            noProxy: this.words(["a.example", "10.0.0.0/8", "*"]),
          },
        ),
        security: object(
          {},
          { tls: object({}, { certificateAuthorities: this.list(reference, "source") }) },
        ),
        timeouts: object({}, { httpResponseHeaders: integers, httpTotal: integers }),
      },
    );
  }

  /** Every other section, present or not. */
  others(): fc.Arbitrary<Members> {
    return object(
      {},
      {
        kernelArguments: this.kernelArguments(),
        passwd: this.passwd(),
        storage: this.storage(),
        systemd: this.systemd(),
      },
      5,
    );
  }

  private kernelArguments(): fc.Arbitrary<Members> {
    return object(
      {},
      {
        shouldExist: this.words(["quiet", "console=ttyS0", "a=b"]),
        shouldNotExist: this.words(["debug", "nosmt", this.tidy ? "x" : "quiet"]),
      },
    );
  }

  private passwd(): fc.Arbitrary<Members> {
    const group = object(
      { name: this.pick(["wheel", "app", "core"], texts) },
      { gid: integers, passwordHash: texts, shouldExist: fc.boolean(), system: fc.boolean() },
    );
    const user = object({ name: this.pick(["core", "app", "deploy"], texts) }, this.userFields());
    return object({}, { groups: this.list(group, "name"), users: this.list(user, "name") }, 6);
  }

  protected userFields(): Fields {
    return {
      gecos: texts,
      groups: this.words(["docker", "wheel", "sudo"]),
      homeDir: this.pick(["/home/app"], paths),
      noCreateHome: fc.boolean(),
      noLogInit: fc.boolean(),
      noUserGroup: fc.boolean(),
      passwordHash: texts,
      primaryGroup: texts,
      sshAuthorizedKeys: this.words(["ssh-ed25519 AAAA a@b", "ssh-rsa BBBB", "# none"]),
      shell: this.pick(["/bin/bash"], texts),
      shouldExist: fc.boolean(),
      system: fc.boolean(),
      uid: integers,
    };
  }

  private storage(): fc.Arbitrary<Members> {
    return object({}, this.storageFields(), 4);
  }

  protected storageFields(): Fields {
    return {
      directories: this.list(this.directory(), "path"),
      disks: this.list(this.disk(), "device"),
      files: this.list(this.file(), "path"),
      filesystems: this.list(this.filesystem(), "device"),
      links: this.list(this.link(), "path"),
      luks: this.list(this.luks(), "name"),
      raid: this.list(this.raid(), "name"),
    };
  }

  private systemd(): fc.Arbitrary<Members> {
    const dropin = object({ name: this.pick(["10-a.conf", "b.conf"], texts) }, this.unitFields());
    const unit = object(
      {
        name: this.pick(
          ["a.service", "b@.service", "b@x.service", "c.timer", "var-data.mount", "e.socket"],
          fc.oneof(
            texts,
            fc.constantFrom("a", "a.conf", ".service", "a/b.service", "a.service/x", "x.SERVICE"),
            fc.constantFrom("b@@y.service", "b@.x.service", "b@y.service.timer", "@.service"),
          ),
        ),
      },
      {
        ...this.unitFields(),
        dropins: this.list(dropin, "name"),
        enabled: fc.boolean(),
        mask: fc.boolean(),
      },
    );
    return object({}, { units: this.list(unit, "name") }, 9);
  }

  /** What units and drop-ins have in common, beside their names. */
  protected unitFields(): Fields {
    const contents = this.pick(
      ["", "[Service]\nExecStart=/bin/true\n\n[Install]\nWantedBy=multi-user.target\n", "[Unit]\n"],
      unitTexts,
      3,
    );
    return { contents };
  }

  /** One section where nearly every word is odd: URLs, units and paths have grammars of their own. */
  oddWords(): fc.Arbitrary<Members> {
    const many = { minLength: 1, maxLength: 4 };
    const sources = fc.array(
      object({ path: this.path(), contents: object({ source: fc.oneof(dataUrls, urls) }) }),
      many,
    );
    const units = fc.array(
      object({
        name: fc.constantFrom("a.service", "b@.service", "b@x.service", "c.timer"),
        contents: unitTexts,
        enabled: fc.boolean(),
      }),
      many,
    );
    const section = (key: string, list: string, items: Trees) =>
      items.map((value) => new Members([[key, new Members([[list, value]])]]));
    return fc.oneof(
      section("storage", "files", sources),
      section("systemd", "units", units),
      section("storage", "directories", fc.array(object({ path: paths }), many)),
      section(
        "storage",
        "files",
        fc.array(object({ path: this.path(), contents: this.resource() }), many),
      ),
    );
  }

  private path(): Trees {
    return fc.nat(999).map((number) => `/${number}`);
  }

  /** A good word, or now and then an odd one. */
  protected pick(good: readonly Tree[], odd: Trees, oddWeight = 1): Trees {
    const usual = fc.constantFrom(...good);
    if (this.tidy) return usual;
    return fc.oneof({ weight: 9, arbitrary: usual }, { weight: oddWeight, arbitrary: odd });
  }

  /** A list of objects; in a tidy one their keys differ. */
  protected list(item: fc.Arbitrary<Members>, key: string): Trees {
    if (!this.tidy) return fc.array(item, { maxLength: 3 });
    return fc.uniqueArray(item, {
      maxLength: 3,
      selector: (each) => each.get(key) ?? each.get("label") ?? "",
    });
  }

  private words(good: readonly string[]): Trees {
    if (this.tidy) return fc.subarray([...good]);
    return fc.array(this.pick(good, texts), { maxLength: 4 });
  }

  private contents(): Trees {
    return this.pick(
      ["data:,hello", "data:;base64,aGVsbG8=", "data:text/plain;charset=utf-8,a%20b", "data:,", ""],
      fc.oneof(dataUrls, urls),
    );
  }

  private remote(): Trees {
    return this.pick(
      ["http://example.com/a", "https://example.com/b?c#d", "HTTPS://example.com"],
      urls,
    );
  }

  protected resource(): fc.Arbitrary<Members> {
    const verification = object(
      {},
      {
        hash: this.pick(
          [`sha512-${hex(128)}`, `sha256-${hex(64)}`],
          fc.oneof(
            fc.constantFrom("sha512", "sha512-", "md5-00", `SHA512-${hex(128)}`, "-", "", "--"),
            fc.constantFrom(`sha256-${"é".repeat(32)}`, `sha256-${hex(128)}`, `sha256-${hex(63)}`),
          ),
        ),
      },
    );
    const header = object(
      { name: this.pick(["Accept", "X-A", "x-a"], texts) },
      { value: this.pick(["a", "é"], texts) },
    );
    const compression = this.pick(["", "gzip"], texts);
    const headers = { httpHeaders: this.list(header, "name"), verification, compression };
    const embedded = object({ source: this.contents() }, { verification, compression });
    const fetched = object({ source: this.remote() }, headers);
    const other = object(
      { source: fc.constantFrom("tftp://a/b", "gs://b/o", "s3://b/k", "s3://b/k?versionId=3") },
      { verification, compression },
    );
    if (this.tidy) return fc.oneof(embedded, fetched, other, object({}));
    return fc.oneof(embedded, fetched, other, object({}, { source: this.contents(), ...headers }));
  }

  protected reference(): fc.Arbitrary<Members> {
    if (!this.tidy) return this.resource();
    return object({
      source: fc.oneof(
        this.contents().filter((each) => each !== ""),
        this.remote(),
      ),
    });
  }

  private owner(): fc.Arbitrary<Members> {
    const id = object({ id: integers });
    const name = object({ name: texts });
    return this.tidy
      ? fc.oneof(id, name)
      : fc.oneof(id, name, object({ id: integers, name: texts }));
  }

  private node(path: Trees): Fields {
    return { path };
  }

  private ownership(): Fields {
    return { group: this.owner(), user: this.owner() };
  }

  private mode(): Trees {
    return this.tidy ? fc.constantFrom(0, 0o644, 0o755, 0o1777, 0o7777, 420, 493) : integers;
  }

  protected directory(): fc.Arbitrary<Members> {
    return object(this.node(this.pick(["/var/data", "/var/data/sub", "/srv", "/"], paths)), {
      ...this.ownership(),
      mode: this.mode(),
      overwrite: fc.boolean(),
    });
  }

  protected file(): fc.Arbitrary<Members> {
    const systemd = "/etc/systemd/system/";
    const path = this.pick(
      ["/etc/app.conf", "/opt/bin/run", "/etc/ü b", "/etc/hostname"],
      fc.oneof(
        paths,
        fc.constantFrom(`${systemd}a.service`, `${systemd}a.service.d/10-a.conf`, "/l", "/l/f"),
      ),
      2,
    );
    return object(this.node(path), {
      ...this.ownership(),
      append: fc.array(this.resource(), { maxLength: 2 }),
      contents: this.resource(),
      mode: this.mode(),
      overwrite: this.tidy ? fc.constant(false) : fc.boolean(),
    });
  }

  private link(): fc.Arbitrary<Members> {
    const path = this.pick(["/l", "/opt/link", "/etc/localtime"], paths, 2);
    return object(
      {
        ...this.node(path),
        target: this.pick(["/usr/share/x", "../y", "/opt/bin/run"], fc.oneof(paths, texts), 2),
      },
      { ...this.ownership(), hard: fc.boolean(), overwrite: fc.boolean() },
    );
  }

  private disk(): fc.Arbitrary<Members> {
    const guid = this.pick(
      ["01234567-89AB-CDEF-EDCB-A98765432101", "01234567-89ab-cdef-edcb-a98765432101", ""],
      texts,
    );
    const size = this.tidy ? fc.constant(0) : fc.constantFrom(0, 1, 100, 199, 200, -1);
    const details = {
      guid,
      typeGuid: guid,
      resize: fc.boolean(),
      wipePartitionEntry: fc.boolean(),
    };
    const partition = this.tidy
      ? object(
          { number: fc.constantFrom(1, 2, 3), label: fc.constant("ROOT") },
          { ...details, sizeMiB: fc.constantFrom(0, 10), startMiB: fc.constant(0) },
        ).map((each) => numbered(each))
      : object(
          {},
          {
            ...details,
            label: this.pick(["ROOT", "data", ""], texts),
            number: fc.constantFrom(0, 1, 2, 3, -1),
            shouldExist: fc.boolean(),
            sizeMiB: size,
            startMiB: size,
          },
        );
    return object(
      { device: this.pick(["/dev/sda", "/dev/disk/by-id/virtio-a"], paths) },
      { partitions: this.list(partition, "number"), wipeTable: fc.boolean() },
    );
  }

  protected filesystem(): fc.Arbitrary<Members> {
    const format = this.pick(["ext4", "btrfs", "xfs", "vfat", "swap", "none"], texts);
    const always = { device: this.pick(["/dev/sda", "/dev/sda1", "/dev/disk/by-label/R"], paths) };
    const details = {
      label: this.pick(["ROOT", "x".repeat(11)], fc.oneof(texts, labels)),
      mountOptions: this.words(["ro", "noatime"]),
      options: this.words(["-F", "-q"]),
      path: this.pick(["/var/data", "/var", ""], paths),
      uuid: texts,
      wipeFilesystem: fc.boolean(),
    };
    return this.tidy
      ? object({ ...always, format }, details)
      : object(always, { format, ...details });
  }

  private raid(): fc.Arbitrary<Members> {
    const levels = ["raid1", "1", "mirror", "raid5", "raid6", "raid10", "10"];
    const flat = ["linear", "raid0", "0", "stripe"];
    const devices = this.tidy
      ? fc.subarray(["/dev/sdb", "/dev/sdc", "/dev/sdd"], { minLength: 1 })
      : fc.array(this.pick(["/dev/sdb", "/dev/sdc"], paths), { maxLength: 3 });
    const always = { name: this.pick(["md0", "md1"], texts) };
    return this.tidy
      ? object(
          { ...always, devices, level: fc.constantFrom(...levels) },
          { options: this.words(["--a"]), spares: integers },
        )
      : object(
          { ...always, level: this.pick([...levels, ...flat], texts) },
          { devices, options: this.words(["--a"]), spares: fc.constantFrom(0, 1, -1) },
        );
  }

  private luks(): fc.Arbitrary<Members> {
    const pin = this.pick(["tpm2", "tang", "sss"], texts);
    const tang = object(
      { url: this.pick(["http://tang", "https://tang/a"], urls) },
      {
        advertisement: this.pick(['{"a":1}', "[]", "1"], fc.oneof(texts, jsonTexts)),
        thumbprint: this.pick(["abc", "def"], texts),
      },
    );
    const custom = object({ config: texts, pin }, { needsNetwork: fc.boolean() });
    const pinned = { tang: this.list(tang, "url"), threshold: integers, tpm2: fc.boolean() };
    const clevis = this.tidy
      ? object({}, { tpm2: fc.boolean() })
      : object({}, { ...pinned, custom });
    const details = {
      discard: fc.boolean(),
      keyFile: this.resource(),
      label: this.pick(["crypt"], fc.oneof(texts, labels)),
      openOptions: this.words(["--a", "--b"]),
      options: this.words(["--c"]),
      uuid: texts,
      wipeVolume: fc.boolean(),
    };
    const always = {
      name: this.pick(["data", "root"], fc.oneof(texts, fc.constant("a/b"))),
      device: this.pick(["/dev/sdb1", "/dev/md/a"], paths),
    };
    return this.tidy
      ? object(always, details)
      : object(always, { ...details, clevis, cex: object({}, { enabled: fc.boolean() }) });
  }
}

const labels = fc.integer({ min: 10, max: 258 }).map((length) => "x".repeat(length));

/** Texts that are JSON, or nearly. */
const jsonTexts = fc
  .array(
    fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      "1",
      "01",
      "null",
      " ",
      "\ud800",
      "-",
      "e1",
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(""));

/** A partition whose label follows from its number, so that two of different numbers never clash. */
function numbered(partition: Members): Members {
  return new Members(
    partition.pairs.map(([key, value]) =>
      key === "label" ? [key, `P${partition.get("number")}`] : [key, value],
    ),
  );
}
