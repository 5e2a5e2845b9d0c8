import { requirePeer } from "../machine/index.js";

requirePeer("openstack", "@pulumi/openstack", "^3.15.2");
