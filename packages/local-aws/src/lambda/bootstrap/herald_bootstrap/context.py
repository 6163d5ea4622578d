"""The second argument of a handler, with the members of AWS's Python runtime."""

import json
import os
import sys
import time


class CognitoIdentity:
    __slots__ = ("cognito_identity_id", "cognito_identity_pool_id")

    def __init__(self, given=None):
        self.cognito_identity_id = (given or {}).get("cognitoIdentityId")
        self.cognito_identity_pool_id = (given or {}).get("cognitoIdentityPoolId")


class Client:
    __slots__ = ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name")

    def __init__(self, given):
        for name in self.__slots__:
            setattr(self, name, given.get(name))


class ClientContext:
    __slots__ = ("custom", "env", "client")

    def __init__(self, given):
        self.custom = given.get("custom")
        self.env = given.get("env")
        self.client = Client(given["client"]) if isinstance(given.get("client"), dict) else None


class LambdaContext:
    def __init__(self, invocation):
        self.aws_request_id = invocation.id
        self.log_group_name = os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = os.environ.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = os.environ.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = os.environ.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = invocation.arn
        given = json.loads(invocation.client_context) if invocation.client_context else None
        self.client_context = ClientContext(given) if isinstance(given, dict) else None
        self.identity = CognitoIdentity(json.loads(invocation.identity) if invocation.identity else None)
        self._epoch_deadline_time_in_ms = invocation.deadline

    def get_remaining_time_in_millis(self):
        return max(self._epoch_deadline_time_in_ms - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        shown = ("%s=%s" % (name, value) for name, value in vars(self).items() if not name.startswith("_"))
        return "LambdaContext([%s])" % ",".join(shown)
