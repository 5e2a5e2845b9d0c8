import type { Fragment } from "../../compose/index.js";

const script = "/opt/flatcar/phone-home.sh";
const about = "/etc/flatcar/phone-home.json";
const mark = "/var/lib/flatcar-phone-home";

/** Word of the kernel line that says which config a machine booted with: no config can hold its own digest. */
export const configDigestArgument = "flatcar.config_sha512";

/** What a machine reports when it is up, and its installer before. What is not known yet is undefined. */
export interface PhoneHome {
  readonly machine: string;
  readonly generation: number;
  /** Where somebody listens, without a path. */
  readonly url?: string;
  /** What proves that it is this machine in this generation. */
  readonly token?: string;
}

/**
 * A unit that reports once, in the first boot with a config, that the machine is up: every few seconds until somebody
 * takes the report, and later every minute. The network has to be up; for more, give the unit a drop-in with After=.
 */
export function phoneHome(said: PhoneHome): Fragment {
  const url = reportUrl(said);
  const known = said.token !== undefined && url !== undefined;
  return {
    name: "phone home",
    files: [
      {
        path: about,
        mode: 0o600,
        contents: known ? reportText(said) : undefined,
      },
      {
        path: script,
        mode: 0o755,
        contents: known ? scriptText(url) : undefined,
      },
    ],
    units: [
      {
        name: "flatcar-phone-home.service",
        enabled: true,
        contents: [
          "[Unit]",
          "Description=Report that this machine is up",
          "Wants=network-online.target",
          "After=network-online.target",
          "",
          "[Service]",
          `ExecStart=/bin/sh ${script}`,
          "Restart=on-failure",
          "",
          "[Install]",
          "WantedBy=multi-user.target",
          "",
        ].join("\n"),
      },
    ],
  };
}

/** What a machine says of itself, as JSON. */
export function reportText({ machine, generation, token }: PhoneHome): string | undefined {
  return token === undefined ? undefined : `${JSON.stringify({ machine, generation, token })}\n`;
}

/** Where it says that. */
export function reportUrl({ machine, url }: PhoneHome): string | undefined {
  return url === undefined ? undefined : `${url.replace(/\/+$/, "")}/phone-home/${machine}`;
}

function scriptText(url: string): string {
  return [
    "#!/bin/sh",
    "# Reports to the pulumi up that waits for this machine: once, and again until the report is taken.",
    `config=$(tr ' ' '\\n' </proc/cmdline | sed -n 's/^${configDigestArgument}=//p' | tail -n 1)`,
    `state="$config $(sha256sum <${about})"`,
    `[ "$(cat ${mark} 2>/dev/null)" = "$state" ] && exit 0`,
    "pause=5",
    "until reply=$(curl --silent --show-error --fail-with-body --max-time 20 --noproxy '*' \\",
    `  --header 'Content-Type: application/json' --data-binary @${about} "${url}?config=$config" 2>&1)`,
    "do",
    '  [ "$reply" = "$told" ] || echo "phone home: $reply"',
    "  told=$reply",
    "  sleep $pause",
    "  [ $pause -ge 60 ] || pause=$((pause + 1))",
    "done",
    'echo "phone home: $reply"',
    "mkdir -p /var/lib",
    `echo "$state" >${mark}`,
    "",
  ].join("\n");
}
