import { X509Certificate } from "node:crypto";
import { at, type Path, Report } from "../report/index.js";
import type { BmcAccess } from "./access.js";
import { splitCertificates } from "./certificates.js";

/**
 * What can be said of the way to a BMC without going it. What is not known yet is undefined and raises nothing.
 * Raises BMC_ENDPOINT, BMC_CREDENTIALS, BMC_TRUST and BMC_CA_CERTIFICATE.
 */
export function checkBmc(access: Partial<BmcAccess>, path: Path): Report {
  const { endpoint, username, password, caCertificate, insecure } = access;
  const report = new Report();
  if (endpoint !== undefined && !/^https?:\/\/[^\s/?#@]+\/?$/.test(endpoint)) {
    report.error(
      "BMC_ENDPOINT",
      at(path, "endpoint"),
      "not the address of a BMC: it needs https and a host, and no user, path or query",
      "give it as https://10.0.0.5",
    );
  } else if (endpoint?.startsWith("http:") && !insecure) {
    report.error(
      "BMC_ENDPOINT",
      at(path, "endpoint"),
      "plain http would show the password to everybody on the way",
      "give the address with https, or say insecure: true where the network may be trusted",
    );
  }
  for (const [name, value] of Object.entries({ username, password })) {
    if (value !== "") continue;
    const message = `the ${name} of the BMC is empty`;
    report.error(
      "BMC_CREDENTIALS",
      at(path, name),
      message,
      `give the ${name} of an account of the BMC`,
    );
  }
  if (insecure && caCertificate !== undefined) {
    report.error(
      "BMC_TRUST",
      at(path, "insecure"),
      "insecure takes any certificate, and caCertificate is there to check it",
      "leave one of the two out",
    );
  }
  if (caCertificate !== undefined && !isCertificates(caCertificate)) {
    report.error(
      "BMC_CA_CERTIFICATE",
      at(path, "caCertificate"),
      "not a certificate in PEM",
      "give the text from BEGIN CERTIFICATE to END CERTIFICATE, not the name of its file",
    );
  }
  return report;
}

function isCertificates(pem: string): boolean {
  const list = splitCertificates(pem);
  try {
    for (const each of list) new X509Certificate(each);
    return list.length > 0;
  } catch {
    return false;
  }
}
