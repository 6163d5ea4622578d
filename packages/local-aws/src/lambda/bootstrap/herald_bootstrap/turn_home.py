"""Nothing reaches AWS by accident.

botocore reads AWS_ENDPOINT_URL since 1.31; what does not, and what names a host of AWS itself, does not get its address.
"""

import re
import socket
import sys

OF_AWS = re.compile(r"(^|\.)(amazonaws\.com(\.cn)?|amazonaws\.(eu|com\.eu)|api\.aws|aws\.dev)\.?$", re.IGNORECASE)
METADATA = frozenset(["169.254.169.254", "169.254.170.2", "169.254.170.23", "fd00:ec2::254"])


def turn_home():
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
        setattr(socket, name, _without_aws(getattr(socket, name)))
    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, _without_metadata(getattr(socket.socket, name)))


def _without_aws(look_up):
    def look_up_elsewhere(host, *rest, **named):
        text = host.decode("ascii", "replace") if isinstance(host, (bytes, bytearray)) else host
        if isinstance(text, str) and OF_AWS.search(text):
            # botocore shows the address it could not reach, and not why.
            sys.stderr.write("Herald: a local function does not reach AWS (%s); AWS_ENDPOINT_URL leads to Herald\n" % text)
            raise socket.gaierror(socket.EAI_NONAME, "%s: a local function does not reach AWS" % text)
        return look_up(host, *rest, **named)

    return look_up_elsewhere


def _without_metadata(connect):
    def connect_elsewhere(self, address):
        if isinstance(address, tuple) and address and address[0] in METADATA:
            raise ConnectionRefusedError(111, "There is no instance metadata for a local function")
        return connect(self, address)

    return connect_elsewhere
