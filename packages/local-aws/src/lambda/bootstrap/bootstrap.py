"""The process that runs a Python function: speaks the Lambda Runtime API, as AWS's Python runtime does.

It is started with a clean environment; what only Herald needs to say comes in HERALD_SANDBOX and is gone before the
function's code is loaded. Everything of Herald's lies in one package, so that no name of the function's is taken.
"""

import json
import os
import site
import sys

# What Python compiles must not be written beside Herald's own files.
sys.dont_write_bytecode = True

from herald_bootstrap.handler import find_handler
from herald_bootstrap.lifeline import start_lifeline
from herald_bootstrap.log_lines import install_logging
from herald_bootstrap.module_home import arrange_modules
from herald_bootstrap.runner import Runner
from herald_bootstrap.runtime_client import RuntimeClient
from herald_bootstrap.turn_home import turn_home


def main():
    # What every Python has, though this one was started without the machine's own packages.
    site.setquit()
    site.sethelper()
    sandbox = json.loads(os.environ.pop("HERALD_SANDBOX"))
    start_lifeline()
    client = RuntimeClient(os.environ["AWS_LAMBDA_RUNTIME_API"], sandbox["token"])
    logs = install_logging(sandbox["token"])
    turn_home()
    modules = arrange_modules(os.path.dirname(os.path.abspath(__file__)), sandbox)
    runner = Runner(client, logs, modules)
    handler = runner.start(lambda: find_handler(os.environ["_HANDLER"]))
    runner.serve(handler)


# A process that multiprocessing starts loads this file too.
if __name__ == "__main__":
    main()
