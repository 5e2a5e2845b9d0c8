import * as pulumi from "@pulumi/pulumi";
import { lookUpsOf } from "../machine/index.js";

/** What a look-up found; the provider answers only when exactly one thing fits, and fails otherwise. */
export type Found<T> = T | "none" | "several";

/** Asks once, as `lookUpsOf` does; what is missing or ambiguous is an answer, and no failure. */
export function lookUp<A extends object, R>(
  machine: pulumi.Resource,
  ask: (args: A, options: pulumi.InvokeOptions) => Promise<R>,
  args: A,
): pulumi.Output<Found<R>> {
  const once = lookUpsOf(machine, "openstack:compute/instance:Instance");
  return once(`${ask.name} ${JSON.stringify(args)}`, (options) =>
    // An apply keeps the type of what is promised, where pulumi.output would unwrap it.
    pulumi.output(0).apply(() => orCount(ask(args, options))),
  );
}

/** The words of the provider, which are the same from 1.54 to 3.4. */
export async function orCount<R>(answer: Promise<R>): Promise<Found<R>> {
  return answer.catch((error: unknown) => {
    const text = String(error);
    if (/returned more than one /.test(text)) return "several";
    if (/returned no |No Flavor found/.test(text)) return "none";
    throw error;
  });
}
