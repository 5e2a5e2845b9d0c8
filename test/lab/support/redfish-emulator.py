"""Runs on its own inside the sandbox: redfish-emulator.py ROOT CONFIG

Machines of the libvirt that this process holds itself (ROOT/etc/qemu.conf, ROOT/domains/*.xml), behind a Redfish
service. There is no daemon: with this process all of it ends.
"""

import pathlib
import sys
import threading

import libvirt

root, config = sys.argv[1:]
uri = f"qemu:///embed?root={root}"


def handle_events():
    while True:
        libvirt.virEventRunDefaultImpl()


libvirt.virEventRegisterDefaultImpl()
threading.Thread(target=handle_events, daemon=True).start()
connection = libvirt.open(uri)
for domain in pathlib.Path(root, "domains").glob("*.xml"):
    connection.defineXML(domain.read_text())


class Shared:
    """The emulator connects for each request; a process can hold this kind of libvirt only a few times."""

    def __getattr__(self, name):
        return getattr(connection, name)

    def close(self):
        pass


libvirt.open = libvirt.openReadOnly = lambda _: Shared()

from sushy_tools.emulator import main  # noqa: E402

main.app.config["SUSHY_EMULATOR_LIBVIRT_URI"] = uri
sys.argv = [sys.argv[0], "--config", config]
main.main()
