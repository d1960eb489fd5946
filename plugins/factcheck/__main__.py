"""
``python -m factcheck``.
"""

from factcheck.doors.terminal import main

main(prog_name="factcheck")
