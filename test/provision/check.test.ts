import type { DirectoryWords, ProvisionWords } from "../../src/provision/check.js";
import { checkDirectoryWords, checkProvision, Readiness } from "../../src/provision/index.js";

const codes = (report: ReturnType<typeof checkProvision>) =>
  report.issues.map(({ code, path }) => `${code} ${path.join(".")}`);

const bmc = {};

describe("a machine", () => {
  const rows: [string, ProvisionWords, boolean, string[]][] = [
    ["that nobody starts needs no sign", {}, false, []],
    ["with a bmc reports, where there is an address for it", { bmc }, true, []],
    [
      "with a bmc and no such address is asked about",
      { bmc },
      false,
      ["READINESS_UNSET readiness"],
    ],
    ["with a bmc need not be waited for", { bmc, readiness: Readiness.None }, false, []],
    [
      "that reports to nowhere",
      { readiness: Readiness.PhoneHome },
      false,
      ["READINESS_PHONE_HOME_URL readiness"],
    ],
    [
      "has an address for its SSH port",
      { readiness: Readiness.Ssh, address: "10.0.0.7" },
      false,
      [],
    ],
    ["without one", { readiness: Readiness.Ssh }, false, ["READINESS_ADDRESS address"]],
    [
      "that reports by https",
      { phoneHomeUrl: "https://10.0.0.1:8079" },
      true,
      ["READINESS_PHONE_HOME_URL phoneHomeUrl"],
    ],
    [
      "that reports to a path",
      { phoneHomeUrl: "http://10.0.0.1:8079/here" },
      true,
      ["READINESS_PHONE_HOME_URL phoneHomeUrl"],
    ],
    ["of generation 0", { generation: 0 }, false, ["PROVISION_GENERATION generation"]],
    ["of generation 1.5", { generation: 1.5 }, false, ["PROVISION_GENERATION generation"]],
    [
      "with no time",
      { readinessTimeoutMinutes: 0 },
      false,
      ["READINESS_TIMEOUT readinessTimeoutMinutes"],
    ],
    [
      "with a week",
      { readinessTimeoutMinutes: 10_080 },
      false,
      ["READINESS_TIMEOUT readinessTimeoutMinutes"],
    ],
    [
      "that shuts down for hours",
      { bmc: { shutdownTimeoutSeconds: 7200 }, readiness: Readiness.None },
      false,
      ["PROVISION_SHUTDOWN bmc.shutdownTimeoutSeconds"],
    ],
    ["whose power is cut at once", { bmc: { shutdownTimeoutSeconds: 0 } }, true, []],
  ];
  it.each(rows)("%s", (_, words, canPhoneHome, expected) =>
    expect(codes(checkProvision(words, canPhoneHome))).toEqual(expected),
  );
});

describe("a boot directory", () => {
  const rows: [string, DirectoryWords, string[]][] = [
    ["says nothing", {}, []],
    ["is served by http", { serve: true, baseUrl: "http://10.0.0.1:8080" }, []],
    ["is served by https", { serve: true, baseUrl: "https://10.0.0.1" }, ["PROVISION_SERVE serve"]],
    ["has https of its own", { baseUrl: "https://10.0.0.1" }, []],
    ["lets no machine go", { maxUnavailable: 0 }, ["PROVISION_MAX_UNAVAILABLE maxUnavailable"]],
    ["lets several go", { maxUnavailable: 4 }, []],
    [
      "hears at no address",
      { phoneHomeUrl: "10.0.0.1" },
      ["READINESS_PHONE_HOME_URL phoneHomeUrl"],
    ],
  ];
  it.each(rows)("%s", (_, words, expected) =>
    expect(codes(checkDirectoryWords(words))).toEqual(expected),
  );
});
