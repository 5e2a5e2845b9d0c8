"""Serves keystone or placement, which are applications without a server of their own: serve.py SERVICE PORT."""
import os
import socketserver
import sys
import threading
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

CONFIG = "/run/openstack/config"
service, port = sys.argv[1:]
sys.argv = [service]


class Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 128


class Handler(WSGIRequestHandler):
    def address_string(self):
        return self.client_address[0]


def application():
    if service == "keystone":
        os.environ["OS_KEYSTONE_CONFIG_DIR"] = CONFIG
        from keystone.server.wsgi import initialize_public_application

        return initialize_public_application()
    from placement import wsgi

    # It asks for a folder, and would read one file of it.
    wsgi._get_config_files = lambda: [f"{CONFIG}/common.conf", f"{CONFIG}/placement.conf"]
    return wsgi.init_application()


def one_at_a_time(application):
    """Keystone's first requests, side by side, would find half of its policy and be refused."""
    lock = threading.Lock()

    def answer(environ, start_response):
        with lock:
            return list(application(environ, start_response))

    return answer


make_server("127.0.0.2", int(port), one_at_a_time(application()), Server, Handler).serve_forever()
