"use strict";

const { lookUps } = require("./aws-look-ups.js");

// Properties: the types of @pulumi/aws 7.48.0. Changes: terraform-provider-aws, `ForceNew` in the schemas of these
// resources, which the documentation of 7.48 agrees with where it speaks.

const ACCOUNT = "123456789012";
const EC2 = `arn:aws:ec2:{region}:${ACCOUNT}`;

const NAMED = { name: "{resource}-{hex:7}" };

const INSTANCE_INPUTS = `ami associatePublicIpAddress availabilityZone capacityReservationSpecification cpuOptions
  creditSpecification disableApiStop disableApiTermination ebsBlockDevices ebsOptimized enablePrimaryIpv6 enclaveOptions
  ephemeralBlockDevices forceDestroy getPasswordData hibernation hostId hostResourceGroupArn iamInstanceProfile
  instanceInitiatedShutdownBehavior instanceType ipv6AddressCount ipv6Addresses keyName launchTemplate
  maintenanceOptions metadataOptions monitoring networkInterfaces placementGroup placementGroupId
  placementPartitionNumber privateDnsNameOptions privateIp region rootBlockDevice secondaryNetworkInterfaces
  secondaryPrivateIps securityGroups sourceDestCheck subnetId tags tenancy userData userDataBase64
  userDataReplaceOnChange volumeTags vpcSecurityGroupIds`;

const INSTANCE_OUTPUTS = {
  arn: `${EC2}:instance/{id}`,
  availabilityZone: "{region}a",
  instanceState: "running",
  primaryNetworkInterfaceId: "eni-{hex:17}",
  privateDns: "ip-10-0-0-{byte}.ec2.internal",
  privateIp: "10.0.0.{byte}",
  publicDns: "ec2-192-0-2-{byte}.compute-1.amazonaws.com",
  publicIp: "192.0.2.{byte}",
};

const INSTANCE_CHANGES = {
  replace: `ami associatePublicIpAddress availabilityZone cpuOptions ebsBlockDevices ebsOptimized enclaveOptions
    ephemeralBlockDevices hibernation hostId instanceMarketOptions ipv6AddressCount ipv6Addresses keyName
    launchTemplate.id launchTemplate.name networkInterfaces placementGroup placementPartitionNumber
    primaryNetworkInterface privateDnsNameOptions privateIp region rootBlockDevice.encrypted rootBlockDevice.kmsKeyId
    securityGroups subnetId tenancy`,
  update: "ebsBlockDevices.*.tags",
  "replace if userDataReplaceOnChange": "userData userDataBase64",
};

const INTERFACE_IN_USE =
  "operation error EC2: RunInstances, api error InvalidNetworkInterface.InUse: Interface: [{value}] in use.";

const RULE_INPUTS = `cidrIpv4 cidrIpv6 description fromPort ipProtocol! prefixListId referencedSecurityGroupId region
  securityGroupId! tags toPort`;

/** @type {import("../cloud.js").Kind} */
const SECURITY_GROUP_RULE = {
  id: "sgr-{hex:17}",
  inputs: RULE_INPUTS,
  outputs: { arn: `${EC2}:security-group-rule/{id}`, securityGroupRuleId: "{id}" },
  changes: { replace: "region securityGroupId" },
};

/** @type {import("../cloud.js").Cloud} */
module.exports = {
  name: "aws",
  version: "7.48.0",
  defaults: { region: "us-east-1" },
  lookUps,
  resources: {
    "aws:ec2/instance:Instance": {
      id: "i-{hex:17}",
      inputs: `${INSTANCE_INPUTS} instanceMarketOptions primaryNetworkInterface`,
      outputs: INSTANCE_OUTPUTS,
      changes: INSTANCE_CHANGES,
      exclusive: { "primaryNetworkInterface.networkInterfaceId": INTERFACE_IN_USE },
    },
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": {
      id: "sir-{hex:8}",
      inputs: `${INSTANCE_INPUTS} instanceInterruptionBehavior launchGroup spotPrice spotType validFrom validUntil
        waitForFulfillment`,
      outputs: {
        ...INSTANCE_OUTPUTS,
        spotBidStatus: "fulfilled",
        spotInstanceId: "i-{hex:17}",
        spotRequestState: "active",
      },
      // Nothing but tags and the switches that are the provider's own can be changed on a request.
      changes: {
        replace: "*",
        update: "forceDestroy tags userDataReplaceOnChange volumeTags waitForFulfillment",
      },
    },
    "aws:ec2/launchTemplate:LaunchTemplate": {
      id: "lt-{hex:17}",
      inputs: `blockDeviceMappings capacityReservationSpecification cpuOptions creditSpecification defaultVersion
        description disableApiStop disableApiTermination ebsOptimized enclaveOptions hibernationOptions
        iamInstanceProfile imageId instanceInitiatedShutdownBehavior instanceMarketOptions instanceRequirements
        instanceType kernelId keyName licenseSpecifications maintenanceOptions metadataOptions monitoring name
        namePrefix networkInterfaces networkPerformanceOptions placement privateDnsNameOptions ramDiskId region
        securityGroupNames tagSpecifications tags updateDefaultVersion userData vpcSecurityGroupIds`,
      named: NAMED,
      outputs: {
        arn: `${EC2}:launch-template/{id}`,
        defaultVersion: 1,
        latestVersion: "{version}",
      },
      changes: { replace: "name namePrefix region" },
    },
    "aws:ec2/spotFleetRequest:SpotFleetRequest": {
      id: "sfr-{hex:8}",
      inputs: `allocationStrategy context excessCapacityTerminationPolicy fleetType iamFleetRole!
        instanceInterruptionBehaviour instancePoolsToUseCount launchSpecifications launchTemplateConfigs loadBalancers
        onDemandAllocationStrategy onDemandMaxTotalPrice onDemandTargetCapacity region replaceUnhealthyInstances
        spotMaintenanceStrategies spotPrice tags targetCapacity! targetCapacityUnitType targetGroupArns
        terminateInstancesOnDelete terminateInstancesWithExpiration validFrom validUntil waitForFulfillment`,
      outputs: { spotRequestState: "active" },
      changes: {
        replace: `allocationStrategy fleetType iamFleetRole instanceInterruptionBehaviour instancePoolsToUseCount
          launchSpecifications launchTemplateConfigs region replaceUnhealthyInstances spotPrice validFrom validUntil`,
      },
    },
    "aws:ec2/fleet:Fleet": {
      id: "fleet-{hex:8}",
      inputs: `context excessCapacityTerminationPolicy fleetInstanceSets fleetState launchTemplateConfigs!
        onDemandOptions region replaceUnhealthyInstances spotOptions tags targetCapacitySpecification!
        terminateInstances terminateInstancesWithExpiration type validFrom validUntil`,
      outputs: { arn: `${EC2}:fleet/{id}` },
      changes: {
        replace: `onDemandOptions region replaceUnhealthyInstances spotOptions terminateInstancesWithExpiration type
          validFrom validUntil`,
      },
    },
    "aws:autoscaling/group:Group": {
      id: "{name}",
      inputs: `availabilityZones capacityRebalance context defaultCooldown defaultInstanceWarmup desiredCapacity
        desiredCapacityType enabledMetrics forceDelete healthCheckGracePeriod healthCheckType initialLifecycleHooks
        instanceMaintenancePolicy instanceRefresh launchConfiguration launchTemplate loadBalancers maxInstanceLifetime
        maxSize! metricsGranularity minElbCapacity minSize! mixedInstancesPolicy name namePrefix placementGroup
        protectFromScaleIn region serviceLinkedRoleArn suspendedProcesses tags targetGroupArns terminationPolicies
        trafficSources vpcZoneIdentifiers waitForCapacityTimeout waitForElbCapacity warmPool`,
      named: NAMED,
      outputs: {
        arn: `arn:aws:autoscaling:{region}:${ACCOUNT}:autoScalingGroup:{hex:8}:autoScalingGroupName/{name}`,
      },
      changes: { replace: "initialLifecycleHooks name namePrefix region" },
    },
    "aws:eks/nodeGroup:NodeGroup": {
      id: "{clusterName}:{nodeGroupName}",
      inputs: `amiType capacityType clusterName! diskSize forceUpdateVersion instanceTypes labels launchTemplate
        nodeGroupName nodeGroupNamePrefix nodeRepairConfig nodeRoleArn! region releaseVersion remoteAccess scalingConfig!
        subnetIds! tags taints updateConfig version`,
      named: { nodeGroupName: "{resource}-{hex:7}" },
      outputs: {
        arn: `arn:aws:eks:{region}:${ACCOUNT}:nodegroup/{clusterName}/{nodeGroupName}/{hex:8}`,
        status: "ACTIVE",
      },
      changes: {
        replace: `amiType capacityType clusterName diskSize instanceTypes launchTemplate.id launchTemplate.name
          nodeGroupName nodeGroupNamePrefix nodeRoleArn region remoteAccess subnetIds`,
      },
    },
    "aws:ec2/vpc:Vpc": {
      id: "vpc-{hex:17}",
      inputs: `assignGeneratedIpv6CidrBlock cidrBlock enableDnsHostnames enableDnsSupport instanceTenancy
        ipv4IpamPoolId ipv4NetmaskLength ipv6CidrBlock region tags`,
      outputs: {
        arn: `${EC2}:vpc/{id}`,
        defaultSecurityGroupId: "sg-{hex:17}",
        mainRouteTableId: "rtb-{hex:17}",
      },
      changes: { replace: "cidrBlock ipv4IpamPoolId ipv4NetmaskLength region" },
    },
    "aws:ec2/subnet:Subnet": {
      id: "subnet-{hex:17}",
      inputs: `assignIpv6AddressOnCreation availabilityZone availabilityZoneId cidrBlock enableDns64 ipv6CidrBlock
        ipv6Native mapPublicIpOnLaunch outpostArn region tags vpcId!`,
      outputs: { arn: `${EC2}:subnet/{id}`, availabilityZone: "{region}a" },
      changes: {
        replace: "availabilityZone availabilityZoneId cidrBlock ipv6Native outpostArn region vpcId",
      },
    },
    "aws:ec2/securityGroup:SecurityGroup": {
      id: "sg-{hex:17}",
      inputs: "description egress ingress name namePrefix region revokeRulesOnDelete tags vpcId",
      named: NAMED,
      outputs: {
        arn: `${EC2}:security-group/{id}`,
        description: "Managed by Pulumi",
        vpcId: "vpc-{hex:17}",
      },
      changes: { replace: "description name namePrefix region vpcId" },
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": SECURITY_GROUP_RULE,
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": SECURITY_GROUP_RULE,
    "aws:ec2/networkInterface:NetworkInterface": {
      id: "eni-{hex:17}",
      inputs: `attachments description interfaceType ipv6AddressCount ipv6Addresses privateIp privateIps privateIpsCount
        region securityGroups sourceDestCheck subnetId! tags`,
      outputs: {
        arn: `${EC2}:network-interface/{id}`,
        macAddress: "02:00:00:00:00:01",
        privateIp: "10.0.0.{byte}",
      },
      changes: { replace: "interfaceType region subnetId" },
    },
    "aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment": {
      id: "eni-attach-{hex:17}",
      inputs: "deviceIndex! instanceId! networkCardIndex networkInterfaceId! region",
      outputs: { attachmentId: "{id}", status: "attached" },
      changes: { replace: "*" },
      exclusive: {
        networkInterfaceId:
          "operation error EC2: AttachNetworkInterface, api error InvalidNetworkInterface.InUse: Interface: [{value}] in use.",
      },
    },
    "aws:ec2/eip:Eip": {
      id: "eipalloc-{hex:17}",
      inputs: `address associateWithPrivateIp domain instance networkBorderGroup networkInterface publicIpv4Pool region
        tags`,
      outputs: { allocationId: "{id}", arn: `${EC2}:elastic-ip/{id}`, publicIp: "192.0.2.{byte}" },
      changes: { replace: "address domain networkBorderGroup publicIpv4Pool region" },
    },
    "aws:ec2/eipAssociation:EipAssociation": {
      id: "eipassoc-{hex:17}",
      inputs:
        "allocationId allowReassociation instanceId networkInterfaceId privateIpAddress publicIp region",
      changes: { replace: "*" },
    },
    "aws:ec2/keyPair:KeyPair": {
      id: "{keyName}",
      inputs: "keyName keyNamePrefix publicKey! region tags",
      named: { keyName: "{resource}-{hex:7}" },
      outputs: { arn: `${EC2}:key-pair/{keyName}`, keyPairId: "key-{hex:17}" },
      changes: { replace: "keyName keyNamePrefix publicKey region" },
    },
    "aws:ebs/volume:Volume": {
      id: "vol-{hex:17}",
      inputs: `availabilityZone! encrypted finalSnapshot iops kmsKeyId multiAttachEnabled outpostArn region size
        snapshotId tags throughput type volumeInitializationRate`,
      outputs: { arn: `${EC2}:volume/{id}` },
      changes: {
        replace:
          "availabilityZone encrypted kmsKeyId multiAttachEnabled outpostArn region snapshotId",
      },
    },
    "aws:ec2/volumeAttachment:VolumeAttachment": {
      id: "vai-{digits:10}",
      inputs:
        "deviceName! forceDetach instanceId! region skipDestroy stopInstanceBeforeDetaching volumeId!",
      changes: { replace: "deviceName instanceId region volumeId" },
      exclusive: {
        volumeId:
          "operation error EC2: AttachVolume, api error VolumeInUse: {value} is already attached to an instance",
      },
    },
    "aws:s3/bucket:Bucket": {
      id: "{bucket}",
      inputs: `acl bucket bucketPrefix corsRules forceDestroy lifecycleRules logging objectLockEnabled policy region
        serverSideEncryptionConfiguration tags versioning website`,
      named: { bucket: "{resource}-{hex:7}" },
      outputs: {
        arn: "arn:aws:s3:::{bucket}",
        bucketDomainName: "{bucket}.s3.amazonaws.com",
        bucketRegionalDomainName: "{bucket}.s3.{region}.amazonaws.com",
      },
      changes: { replace: "bucket bucketPrefix objectLockEnabled region" },
    },
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
      id: "{bucket}",
      inputs:
        "blockPublicAcls blockPublicPolicy bucket! ignorePublicAcls region restrictPublicBuckets skipDestroy",
      changes: { replace: "bucket region" },
    },
    "aws:s3/bucketObjectv2:BucketObjectv2": {
      id: "{bucket}/{key}",
      inputs: `acl bucket! bucketKeyEnabled cacheControl content contentBase64 contentDisposition contentEncoding
        contentLanguage contentType etag forceDestroy key kmsKeyId metadata region serverSideEncryption source
        sourceHash storageClass tags`,
      named: { key: "{resource}" },
      outputs: { arn: "arn:aws:s3:::{bucket}/{key}", etag: "{hex:32}", versionId: "{hex:32}" },
      changes: { replace: "bucket key region" },
    },
    "aws:iam/role:Role": {
      id: "{name}",
      inputs: `assumeRolePolicy! description forceDetachPolicies inlinePolicies managedPolicyArns maxSessionDuration name
        namePrefix path permissionsBoundary tags`,
      named: NAMED,
      outputs: { arn: `arn:aws:iam::${ACCOUNT}:role/{name}` },
      changes: { replace: "name namePrefix path" },
    },
    "aws:iam/rolePolicy:RolePolicy": {
      id: "{role}:{name}",
      inputs: "name namePrefix policy! role!",
      named: NAMED,
      changes: { replace: "name namePrefix role" },
    },
    "aws:iam/instanceProfile:InstanceProfile": {
      id: "{name}",
      inputs: "name namePrefix path role tags",
      named: NAMED,
      outputs: { arn: `arn:aws:iam::${ACCOUNT}:instance-profile/{name}` },
      changes: { replace: "name namePrefix path" },
    },
  },
};
