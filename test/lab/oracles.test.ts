import { applyIgnition, compileButane, validateIgnition } from "./oracles.js";
import { describeWith, oracles, root } from "./support/needs.js";
import { treeOf } from "./support/tree.js";

const config = (storage: object) => JSON.stringify({ ignition: { version: "3.4.0" }, storage });

describeWith([oracles], "the reference programs", () => {
  it("ignition-validate answers for each of many documents, in order", async () => {
    const documents = Array.from({ length: 100 }, (_, index) =>
      config({ files: [{ path: index % 2 ? "relative" : "/absolute" }] }),
    );
    const verdicts = await validateIgnition(documents);
    expect(verdicts.map(({ accepted }) => accepted)).toEqual(
      documents.map((_, index) => index % 2 === 0),
    );
    expect(verdicts[1]?.stdout).toContain("path not absolute");
  });

  it("butane compiles what is right and rejects an unknown key", async () => {
    const [right, wrong] = await compileButane([
      "variant: flatcar\nversion: 1.1.0\n",
      "variant: flatcar\nversion: 1.1.0\nstorrage: {}\n",
    ]);
    expect(right).toMatchObject({ accepted: true, stdout: '{"ignition":{"version":"3.4.0"}}\n' });
    expect(wrong).toMatchObject({ accepted: false, stderr: expect.stringContaining("storrage") });
  });
});

describeWith([oracles, root], "Ignition without a machine", () => {
  it("writes files and units into a folder", async () => {
    const document = JSON.stringify({
      ignition: { version: "3.4.0" },
      storage: {
        files: [
          {
            path: "/opt/app",
            mode: 0o750,
            user: { name: "core" },
            contents: { source: "data:,one" },
          },
        ],
      },
      systemd: { units: [{ name: "app.service", enabled: true, contents: "[Service]\n" }] },
    });
    const [applied] = await applyIgnition([document]);
    if (!applied?.accepted) throw new Error(applied?.stdout);
    const tree = treeOf(applied.report);
    expect(tree.files).toEqual({ "/opt/app": { mode: "0750", owner: "500:0", contents: "one" } });
    expect(tree.units).toEqual({ "app.service": { state: "enabled", contents: "[Service]\n" } });
  });
});
