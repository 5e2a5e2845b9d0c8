import { platforms } from "../../platforms/index.js";
import { firstOf, type Inputs, type Read } from "../inputs.js";
import type { Disk, Image, Reader } from "../machine.js";
import { architectureInName, toldByName } from "./image-name.js";

function image(inputs: Inputs): Image | undefined {
  const { path, value, unknown } = firstOf(inputs.text("imageName"), inputs.text("imageId"));
  if (unknown) return { path, what: "the image", unknown };
  if (value === undefined) return undefined;
  const named = path.at(-1) === "imageName";
  return {
    path,
    what: `image ${value}`,
    ...(named && { flatcar: toldByName(value), architecture: architectureInName(value) }),
    ...(named &&
      /\b(latest|current)\b/i.test(value) && { moving: "whoever uploads it may replace it" }),
  };
}

/** The volume that a machine boots from; without one, its flavor's disk, which no input tells. */
function disk(inputs: Inputs): Disk {
  const devices = inputs.list("blockDevices");
  const boot = devices.value?.find(
    (each) =>
      each.number("bootIndex").value === 0 && each.text("destinationType").value === "volume",
  );
  const size: Read<number> = boot
    ? boot.number("volumeSize")
    : { path: devices.path, ...(devices.unknown && { unknown: devices.unknown }) };
  return { size, ...(boot && { grow: (gb) => ({ path: size.path, value: gb }) }) };
}

const instance: Reader = (inputs) => {
  const type = firstOf(inputs.text("flavorName"), inputs.text("flavorId"));
  return [
    {
      platform: platforms.openstack,
      noun: "flavor",
      sizes: [{ type }],
      image: image(inputs),
      disk: disk(inputs),
      userData: [{ text: inputs.text("userData"), encoding: "either" }],
      tags: inputs.texts("metadata"),
    },
  ];
};

/** Readers of OpenStack resources by type token. */
export const openstackReaders: Readonly<Record<string, Reader>> = Object.freeze({
  "openstack:compute/instance:Instance": instance,
});
