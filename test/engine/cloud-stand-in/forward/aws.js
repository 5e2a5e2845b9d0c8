"use strict";

const { AwsApi, all, first } = require("./aws-api.js");

/**
 * @typedef {Record<string, any>} Inputs
 *
 * @typedef {object} Forwarded
 * @property {(api: AwsApi, inputs: Inputs) => Promise<{ id: string, outputs?: Inputs }>} create
 * @property {(api: AwsApi, id: string, inputs: Inputs) => Promise<unknown>} delete
 */

/** @param {Record<string, string>} [tags] */
const tagged = (tags = {}) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** @type {Forwarded} */
const INSTANCE = {
  async create(api, inputs) {
    const { rootBlockDevice: root, metadataOptions: metadata, tags } = inputs;
    const network = { SubnetId: inputs.subnetId, SecurityGroupId: inputs.vpcSecurityGroupIds };
    const { associatePublicIpAddress: publicIp } = inputs;
    const run = await api.ec2("RunInstances", {
      MinCount: 1,
      MaxCount: 1,
      ImageId: inputs.ami,
      InstanceType: inputs.instanceType,
      UserData: inputs.userDataBase64,
      ...(publicIp === undefined
        ? network
        : {
            NetworkInterface: [{ DeviceIndex: 0, AssociatePublicIpAddress: publicIp, ...network }],
          }),
      Placement: { AvailabilityZone: inputs.availabilityZone, GroupName: inputs.placementGroup },
      BlockDeviceMapping: [
        {
          DeviceName: "/dev/xvda",
          Ebs: {
            VolumeSize: root.volumeSize,
            VolumeType: root.volumeType,
            Encrypted: root.encrypted,
            DeleteOnTermination: true,
          },
        },
      ],
      MetadataOptions: {
        HttpEndpoint: metadata.httpEndpoint,
        HttpTokens: metadata.httpTokens,
        HttpPutResponseHopLimit: metadata.httpPutResponseHopLimit,
      },
      IamInstanceProfile: { Name: inputs.iamInstanceProfile },
      DisableApiTermination: inputs.disableApiTermination,
      Monitoring: { Enabled: inputs.monitoring },
      TagSpecification: [{ ResourceType: "instance", Tag: tagged(tags) }],
    });
    const id = first(run, "instanceId");
    const there = await api.ec2("DescribeInstances", { InstanceId: [id] });
    const outputs = {
      privateIp: first(there, "privateIpAddress"),
      publicIp: first(there, "ipAddress"),
      availabilityZone: first(there, "availabilityZone"),
    };
    return { id, outputs };
  },
  delete: (api, id) => api.ec2("TerminateInstances", { InstanceId: [id] }),
};

/** @type {Forwarded} */
const SECURITY_GROUP = {
  async create(api, { name, description, vpcId, tags }) {
    const TagSpecification = [{ ResourceType: "security-group", Tag: tagged(tags) }];
    const VpcId = vpcId ?? first(await api.ec2("DescribeVpcs", {}), "vpcId");
    const made = await api.ec2("CreateSecurityGroup", {
      GroupName: name,
      GroupDescription: description,
      VpcId,
      TagSpecification,
    });
    const id = first(made, "groupId");
    // As the provider does.
    const IpPermissions = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
    await api.ec2("RevokeSecurityGroupEgress", { GroupId: id, IpPermissions });
    return { id, outputs: { vpcId: VpcId } };
  },
  delete: (api, id) => api.ec2("DeleteSecurityGroup", { GroupId: id }),
};

/**
 * @param {"Ingress" | "Egress"} direction
 * @returns {Forwarded}
 */
const rule = (direction) => ({
  async create(api, inputs) {
    const { securityGroupId, ipProtocol, fromPort, toPort, cidrIpv4, cidrIpv6, description } =
      inputs;
    const made = await api.ec2(`AuthorizeSecurityGroup${direction}`, {
      GroupId: securityGroupId,
      IpPermissions: [
        {
          IpProtocol: ipProtocol,
          FromPort: fromPort,
          ToPort: toPort,
          IpRanges: cidrIpv4 && [{ CidrIp: cidrIpv4, Description: description }],
          Ipv6Ranges: cidrIpv6 && [{ CidrIpv6: cidrIpv6, Description: description }],
        },
      ],
    });
    return { id: first(made, "securityGroupRuleId") };
  },
  delete: (api, id, { securityGroupId }) =>
    api.ec2(`RevokeSecurityGroup${direction}`, {
      GroupId: securityGroupId,
      SecurityGroupRuleId: [id],
    }),
});

/** @type {Forwarded} */
const VOLUME = {
  async create(api, { availabilityZone, size, type, encrypted, kmsKeyId, tags }) {
    const made = await api.ec2("CreateVolume", {
      AvailabilityZone: availabilityZone,
      Size: size,
      VolumeType: type,
      Encrypted: encrypted,
      KmsKeyId: kmsKeyId,
      TagSpecification: [{ ResourceType: "volume", Tag: tagged(tags) }],
    });
    return { id: first(made, "volumeId") };
  },
  delete: (api, id) => api.ec2("DeleteVolume", { VolumeId: id }),
};

/** @type {Forwarded} */
const VOLUME_ATTACHMENT = {
  async create(api, { deviceName, instanceId, volumeId }) {
    const place = { Device: deviceName, InstanceId: instanceId, VolumeId: volumeId };
    await api.ec2("AttachVolume", place);
    return { id: `vai-${instanceId}-${volumeId}` };
  },
  async delete(api, _, { deviceName, instanceId, volumeId, stopInstanceBeforeDetaching }) {
    if (stopInstanceBeforeDetaching) await api.ec2("StopInstances", { InstanceId: [instanceId] });
    const place = { Device: deviceName, InstanceId: instanceId, VolumeId: volumeId };
    await api.ec2("DetachVolume", place);
  },
};

/** @type {Forwarded} */
const OBJECT = {
  async create(api, { bucket, key, content }) {
    await api.s3("PUT", `/${bucket}/${key}`, content);
    return { id: `${bucket}/${key}` };
  },
  delete: (api, id) => api.s3("DELETE", `/${id}`),
};

/** @type {Record<string, Forwarded>} */
const RESOURCES = {
  "aws:ec2/instance:Instance": INSTANCE,
  "aws:ec2/securityGroup:SecurityGroup": SECURITY_GROUP,
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": rule("Ingress"),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": rule("Egress"),
  "aws:ebs/volume:Volume": VOLUME,
  "aws:ec2/volumeAttachment:VolumeAttachment": VOLUME_ATTACHMENT,
  "aws:s3/bucketObjectv2:BucketObjectv2": OBJECT,
};

/** @type {Record<string, (api: AwsApi, args: Inputs) => Promise<Inputs>>} */
const LOOK_UPS = {
  async "aws:ec2/getAmi:getAmi"(api, { owners, filters = [] }) {
    const found = await api.ec2("DescribeImages", {
      Owner: owners,
      Filter: filters.map((/** @type {Inputs} */ { name, values }) => ({
        Name: name,
        Value: values,
      })),
    });
    const ids = all(found, "imageId");
    const dates = all(found, "creationDate");
    const [newest] = [...dates].sort().reverse();
    const id = ids[dates.indexOf(newest ?? "")];
    if (id === undefined) throw new Error("Your query returned no results.");
    return { id, imageId: id };
  },
  async "aws:ec2/getSubnet:getSubnet"(api, { id }) {
    const found = await api.ec2("DescribeSubnets", { SubnetId: [id] });
    const availabilityZone = first(found, "availabilityZone");
    return { id, vpcId: first(found, "vpcId"), availabilityZone };
  },
};

/**
 * Does with an emulator of AWS's API what the provider does with AWS, for the types that our component makes.
 *
 * @param {string} url
 */
function forwardAws(url) {
  const api = new AwsApi(url);
  return {
    /**
     * @param {string} type
     * @param {Inputs} inputs
     */
    create: (type, inputs) => RESOURCES[type]?.create(api, inputs),
    /**
     * @param {string} type
     * @param {string} id
     * @param {Inputs} inputs
     */
    delete: (type, id, inputs) => RESOURCES[type]?.delete(api, id, inputs),
    /**
     * @param {string} type
     * @param {Inputs} args
     */
    lookUp: (type, args) => LOOK_UPS[type]?.(api, args),
  };
}

module.exports = forwardAws;
