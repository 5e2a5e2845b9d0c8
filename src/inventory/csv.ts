import { parse } from "csv-parse/sync";
import type { Path } from "../report/index.js";
import { readCell } from "./cell.js";
import { Findings, show } from "./findings.js";
import { type Inventory, unreadable } from "./inventory.js";
import type { InventoryMachine } from "./machine.js";
import { type Column, columnOf, columns } from "./shape.js";
import type { Text } from "./text.js";

/** A cell, and the byte at which it begins. */
interface Cell {
  readonly text: string;
  readonly start: number;
}

type Row = readonly Cell[];

/** A table as it is written: the columns that its first row names, and the rows below. */
interface Table {
  readonly header: Row;
  readonly columns: readonly (Column | undefined)[];
  readonly rows: readonly Row[];
}

/**
 * Reads a table: a row with the names of the columns, then a row for each machine. Commas or
 * semicolons are between cells, lines end as they like, empty ones and those that begin with # are
 * passed over, and a list in a cell has spaces between its items.
 */
export function readCsv(text: Text): Inventory {
  const findings = new Findings();
  const { rows, complete } = cut(text, findings);
  const [header, ...below] = rows;
  if (!header) {
    if (complete) sayNoHeader(findings);
    return unreadable(findings.report);
  }
  const table = { header, columns: readHeader(header, text, findings), rows: below };
  return {
    machines: below.map((cells, index) => readRow(cells, table, index, text, findings)),
    complete,
    unread: findings.unread,
    report: findings.report,
    positionOf(path) {
      const start = startOf(table, path);
      return start === undefined ? undefined : text.positionAt(start);
    },
  };
}

function sayNoHeader({ report }: Findings): void {
  const some = [...columns.keys()].slice(0, 5).join(",");
  const message = "the file has no row with the names of the columns";
  report.error("INVENTORY_EMPTY", [], message, `begin it with a row such as ${some}`);
}

/** The rows that hold something, up to the first that cannot be cut into cells. */
function cut(text: Text, findings: Findings): { rows: readonly Row[]; complete: boolean } {
  const rows: Row[] = [];
  let row: Cell[] = [];
  // The parser tells where a cell ends; the next one begins behind it, or in the next line.
  let end = -1;
  const start = () => (row.length === 0 ? text.rowAfter(end) : end + 1);
  try {
    parse(text.bytes, {
      delimiter: delimiterOf(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
      comment: "#",
      comment_no_infix: true,
      trim: true,
      cast(cell, { bytes }) {
        row.push({ text: cell, start: start() });
        end = bytes;
      },
      on_record() {
        if (row.some((cell) => cell.text !== "")) rows.push(row);
        row = [];
      },
    });
    return { rows, complete: true };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    findings.report.error(
      "INVENTORY_SYNTAX",
      [],
      `${misquoted.get(code) ?? "this cell cannot be read"}; what is below was not read`,
      'put quotes around the whole cell, and write one inside of it twice, as in "the ""old"" one"',
      { position: text.positionAt(start()) },
    );
    return { rows, complete: false };
  }
}

const misquoted: ReadonlyMap<string, string> = new Map([
  ["CSV_QUOTE_NOT_CLOSED", "this cell begins with a quote that is never closed"],
  ["CSV_INVALID_CLOSING_QUOTE", "this cell goes on after its closing quote"],
  ["INVALID_OPENING_QUOTE", "this cell has a quote inside, and none around it"],
]);

/** Spreadsheets put semicolons between cells where the comma is part of numbers. */
function delimiterOf(text: Text): string {
  const header = text.firstRow().replaceAll(/"[^"]*"/g, "");
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

function readHeader(header: Row, text: Text, findings: Findings): (Column | undefined)[] {
  const names = header.map((cell) => cell.text);
  const known = [...columns.keys()];
  header.forEach(({ text: name, start }, index) => {
    const position = text.positionAt(start);
    if (names.indexOf(name) < index && columns.has(name)) {
      const message = `column ${show(name)} is there twice`;
      const hint = "keep one of the two; a list has spaces between its items";
      findings.report.error("INVENTORY_COLUMN_DUPLICATE", [], message, hint, { position });
    } else if (name !== "" && !columns.has(name)) findings.unknown([], name, known, position);
  });
  for (const [name, { field, path }] of columns) {
    if (!("required" in field) || path.length > 1 || names.includes(name)) continue;
    const message = `column ${name} is not there, which says something of every machine`;
    const position = text.positionAt(header[0]?.start ?? 0);
    findings.report.error("INVENTORY_COLUMN_MISSING", [], message, "add it", { position });
  }
  return names.map((name, index) => (names.indexOf(name) < index ? undefined : columns.get(name)));
}

function readRow(
  cells: Row,
  { header, columns: named }: Table,
  index: number,
  text: Text,
  findings: Findings,
): InventoryMachine {
  const machine = {};
  const stray = cells.find((cell, place) => cell.text !== "" && !header[place]?.text);
  if (stray) {
    // Its neighbours may be in wrong columns as well.
    findings.unread.push([index]);
    findings.report.error(
      "INVENTORY_CELL_STRAY",
      [index],
      `${show(stray.text)} is in no column: the row has ${cells.length} cells, and the table ${header.length} columns`,
      "put quotes around a cell that has a comma or a semicolon inside",
      { position: text.positionAt(stray.start) },
    );
    return machine as InventoryMachine;
  }
  const cellOf = (column: Column) => cells[named.indexOf(column)]?.text ?? "";
  for (const column of columns.values()) {
    const path = [index, ...column.path];
    const value = readCell(cellOf(column), column.field, path, findings);
    if (value !== undefined) put(machine, column.path, value);
  }
  for (const column of columns.values()) {
    if (!("required" in column.field) || !isNamed(machine, column.path.slice(0, -1))) continue;
    const path = [index, ...column.path];
    if (column.path.length === 1 && !named.includes(column)) findings.unread.push(path);
    else if (cellOf(column) === "") findings.missing(path);
  }
  return machine as InventoryMachine;
}

/** Puts a value where its column says, making what is above it. */
function put(machine: object, [name = "", ...rest]: readonly string[], value: unknown): void {
  const members = machine as Record<string, unknown>;
  if (rest.length === 0) members[name] = value;
  else {
    members[name] ??= {};
    put(members[name] as object, rest, value);
  }
}

/** Whether a machine says anything of what lies at a path. */
function isNamed(machine: object, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  const member = (machine as Record<string, unknown>)[name];
  return typeof member === "object" && member !== null && isNamed(member, rest);
}

/** Where the cell of a value begins, or else its row. */
function startOf({ columns: named, rows }: Table, [index, ...names]: Path): number | undefined {
  const row = rows[Number(index)];
  const column = columnOf(names);
  return (row?.[column ? named.indexOf(column) : 0] ?? row?.[0])?.start;
}
