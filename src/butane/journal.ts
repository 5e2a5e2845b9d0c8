import {
  type IssueCode,
  type Path,
  type Position,
  Report,
  type Severity,
} from "../report/index.js";
import { Positions } from "./positions.js";
import { offsetAt, type YamlNode } from "./yaml-tree.js";

/** Collects what is wrong with one document; every issue gets its place in the text. */
export class Journal {
  readonly report = new Report();
  /** The parsed document, once there is one. */
  root: YamlNode | undefined;
  private readonly positions: Positions;

  constructor(text: string, source?: string) {
    this.positions = new Positions(text, source);
  }

  /** Where the YAML path, or the deepest part of it that exists, stands in the text. */
  positionOf(path: Path): Position {
    return this.positionAt(this.root ? offsetAt(this.root, path) : 0);
  }

  positionAt(offset: number): Position {
    return this.positions.at(offset);
  }

  error(code: IssueCode, path: Path, message: string, hint: string, offset?: number): void {
    this.add("error", code, path, message, hint, offset);
  }

  warning(code: IssueCode, path: Path, message: string, hint: string, offset?: number): void {
    this.add("warning", code, path, message, hint, offset);
  }

  private add(
    severity: Severity,
    code: IssueCode,
    path: Path,
    message: string,
    hint: string,
    offset?: number,
  ): void {
    const position = offset === undefined ? this.positionOf(path) : this.positionAt(offset);
    this.report[severity](code, path, message, hint, { position });
  }
}

/** A name for a message: quoted, without control characters, and cut when it is very long. */
export function quote(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 77)}...` : name);
}
