"""Plugs every port in at once: with no agents, no driver of neutron's own would."""
from neutron_lib import constants
from neutron_lib.api.definitions import portbindings
from neutron_lib.plugins.ml2 import api


class LabPorts(api.MechanismDriver):
    def initialize(self):
        pass

    def bind_port(self, context):
        kind = portbindings.VIF_TYPE_BRIDGE if context.host == "qemu-host" else portbindings.VIF_TYPE_OVS
        segment = context.segments_to_bind[0]
        details = {portbindings.CAP_PORT_FILTER: False}
        context.set_binding(segment[api.ID], kind, details, status=constants.PORT_STATUS_ACTIVE)
