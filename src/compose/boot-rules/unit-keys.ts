/**
 * The settings that are often put into a wrong section, and the sections that have them. Sources:
 * the man pages systemd.unit, .service, .socket, .mount, .automount, .swap, .timer, .path and .exec.
 */
const keys: Readonly<Record<string, string>> = {
  Unit: "Description Documentation After Before Wants Requires Requisite BindsTo BindTo PartOf Upholds Conflicts OnFailure OnSuccess RequiresMountsFor DefaultDependencies StartLimitIntervalSec ConditionPathExists ConditionFirstBoot ConditionVirtualization ConditionKernelCommandLine ConditionHost ConditionArchitecture ConditionPathIsMountPoint ConditionDirectoryNotEmpty ConditionFileNotEmpty AssertPathExists",
  Install: "WantedBy RequiredBy UpheldBy Alias Also DefaultInstance",
  Service:
    "Type ExecStart ExecStartPre ExecStartPost ExecCondition ExecReload ExecStop ExecStopPost Restart RestartSec RemainAfterExit PIDFile BusName TimeoutStartSec TimeoutStopSec TimeoutSec WatchdogSec NotifyAccess GuessMainPID SuccessExitStatus Environment EnvironmentFile User Group WorkingDirectory StandardInput StandardOutput StandardError KillMode LimitNOFILE",
  Socket:
    "ListenStream ListenDatagram ListenSequentialPacket ListenFIFO Accept SocketMode SocketUser SocketGroup ExecStartPre ExecStartPost ExecStopPre ExecStopPost TimeoutSec Environment EnvironmentFile User Group WorkingDirectory StandardInput StandardOutput StandardError KillMode LimitNOFILE",
  Mount:
    "What Where Type Options TimeoutSec Environment EnvironmentFile User Group WorkingDirectory StandardInput StandardOutput StandardError KillMode LimitNOFILE",
  Automount: "Where TimeoutIdleSec",
  Swap: "What Options TimeoutSec Environment EnvironmentFile User Group WorkingDirectory StandardInput StandardOutput StandardError KillMode LimitNOFILE",
  Timer:
    "OnCalendar OnBootSec OnStartupSec OnActiveSec OnUnitActiveSec OnUnitInactiveSec Persistent AccuracySec RandomizedDelaySec Unit WakeSystem",
  Path: "PathExists PathExistsGlob PathChanged PathModified DirectoryNotEmpty MakeDirectory Unit",
  Slice: "",
  Scope: "TimeoutSec TimeoutStopSec User Group KillMode",
  Target: "",
  Device: "",
};

/** The well-known settings of a section. */
export const knownIn: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(keys).map(([section, names]) => [section, names.split(" ").filter(Boolean)]),
);

/** The sections that have a well-known setting; undefined for one that is not on the list. */
export const sectionsWith: ReadonlyMap<string, readonly string[]> = invert(knownIn);

function invert(table: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const inverted = new Map<string, string[]>();
  for (const [section, names] of table) {
    for (const name of names) inverted.set(name, [...(inverted.get(name) ?? []), section]);
  }
  return inverted;
}
