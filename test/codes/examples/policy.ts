import type { policyCodes } from "../../../src/report/codes/policy.js";
import { type Example, resource } from "../example.js";
import { azureSize, ec2Type, flatcarImage } from "./clouds.js";
import { lines } from "./parts.js";

const ec2 = resource("aws.ec2.Instance");
const azure = resource("azure_native.compute.VirtualMachine");

const instance = (userData: object) => ({ ...ec2Type("m7i.xlarge"), ...userData });
const json = '{"ignition":{"version":"3.4.0"}}';

export const policyExamples = {
  USER_DATA_ENCODING: ec2(instance({ userDataBase64: json }), instance({ userData: json })),
  USER_DATA_BUTANE: ec2(
    instance({ userData: lines("variant: flatcar", "version: 1.1.0", "") }),
    instance({ userData: json }),
  ),
  IMAGE_NOT_PINNED: azure(
    azureSize("Standard_D4s_v5", { ...flatcarImage, version: "latest" }),
    azureSize("Standard_D4s_v5", flatcarImage),
  ),
} satisfies Record<keyof typeof policyCodes, Example>;
