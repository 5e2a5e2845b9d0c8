import { requirePeer } from "../machine/index.js";

requirePeer("aws", "@pulumi/aws", "^7.2.0");
