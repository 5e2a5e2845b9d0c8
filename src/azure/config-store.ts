import { Blob } from "@pulumi/azure-native/storage/blob";
import * as pulumi from "@pulumi/pulumi";
import { configObject, type Delivered } from "../machine/index.js";
import type { AzureInstanceArgs } from "./args.js";

/**
 * Puts the config into the container that is named, as a blob, whose name has no slash because Ignition takes
 * none below the container. Returns its URL; none without a container.
 */
export function storeConfig(
  machine: pulumi.Resource,
  name: string,
  { resourceGroupName, configContainer }: AzureInstanceArgs,
  config: pulumi.Output<Delivered>,
): pulumi.Output<string> | undefined {
  if (configContainer === undefined) return undefined;
  const { path, content, contentType } = configObject(name, config);
  const blob = new Blob(
    `${name}-config`,
    {
      ...configContainer,
      resourceGroupName: configContainer.resourceGroupName ?? resourceGroupName,
      blobName: path.join("-"),
      source: content.apply((text) => new pulumi.asset.StringAsset(text)),
      contentType,
    },
    // The provider makes no blob where there is one.
    { parent: machine, deleteBeforeReplace: true },
  );
  return blob.url;
}
