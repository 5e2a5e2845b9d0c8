import { defineCodes } from "./doc.js";

/** Codes of the redfish room: a machine's BMC, and what it says. */
export const bmcCodes = defineCodes({
  BMC_ENDPOINT: {
    title: "A BMC is named by the address of its web service",
    explanation:
      "Redfish is served over https at the root of the BMC's address. A user name in the address would end up in logs. Plain http shows the password to everybody on the way and is taken only with insecure.",
  },
  BMC_CREDENTIALS: {
    title: "A BMC is told a user name and a password",
    explanation:
      "Everything but the first page of a Redfish service asks for an account. Without one every machine would fail at its first request.",
  },
  BMC_TRUST: {
    title: "A BMC's certificate is checked in one way",
    explanation:
      "insecure takes any certificate, so an authority beside it would be given and not used: one of the two is not meant.",
  },
  BMC_CA_CERTIFICATE: {
    title: "An authority is given as a certificate in PEM",
    explanation:
      "One or more blocks from BEGIN CERTIFICATE to END CERTIFICATE: the authority that signed the BMC's certificate, or that certificate itself. A file name or a private key is no certificate.",
  },
  BMC_UNREACHABLE: {
    title: "A BMC answers",
    explanation:
      "It is asked again for some seconds, and for a minute when it answered before, because BMCs restart. Then its address is wrong, it has no power, or the network between does not lead there.",
  },
  BMC_CERTIFICATE: {
    title: "A BMC's certificate is trusted",
    explanation:
      "Most BMCs come with a certificate that they signed themselves. Whoever stands between could show one as well and read the password, so it is trusted only when it is named.",
  },
  BMC_LOGIN: {
    title: "A BMC takes the user name and the password",
    explanation:
      "BMCs have accounts of their own, and some lock one after a few wrong passwords: it is tried once and not again. To change the boot source and the power an account has to be an operator or administrator.",
  },
  BMC_REPLY: {
    title: "A BMC speaks Redfish",
    explanation:
      "Boards before about 2016 speak only IPMI, on others Redfish is turned off or needs a licence; there something else answers at the address.",
  },
  BMC_SYSTEM: {
    title: "A BMC has the system that is meant",
    explanation:
      "A chassis with several machines shows all of them behind one BMC. Where there is more than one, systemId says which is meant, so that no other machine is switched off.",
  },
  BMC_BOOT_OVERRIDE: {
    title: "A BMC sets what the machine boots from next",
    explanation:
      "The boot source is overridden for one boot, or, where the BMC cannot do that, until the machine is up. Without it a machine with a system on its disk would boot that.",
  },
  BMC_POWER: {
    title: "A BMC switches the machine on and off",
    explanation:
      "A machine is shut down, switched off if it does not go by itself, and switched on, by the kinds of reset that its BMC offers.",
  },
  BMC_TIMEOUT: {
    title: "A machine reaches the power state that was asked for",
    explanation:
      "The BMC took the order, and two minutes later still reports another state. A stuck BMC does that, and a machine without power behind one that has it.",
  },
});
