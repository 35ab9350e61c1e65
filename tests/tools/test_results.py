"""Tests of the counting: what must never be read as a success is a failure."""

import unittest

import results

PASSED = '<OverallResult success="true"/>'
FAILED = ('<Expression success="false" type="CHECK" filename="a.cpp" line="7"><Original>a == b</Original>'
          '<Expanded>1 == 2</Expanded></Expression><OverallResult success="false"/>')


def catch(*cases):
    inner = "".join(f'<TestCase name="t{i}" filename="a.cpp" line="5">{c}</TestCase>'
                    for i, c in enumerate(cases))
    return f'<Catch name="x"><Group name="x">{inner}</Group></Catch>'


class Counting(unittest.TestCase):
    def counts(self, result, passed, failed):
        self.assertEqual((result.passed, result.failed), (passed, failed))

    def test_catch_counts_cases(self):
        self.counts(results.from_catch(catch(PASSED, PASSED), 0), 2, 0)

    def test_catch_names_the_failed_case(self):
        result = results.from_catch(catch(PASSED, FAILED), 1)
        self.counts(result, 1, 1)
        self.assertIn("a.cpp:5: t1", result.why)
        self.assertIn("1 == 2", result.why)

    def test_catch_that_ran_nothing_failed(self):
        self.counts(results.from_catch(catch(), 0), 0, 1)

    def test_catch_that_crashed_failed(self):
        self.counts(results.from_catch(catch(PASSED)[:-9], -11), 0, 1)
        self.counts(results.from_catch("", -11), 0, 1)
        self.counts(results.from_catch("", 0), 0, 1)

    def test_catch_that_crashed_after_its_report_failed(self):
        self.counts(results.from_catch(catch(PASSED), -6), 1, 1)

    def test_catch_case_without_a_result_failed(self):
        self.counts(results.from_catch(catch(PASSED, ""), 3), 1, 1)

    def test_tap_counts(self):
        self.counts(results.from_text("ok 1 - a\n# pass 3\n# fail 0\n# cancelled 0\n", 0), 3, 0)

    def test_tap_cancelled_is_failed_and_skipped_is_neither(self):
        result = results.from_text("# pass 1\n# fail 1\n# cancelled 2\n# skipped 4\n", 1)
        self.counts(result, 1, 3)
        self.assertEqual(result.skipped, 4)

    def test_two_tap_summaries_add_up(self):
        self.counts(results.from_text("# pass 1\n# fail 0\n# pass 2\n# fail 0\n", 0), 3, 0)

    def test_line_counts_and_the_last_one_wins(self):
        self.counts(results.from_text("9 passed, 9 failed\n4 passed, 0 failed\n", 0), 4, 0)

    def test_text_without_a_count_failed(self):
        self.counts(results.from_text("all fine\n", 0), 0, 1)

    def test_exit_code_is_believed_over_the_count(self):
        self.counts(results.from_text("4 passed, 0 failed\n", 1), 4, 1)

    def test_exit(self):
        self.counts(results.from_exit(0), 1, 0)
        self.counts(results.from_exit(-9), 0, 1)


if __name__ == "__main__":
    unittest.main()
