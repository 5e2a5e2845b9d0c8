import { createHash } from "node:crypto";
import { readReport } from "./support/report.js";
import { partitionsOf, treeOf } from "./support/tree.js";

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** A serial log as the test system writes it. */
function serialLog(lines: readonly string[]): string {
  const sum = createHash("sha256")
    .update(lines.map((line) => `${line}\n`).join(""))
    .digest("hex");
  const report = lines.map((line) => `LAB ${line}`);
  const log = ["[ 1.0] noise", "LAB-REPORT-BEGIN", ...report, `LAB-REPORT-END ${sum}`, "LAB-DONE"];
  return Buffer.from(`${log.join("\r\n")}\r\n`).toString("latin1");
}

const file = (path: string, text: string, mode = "644") => [
  `file\t${mode}\t0:0\t-\t${text.length}\t${path}`,
  `contents\t${path}\t${base64(text)}`,
];

const lines = [
  ...file("/etc/hostname", "node-a\n"),
  ...file("/etc/ünï code", "✓", "600"),
  ...file("/etc/passwd", "root:x:0:0::/root:/bin/bash\ncore:x:500:500::/home/core:/bin/bash\n"),
  ...file("/etc/shadow", "core:$6$x$y:1::::::\n"),
  ...file("/etc/group", "docker:x:233:core,other\n"),
  ...file("/home/core/.ssh/authorized_keys.d/ignition", "ssh-ed25519 AAAA one\n", "600"),
  ...file("/etc/systemd/system-preset/20-ignition.preset", "enable a.service\n"),
  ...file("/etc/systemd/system/a.service", "[Service]\n"),
  ...file("/etc/systemd/system/b.service.d/10.conf", "[Unit]\n"),
  "link\t0:0\t/dev/null\t/etc/systemd/system/c.service",
  "link\t0:0\t../x\t/etc/localtime",
  "directory\t755\t0:0\t/etc/systemd",
  "directory\t750\t500:0\t/var/lib/app",
  "block\t/dev/vda\tPTTYPE=gpt",
  "block\t/dev/vda1\tLABEL=ROOT\tTYPE=ext4\tPART_ENTRY_NUMBER=1\tPART_ENTRY_NAME=my\\ root\tPART_ENTRY_SIZE=4000000",
];

describe("the report of a boot", () => {
  it("reads as what a program asks for", () => {
    expect(treeOf(readReport(serialLog(lines)))).toEqual({
      hostname: "node-a",
      files: { "/etc/ünï code": { mode: "0600", owner: "0:0", contents: "✓" } },
      directories: { "/var/lib/app": { mode: "0750", owner: "500:0" } },
      links: { "/etc/localtime": "../x" },
      units: {
        "a.service": { state: "enabled", contents: "[Service]\n" },
        "b.service": { state: "disabled", dropins: { "10.conf": "[Unit]\n" } },
        "c.service": { state: "masked" },
      },
      users: {
        core: {
          uid: 500,
          home: "/home/core",
          groups: ["docker"],
          password: "set",
          sshAuthorizedKeys: ["ssh-ed25519 AAAA one"],
        },
      },
    });
  });

  it("lists partitions with what is on them", () => {
    expect(partitionsOf(readReport(serialLog(lines)))).toEqual([
      {
        device: "/dev/vda1",
        label: "my root",
        sizeGb: 2,
        format: "ext4",
        filesystemLabel: "ROOT",
        filesystemUuid: "",
      },
    ]);
  });

  it("rejects a damaged report", () => {
    expect(() => readReport(serialLog(lines).replace("bm9k", "bm9l"))).toThrow("damaged");
  });

  it("rejects a log without a report", () => {
    expect(() => readReport("LAB-DONE\n")).toThrow("no report");
  });
});
