// A Pulumi OpenStack provider made of the same two parts as the published one: the Terraform OpenStack provider and
// Pulumi's Terraform bridge. It carries only the tokens that pulumi-flatcar and its lab use.
package main

import (
	"strings"

	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	shimv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
	"github.com/terraform-provider-openstack/terraform-provider-openstack/openstack"
)

// The SDK asks the engine for exactly this version; the build sets it to the SDK's own.
var version = "0.0.0"

// Pulumi's names of the resources, where the SDK has them.
var resources = map[string]string{
	"openstack_blockstorage_volume_v3":         "blockstorage.Volume",
	"openstack_compute_instance_v2":            "compute.Instance",
	"openstack_compute_keypair_v2":             "compute.Keypair",
	"openstack_compute_servergroup_v2":         "compute.ServerGroup",
	"openstack_compute_volume_attach_v2":       "compute.VolumeAttach",
	"openstack_images_image_v2":                "images.Image",
	"openstack_networking_floatingip_v2":       "networking.FloatingIp",
	"openstack_networking_network_v2":          "networking.Network",
	"openstack_networking_port_v2":             "networking.Port",
	"openstack_networking_router_interface_v2": "networking.RouterInterface",
	"openstack_networking_router_v2":           "networking.Router",
	"openstack_networking_secgroup_rule_v2":    "networking.SecGroupRule",
	"openstack_networking_secgroup_v2":         "networking.SecGroup",
	"openstack_networking_subnet_v2":           "networking.Subnet",
}

// The same for look-ups.
var dataSources = map[string]string{
	"openstack_compute_flavor_v2":      "compute.getFlavor",
	"openstack_compute_instance_v2":    "compute.getInstanceV2",
	"openstack_images_image_v2":        "images.getImage",
	"openstack_networking_network_v2":  "networking.getNetwork",
	"openstack_networking_port_v2":     "networking.getPort",
	"openstack_networking_secgroup_v2": "networking.getSecGroup",
	"openstack_networking_subnet_v2":   "networking.getSubnet",
}

func main() {
	info := tfbridge.ProviderInfo{
		P:           shimv2.NewProvider(openstack.Provider()),
		Name:        "openstack",
		Version:     version,
		Resources:   map[string]*tfbridge.ResourceInfo{},
		DataSources: map[string]*tfbridge.DataSourceInfo{},
	}
	for name, token := range resources {
		module, member, _ := strings.Cut(token, ".")
		info.Resources[name] = &tfbridge.ResourceInfo{Tok: tfbridge.MakeResource("openstack", module, member)}
	}
	for name, token := range dataSources {
		module, member, _ := strings.Cut(token, ".")
		info.DataSources[name] = &tfbridge.DataSourceInfo{Tok: tfbridge.MakeDataSource("openstack", module, member)}
	}
	info.SetAutonaming(255, "-")
	tfbridge.Main("openstack", version, info, []byte(`{"name":"openstack"}`))
}
