import * as pulumi from "@pulumi/pulumi";
import { raise, warn } from "../machine/index.js";
import { BareMetalInstance } from "./instance.js";
import type { BareMetalRackArgs } from "./rack-args.js";
import { planRack } from "./rack-check.js";
import { rowsOf } from "./rack-rows.js";
import { rackDrawing, rackTable } from "./rack-table.js";
import { speakFor } from "./recipe.js";
import { recordOf } from "./registry.js";

const machinesOf = new WeakMap<object, ReadonlyMap<string, BareMetalInstance>>();

/** Many machines that boot over the network, from one list or file. */
export class BareMetalRack extends pulumi.ComponentResource {
  static readonly __pulumiType = "flatcar:index:BareMetalRack";

  /** All machines as a text, a line for each. */
  readonly table: pulumi.Output<string>;

  /** The racks as somebody in front of them sees them. */
  readonly drawing: pulumi.Output<string>;

  /** Names of the machines, in the order of the list. */
  readonly machineNames: pulumi.Output<string[]>;

  constructor(name: string, args: BareMetalRackArgs, opts?: pulumi.ComponentResourceOptions) {
    super(BareMetalRack.__pulumiType, name, {}, opts);
    const plan = planRack(name, args, rowsOf(args), recordOf(args));
    raise(this, name, plan.report);
    warn(this, name, plan.report);
    const rows = plan.machines.map((planned) => {
      speakFor(planned.args, planned.report);
      const machine = new BareMetalInstance(planned.name, planned.args, { parent: this });
      return { row: planned.row, machine };
    });
    const list = rows.map(({ row }) => row);
    machinesOf.set(this, new Map(rows.map(({ row, machine }) => [row.name, machine])));
    this.table = rackTable(rows);
    this.drawing = pulumi.output(rackDrawing(list));
    this.machineNames = pulumi.output(list.map((row) => row.name));
    this.registerOutputs({
      table: this.table,
      drawing: this.drawing,
      machineNames: this.machineNames,
    });
  }

  /** The machines by their names in the inventory. */
  get machines(): ReadonlyMap<string, BareMetalInstance> {
    return machinesOf.get(this) ?? new Map();
  }
}
