import * as pulumi from "@pulumi/pulumi";
import { type Known, knownNow, whenSettled } from "../../src/machine/index.js";
import { formatPath } from "../../src/report/index.js";

/** A preview in which outputs of resources are not known yet. */
beforeAll(() =>
  pulumi.runtime.setMocks(
    { newResource: ({ inputs }) => ({ id: undefined, state: inputs }), call: () => ({}) },
    "test",
    "test",
    true,
  ),
);

class Thing extends pulumi.CustomResource {
  declare readonly later: pulumi.Output<string>;
  constructor(name: string) {
    super("test:index:Thing", name, { later: undefined });
  }
}

const paths = ({ promised }: Known<unknown>) => promised.map(formatPath);

/** The value of an output and what is said about it. */
async function settled<T>(output: pulumi.Output<T>) {
  const inside = output as pulumi.Output<T> & {
    promise(withUnknowns: boolean): Promise<T>;
    isKnown: Promise<boolean>;
    isSecret: Promise<boolean>;
  };
  return {
    value: await inside.promise(false),
    known: await inside.isKnown,
    secret: await inside.isSecret,
  };
}

describe("what is known at once", () => {
  it("is every plain value, with the promised ones left out and named", () => {
    const known = knownNow({
      units: [
        { name: "a.service", contents: pulumi.output("text") },
        Promise.resolve({ name: "b.service" }),
        { name: "c.service", enabled: true },
      ],
      hostname: pulumi.secret("host"),
      mode: 0o600,
    });
    expect(known.value).toEqual({
      units: [
        { name: "a.service", contents: undefined },
        undefined,
        { name: "c.service", enabled: true },
      ],
      hostname: undefined,
      mode: 0o600,
    });
    expect(paths(known)).toEqual(["$.units[0].contents", "$.units[1]", "$.hostname"]);
  });
});

describe("what is known later", () => {
  it("is everything, once every promise is kept", async () => {
    const seen: Known<unknown>[] = [];
    const output = whenSettled({ a: pulumi.output(1), b: [Promise.resolve("x")] }, (known) => {
      seen.push(known);
      return known.value;
    });
    expect(await settled(output)).toEqual({
      value: { a: 1, b: ["x"] },
      known: true,
      secret: false,
    });
    expect(seen.map(paths)).toEqual([[]]);
  });

  it("in a preview is still checked when a part stays unknown, and the result is unknown", async () => {
    const seen: Known<unknown>[] = [];
    const args = { name: pulumi.output("app.service"), contents: new Thing("one").later };
    const output = whenSettled(args, (known) => {
      seen.push(known);
      return "rendered";
    });
    expect(await settled(output)).toMatchObject({ value: undefined, known: false });
    expect(seen.map(paths)).toEqual([["$.contents"]]);
    expect(seen[0]?.value).toEqual({ name: "app.service", contents: undefined });
  });

  it("is secret when one leaf is", async () => {
    const output = whenSettled({ a: [{ b: pulumi.secret("s") }], c: 1 }, () => "rendered");
    expect(await settled(output)).toEqual({ value: "rendered", known: true, secret: true });
  });
});
