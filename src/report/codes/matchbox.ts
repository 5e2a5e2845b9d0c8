import { defineCodes } from "./doc.js";

/** Codes of the matchbox room and of what baremetal says of Matchbox. */
export const matchboxCodes = defineCodes({
  MATCHBOX_ENDPOINT: {
    title: "The endpoint is the address of Matchbox's gRPC API",
    explanation:
      "Matchbox has two addresses: one that machines boot from, by HTTP, and one that is written to, by gRPC, off until it is started with -rpc-address. The endpoint is the second, as host and port.",
  },
  MATCHBOX_PEM: {
    title: "Certificates and keys are PEM text",
    explanation:
      "The text itself is needed, not the name of the file that holds it: the certificate authority of the server, and the certificate and key that prove to it who writes.",
  },
  MATCHBOX_RELEASE: {
    title: "A release that boots by Matchbox reads spec 3.4.0",
    explanation:
      "Matchbox 0.11 reads every config and writes it anew as spec 3.4.0. A release that reads older specs only refuses what it gets, and the machine stops in its first boot (matchbox/http/ignition.go).",
  },
  MATCHBOX_UNREACHABLE: {
    title: "Matchbox answers",
    explanation:
      "Nothing answered at the endpoint in time. Matchbox has no gRPC API unless it is started with -rpc-address, and the one that it has is not the address that machines boot from.",
  },
  MATCHBOX_CERTIFICATE: {
    title: "Matchbox and its writer trust each other's certificates",
    explanation:
      "The server shows a certificate for the host of the endpoint, signed by caCertificate; the writer shows one that the authority in Matchbox's -ca-file has signed. When one of the two is not so, or is out of date, the connection ends before anything is said.",
  },
  MATCHBOX_REFUSED: {
    title: "Matchbox does what it is asked",
    explanation:
      "The connection stands and Matchbox answered with an error of its own: mostly its data folder, which is full or which it may not write.",
  },
  MATCHBOX_CONFLICT: {
    title: "A card belongs to one group of Matchbox",
    explanation:
      "When two groups select the same card, the order of their names decides which one Matchbox takes, and a machine would boot as the other. Groups of other stacks and tools count as well.",
  },
});
