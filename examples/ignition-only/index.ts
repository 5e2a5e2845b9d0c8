import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  composeIgnition,
  formatIssue,
  planDelivery,
  renderIgnition,
} from "pulumi-flatcar/ignition";

/** What every machine of ours has. */
const base = {
  name: "base",
  users: [
    {
      name: "core",
      sshAuthorizedKeys: [
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com",
      ],
    },
  ],
  files: [{ path: "/etc/motd.d/owner.conf", mode: 0o644, contents: "Ask the platform team.\n" }],
};

const web = { name: "web", butane: [readFileSync(join(import.meta.dirname, "web.bu"), "utf8")] };

const { config, report } = composeIgnition([base, web]);
for (const issue of report.issues) console.error(formatIssue(issue));
if (report.hasErrors) process.exit(1);

const { form, bytes, limitBytes } = planDelivery(config, "aws");
console.error(`${bytes} bytes, ${form}; EC2 takes ${limitBytes}`);
console.log(renderIgnition(config));
