"""print and the logging module as AWS's Python runtime writes them: tabs between level, time, request id and message; or
one JSON object a line."""

import json
import logging
import os
import sys
import time
import traceback

TEXT = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
# Attributes that every record has; what a caller adds by `extra` is logged as well.
RESERVED = frozenset(vars(logging.makeLogRecord({}))) | {"aws_request_id", "message", "asctime", "taskName"}


class _Filter(logging.Filter):
    request_id = ""

    def filter(self, record):
        record.aws_request_id = self.request_id
        return True


class _JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {
            "timestamp": self.formatTime(record, "%Y-%m-%dT%H:%M:%SZ"),
            "level": record.levelname,
            "message": record.getMessage(),
            "logger": record.name,
        }
        if record.exc_info and record.exc_info[0]:
            kind, error, trace = record.exc_info
            line["stackTrace"] = traceback.format_tb(trace)
            line["errorType"] = kind.__name__
            line["errorMessage"] = str(error)
            if trace:
                last = traceback.extract_tb(trace)[-1]
                line["location"] = "%s:%s:%s" % (last.filename, last.name, last.lineno)
        line["requestId"] = record.aws_request_id or None
        for name, value in vars(record).items():
            if name not in RESERVED and name not in line:
                line[name] = value
        return json.dumps({name: value for name, value in line.items() if value is not None}, default=str)


class Logs:
    def __init__(self, token, is_json, filters):
        self._token = token
        self._is_json = is_json
        self._filter = filters

    def began(self, request_id):
        self._filter.request_id = request_id

    def ended(self, request_id):
        """Tells Herald that everything the invocation wrote has been written, and how much memory was in use."""
        mark = ("\0%s %s %d\n" % (self._token, request_id, _memory())).encode()
        for stream, descriptor in ((sys.stdout, 1), (sys.stderr, 2)):
            try:
                stream.flush()
            except (AttributeError, OSError, ValueError):
                pass
            try:
                os.write(descriptor, mark)
            except OSError:
                pass

    def error(self, report):
        if self._is_json:
            stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
            line = json.dumps(dict({"timestamp": stamp, "log_level": "ERROR"}, **report))
        else:
            trace = [part for entry in report["stackTrace"] for part in entry.splitlines()]
            more = ["Traceback (most recent call last):"] + trace if trace else []
            line = "\n".join(["[ERROR] %s: %s" % (report["errorType"], report["errorMessage"])] + more)
        sys.stdout.write(line + "\n")

    def note(self, text):
        sys.stdout.write(text + "\n")


def install_logging(token):
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True, errors="backslashreplace")
    is_json = os.environ.get("AWS_LAMBDA_LOG_FORMAT") == "JSON"
    filters = _Filter()
    handler = logging.StreamHandler(sys.stdout)
    handler.addFilter(filters)
    logging.Formatter.converter = time.gmtime
    handler.setFormatter(_JsonFormatter() if is_json else logging.Formatter(TEXT, "%Y-%m-%dT%H:%M:%S"))
    root = logging.getLogger()
    root.addHandler(handler)
    if is_json:
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "INFO")
        root.setLevel({"TRACE": "NOTSET", "FATAL": "CRITICAL", "WARN": "WARNING"}.get(level, level))
    return Logs(token, is_json, filters)


def _memory():
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
