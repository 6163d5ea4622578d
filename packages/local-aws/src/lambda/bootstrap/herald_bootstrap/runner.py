"""Runs one invocation after another, and reports errors as AWS's Python runtime does."""

import decimal
import json
import math
import os
import sys
import traceback

from .context import LambdaContext
from .handler import Fault

OWN = os.path.dirname(os.path.abspath(__file__))


class Runner:
    def __init__(self, client, logs, modules):
        self._client = client
        self._logs = logs
        self._modules = modules
        self._encode = _encoder(os.environ.get("AWS_EXECUTION_ENV", "")).encode

    def start(self, load):
        """Loads the function; a failure is reported and ends the process."""
        try:
            handler = load()
        except Exception as error:
            report = _report_of(error, "")
            self._logs.error(report)
            self._logs.ended("init")
            self._client.fail_init(report)
            sys.exit(1)
        self._name_strangers()
        return handler

    def serve(self, handler):
        while True:
            invocation = self._client.next()
            self._logs.began(invocation.id)
            if invocation.trace:
                os.environ["_X_AMZN_TRACE_ID"] = invocation.trace
            else:
                os.environ.pop("_X_AMZN_TRACE_ID", None)
            try:
                answer, kind = self._marshal(handler(_event_of(invocation), LambdaContext(invocation)))
            except Exception as error:
                report = _report_of(error, invocation.id)
                self._logs.error(report)
                self._end(invocation)
                self._client.fail(invocation.id, report)
            else:
                self._end(invocation)
                self._client.respond(invocation.id, answer, kind)

    def _end(self, invocation):
        self._name_strangers()
        self._logs.ended(invocation.id)

    def _name_strangers(self):
        for name in self._modules.strangers():
            self._logs.note(
                "Herald: %s comes from this machine's Python. AWS does not have it: package it, or put it into a layer." % name
            )

    def _marshal(self, result):
        if isinstance(result, bytes):
            return result, "application/unknown"
        try:
            return self._encode(result).encode("utf-8"), "application/json"
        except Exception as error:
            raise Fault("Runtime.MarshalError", "Unable to marshal response: %s" % error) from None


def _event_of(invocation):
    try:
        return json.loads(invocation.body)
    except Exception as error:
        raise Fault("Runtime.UnmarshalError", "Unable to unmarshal input: %s" % error) from None


def _encoder(environment):
    minor = environment.rpartition(".")[2]
    return _Encoder(ensure_ascii=not minor.isdigit() or int(minor) < 12)


class _Encoder(json.JSONEncoder):
    """Decimals become numbers, as on AWS; characters stay as they are from python3.12 on."""

    def default(self, value):
        if not isinstance(value, decimal.Decimal):
            return super().default(value)
        if value.is_nan():
            return math.nan
        return int(value) if value == value.to_integral_value() and "E" not in str(value).upper() else float(value)


def _report_of(error, request_id):
    if isinstance(error, Fault):
        return _report(str(error), error.kind, error.trace, request_id)
    frames = traceback.extract_tb(error.__traceback__)
    while frames and (frames[0].filename.startswith((OWN, "<frozen importlib")) or _is_import(frames[0].filename)):
        frames.pop(0)
    shown = traceback.format_list([(frame.filename, frame.lineno, frame.name, frame.line) for frame in frames])
    return _report(str(error), type(error).__name__, shown, request_id)


def _is_import(filename):
    return os.path.basename(os.path.dirname(filename)) == "importlib" or filename == sys.modules["__main__"].__file__


def _report(message, kind, trace, request_id):
    return {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": trace}
