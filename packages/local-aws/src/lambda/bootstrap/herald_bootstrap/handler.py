"""Finds `module.function` or `folder/module.function`, and says what is wrong in the sentences of AWS's Python runtime."""

import importlib
import sys


class Fault(Exception):
    """An error that the runtime reports in its own name."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = kind
        self.trace = list(trace)


def find_handler(name):
    """Raises Fault, or whatever the module raises while it loads. A missing function fails each invocation, as on AWS."""
    module_name, dot, function_name = name.rpartition(".")
    if not dot:
        reason = "not enough values to unpack (expected 2, got 1)"
        raise Fault("Runtime.MalformedHandlerName", "Bad handler '%s': %s" % (name, reason))
    if module_name.split(".")[0] in sys.builtin_module_names:
        raise Fault("Runtime.BuiltInModuleConflict", "Cannot use built-in module %s as a handler module" % module_name)
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise Fault("Runtime.ImportModuleError", "Unable to import module '%s': %s" % (module_name, error)) from None
    except SyntaxError as error:
        trace = ['  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text)]
        message = "Syntax error in module '%s': %s" % (module_name, error)
        raise Fault("Runtime.UserCodeSyntaxError", message, trace) from None
    if not hasattr(module, function_name):
        return _missing("Handler '%s' missing on module '%s'" % (function_name, module_name))
    return getattr(module, function_name)


def _missing(message):
    def handler(_event, _context):
        raise Fault("Runtime.HandlerNotFound", message)

    return handler
