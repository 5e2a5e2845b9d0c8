import { inspect } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { InvalidMachineError } from "../../src/machine/index.js";
import { Report } from "../../src/report/index.js";

class Machine extends pulumi.ComponentResource {
  constructor() {
    super("test:index:Machine", "web");
  }
}

describe("the error of a machine", () => {
  beforeAll(() =>
    pulumi.runtime.setMocks({
      newResource: ({ inputs }) => ({ id: undefined, state: inputs }),
      call: () => ({}),
    }),
  );

  it("has no frame on which Node's inspect never ends, and the others", () => {
    // What Pulumi's source maps call the file in which an apply runs.
    const apply = new Function(
      "f",
      "return f();\n//# sourceURL=/app/node_modules/@pulumi/output.ts",
    );
    const report = new Report();
    report.error("HOSTNAME_INVALID", ["hostname"], "message", "hint");
    const error = apply(() => new InvalidMachineError(new Machine(), "web", report));
    expect(error.stack).not.toContain("@pulumi/output.ts");
    expect(error.stack).toContain("fail.test.ts");
    expect(inspect(error, { colors: true })).toContain('Machine "web" cannot be built: 1 problem');
  });
});
