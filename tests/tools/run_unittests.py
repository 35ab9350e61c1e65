"""Runs the test_*.py of a folder and ends with `N passed, N failed`: run_unittests.py <folder>"""

import sys
import unittest

if __name__ == "__main__":
    folder = sys.argv[1]
    sys.path.insert(0, folder)
    outcome = unittest.TextTestRunner(stream=sys.stdout).run(
        unittest.defaultTestLoader.discover(folder, top_level_dir=folder))
    failed = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
