import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Installation, type InstallDisk, installer } from "../../src/flatcar/index.js";
import { standardProfile } from "../../src/hardware/index.js";

/** A disk of a made-up machine; `mark` is what an earlier run left in its OEM partition. */
interface Disk {
  readonly gb: number;
  readonly type?: string;
  readonly model?: string;
  readonly serial?: string;
  readonly removable?: boolean;
  readonly readOnly?: boolean;
  readonly mounted?: string;
  readonly holder?: string;
  readonly mark?: string;
  /** Whether there is a Flatcar on it. */
  readonly flatcar?: true;
}

interface Made {
  readonly disks: Record<string, Disk>;
  readonly cpus?: number;
  readonly memoryMib?: number;
  readonly efi?: boolean;
  readonly fails?: readonly string[];
  /** What whoever waits for the machine answers. Defaults to nobody. */
  readonly reply?: string;
}

/** What the script calls, in a folder of facts: each writes what it was asked to do into the file `done`. */
const fakes: Record<string, string> = {
  nproc: 'cat "$FACTS/cpus"',
  // lsblk -bdno COLUMN DISK, and the lists that the script asks for.
  lsblk: `
for last; do :; done
disk=$(basename "$last")
case "$1" in
  -bdnpo) ls "$FACTS/disks" | sed 's,^,/dev/,' ;;
  -bdno) cat "$FACTS/disks/$disk/$2" ;;
  -lno) cat "$FACTS/disks/$disk/all.$2" ;;
  -lnpo) echo "$last"; [ -d "$FACTS/disks/$disk/oem" ] && echo "\${last}p6 OEM" ;;
esac; true`,
  mount: `
[ ! -e "$FACTS/fails.mount" ] || exit 32
disk=$(basename "$3" p6); echo "$4" > "$FACTS/mounted"
cp -r "$FACTS/disks/$disk/oem/." "$4"; echo "$disk" > "$FACTS/mounted.disk"; echo "mount $2 $3" >> "$FACTS/done"`,
  umount: `
disk=$(cat "$FACTS/mounted.disk"); cp -r "$1/." "$FACTS/disks/$disk/oem"; rm -rf "$1"/*`,
  "flatcar-install": `
echo "flatcar-install $*" >> "$FACTS/done"; [ ! -e "$FACTS/fails.flatcar-install" ] || { echo "no such image" >&2; exit 1; }
mkdir -p "$FACTS/disks/$(basename "$2")/oem"`,
  efibootmgr: `
case "$*" in
  "") cat "$FACTS/entries" ;;
  *--create-only*) printf '%s\\n' "efibootmgr $*" >> "$FACTS/done"; echo "Boot0007* Flatcar of pulumi" >> "$FACTS/entries" ;;
  *) printf '%s\\n' "efibootmgr $*" >> "$FACTS/done" ;;
esac`,
  curl: `
for word; do case "$word" in said@*) said=$(cat "\${word#said@}") ;; esac; last=$word; done
echo "curl \${last#*phone-home/}\${said:+ $said}" >> "$FACTS/done"
[ -e "$FACTS/reply" ] || { echo "nobody waits for this machine"; exit 22; }
cat "$FACTS/reply"; grep -q "^accepted" "$FACTS/reply"`,
  systemctl: 'echo "systemctl $*" >> "$FACTS/done"',
  sync: "true",
};

describe("the script of an installer boot", () => {
  const folder = mkdtempSync(join(tmpdir(), "flatcar-installer-"));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const [name, text] of Object.entries(fakes)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  afterAll(() => rmSync(folder, { recursive: true }));
  let runs = 0;

  const installation: Installation = {
    machine: "rack-node-a",
    generation: 1,
    architecture: "x64",
    profile: standardProfile,
    disk: {},
    release: { channel: "stable", version: "4593.2.5" },
    consoles: ["ttyS0,115200n8", "tty0"],
    kernelArguments: [],
    config: '{"ignition":{"version":"3.4.0"}}',
  };
  const digestOf = (text: string) => createHash("sha512").update(text).digest("hex");
  const digest = digestOf(installation.config);
  const reports = { machine: "rack-node-a", generation: 1, url: "http://192.0.2.1", token: "t" };

  /** Runs the script on a machine; what it did but for looking, and what it said. */
  function run(machine: Made, wanted: Partial<Installation> = {}) {
    const facts = join(folder, `${runs++}`);
    const write = (path: string, text: string) => {
      mkdirSync(join(facts, path, ".."), { recursive: true });
      writeFileSync(join(facts, path), `${text}\n`);
    };
    write("cpus", `${machine.cpus ?? 8}`);
    write("proc/meminfo", `MemTotal:       ${(machine.memoryMib ?? 16384) * 1024} kB`);
    write("entries", "BootOrder: 0001,0002\nBoot0001* PXE\nBoot0002* UEFI disk");
    for (const name of machine.fails ?? []) write(`fails.${name}`, "");
    if (machine.reply) write("reply", machine.reply);
    if (machine.efi ?? true) mkdirSync(join(facts, "sys/firmware/efi"), { recursive: true });
    mkdirSync(join(facts, "dev/disk/by-id"), { recursive: true });
    for (const [name, disk] of Object.entries(machine.disks)) {
      const of = (file: string, text: string) => write(`disks/${name}/${file}`, text);
      of("TYPE", disk.type ?? "disk");
      of("SIZE", `${disk.gb * 1e9}`);
      of("MODEL", disk.model ?? "Made Up 1");
      of("SERIAL", disk.serial ?? name);
      of("RM", disk.removable ? "1" : "0");
      of("RO", disk.readOnly ? "1" : "0");
      of("all.MOUNTPOINT", disk.mounted ?? "");
      of("all.PARTLABEL", disk.flatcar ? "EFI-SYSTEM\nUSR-A\nROOT" : "");
      of("all.TYPE", ["disk", "part", ...(disk.holder ? [disk.holder] : [])].join("\n"));
      if (disk.mark !== undefined) of("oem/pulumi-flatcar.installed", disk.mark);
      symlinkSync(`/dev/${name}`, join(facts, "dev/disk/by-id", `id-${name}`));
    }
    for (const { path = "", contents = "" } of installer({ ...installation, ...wanted }).files ??
      []) {
      mkdirSync(join(facts, path, ".."), { recursive: true });
      writeFileSync(join(facts, path), `${contents}`);
    }
    const script = join(facts, "opt/flatcar/install.sh");
    const { status, stdout, stderr } = spawnSync("sh", [script, facts], {
      env: { PATH: `${bin}:/usr/bin:/bin`, FACTS: facts, TMPDIR: facts },
      encoding: "utf8",
    });
    const done = join(facts, "done");
    const lines = existsSync(done)
      ? readFileSync(done, "utf8").replaceAll(facts, "").trim().split("\n")
      : [];
    return {
      status,
      said: `${stdout}${stderr}`,
      done: lines.filter((line) => !line.startsWith("mount")),
      oem: (disk: string, file = "pulumi-flatcar.installed") => {
        const path = join(facts, "disks", disk, "oem", file);
        return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
      },
    };
  }

  const installed = (disk: string) => [
    `flatcar-install -d /dev/${disk} -i /opt/flatcar/install.ign -V 4593.2.5 -o  -C stable`,
    `efibootmgr --quiet --create-only --disk /dev/${disk} --part 1 --loader \\EFI\\boot\\bootx64.efi --label Flatcar of pulumi`,
    "efibootmgr --quiet --bootorder 0001,0002,0007",
    "efibootmgr --quiet --bootnext 0007",
    "systemctl reboot",
  ];

  it("installs on the only disk, marks it, and starts the machine from it", () => {
    const { status, said, done, oem } = run({ disks: { sda: { gb: 500 } } });
    expect(said).toContain("installing generation 1 on /dev/sda, Made Up 1 sda");
    expect({ status, done }).toEqual({ status: 0, done: installed("sda") });
    expect(oem("sda")).toBe(`rack-node-a 1 ${digest}`);
  });

  it.each<[string, Record<string, Disk>, InstallDisk, string]>([
    [
      "the smallest that is large enough",
      { sda: { gb: 31 }, sdb: { gb: 500 }, sdc: { gb: 480 } },
      {},
      "sdc",
    ],
    [
      "of two equal ones the same in any order",
      { nvme0n1: { gb: 480, serial: "B" }, nvme1n1: { gb: 480, serial: "A" } },
      {},
      "nvme1n1",
    ],
    [
      "by its id",
      { sda: { gb: 480 }, sdb: { gb: 960 } },
      { path: "/dev/disk/by-id/id-sdb" },
      "sdb",
    ],
    [
      "by its model",
      { sda: { gb: 480 }, sdb: { gb: 960, model: "Maker X 9" } },
      { model: "X 9" },
      "sdb",
    ],
    [
      "by its serial number",
      { sda: { gb: 480 }, sdb: { gb: 960, serial: "S 2" } },
      { serial: "S 2" },
      "sdb",
    ],
    [
      "in a range of sizes",
      { sda: { gb: 240 }, sdb: { gb: 480 }, sdc: { gb: 4000 } },
      { minSizeGb: 300, maxSizeGb: 1000 },
      "sdb",
    ],
    ["that is not removable", { sda: { gb: 64, removable: true }, sdb: { gb: 480 } }, {}, "sdb"],
    ["that can be written", { sda: { gb: 64, readOnly: true }, sdb: { gb: 480 } }, {}, "sdb"],
    ["that is not mounted", { sda: { gb: 64, mounted: "/data" }, sdb: { gb: 480 } }, {}, "sdb"],
    [
      "that is not part of an array",
      { sda: { gb: 64, holder: "raid1" }, sdb: { gb: 480 } },
      {},
      "sdb",
    ],
    ["and no optical drive", { sr0: { gb: 64, type: "rom" }, sdb: { gb: 480 } }, {}, "sdb"],
    [
      "with another generation on it",
      { sda: { gb: 480, flatcar: true, mark: `rack-node-a 0 ${digest}` } },
      {},
      "sda",
    ],
    [
      "with another machine on it",
      { sda: { gb: 480, mark: `rack-node-b 1 ${digest}` } },
      {},
      "sda",
    ],
  ])("takes the disk %s", (_, disks, disk, expected) => {
    const { status, done, said } = run({ disks }, { disk });
    expect({ status, done, said }).toMatchObject({ status: 0, done: installed(expected) });
  });

  it.each<[string, Made, InstallDisk, string]>([
    ["too few processors", { cpus: 2, disks: { sda: { gb: 480 } } }, {}, "processors: 2, needed 4"],
    [
      "too little memory",
      { memoryMib: 7000, disks: { sda: { gb: 480 } } },
      {},
      "memory: 7000 MiB, needed 8 GB",
    ],
    ["no disk", { disks: {} }, {}, "no disk will do"],
    [
      "too small a disk",
      { disks: { sda: { gb: 16 } } },
      {},
      "/dev/sda, Made Up 1: 16 GB, needed 32 GB",
    ],
    [
      "no such model",
      { disks: { sda: { gb: 480 } } },
      { model: "*" },
      "/dev/sda, Made Up 1: another model",
    ],
    [
      "no such disk",
      { disks: { sda: { gb: 480 } } },
      { path: "/dev/disk/by-id/none" },
      "no disk will do but /dev/disk/by-id/none",
    ],
    [
      "another Flatcar on another disk",
      { disks: { sda: { gb: 480 }, sdb: { gb: 960, flatcar: true } } },
      {},
      "/dev/sdb holds another Flatcar",
    ],
    [
      "a named disk that is mounted",
      { disks: { sda: { gb: 480, mounted: "/" } } },
      { path: "/dev/disk/by-id/id-sda" },
      "in use: something on it is mounted",
    ],
  ])("touches nothing on a machine with %s, and does not try again", (_, machine, disk, reason) => {
    const { status, said, done } = run(machine, { disk });
    expect({ status, done }).toEqual({ status: 2, done: [] });
    expect(said).toContain("NOT INSTALLED");
    expect(said).toContain(reason);
  });

  it("says everything that is missing at once", () => {
    const { said } = run({ cpus: 2, memoryMib: 4000, disks: { sda: { gb: 8 } } });
    for (const words of ["processors", "memory", "8 GB, needed"]) expect(said).toContain(words);
  });

  it.each([
    ["the disk that it would take", { sda: { gb: 480, mark: `rack-node-a 1 ${digest}` } }],
    [
      "another one, as when the rule has changed",
      { sda: { gb: 64 }, sdb: { gb: 480, mark: `rack-node-a 1 ${digest}` } },
    ],
  ])("never installs a generation twice: it is on %s", (_, disks) => {
    const { status, said, done } = run({ cpus: 2, disks });
    expect(said).toContain("generation 1 is installed on");
    expect(status).toBe(0);
    expect(done.join()).not.toContain("flatcar-install");
    expect(done.slice(-2)).toEqual(["efibootmgr --quiet --bootnext 0007", "systemctl reboot"]);
  });

  it("without UEFI restarts once after installing, and then stays where it is", () => {
    const disks = { sda: { gb: 480 } };
    expect(run({ efi: false, disks }).done).toEqual([installed("sda")[0], "systemctl reboot"]);
    const again = run({ efi: false, disks: { sda: { gb: 480, mark: `rack-node-a 1 ${digest}` } } });
    expect({ status: again.status, done: again.done }).toEqual({ status: 0, done: [] });
    expect(again.said).toContain("let it boot from its disk");
  });

  it("may be tried again when the download broke off, and leaves no mark then", () => {
    const { status, done, oem } = run({
      disks: { sda: { gb: 480 } },
      fails: ["flatcar-install"],
    });
    expect(status).toBe(1);
    expect(done).toEqual([installed("sda")[0]]);
    expect(oem("sda")).toBeUndefined();
  });

  it("is not tried again when it cannot leave its mark, because it would install for ever", () => {
    const { status, said, done } = run({ disks: { sda: { gb: 480 } }, fails: ["mount"] });
    expect(status).toBe(2);
    expect(said).toContain("could not be marked");
    expect(done).toEqual([installed("sda")[0]]);
  });

  it("installs from a mirror, and for arm64", () => {
    const { done } = run(
      { disks: { sda: { gb: 480 } } },
      {
        architecture: "arm64",
        release: { channel: "stable" },
        releasesUrl: "http://192.0.2.1/arm64-usr",
      },
    );
    expect(done[0]).toBe(
      "flatcar-install -d /dev/sda -i /opt/flatcar/install.ign -V current -o  -b http://192.0.2.1/arm64-usr",
    );
    expect(done[1]).toContain("bootaa64.efi");
  });

  it("has GRUB add to the kernel line what the program asks for and the digest of the config", () => {
    const kernelArguments = ["net.ifnames=0", 'a="$b\\c'];
    const { oem } = run({ disks: { sda: { gb: 480 } } }, { kernelArguments });
    const words = 'net.ifnames=0 a=\\"\\$b\\\\c';
    expect(oem("sda", "grub.cfg")?.split("\n")).toEqual([
      `set linux_append="${words} flatcar.config_sha512=${digest}"`,
      'set linux_console="console=ttyS0,115200n8 console=tty0"',
    ]);
  });

  it("takes a key of one's own for the image", () => {
    const { done } = run({ disks: { sda: { gb: 480 } } }, { signingKey: "a key" });
    expect(done[0]).toMatch(/ -C stable -k \/opt\/flatcar\/install-key\.asc$/);
  });

  it.each<[string, Made, string]>([
    ["that it is installed", { disks: { sda: { gb: 480 } } }, `outcome=installed&config=${digest}`],
    [
      "the config of an installed one, which may be another",
      { disks: { sda: { gb: 480, mark: "rack-node-a 1 0123" } } },
      "outcome=installed&config=0123",
    ],
    [
      "why it was not",
      { cpus: 2, disks: { sda: { gb: 8 } } },
      `outcome=refused&config=${digest} processors: 2, needed 4`,
    ],
    [
      "what broke",
      { disks: { sda: { gb: 480 } }, fails: ["flatcar-install"] },
      `outcome=failed&config=${digest} no such image`,
    ],
  ])("tells who waits for it %s", (_, machine, expected) => {
    const { done } = run({ ...machine, reply: "accepted" }, { reports });
    expect(done).toContain(`curl rack-node-a?${expected}`);
  });

  it("starts from its disk without UEFI once who waits for it has taken its report", () => {
    const disks = { sda: { gb: 480, mark: `rack-node-a 1 ${digest}` } };
    const { done } = run({ efi: false, disks, reply: "accepted" }, { reports });
    expect(done.at(-1)).toBe("systemctl reboot");
  });

  it("says what whoever waits for it does not accept, and starts from its disk all the same", () => {
    const disks = { sda: { gb: 480, mark: "rack-node-a 1 0123" } };
    const { done, said } = run({ disks, reply: "not accepted: another config" }, { reports });
    expect(said).toContain("report to pulumi up: not accepted: another config");
    expect(done.at(-1)).toBe("systemctl reboot");
  });

  it("takes hostile values as values", () => {
    const disk = { model: "'; touch /tmp/owned; '$(id)`id`" };
    expect(run({ disks: { sda: { gb: 480, model: disk.model } } }, { disk }).done[0]).toContain(
      "/dev/sda",
    );
  });

  it("is POSIX shell", () => {
    const [, script] = installer(installation).files ?? [];
    writeFileSync(join(folder, "posix.sh"), script?.contents ?? "");
    execFileSync("sh", ["-n", join(folder, "posix.sh")]);
    expect(script?.contents).not.toMatch(/\[\[|\blocal\b|<<<|\bfunction\b|\$\{\w+\/\//);
  });
});

it("the config that a machine will have is readable by root only in its installer", () => {
  const fragment = installer({
    machine: "a",
    generation: 1,
    architecture: "x64",
    profile: standardProfile,
    disk: {},
    release: { channel: "stable" },
    consoles: [],
    kernelArguments: [],
    config: "canary",
  });
  expect(fragment.files?.[0]).toEqual({
    path: "/opt/flatcar/install.ign",
    mode: 0o600,
    contents: "canary",
  });
  expect(fragment.units?.at(-1)?.contents).toContain("RestartPreventExitStatus=2");
});
