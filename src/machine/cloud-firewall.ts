import * as pulumi from "@pulumi/pulumi";

/** Groups or tags of the user's own, and behind them the one that was made for ingress, where there is one. */
export function besideOwn(
  own: pulumi.Input<pulumi.Input<string>[]> | undefined,
  made: pulumi.Input<string> | undefined,
): pulumi.Input<pulumi.Input<string>[]> | undefined {
  if (made === undefined) return own;
  return pulumi.all([own, made]).apply(([all = [], last]) => [...all, last]);
}
