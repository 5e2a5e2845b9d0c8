import * as pulumi from "@pulumi/pulumi";
import type { Delivered } from "./cloud-delivery.js";

/**
 * The object that holds a machine's config in a store. Its path stays the same when the config changes,
 * because machines read it in their first boot only.
 */
export function configObject(name: string, { rendered }: pulumi.Output<Delivered>) {
  return {
    path: ["flatcar", pulumi.getProject(), pulumi.getStack(), `${name}.ign`],
    content: pulumi.secret(rendered),
    contentType: "application/json",
  };
}
