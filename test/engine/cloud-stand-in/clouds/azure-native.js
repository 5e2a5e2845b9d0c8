"use strict";

// Properties: the types of @pulumi/azure-native 3.28.0. What a virtual machine refuses: the same types, where they say
// that a property is fixed once the machine is there, and errors PropertyChangeNotAllowed of the API as users report
// them, or that it asks for a machine that is deallocated (OS disk: MicrosoftDocs/azure-docs#94452), which no machine is
// here. The provider knows no replacement in Compute (pulumi/pulumi-azure-native#577, #1117): its preview says "update",
// and the update fails. What replaces: names and places, and the provider's own list for networks and storage.

const COMPUTE =
  "/subscriptions/{subscription}/resourceGroups/{resourceGroupName}/providers/Microsoft.Compute";
const CONTAINERS =
  "/subscriptions/{subscription}/resourceGroups/{resourceGroupName}/providers/Microsoft.ContainerService/managedClusters";
const NETWORK =
  "/subscriptions/{subscription}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network";
const STORAGE =
  "/subscriptions/{subscription}/resourceGroups/{resourceGroupName}/providers/Microsoft.Storage/storageAccounts";

const NIC_IN_USE =
  'Status=400 Code="NicInUse" Message="Network Interface {value} is used by existing resource {holder}."';
const DISK_IN_USE =
  'Status=409 Code="OperationNotAllowed" Message="Disk {value} is attached to VM {holder}."';
const ADDRESS_IN_USE =
  'Status=400 Code="PublicIPAddressInUse" Message="Resource {holder} is referencing public IP address {value}."';

const AUTONAME = "{resource}{hex:8}";
const PLACE = "location resourceGroupName";

/** @type {import("../cloud.js").Cloud} */
module.exports = {
  name: "azure-native",
  version: "3.28.0",
  defaults: { subscription: "00000000-0000-0000-0000-000000000000", location: "westeurope" },
  refusal:
    'Status=409 Code="PropertyChangeNotAllowed" Message="Changing property \'{path}\' is not allowed." Target="{path}"',
  resources: {
    "azure-native:resources:ResourceGroup": {
      id: "/subscriptions/{subscription}/resourceGroups/{resourceGroupName}",
      inputs: "location managedBy resourceGroupName tags",
      named: { resourceGroupName: AUTONAME },
      outputs: { location: "{location}", name: "{resourceGroupName}" },
      changes: { replace: PLACE },
    },
    "azure-native:compute:VirtualMachine": {
      id: `${COMPUTE}/virtualMachines/{vmName}`,
      inputs: `additionalCapabilities applicationProfile availabilitySet billingProfile capacityReservation
        diagnosticsProfile evictionPolicy extendedLocation extensionsTimeBudget hardwareProfile host hostGroup identity
        licenseType location networkProfile osProfile placement plan platformFaultDomain priority
        proximityPlacementGroup resourceGroupName! scheduledEventsPolicy scheduledEventsProfile securityProfile
        storageProfile tags userData virtualMachineScaleSet vmName zones`,
      named: { vmName: AUTONAME },
      outputs: {
        location: "{location}",
        name: "{vmName}",
        provisioningState: "Succeeded",
        timeCreated: "2026-01-01T00:00:00Z",
        type: "Microsoft.Compute/virtualMachines",
        vmId: "{hex:8}-{hex:4}-4000-8000-{hex:12}",
      },
      inner: { "storageProfile.imageReference.exactVersion": "4593.2.5" },
      changes: {
        replace: `${PLACE} vmName`,
        refuse: `availabilitySet evictionPolicy networkProfile.networkInterfaces osProfile.adminUsername
          osProfile.computerName osProfile.customData osProfile.linuxConfiguration.disablePasswordAuthentication
          osProfile.linuxConfiguration.ssh placement plan platformFaultDomain priority proximityPlacementGroup
          securityProfile.encryptionAtHost storageProfile.diskControllerType storageProfile.imageReference
          storageProfile.osDisk virtualMachineScaleSet zones`,
      },
      exclusive: {
        "networkProfile.networkInterfaces.*.id": NIC_IN_USE,
        "storageProfile.dataDisks.*.managedDisk.id": DISK_IN_USE,
      },
      holds: {
        "networkProfile.networkInterfaces.*.id": NIC_IN_USE,
        "storageProfile.dataDisks.*.managedDisk.id": DISK_IN_USE,
      },
    },
    "azure-native:compute:VirtualMachineScaleSet": {
      id: `${COMPUTE}/virtualMachineScaleSets/{vmScaleSetName}`,
      inputs: `additionalCapabilities automaticRepairsPolicy constrainedMaximumCapacity
        doNotRunExtensionsOnOverprovisionedVMs extendedLocation hostGroup identity location orchestrationMode
        overprovision plan platformFaultDomainCount priorityMixPolicy proximityPlacementGroup resiliencyPolicy
        resourceGroupName! scaleInPolicy scheduledEventsPolicy singlePlacementGroup sku skuProfile spotRestorePolicy tags
        upgradePolicy virtualMachineProfile vmScaleSetName zonalPlatformFaultDomainAlignMode zoneBalance zones`,
      named: { vmScaleSetName: AUTONAME },
      outputs: { location: "{location}", name: "{vmScaleSetName}", provisioningState: "Succeeded" },
      changes: {
        replace: `${PLACE} vmScaleSetName`,
        refuse: `orchestrationMode plan platformFaultDomainCount virtualMachineProfile.osProfile.adminUsername
          virtualMachineProfile.osProfile.computerNamePrefix virtualMachineProfile.priority`,
      },
    },
    "azure-native:compute:Disk": {
      id: `${COMPUTE}/disks/{diskName}`,
      inputs: `burstingEnabled completionPercent creationData! dataAccessAuthMode diskAccessId diskIOPSReadOnly
        diskIOPSReadWrite diskMBpsReadOnly diskMBpsReadWrite diskName diskSizeGB encryption encryptionSettingsCollection
        extendedLocation hyperVGeneration location maxShares networkAccessPolicy optimizedForFrequentAttach osType
        publicNetworkAccess purchasePlan resourceGroupName! securityProfile sku supportedCapabilities
        supportsHibernation tags tier zones`,
      named: { diskName: AUTONAME },
      outputs: { location: "{location}", name: "{diskName}", provisioningState: "Succeeded" },
      changes: {
        replace: `${PLACE} diskName`,
        refuse: "creationData hyperVGeneration osType zones",
      },
    },
    "azure-native:containerservice:ManagedCluster": {
      id: `${CONTAINERS}/{resourceName}`,
      inputs: `aadProfile addonProfiles agentPoolProfiles apiServerAccessProfile autoScalerProfile autoUpgradeProfile
        disableLocalAccounts diskEncryptionSetID dnsPrefix enableRBAC identity identityProfile kind kubernetesVersion
        linuxProfile location networkProfile nodeResourceGroup oidcIssuerProfile publicNetworkAccess resourceGroupName!
        resourceName securityProfile servicePrincipalProfile sku storageProfile supportPlan tags upgradeSettings
        workloadAutoScalerProfile`,
      named: { resourceName: AUTONAME },
      outputs: {
        fqdn: "{resource}-{hex:8}.hcp.{location}.azmk8s.io",
        location: "{location}",
        name: "{resourceName}",
      },
      changes: { replace: `${PLACE} resourceName dnsPrefix` },
    },
    "azure-native:containerservice:AgentPool": {
      id: `${CONTAINERS}/{resourceName}/agentPools/{agentPoolName}`,
      inputs: `agentPoolName availabilityZones capacityReservationGroupID count creationData enableAutoScaling
        enableEncryptionAtHost enableNodePublicIP kubeletConfig kubeletDiskType linuxOSConfig maxCount maxPods minCount
        mode nodeLabels nodeTaints orchestratorVersion osDiskSizeGB osDiskType osSKU osType powerState
        resourceGroupName! resourceName! scaleDownMode scaleSetEvictionPolicy scaleSetPriority securityProfile
        spotMaxPrice tags type upgradeSettings virtualMachinesProfile vmSize vnetSubnetID workloadRuntime`,
      named: { agentPoolName: "{resource}" },
      outputs: { name: "{agentPoolName}", provisioningState: "Succeeded" },
      changes: {
        replace: `agentPoolName resourceGroupName resourceName osDiskSizeGB osDiskType vmSize vnetSubnetID`,
      },
    },
    "azure-native:network:VirtualNetwork": {
      id: `${NETWORK}/virtualNetworks/{virtualNetworkName}`,
      inputs: `addressSpace bgpCommunities ddosProtectionPlan dhcpOptions enableDdosProtection encryption
        flowTimeoutInMinutes location resourceGroupName! subnets tags virtualNetworkName virtualNetworkPeerings`,
      named: { virtualNetworkName: AUTONAME },
      outputs: { location: "{location}", name: "{virtualNetworkName}" },
      changes: { replace: `${PLACE} virtualNetworkName` },
    },
    "azure-native:network:Subnet": {
      id: `${NETWORK}/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}`,
      inputs: `addressPrefix addressPrefixes defaultOutboundAccess delegations name natGateway networkSecurityGroup
        privateEndpointNetworkPolicies resourceGroupName! routeTable serviceEndpoints subnetName virtualNetworkName!`,
      named: { subnetName: AUTONAME },
      outputs: { name: "{subnetName}" },
      changes: { replace: "resourceGroupName subnetName virtualNetworkName" },
    },
    "azure-native:network:NetworkInterface": {
      id: `${NETWORK}/networkInterfaces/{networkInterfaceName}`,
      inputs: `auxiliaryMode auxiliarySku disableTcpStateTracking dnsSettings enableAcceleratedNetworking
        enableIPForwarding extendedLocation ipConfigurations location networkInterfaceName networkSecurityGroup nicType
        resourceGroupName! tags`,
      named: { networkInterfaceName: AUTONAME },
      outputs: {
        location: "{location}",
        macAddress: "00-0D-3A-00-00-01",
        name: "{networkInterfaceName}",
      },
      inner: { "ipConfigurations.*.privateIPAddress": "10.0.0.{byte}" },
      changes: { replace: `${PLACE} networkInterfaceName`, refuse: "ipConfigurations.0.subnet" },
      exclusive: { "ipConfigurations.*.publicIPAddress.id": ADDRESS_IN_USE },
      holds: {
        "ipConfigurations.*.publicIPAddress.id": ADDRESS_IN_USE,
        "networkSecurityGroup.id":
          'Status=400 Code="InUseNetworkSecurityGroupCannotBeDeleted" Message="{value} is in use by {holder}."',
      },
    },
    "azure-native:network:PublicIPAddress": {
      id: `${NETWORK}/publicIPAddresses/{publicIpAddressName}`,
      inputs: `ddosSettings deleteOption dnsSettings idleTimeoutInMinutes ipAddress ipTags location
        publicIPAddressVersion publicIPAllocationMethod publicIPPrefix publicIpAddressName resourceGroupName! sku tags
        zones`,
      named: { publicIpAddressName: AUTONAME },
      outputs: {
        ipAddress: "192.0.2.{byte}",
        location: "{location}",
        name: "{publicIpAddressName}",
      },
      changes: {
        replace: `${PLACE} publicIPAddressVersion publicIPPrefix publicIpAddressName sku zones`,
      },
    },
    "azure-native:network:NetworkSecurityGroup": {
      id: `${NETWORK}/networkSecurityGroups/{networkSecurityGroupName}`,
      inputs:
        "flushConnection location networkSecurityGroupName resourceGroupName! securityRules tags",
      named: { networkSecurityGroupName: AUTONAME },
      outputs: { location: "{location}", name: "{networkSecurityGroupName}" },
      changes: { replace: `${PLACE} networkSecurityGroupName` },
    },
    "azure-native:network:SecurityRule": {
      id: `${NETWORK}/networkSecurityGroups/{networkSecurityGroupName}/securityRules/{securityRuleName}`,
      inputs: `access! description destinationAddressPrefix destinationAddressPrefixes
        destinationApplicationSecurityGroups destinationPortRange destinationPortRanges direction! name
        networkSecurityGroupName! priority! protocol! resourceGroupName! securityRuleName sourceAddressPrefix
        sourceAddressPrefixes sourceApplicationSecurityGroups sourcePortRange sourcePortRanges`,
      named: { securityRuleName: AUTONAME },
      outputs: { name: "{securityRuleName}" },
      changes: { replace: "networkSecurityGroupName resourceGroupName securityRuleName" },
    },
    "azure-native:storage:StorageAccount": {
      id: `${STORAGE}/{accountName}`,
      inputs: `accessTier accountName allowBlobPublicAccess allowCrossTenantReplication allowSharedKeyAccess
        defaultToOAuthAuthentication enableHttpsTrafficOnly encryption identity isHnsEnabled kind! location
        minimumTlsVersion networkRuleSet publicNetworkAccess resourceGroupName! sku! tags`,
      named: { accountName: AUTONAME },
      outputs: {
        location: "{location}",
        name: "{accountName}",
        primaryEndpoints: { blob: "https://{accountName}.blob.core.windows.net/" },
      },
      changes: { replace: `${PLACE} accountName isHnsEnabled` },
    },
    "azure-native:storage:BlobContainer": {
      id: `${STORAGE}/{accountName}/blobServices/default/containers/{containerName}`,
      inputs: `accountName! containerName defaultEncryptionScope denyEncryptionScopeOverride
        immutableStorageWithVersioning metadata publicAccess resourceGroupName!`,
      named: { containerName: AUTONAME },
      outputs: { name: "{containerName}" },
      changes: { replace: "accountName containerName resourceGroupName" },
    },
    "azure-native:storage:Blob": {
      id: `${STORAGE}/{accountName}/blobServices/default/containers/{containerName}/blobs/{blobName}`,
      inputs: `accessTier accountName! blobName containerName! contentMd5 contentType metadata resourceGroupName! source
        type`,
      named: { blobName: "{resource}" },
      outputs: {
        name: "{blobName}",
        url: "https://{accountName}.blob.core.windows.net/{containerName}/{blobName}",
      },
      changes: {
        replace: "accountName blobName containerName contentMd5 resourceGroupName source type",
      },
    },
    "azure-native:managedidentity:UserAssignedIdentity": {
      id: "/subscriptions/{subscription}/resourceGroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}",
      inputs: "location resourceGroupName! resourceName tags",
      named: { resourceName: AUTONAME },
      outputs: {
        clientId: "{hex:8}-{hex:4}-4000-8000-{hex:12}",
        location: "{location}",
        name: "{resourceName}",
        principalId: "{hex:8}-{hex:4}-4000-8000-{hex:12}",
      },
      changes: { replace: `${PLACE} resourceName` },
    },
    "azure-native:authorization:ManagementLockByScope": {
      id: "{scope}/providers/Microsoft.Authorization/locks/{lockName}",
      inputs: "level! lockName notes owners scope!",
      named: { lockName: AUTONAME },
      outputs: { name: "{lockName}" },
      changes: { replace: "lockName scope" },
      holds: {
        scope:
          'Status=409 Code="ScopeLocked" Message="{value} cannot be deleted: {holder} is there."',
      },
    },
    "azure-native:authorization:RoleAssignment": {
      id: "{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
      inputs: `condition conditionVersion delegatedManagedIdentityResourceId description principalId! principalType
        roleAssignmentName roleDefinitionId! scope!`,
      named: { roleAssignmentName: "{hex:8}-{hex:4}-4000-8000-{hex:12}" },
      outputs: { name: "{roleAssignmentName}" },
      changes: { replace: "principalId principalType roleAssignmentName roleDefinitionId scope" },
    },
  },
};
