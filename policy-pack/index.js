const { createPolicyPack } = require("pulumi-flatcar/policy");

createPolicyPack();
