import { realpathSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** Files that several programs read, by their place: parsed and bound once. */
const known = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says about the project in a folder; nothing when all is right. */
export function typeCheck(folder: string): string {
  const problems: ts.Diagnostic[] = [];
  const config = ts.getParsedCommandLineOfConfigFile(join(folder, "tsconfig.json"), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => problems.push(problem),
  });
  if (config) {
    // Neither changes what is read from a file.
    const { configFilePath, skipLibCheck, ...options } = config.options;
    const host = ts.createCompilerHost(config.options);
    const read = host.getSourceFile;
    host.getSourceFile = (path, ...how) => {
      const key = JSON.stringify([realpathSync(path), options]);
      if (!known.has(key)) known.set(key, read(path, ...how));
      return known.get(key);
    };
    const program = ts.createProgram(config.fileNames, config.options, host);
    problems.push(...config.errors, ...ts.getPreEmitDiagnostics(program));
  }
  return ts.formatDiagnostics(problems, {
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => folder,
    getNewLine: () => "\n",
  });
}
