"""Where modules may come from: the package, its layers, then this machine's Python.

AWS's Python runtime brings boto3 along and nothing else. A package that only this machine has works here and fails on
AWS, so the log says its name once.
"""

import os
import sys

# boto3 and what it needs.
ON_AWS = frozenset(["boto3", "botocore", "dateutil", "jmespath", "s3transfer", "six", "urllib3"])


class Modules:
    def __init__(self, machine, warns):
        self._machine = machine
        self._warns = warns
        self._seen = 0
        self._named = set()

    def strangers(self):
        """Packages that came from this machine since the last call and that AWS does not have."""
        if not self._warns or len(sys.modules) == self._seen:
            return []
        self._seen = len(sys.modules)
        found = []
        for name, module in list(sys.modules.items()):
            if "." in name or name in self._named or name in ON_AWS or name.startswith("_"):
                continue
            path = getattr(getattr(module, "__spec__", None), "origin", None)
            if isinstance(path, str) and path.startswith(self._machine):
                self._named.add(name)
                found.append(name)
        return found


def arrange_modules(home, sandbox):
    """`home` is the folder of Herald's bootstrap; nothing of the function may be found in it."""
    root = os.environ["LAMBDA_TASK_ROOT"]
    of_python = [path for path in sys.path if os.path.abspath(path or ".") != home]
    first = [root]
    if sandbox.get("layers"):
        python = os.path.join(sandbox["layers"], "python")
        first += [os.path.join(python, "lib", sandbox["runtime"], "site-packages"), python]
    missing = [path for path in sandbox["sites"] if path not in of_python]
    sys.path[:] = first + of_python + missing
    sys.dont_write_bytecode = sandbox["mounted"]
    machine = tuple(path + os.sep for path in sandbox["sites"] if path.endswith("-packages"))
    return Modules(machine, not sandbox["mounted"])
