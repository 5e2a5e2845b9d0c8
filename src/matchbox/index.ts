import { fileSetProvider } from "../provider/index.js";
import type { Endpoint } from "./connection.js";
import { matchboxStore } from "./store.js";

const proofs = ["caCertificate", "clientCertificate", "clientKey"] as const;

/** Life cycle of what one machine has in Matchbox, as `baremetal/matchbox-entry.ts` leads to it. */
export const matchboxProvider = fileSetProvider({
  property: "matchbox",
  open: matchboxStore,
  isElsewhere: (old: Endpoint, wanted) => old.endpoint !== wanted.endpoint,
  isReachedAnew: (old, wanted) => proofs.some((name) => old[name] !== wanted[name]),
});
