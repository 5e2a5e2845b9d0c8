/** A case where this project differs from Ignition on purpose. */
export interface KnownDifference {
  readonly name: string;
  readonly checks: readonly string[];
  readonly reason: string;
}

const keepsAdvertisement =
  "Ignition forgets the advertisement of a tang server on the way from spec 3.4.0 to 3.5.0 by mistake; here an upgrade keeps it, because the newer spec has the member";

export const knownIgnitionDifferences: readonly KnownDifference[] = [
  "types/v3_4/validateTangAdvertisement/1364",
  "types/v3_4/Tang/1365",
  "types/v3_4/validateTangAdvertisement/1367",
  "types/v3_4/Tang/1368",
  "upgrade/3.5.0/10",
].map((name) => ({ name, checks: ["C5"], reason: keepsAdvertisement }));
