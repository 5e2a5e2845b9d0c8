import { requirePeer } from "../machine/index.js";

requirePeer("azure", "@pulumi/azure-native", "^3.2.0");
