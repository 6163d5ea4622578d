"""Herald's part of a Python function's process. It uses the standard library only."""
