import {
  type BootEntry,
  bootFiles,
  defaultConsoles,
  renderDnsmasq,
  renderDnsmasqHost,
  renderGrub,
  renderGrubEntry,
  renderInstalled,
  renderIpxe,
  renderIpxeEntry,
  renderManifest,
  renderMatchbox,
} from "../../src/pxe/index.js";

const entry: BootEntry = {
  machine: "node-a",
  architecture: "x64",
  releaseUrl: "http://stable.release.flatcar-linux.net/amd64-usr/current",
  ignitionUrl: "http://192.168.1.10:8080/ignition/node-a.ign",
  firstBoot: true,
  persistentRoot: true,
  consoles: defaultConsoles.x64,
  kernelArguments: ["mitigations=auto,nosmt"],
};

describe("the iPXE script of a machine", () => {
  it("loads kernel and initrd with Flatcar's kernel line", () => {
    expect(renderIpxe(entry).contents).toBe(
      [
        "#!ipxe",
        "# node-a (x64)",
        "kernel http://stable.release.flatcar-linux.net/amd64-usr/current/flatcar_production_pxe.vmlinuz " +
          "initrd=flatcar_production_pxe_image.cpio.gz flatcar.first_boot=1 " +
          "ignition.config.url=http://192.168.1.10:8080/ignition/node-a.ign root=LABEL=ROOT " +
          "console=ttyS0,115200n8 console=tty0 mitigations=auto,nosmt",
        "initrd http://stable.release.flatcar-linux.net/amd64-usr/current/flatcar_production_pxe_image.cpio.gz",
        "boot",
        "",
      ].join("\n"),
    );
  });

  it("leaves the root filesystem in memory, and Ignition out, when asked", () => {
    const script = renderIpxe({ ...entry, firstBoot: false, persistentRoot: false }).contents;
    expect(script).not.toContain("root=");
    expect(script).not.toContain("first_boot");
  });

  it("uses the arm64 serial port on arm64", () => {
    const script = renderIpxe({
      ...entry,
      architecture: "arm64",
      consoles: defaultConsoles.arm64,
    }).contents;
    expect(script).toContain("console=ttyAMA0,115200n8 console=tty0");
  });
});

describe("the entry scripts", () => {
  it("lead iPXE to the script of the card, by the spelling it expands", () => {
    expect(renderIpxeEntry().contents).toContain("chain ipxe/${mac:hexhyp}.ipxe");
    expect(bootFiles.ipxe("52:54:00:aa:00:01")).toBe("ipxe/52-54-00-aa-00-01.ipxe");
  });

  it("lead GRUB to the config of the card, by the spelling it expands", () => {
    expect(renderGrubEntry().contents).toContain(
      "configfile $config_directory/$net_default_mac.cfg",
    );
    expect(bootFiles.grub("52:54:00:aa:00:01")).toBe("grub/52:54:00:aa:00:01.cfg");
  });
});

describe("the GRUB config of a machine", () => {
  it("names the release in GRUB's way and quotes what its shell would read", () => {
    const config = renderGrub({ ...entry, kernelArguments: ["a=b;c", "it's"] })?.contents;
    expect(config).toContain(
      "  linux (http,stable.release.flatcar-linux.net)/amd64-usr/current/flatcar_production_pxe.vmlinuz initrd=",
    );
    expect(config).toContain(
      "  initrd (http,stable.release.flatcar-linux.net)/amd64-usr/current/flatcar_production_pxe_image.cpio.gz",
    );
    expect(config).toContain("'a=b;c' 'it'\\''s'");
  });

  it("is not made for https, which GRUB does not have", () => {
    expect(
      renderGrub({ ...entry, releaseUrl: "https://mirror.example.com/amd64-usr/current" }),
    ).toBeUndefined();
  });
});

describe("the dnsmasq fragment", () => {
  const { contents } = renderDnsmasq("http://192.168.1.10:8080");

  it.each([
    ["BIOS", 0, "undionly.kpxe"],
    ["32-bit UEFI", 6, "ipxe-i386.efi"],
    ["UEFI", 7, "ipxe.efi"],
    ["UEFI that calls itself 9", 9, "ipxe.efi"],
    ["arm64 UEFI", 11, "ipxe-arm64.efi"],
  ])("picks the loader for %s (client architecture %i)", (_, number, loader) => {
    const tag = new RegExp(`dhcp-match=set:(\\w+),option:client-arch,${number}$`, "m").exec(
      contents,
    )?.[1];
    expect(contents).toContain(`dhcp-boot=tag:!ipxe,tag:${tag},${loader}\n`);
  });

  it("leads iPXE itself to the entry script", () => {
    expect(contents).toContain("dhcp-boot=tag:ipxe,http://192.168.1.10:8080/boot.ipxe\n");
  });

  it("gives one machine one name and address, whichever card asks", () => {
    expect(
      renderDnsmasqHost(["52:54:00:aa:00:01", "52:54:00:aa:00:02"], "node-a", "10.0.0.5").contents,
    ).toBe("dhcp-host=52:54:00:aa:00:01,52:54:00:aa:00:02,10.0.0.5,node-a\n");
  });
});

describe("the manifest", () => {
  it("holds size, mode and SHA-512 of every file, in order", () => {
    const { contents } = renderManifest({
      "b.ign": { contents: "é", mode: 0o600 },
      "a.ipxe": { contents: "", mode: 0o644 },
    });
    const { files } = JSON.parse(contents);
    expect(Object.keys(files)).toEqual(["a.ipxe", "b.ign"]);
    expect(files["b.ign"]).toMatchObject({ bytes: 2, mode: "0600" });
    // sha512sum of an empty file
    expect(files["a.ipxe"].sha512).toMatch(/^cf83e1357eefb8bdf1542850d66d8007/);
  });
});

describe("what Matchbox keeps of a machine", () => {
  const files = renderMatchbox(
    { ...entry, ignitionUrl: "http://192.168.1.10:8080/ignition?uuid=${uuid}&mac=${mac:hexhyp}" },
    ["52:54:00:aa:00:01", "52:54:00:aa:00:02"],
    '{"ignition":{"version":"3.4.0"}}',
  );
  const parsed = (path: string) => JSON.parse(files[path]?.contents ?? "");

  it("is a config, a profile and a group for every card, in Matchbox's own folders", () => {
    expect(Object.keys(files).sort()).toEqual([
      "groups/node-a-52-54-00-aa-00-01.json",
      "groups/node-a-52-54-00-aa-00-02.json",
      "ignition/node-a.ign",
      "profiles/node-a.json",
    ]);
    expect(parsed("groups/node-a-52-54-00-aa-00-02.json")).toEqual({
      id: "node-a-52-54-00-aa-00-02",
      name: "node-a",
      profile: "node-a",
      selector: { mac: "52:54:00:aa:00:02" },
    });
  });

  it("loads the release with the same kernel line, and the config by what iPXE knows of the machine", () => {
    const { ignition_id, boot } = parsed("profiles/node-a.json");
    expect(ignition_id).toBe("node-a.ign");
    expect(boot.kernel).toBe(`${entry.releaseUrl}/flatcar_production_pxe.vmlinuz`);
    expect(boot.initrd).toEqual([`${entry.releaseUrl}/flatcar_production_pxe_image.cpio.gz`]);
    expect(boot.args).toEqual(
      expect.arrayContaining([
        "initrd=flatcar_production_pxe_image.cpio.gz",
        "flatcar.first_boot=1",
        "ignition.config.url=http://192.168.1.10:8080/ignition?uuid=${uuid}&mac=${mac:hexhyp}",
      ]),
    );
  });
});

describe("a machine that is installed on a disk", () => {
  const toDisk = { baseUrl: "http://192.168.1.10:8080" };

  it("looks for its mark before it boots the installer", () => {
    const lines = renderIpxe({ ...entry, toDisk }).contents.split("\n");
    expect(lines.slice(2, 9)).toEqual([
      "chain http://192.168.1.10:8080/installed/node-a.ipxe ||",
      "isset ${installed} || goto install",
      "iseq ${platform} pcbios && sanboot --no-describe --drive 0x80 ||",
      "iseq ${platform} efi && chain file://EFI-SYSTEM/EFI/boot/grubx64.efi ||",
      "iseq ${platform} efi && chain file://EFI-SYSTEM/EFI/boot/bootx64.efi ||",
      "exit 1",
      ":install",
    ]);
    expect(lines[9]).toMatch(/^kernel /);
    const grub = renderGrub({ ...entry, toDisk })?.contents.split("\n") ?? [];
    const mark = "(http,192.168.1.10:8080)/installed/node-a.cfg";
    expect(grub[0]).toBe(`if [ -s "${mark}" ]; then source "${mark}"; fi`);
    expect(grub.slice(2, 4)).toEqual([
      "  search --no-floppy --set=root --label EFI-SYSTEM",
      "  chainloader /EFI/boot/bootx64.efi",
    ]);
  });

  it("is sent to its disk by the mark, which is one file for each loader", () => {
    const files = renderInstalled("node-a", 2);
    const title = "# node-a is installed, generation 2: it boots from its disk.\n";
    expect(files["installed/node-a.ipxe"]?.contents).toBe(`#!ipxe\n${title}set installed true\n`);
    expect(files["installed/node-a.cfg"]?.contents).toBe(`${title}set installed=true\n`);
  });

  it("goes to its disk without asking where it is not to be installed any more", () => {
    expect(renderIpxe({ ...entry, toDisk: {} }).contents.split("\n")[2]).toBe("set installed true");
    expect(renderGrub({ ...entry, toDisk: {} })?.contents).toMatch(/^set installed=true\n/);
  });

  it("of a base URL with https has no mark for GRUB, which could not read it", () => {
    const secure = { baseUrl: "https://boot.example.com" };
    expect(renderGrub({ ...entry, toDisk: secure })?.contents).toMatch(/^set timeout/);
  });
});
