const { createPolicyPack } = require("pulumi-flatcar/policy");
const exemptions = [{ urn: "*::azure-web", reason: "moves to new machines", until: "2099-12-31" }];
createPolicyPack({ name: "our-machines", settings: { minVcpus: 8, exemptions } });
