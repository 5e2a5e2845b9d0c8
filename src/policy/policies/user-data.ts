import { checkPlatform, planDelivery, userDataBytes } from "../../delivery/index.js";
import { readIgnition } from "../../ignition/index.js";
import type { Platform } from "../../platforms/index.js";
import { type Path, Report } from "../../report/index.js";
import type { UserData } from "../machine.js";
import { definePolicy } from "../policy.js";
import { schemaOf } from "../schema.js";
import { type DecodedUserData, decodeUserData } from "../user-data.js";

/**
 * What Ignition rejects at the first boot, and what the platform does not take: every error of
 * `readIgnition` and `checkPlatform`, DELIVERY_TOO_LARGE, USER_DATA_ENCODING and USER_DATA_BUTANE.
 * Scripts and cloud-config count towards the limit only: Ignition leaves them to another program.
 */
export const userData = definePolicy({
  name: "flatcar-user-data",
  description:
    "The user data of a Flatcar machine is what Ignition accepts, and fits its platform.",
  level: "mandatory",
  severity: "high",
  configSchema: schemaOf(),
  flatcarOnly: true,
  check: ({ platform, userData }) => {
    const report = new Report();
    for (const each of userData) checkUserData(each, platform, report);
    return {
      report,
      pending: userData.flatMap(({ text }) => (text.unknown ? [text.path] : [])),
    };
  },
});

function checkUserData(given: UserData, platform: Platform, report: Report): void {
  const { path, value } = given.text;
  // An empty text is what "no user data" is in many programs, and Ignition does nothing then.
  if (value === undefined || value.trim() === "") return;
  const decoded = decodeUserData(given);
  if (!decoded) {
    report.error(
      "USER_DATA_ENCODING",
      path,
      "the user data is not base64, and this resource takes nothing else",
      'encode it, in TypeScript as Buffer.from(text).toString("base64")',
    );
    return;
  }
  checkKind(decoded, path, platform, report);
}

function checkKind(decoded: DecodedUserData, path: Path, platform: Platform, report: Report): void {
  const { kind, bytes } = decoded;
  if (kind === "gzip") {
    report.error(
      "USER_DATA_ENCODING",
      path,
      `the user data is gzip as a whole, which Ignition does not read on ${platform.id}`,
      "give it as plain JSON, or in a small config that replaces itself by a gzip data URL",
    );
  } else if (kind === "butane") {
    report.error(
      "USER_DATA_BUTANE",
      path,
      "the user data is Butane, and Ignition reads JSON only",
      "translate it with butane, or with the butane fragment of pulumi-flatcar",
    );
  } else if (kind !== "script") {
    checkIgnition(bytes, path, platform, report);
    return;
  }
  checkLimit(userDataBytes(bytes.toString("utf8"), platform), path, platform, report);
}

function checkIgnition(bytes: Buffer, path: Path, platform: Platform, report: Report): void {
  const { config, report: found } = readIgnition(bytes, { oem: true });
  const errors = new Report().add(found);
  if (config) errors.add(checkPlatform(config, platform));
  report.add(errors, (issue) =>
    issue.severity === "error" ? { ...issue, path: [...path, ...issue.path] } : undefined,
  );
  const size = userDataBytes(bytes.toString("utf8"), platform);
  if (!config) {
    checkLimit(size, path, platform, report);
    return;
  }
  const limit = platform.userDataLimit;
  if (!limit || size <= limit.bytes) return;
  const plan = planDelivery(config, platform);
  if (plan.form === undefined) {
    report.add(plan.report, (issue) => ({ ...issue, path: [...path, ...issue.path] }));
  } else {
    const written = plan.form === "inline" ? "without white space" : "compressed in a small config";
    checkLimit(
      size,
      path,
      platform,
      report,
      `write it ${written}: it then has ${plan.bytes} bytes`,
    );
  }
}

function checkLimit(
  size: number,
  path: Path,
  { id, userDataLimit }: Platform,
  report: Report,
  hint = "let the machine fetch its largest parts from a URL",
): void {
  if (!userDataLimit || size <= userDataLimit.bytes) return;
  const unit = userDataLimit.of === "base64" ? "bytes of base64" : "bytes";
  report.error(
    "DELIVERY_TOO_LARGE",
    path,
    `${id} takes ${userDataLimit.bytes} ${unit} of user data, and this has ${size}`,
    hint,
  );
}
