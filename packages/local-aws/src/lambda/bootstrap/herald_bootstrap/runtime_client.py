"""Speaks the Lambda Runtime API over one kept connection, with nothing but a socket: http.client takes longer to load."""

import json
import socket

PREFIX = "/2018-06-01/runtime"


class Invocation:
    """What the Runtime API says about an invocation."""

    def __init__(self, headers, body):
        self.id = headers["lambda-runtime-aws-request-id"]
        self.deadline = int(headers["lambda-runtime-deadline-ms"])
        self.arn = headers.get("lambda-runtime-invoked-function-arn", "")
        self.trace = headers.get("lambda-runtime-trace-id")
        self.client_context = headers.get("lambda-runtime-client-context")
        self.identity = headers.get("lambda-runtime-cognito-identity")
        self.body = body


class RuntimeClient:
    """`address` is host and port; `token` tells this process from others on the machine."""

    def __init__(self, address, token):
        host, port = address.split(":")
        self._socket = socket.create_connection((host, int(port)))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._reader = self._socket.makefile("rb")
        self._common = "Host: %s\r\nX-Herald-Sandbox: %s\r\n" % (address, token)

    def next(self):
        status, headers, body = self._call("GET", "/invocation/next")
        if status != 200:
            raise ConnectionError("The runtime API answered %d." % status)
        return Invocation(headers, body)

    def respond(self, request_id, body, content_type):
        self._call("POST", "/invocation/%s/response" % request_id, body, "Content-Type: %s\r\n" % content_type)

    def fail(self, request_id, report):
        self._report("/invocation/%s/error" % request_id, report)

    def fail_init(self, report):
        self._report("/init/error", report)

    def _report(self, path, report):
        kind = "".join(c for c in str(report["errorType"]) if c.isalnum() or c in "._")[:256]
        headers = "Content-Type: application/json\r\nLambda-Runtime-Function-Error-Type: %s\r\n" % kind
        self._call("POST", path, json.dumps(report).encode("utf-8", "replace"), headers)

    def _call(self, method, path, body=b"", headers=""):
        head = "%s %s%s HTTP/1.1\r\n%s%sContent-Length: %d\r\n\r\n" % (
            method, PREFIX, path, self._common, headers, len(body),
        )
        self._socket.sendall(head.encode("latin-1", "replace") + body)
        first = self._reader.readline().split()
        if len(first) < 2:
            raise ConnectionError("The runtime API is gone.")
        received = {}
        for line in iter(self._reader.readline, b"\r\n"):
            if not line:
                raise ConnectionError("The runtime API is gone.")
            name, _, value = line.decode("latin-1").partition(":")
            received[name.lower()] = value.strip()
        return int(first[1]), received, self._reader.read(int(received.get("content-length", 0)))
