import { checkMachine, startsFromVolume } from "../../src/openstack/check.js";
import { checkImageHash } from "../../src/openstack/check-glance-image.js";
import { checkImageArgs, checkImageFound } from "../../src/openstack/check-image.js";
import {
  checkIpv6,
  checkNetworkFound,
  networkNamed,
  onlyInside,
  onlyOutside,
  subnetOf,
} from "../../src/openstack/check-network.js";
import { deviceOf } from "../../src/openstack/data-disks.js";
import { formatPath, type Report } from "../../src/report/index.js";

const said = ({ issues }: Report) =>
  issues.map(({ code, path, message }) => `${code} ${formatPath(path)} ${message}`);

describe("a network", () => {
  it.each([
    [networkNamed("front", 1), "none", '$.ports[1].network the project sees no network "front"'],
    [
      networkNamed("a", 0),
      "several",
      '$.ports[0].network the project sees more than one network "a"',
    ],
    [subnetOf("b", 0), "none", '$.ports[0].subnetId the project sees no subnet "b"'],
    [onlyInside, "none", "$.ports the project sees no internal network"],
    [onlyInside, "several", "$.ports the project sees more than one internal network"],
    [onlyOutside, "several", "$.publicIp the project sees more than one external network"],
  ] as const)("that is not one is refused: %j, %s", (wish, found, text) =>
    expect(said(checkNetworkFound(found, wish))).toEqual([`OPENSTACK_NETWORK ${text}`]),
  );

  it("is one when there is one", () => {
    expect(said(checkNetworkFound({}, onlyInside))).toEqual([]);
  });

  it("has to give an IPv6 address where that is asked for", () => {
    expect(said(checkIpv6(["10.0.0.7", "2001:db8::7"]))).toEqual([]);
    expect(said(checkIpv6(["10.0.0.7"]))).toHaveLength(1);
  });
});

describe("an image", () => {
  it("may be promised", () => {
    expect(said(checkImageArgs({ imageId: Promise.resolve("later") }))).toEqual([]);
  });

  it("of a name is taken only with the properties asked for, which the provider does not compare", () => {
    const found = { id: "1", properties: { flatcar_version: "4593.2.4" } };
    const wish = (version: string) => ({ name: "a", properties: { flatcar_version: version } });
    expect(said(checkImageFound(found, wish("4593.2.4")))).toEqual([]);
    expect(said(checkImageFound(found, wish("4593.2.5")))).toHaveLength(1);
    expect(said(checkImageFound({ id: "1" }, wish("4593.2.5")))).toHaveLength(1);
  });

  it("is compared with its digest in any case, and refused where Glance tells none", () => {
    expect(said(checkImageHash("0f".repeat(64), "0F".repeat(64)))).toEqual([]);
    expect(said(checkImageHash("", undefined))).toEqual([]);
    expect(said(checkImageHash("", "0f".repeat(64)))).toEqual([
      "OPENSTACK_IMAGE_HASH $.sha512 this Glance tells no SHA-512 of its images, so nothing can be compared with it",
    ]);
  });
});

describe("the root disk", () => {
  it.each([
    [{}, false],
    [{ diskGb: 32 }, true],
    [{ diskType: "ssd" }, true],
    [{ bootFromVolume: true }, true],
    [{ bootFromVolume: false }, false],
  ])("of %j is a volume: %s", (args, volume) => expect(startsFromVolume(args)).toBe(volume));
});

it("a volume is known on the machine by the first 20 characters of its id", () => {
  expect(deviceOf("0dcb5fac-5f1d-4f9b-8a4e-3d1f5a6b7c8d")).toBe(
    "/dev/disk/by-id/virtio-0dcb5fac-5f1d-4f9b-8",
  );
});

it("says everything that is wrong at once", () => {
  const args = {
    spot: true,
    diskGb: 16,
    instanceType: "a",
    flavorId: "b",
    ports: [{ portId: "c", network: "d" }],
  };
  expect(said(checkMachine(args, args)).map((text) => text.split(" ")[0])).toEqual([
    "HARDWARE_TOO_SMALL",
    "OPENSTACK_NOT_OFFERED",
    "OPENSTACK_IMAGE",
    "OPENSTACK_FLAVOR",
    "OPENSTACK_PORT",
  ]);
});
