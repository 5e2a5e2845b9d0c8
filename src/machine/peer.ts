import * as pulumi from "@pulumi/pulumi";

/** Says which package a door of this one needs, when it is not installed. */
export function requirePeer(door: string, name: string, range: string): void {
  try {
    require.resolve(`${name}/package.json`);
  } catch {
    throw new pulumi.RunError(
      `pulumi-flatcar/${door} needs the package ${name}, which is not installed: run npm install ${name}@${range}`,
    );
  }
}
