import { checkBoot } from "../../../src/compose/boot-rules/index.js";
import { boot, document, unit, unitOf } from "./support.js";

const main = "$.systemd.units[0].contents";
const dropin = "$.systemd.units[0].dropins[0].contents";
const service = (...lines: string[]) => `[Service]\n${lines.join("\n")}\n`;

describe("the text of a unit", () => {
  it.each([
    [
      "a plain service",
      "app.service",
      "# c\n[Unit]\nDescription=x\n\n[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n",
    ],
    [
      "sections for other programs",
      "app.service",
      "[X-Fleet]\nExecStart=x/y\n[Service]\nExecStart=/bin/true\nX-Note=1\n",
    ],
    [
      "a comment in a continued line",
      "app.service",
      service("ExecStart=/bin/sh \\", "# no = here", "  -c true"),
    ],
    [
      "a continued line with a header in it",
      "app.service",
      service("ExecStart=/bin/sh -c \\", "[x"),
    ],
    ["an old name of an option", "app.target", "[Unit]\nBindTo=x.service\n"],
    [
      "an option that is not on the list",
      "app.service",
      service("ExecStart=/bin/true", "ProtectHome=yes", "RestrictRealtime=yes"),
    ],
    ["line ends of Windows", "app.service", "[Service]\r\nExecStart=/bin/true\r\n"],
    ["an instance of a template of the system", "getty@tty9.service", undefined],
  ])("passes with %s", (_, name, text) => expect(unit(name, text)).toEqual([]));

  it.each([
    [
      "an option before the first section",
      "A=b\n[Service]\nExecStart=/bin/true\n",
      "UNIT_LINE_IGNORED",
      "line 1",
    ],
    [
      "text before the first section",
      "\nnonsense\n[Service]\nExecStart=/bin/true\n",
      "UNIT_LINE_IGNORED",
      "line 2",
    ],
    [
      "no name before the equals sign",
      "[Service]\n=x\nExecStart=/bin/true\n",
      "UNIT_LINE_IGNORED",
      "line 2",
    ],
    [
      "a mistyped section",
      "[Service]\nExecStart=/bin/true\n[Instal]\nWantedBy=x\n",
      "UNIT_SECTION_UNKNOWN",
      "line 3",
    ],
    [
      "a section of another kind of unit",
      "[Service]\nExecStart=/bin/true\n[Timer]\nOnBootSec=1\n",
      "UNIT_SECTION_UNKNOWN",
      "[Timer]",
    ],
    [
      "a section with blanks",
      "[ Unit ]\nDescription=x\n[Service]\nExecStart=/bin/true\n",
      "UNIT_SECTION_UNKNOWN",
      "line 1",
    ],
    [
      "WantedBy= in [Unit]",
      "[Unit]\nWantedBy=x\n[Service]\nExecStart=/bin/true\n",
      "UNIT_SETTING_MISPLACED",
      "WantedBy=",
    ],
    [
      "Requires= in [Service]",
      "[Service]\nRequires=x\nExecStart=/bin/true\n",
      "UNIT_SETTING_MISPLACED",
      "line 2",
    ],
    [
      "StartLimitIntervalSec= in [Service]",
      "[Service]\nExecStart=/bin/true\nStartLimitIntervalSec=0\n",
      "UNIT_SETTING_MISPLACED",
      "line 3",
    ],
    [
      "OnCalendar= in a service",
      "[Service]\nExecStart=/bin/true\nOnCalendar=daily\n",
      "UNIT_SETTING_MISPLACED",
      "[Service]",
    ],
    [
      "ExecStratPre=",
      "[Service]\nExecStratPre=/bin/true\nExecStart=/bin/true\n",
      "UNIT_SETTING_MISSPELT",
      "line 2",
    ],
    [
      "WantdBy=",
      "[Service]\nExecStart=/bin/true\n[Install]\nWantdBy=x\n",
      "UNIT_SETTING_MISSPELT",
      "line 4",
    ],
  ])("warns of %s", (_, text, code, part) => {
    const { issues } = checkBoot(document({ systemd: { units: [unitOf("app.service", text)] } }));
    expect(issues.map((issue) => `${issue.severity} ${issue.code}`)).toEqual([`warning ${code}`]);
    expect(issues[0]?.message).toContain(part);
  });

  it("suggests the section and option that were meant", () => {
    const text = "[Serivce]\nA=b\n[Unit]\nAftre=x\n";
    const { issues } = checkBoot(
      document({ systemd: { units: [unitOf("app.service", undefined, text)] } }),
    );
    expect(issues.map(({ hint }) => hint)).toEqual([
      "did you mean [Service]?",
      "did you mean After=?",
    ]);
  });

  it("rejects a header without an end, which Ignition's reader finds lines below", () => {
    const broken = "[Service\nExecStart=/bin/true\n[Install]\nWantedBy=x\n";
    expect(unit("app.service", broken)).toContain(`error UNIT_SECTION_HEADER ${main}`);
    expect(unit("docker.service", undefined, broken)).toContain(
      `warning UNIT_SECTION_HEADER ${dropin}`,
    );
  });

  it("leaves to Ignition what it cannot read itself", () => {
    expect(unit("app.service", "[Service]\nno equals\n")).toEqual([]);
  });
});

describe("what a unit is made of", () => {
  it.each([
    ["a.mount", "[Mount]\nType=tmpfs\n"],
    ["a.socket", "[Socket]\nListenStream=80\nListenStream=\n"],
    ["a.timer", "[Timer]\nPersistent=yes\n"],
    ["a.timer", "[Timer]\nOnClockChange=no\n"],
    ["a.path", "[Path]\nMakeDirectory=yes\n"],
  ])("rejects %s without it: %j", (name, text) => {
    expect(unit(name, text)).toEqual([`error UNIT_SETTING_REQUIRED ${main}`]);
  });

  it.each([
    ["a.mount", "[Mount]\nWhat=tmpfs\n"],
    ["a.swap", "[Swap]\nOptions=x\n"],
    ["a.automount", "[Automount]\nTimeoutIdleSec=1\n"],
    ["a.socket", "[Socket]\nListenStream=\nListenFIFO=/run/x\n"],
    ["a.timer", "[Timer]\nOnClockChange=yes\n"],
    ["a.path", "[Path]\nPathExistsGlob=/x/*\n"],
    ["a.target", "[Unit]\nDescription=x\n"],
    ["a.slice", "[Slice]\nMemoryMax=1G\n"],
  ])("accepts %s with %j", (name, text) => expect(unit(name, text)).toEqual([]));

  it("looks into drop-ins, and waits for those that are not known", () => {
    expect(unit("a.timer", "[Timer]\nPersistent=yes\n", "[Timer]\nOnBootSec=1\n")).toEqual([]);
    expect(unit("a.timer", "[Timer]\nOnBootSec=1\n", "[Timer]\nOnBootSec=\n")).toEqual([
      `error UNIT_SETTING_REQUIRED ${main}`,
    ]);
    const waiting = { name: "a.timer", contents: "[Timer]\n", dropins: [{ name: "x.conf" }] };
    expect(boot({ systemd: { units: [waiting] } })).toEqual([]);
  });

  it("is content when drop-ins are plain files", () => {
    const units = [unitOf("a.timer", "[Timer]\n")];
    const at = (path: string) => boot({ storage: { files: [{ path }] }, systemd: { units } });
    expect(at("/etc/systemd/system/a.timer.d/x.conf")).toEqual([]);
    expect(at("/etc/systemd/system/timer.d/x.conf")).toEqual([]);
    expect(at("/etc/systemd/system/b.timer.d/x.conf")).toHaveLength(1);
  });

  it("is quiet about units of the system and masked ones", () => {
    expect(unit("docker.socket", undefined, "[Socket]\nSocketMode=0600\n")).toEqual([]);
    expect(unit("docker.socket", "")).toEqual([]);
    expect(
      boot({ systemd: { units: [{ ...unitOf("a.timer", "[Timer]\n"), mask: true }] } }),
    ).toEqual([]);
  });

  it("says that something is missing, which may be promised", () => {
    const { issues } = checkBoot(
      document({ systemd: { units: [unitOf("a.timer", "[Timer]\n")] } }),
    );
    expect(issues.map(({ missing }) => missing)).toEqual([true]);
  });
});

describe("the commands of a service", () => {
  it.each([
    ["one", service("ExecStart=/bin/true")],
    ["a bare name", service("ExecStart=true")],
    ["several in a oneshot", service("Type=oneshot", "ExecStart=/bin/a", "ExecStart=/bin/b")],
    ["one that replaces another", service("ExecStart=/bin/a", "ExecStart=", "ExecStart=/bin/b")],
    ["one that stops something", service("RemainAfterExit=yes", "ExecStop=/bin/a")],
    ["an action instead", "[Unit]\nSuccessAction=reboot\n"],
    ["prefixes and quotes", service('ExecStart=-@"/opt/my app/x" y', "ExecStartPre=!/bin/a")],
    ["a specifier", service("ExecStart=%h/bin/x")],
    ["slashes in arguments", service("ExecStart=sh a/b /etc/x")],
    ["an interpreter for a script in /etc", service("ExecStart=/bin/bash /etc/x.sh")],
    [
      "a oneshot that is tried again",
      service("Type=oneshot", "Restart=on-failure", "ExecStart=/bin/a"),
    ],
  ])("pass with %s", (_, text) => expect(unit("app.service", text)).toEqual([]));

  it.each([
    ["nothing", service("Type=oneshot", "RemainAfterExit=yes")],
    ["an emptied list", service("ExecStart=/bin/true", "ExecStart=")],
    ["only a stop", service("ExecStop=/bin/a")],
    [
      "only a stop in a simple service",
      service("Type=simple", "RemainAfterExit=yes", "ExecStop=/bin/a"),
    ],
    ["an action that is none", "[Unit]\nSuccessAction=none\n"],
  ])("rejects %s", (_, text) => {
    expect(unit("app@.service", text)).toEqual([`error SERVICE_WITHOUT_COMMAND ${main}`]);
  });

  it("rejects several commands, and says which text has the second", () => {
    expect(unit("app.service", service("ExecStart=/bin/a", "ExecStart=/bin/b"))).toEqual([
      `error SERVICE_SEVERAL_COMMANDS ${main}`,
    ]);
    expect(unit("app.service", service("ExecStart=/bin/a"), service("ExecStart=/bin/b"))).toEqual([
      `error SERVICE_SEVERAL_COMMANDS ${dropin}`,
    ]);
    expect(
      unit("app.service", service("ExecStart=/bin/a"), service("ExecStart=", "ExecStart=/bin/b")),
    ).toEqual([]);
  });

  it.each(["always", "on-success"])("rejects a oneshot with Restart=%s", (restart) => {
    expect(
      unit("app.service", service("Type=oneshot", `Restart=${restart}`, "ExecStart=/bin/a")),
    ).toEqual([`error SERVICE_RESTART_ONESHOT ${main}`]);
  });

  it.each(["bin/x", "./x", "~/x", '"bin/x" y', "$HOME/x", "@bin/x y"])(
    "rejects ExecStartPre=%s",
    (command) => {
      const text = service(`ExecStartPre=${command}`, "ExecStart=/bin/true");
      expect(unit("app.service", text)).toEqual([`error COMMAND_PATH_RELATIVE ${main}`]);
    },
  );

  it("warns of a relative path that only its own line suffers from", () => {
    const text = service("ExecStartPre=-bin/x", "ExecStart=/bin/true");
    expect(unit("app.service", text)).toEqual([`warning COMMAND_PATH_RELATIVE ${main}`]);
    expect(unit("docker.service", undefined, service("ExecStartPost=bin/x"))).toEqual([
      `warning COMMAND_PATH_RELATIVE ${dropin}`,
    ]);
  });

  it.each(["/etc/x.sh", "-/etc/x.sh a", "'/etc/x.sh'"])("warns of running %s", (command) => {
    expect(unit("app.service", service(`ExecStart=${command}`))).toEqual([
      `warning COMMAND_IN_ETC ${main}`,
    ]);
  });
});

describe("the name of a mount", () => {
  it.each([
    ["var-lib-data.mount", "[Mount]\nWhat=x\nWhere=/var/lib/data\n"],
    ["var-lib-data.mount", "[Mount]\nWhat=x\nWhere=/var//lib/./data/\n"],
    ["-.mount", "[Mount]\nWhat=x\nWhere=/\n"],
    ["var-my\\x2dapp.mount", "[Mount]\nWhat=x\nWhere=/var/my-app\n"],
    ["\\x2ehidden.mount", "[Mount]\nWhat=x\nWhere=/.hidden\n"],
    ["a\\x20\\xc3\\xa9.mount", "[Mount]\nWhat=x\nWhere=/a é\n"],
    ["var-x.automount", "[Automount]\nWhere=/var/x\n"],
    ["dev-disk-by\\x2dlabel-swap.swap", "[Swap]\nWhat=/dev/disk/by-label/swap\n"],
    ["var-x.mount", "[Mount]\nWhat=x\nWhere=relative\n"],
    ["var-x.mount", "[Mount]\nWhat=x\nWhere=/var/%i\n"],
    ["var-x.mount", "[Mount]\nWhat=x\n"],
  ])("%s fits %j", (name, text) => expect(unit(name, text)).toEqual([]));

  it.each([
    ["data.mount", "[Mount]\nWhat=x\nWhere=/var/lib/data\n", "var-lib-data.mount"],
    ["var-my-app.mount", "[Mount]\nWhat=x\nWhere=/var/my-app\n", "var-my\\\\x2dapp.mount"],
    ["x.automount", "[Automount]\nWhere=/var/x\n", "var-x.automount"],
    ["swap.swap", "[Swap]\nWhat=/var/vm/swapfile1\n", "var-vm-swapfile1.swap"],
  ])("rejects %s for %j", (name, text, expected) => {
    const { issues } = checkBoot(document({ systemd: { units: [unitOf(name, text)] } }));
    expect(issues.map(({ code, hint }) => [code, hint])).toEqual([
      ["MOUNT_UNIT_NAME", `name the unit "${expected}"`],
    ]);
  });
});

describe("enabling a unit", () => {
  const enabled = (install: string, ...dropins: string[]) =>
    boot({
      systemd: {
        units: [
          {
            ...unitOf("a.service", `${service("ExecStart=/bin/true")}${install}`, ...dropins),
            enabled: true,
          },
        ],
      },
    });

  it.each([["[Install]\nDefaultInstance=x\n"], ["[Install]\nWantedBy=x\nWantedBy=\n"]])(
    "warns when %j has no effect",
    (install) => {
      expect(enabled(install)).toEqual([`warning INSTALL_WITHOUT_EFFECT ${main}`]);
    },
  );

  it.each(["WantedBy", "RequiredBy", "UpheldBy", "Alias", "Also"])("acts on %s=", (name) => {
    expect(enabled(`[Install]\n${name}=x.target\n`)).toEqual([]);
  });

  it("acts on drop-ins, and leaves a unit without any option in [Install] to Ignition", () => {
    expect(enabled("[Install]\nDefaultInstance=x\n", "[Install]\nWantedBy=x\n")).toEqual([]);
    expect(enabled("")).toEqual([]);
    expect(enabled("[Install]\n")).toEqual([]);
  });
});
