import * as pulumi from "@pulumi/pulumi";

/** Answers by provider, or by program where there is none. */
const answers = new WeakMap<object, Map<string, pulumi.Output<unknown>>>();

/** Asks a cloud by the provider that a child of this type would have. */
export type LookUp = <T>(
  key: string,
  ask: (options: pulumi.InvokeOptions) => pulumi.Output<T>,
) => pulumi.Output<T>;

/** Look-ups of which each is asked once: a hundred machines that start from one image ask for it once. */
export function lookUpsOf(machine: pulumi.Resource, type: string): LookUp {
  const provider = machine.getProvider(type);
  const place = provider ?? pulumi.runtime.getMonitor() ?? answers;
  const known = answers.get(place) ?? new Map<string, pulumi.Output<unknown>>();
  answers.set(place, known);
  return <T>(key: string, ask: (options: pulumi.InvokeOptions) => pulumi.Output<T>) => {
    // Without a provider, several clouds of one program share the place.
    const question = `${type} ${key}`;
    const answer = known.get(question) ?? ask({ provider });
    known.set(question, answer);
    return answer as pulumi.Output<T>;
  };
}
