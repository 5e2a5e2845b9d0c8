import * as pulumi from "@pulumi/pulumi";
import { checkPlainSecrets, compose, type Fragment, type Source } from "../compose/index.js";
import { checkPlatform } from "../delivery/index.js";
import { checkHostname, hostname, targetOf } from "../flatcar/index.js";
import type { IgnitionDocument } from "../ignition/index.js";
import type { Platform } from "../platforms/index.js";
import { type Issue, type Path, Report } from "../report/index.js";
import type { ConfigArgs } from "./args.js";
import { raise, warn } from "./fail.js";
import { type Known, knownNow, whenSettled } from "./inputs.js";
import { localFiles } from "./local-files.js";
import { withhold } from "./withhold.js";

/** What one place adds to the way from args to a config. */
export interface Recipe<A> {
  /** The place; a config that is made for no place in particular has none. */
  readonly platform?: Platform;
  /** Exact Flatcar release, where one is chosen. */
  readonly version?: string;
  /** What only this place checks. */
  check(args: A): Report;
  /** What only this place checks in the finished config, by paths of the config; what is missing, by the path of an arg. */
  checkConfig?(config: IgnitionDocument, args: A): Report;
  /** Config of the place's own, under everything the user wrote. */
  presets(args: A): readonly Source[];
  /** Whether files replace what is at their path; see `ComposeOptions`. */
  overwriteFiles?(args: A): boolean;
  /** What a parent has found in the args and said already, so that nothing of it is said again. */
  readonly said?: Report;
}

/** A fragment that follows from the arg at `path`. */
export function preset(fragment: Fragment, ...path: Path): Source {
  return { fragment, path, implied: true };
}

/** Args that proved right, and the config they make. */
export interface Prepared<A> {
  readonly args: A;
  readonly config: IgnitionDocument;
}

/**
 * From args to a checked config, the way of every machine.
 *
 * Raises at once what is wrong with the values known now, before any child of `resource` exists; and
 * what is wrong with the others when they arrive, through the Output it returns.
 */
export function prepare<A extends ConfigArgs, R>(
  resource: pulumi.Resource,
  name: string,
  args: A,
  recipe: Recipe<pulumi.Unwrap<A>>,
  make: (prepared: Prepared<pulumi.Unwrap<A>>) => R,
): pulumi.Output<R> {
  const now = knownNow(args);
  const first = examine(now, recipe);
  if (!recipe.said) {
    raise(resource, name, withhold(first.report, now.promised));
    // What is known at once is not secret, so a key in it lies open in program and state.
    warn(resource, name, first.plainSecrets());
  }
  const conclude = (known: Known<pulumi.Unwrap<A>>, { report, config }: Examined) => {
    const certain = withhold(report, known.promised);
    raise(resource, name, certain);
    warn(resource, name, recipe.said ? unsaid(certain, recipe.said) : certain);
    return make({ args: known.value, config });
  };
  if (now.promised.length > 0) {
    return whenSettled(args, (known) => conclude(known, examine(known, recipe)));
  }
  // All is said. Of a thousand machines, what the results came from would stay in memory together.
  const made = conclude(now, first);
  return pulumi.output(undefined).apply(() => made);
}

/** What `prepare` would say at once of some args, for a parent that speaks for all its machines. */
export function inspect<A extends ConfigArgs>(args: A, recipe: Recipe<pulumi.Unwrap<A>>): Report {
  const now = knownNow(args);
  const { report, plainSecrets } = examine(now, recipe);
  return withhold(report, now.promised).add(plainSecrets());
}

function unsaid(report: Report, said: Report): Report {
  const key = ({ code, path, message }: Issue) => JSON.stringify([code, path, message]);
  const known = new Set(said.issues.map(key));
  return new Report().add(report, (issue) => (known.has(key(issue)) ? undefined : issue));
}

function examine<A>({ value }: Known<A>, recipe: Recipe<A>): Examined {
  const args = value as A & pulumi.Unwrap<ConfigArgs>;
  const { target, report } = targetOf({ version: recipe.version, spec: args.spec }, []);
  const sources = [...recipe.presets(args), ...shared(args), { fragment: args, path: [] }];
  const composed = compose(sources, {
    ...target,
    release: recipe.version,
    onConflict: args.onConflict,
    files: args.filesDir === undefined ? undefined : localFiles(args.filesDir),
    overwriteFiles: recipe.overwriteFiles?.(args),
  });
  const { config, originOf } = composed;
  // What is missing was written nowhere.
  const written = (issue: Issue) => (issue.missing ? issue : { ...issue, ...originOf(issue.path) });
  report
    .add(recipe.check(args))
    .add(checkHostname(args.hostname, ["hostname"]))
    .add(composed.report);
  if (recipe.platform) report.add(checkPlatform(config, recipe.platform), written);
  if (recipe.checkConfig) report.add(recipe.checkConfig(config, args), written);
  return {
    report,
    config,
    plainSecrets: () => new Report().add(checkPlainSecrets(config), written),
  };
}

interface Examined {
  readonly report: Report;
  readonly config: IgnitionDocument;
  plainSecrets(): Report;
}

/** What hostname and keys mean, on every platform. */
function shared({ hostname: name, sshAuthorizedKeys }: pulumi.Unwrap<ConfigArgs>): Source[] {
  const presets: Source[] = [];
  if (name !== undefined) presets.push(preset(hostname(name), "hostname"));
  if (sshAuthorizedKeys !== undefined) {
    presets.push(preset({ users: [{ name: "core", sshAuthorizedKeys }] }, "sshAuthorizedKeys"));
  }
  return presets;
}
