import { requirePeer } from "../machine/index.js";

requirePeer("gcp", "@pulumi/gcp", "^9.0.0");
