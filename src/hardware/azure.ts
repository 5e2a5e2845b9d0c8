import type { Catalogue } from "./catalogue.js";
import { readAzureName } from "./names/azure.js";
import { azureTable } from "./tables/azure.js";

/**
 * Azure VM sizes. On x64 version 5 is preferred: it starts images of both generations from SCSI disks, so
 * every Flatcar image fits. On arm64 it is version 6, on which Flatcar itself is tested.
 */
export const azureCatalogue: Catalogue = Object.freeze({
  cloud: "azure",
  noun: "Azure VM size",
  table: azureTable,
  // Azure takes names in any case.
  keyOf: (type: string) => type.toLowerCase(),
  readName: readAzureName,
  preferred: Object.freeze({
    x64: Object.freeze(["dls_v5", "ds_v5", "dls_v6", "ds_v6", "dals_v6", "das_v6"]),
    arm64: Object.freeze(["dpls_v6", "dps_v6", "dpls_v5", "dps_v5"]),
  }),
  preferredBurstable: Object.freeze({
    x64: Object.freeze(["bls_v2", "bs_v2", "bals_v2", "bas_v2"]),
    arm64: Object.freeze(["bpls_v2", "bps_v2"]),
  }),
  unbootable: Object.freeze({
    confidential: Object.freeze({
      reason: "starts only as a confidential machine, and Flatcar has no image for those",
      hint: "use a size of family D or E",
    }),
  }),
  imageless: Object.freeze({}),
});
