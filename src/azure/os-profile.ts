import * as pulumi from "@pulumi/pulumi";
import { encodeBase64 } from "../machine/index.js";
import { adminUsername } from "./ssh-keys.js";

/**
 * What Azure gives the system on its way. User data is custom data: unlike Azure's userData it cannot be
 * asked for at the metadata service, nor by those who may read the machine in the subscription.
 */
export function osProfile(
  hostname: pulumi.Input<string> | undefined,
  userData: pulumi.Output<string>,
  sshKeys: pulumi.Output<string[]>,
) {
  const path = `/home/${adminUsername}/.ssh/authorized_keys`;
  return {
    adminUsername,
    // Azure's agent writes it to /etc/hostname after Ignition did.
    computerName: hostname,
    customData: pulumi.secret(userData.apply(encodeBase64)),
    linuxConfiguration: {
      disablePasswordAuthentication: true,
      ssh: { publicKeys: sshKeys.apply((keys) => keys.map((keyData) => ({ keyData, path }))) },
    },
  };
}
