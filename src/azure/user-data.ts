import { Blob } from "@pulumi/azure-native/storage/blob";
import * as pulumi from "@pulumi/pulumi";
import { type Delivered, pointTo } from "../machine/index.js";
import type { AzureInstanceArgs } from "./args.js";

/**
 * User data that names the config, which lies in a container as a blob, and the config's hash. The name of
 * the blob stays the same, because machines read it in their first boot only; it has no slash, because
 * Ignition takes none below the container.
 */
export function storeConfig(
  machine: pulumi.Resource,
  name: string,
  { resourceGroupName, configContainer }: AzureInstanceArgs,
  config: pulumi.Output<Delivered>,
): pulumi.Output<string> {
  if (configContainer === undefined) return config.userData;
  const blob = new Blob(
    `${name}-config`,
    {
      ...configContainer,
      resourceGroupName: configContainer.resourceGroupName ?? resourceGroupName,
      blobName: ["flatcar", pulumi.getProject(), pulumi.getStack(), `${name}.ign`].join("-"),
      source: pulumi.secret(config.rendered).apply((text) => new pulumi.asset.StringAsset(text)),
      contentType: "application/json",
    },
    // The provider makes no blob where there is one.
    { parent: machine, deleteBeforeReplace: true },
  );
  return pointTo(blob.url, config);
}
