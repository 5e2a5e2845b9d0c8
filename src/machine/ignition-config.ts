import * as pulumi from "@pulumi/pulumi";
import { planDelivery } from "../delivery/index.js";
import { renderIgnition, sha512 } from "../ignition/index.js";
import { findPlatform, type PlatformName } from "../platforms/index.js";
import { Report } from "../report/index.js";
import type { ConfigArgs } from "./args.js";
import { prepare } from "./prepare.js";

/** A config for a machine that you make with resources of your own. */
export interface IgnitionConfigArgs extends ConfigArgs {
  /**
   * Where the machine will run, so that the config is held against what the place can do and take as
   * user data: DELIVERY_TOO_LARGE, PLATFORM_KERNEL_ARGUMENTS. Defaults to no place in particular.
   */
  platform?: PlatformName;

  /** Exact Flatcar release that will read the config, as in 4593.2.5. Defaults to any supported one. */
  version?: string;
}

/** A composed and checked Ignition config, for people who bring their own resources. */
export class IgnitionConfig extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:IgnitionConfig";

  /** The config as JSON. Always secret. */
  readonly rendered: pulumi.Output<string>;

  /**
   * What to hand over as user data, before any base64: the config itself, or a small one that holds it
   * compressed where the platform's limit asks for that. Always secret.
   */
  readonly userData: pulumi.Output<string>;

  /** How userData holds the config: inline or compressed. */
  readonly delivery: pulumi.Output<string>;

  /** SHA-512 of rendered, as Ignition writes hashes: sha512- and hexadecimal. Secret when a part of the config is. */
  readonly sha512: pulumi.Output<string>;

  /** Size of rendered in bytes. */
  readonly byteSize: pulumi.Output<number>;

  constructor(name: string, args: IgnitionConfigArgs, opts?: pulumi.ComponentResourceOptions) {
    super(IgnitionConfig.__pulumiType, name, { platform: args.platform }, opts);
    const place = new Report();
    const platform = args.platform && findPlatform(args.platform, ["platform"], place);
    const config = prepare(
      this,
      name,
      args,
      {
        platform,
        version: args.version,
        check: () => place,
        checkConfig: (document) =>
          platform ? planDelivery(document, platform).report : new Report(),
        presets: () => [],
      },
      (prepared) => {
        const rendered = renderIgnition(prepared.config);
        const plan = platform && planDelivery(prepared.config, platform);
        return { rendered, userData: plan?.userData ?? rendered, delivery: plan?.form ?? "inline" };
      },
    );
    this.rendered = pulumi.secret(config.rendered);
    this.userData = pulumi.secret(config.userData);
    this.delivery = pulumi.unsecret(config.delivery);
    this.sha512 = config.rendered.apply(sha512);
    this.byteSize = pulumi.unsecret(config.rendered.apply(Buffer.byteLength));
    this.registerOutputs({
      rendered: this.rendered,
      userData: this.userData,
      delivery: this.delivery,
      sha512: this.sha512,
      byteSize: this.byteSize,
    });
  }
}
