/** How to reach a machine's BMC, the small computer that switches it on and off, and log in to it. */
export interface BmcAccess {
  /** Its address, as in https://10.0.0.5. */
  readonly endpoint: string;
  readonly username: string;
  readonly password: string;
  /** Which of the systems behind one BMC is meant; undefined where there is exactly one. */
  readonly systemId?: string;
  /** PEM of the authority that signed the BMC's certificate, or of that certificate itself. */
  readonly caCertificate?: string;
  /** Whether any certificate will do, and plain http. */
  readonly insecure?: boolean;
}
