"use strict";

// A Pulumi program of many machines: a rack of the inventory beside it, or (FORM=files) raw file resources that hold
// what a rack wrote into the folder `written`. Leaves its peak of memory in MiB in the file `memory`.

const fs = require("node:fs");
const path = require("node:path");
const pulumi = require("@pulumi/pulumi");
const { BareMetalRack, PxeBootDirectory } = require("pulumi-flatcar/baremetal");
const { FileSet } = require("../../dist/baremetal/file-set.js");
const { asFragment, contents } = require("./contents.js");

const folder = process.cwd();

/** @param {string} name @param {number} files */
function fragment(name, files) {
  return asFragment(contents({ name, files, fileLength: 500, units: 3 }));
}

function rack() {
  const baseUrl = "http://192.0.2.1:8080";
  const boot = new PxeBootDirectory("boot", { directory: "netboot", baseUrl, version: "4593.2.5" });
  new BareMetalRack("rack", {
    directory: boot.directory,
    baseUrl: boot.baseUrl,
    inventoryFile: "machines.csv",
    fragments: [fragment("network", 10), fragment("storage", 10), fragment("monitoring", 10)],
    roleFragments: { worker: fragment("worker", 5) },
  });
}

function files() {
  const written = path.join(folder, "written");
  const read = (/** @type {string} */ file) => fs.readFileSync(path.join(written, file), "utf8");
  for (const name of fs.readdirSync(path.join(written, "manifest")).sort()) {
    const manifest = `manifest/${name}`;
    const paths = [...Object.keys(JSON.parse(read(manifest)).files), manifest];
    const contents = paths.map((file) => [file, { contents: read(file), mode: 0o600 }]);
    new FileSet(
      name.replace(".json", ""),
      { directory: "netboot", files: pulumi.secret(Object.fromEntries(contents)) },
      {},
    );
  }
}

process.on("exit", () => {
  fs.writeFileSync(path.join(folder, "memory"), `${process.resourceUsage().maxRSS / 1024}`);
});
({ rack, files })[process.env.FORM === "files" ? "files" : "rack"]();
