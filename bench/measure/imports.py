"""An import of people over HTTP, as a browser does it: checked, begun, and followed to its end."""
import threading
import time

from processes import ask

PATH = "/api/v1/imports"


def file_of(people):
    """Names, addresses, languages: about a hundred bytes a line."""
    lines = ["naam;e-mail;organisatie;taal;trainer"]
    lines += [f"Voornaam Achternaam-Langenaam {i};voornaam.achternaam-langenaam.{i}"
              f"@organisatie.example.org;;nl;nee" for i in range(people)]
    return "\n".join(lines).encode()


class people_import:
    """Runs beside what the `with` holds; waits for its end, and does not hide how it ended."""

    def __init__(self, port, cookie, people):
        self.port, self.cookie, self.people = port, cookie, people
        self.file = file_of(people)
        self.failure = None
        self.thread = threading.Thread(target=self.run)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.thread.join()

    def ended(self):
        return not self.thread.is_alive()

    def run(self):
        try:
            self.import_all()
        except Exception as failure:
            self.failure = failure

    def import_all(self):
        began = time.monotonic()
        report = ask(self.port, "POST", f"{PATH}/people/check", self.cookie, self.file)
        self.checked_s = time.monotonic() - began
        job = ask(self.port, "POST", f"{PATH}/people?fingerprint={report['fingerprint']}",
                  self.cookie, self.file)
        self.job = {"state": "running"}
        while self.job["state"] == "running":
            time.sleep(0.2)
            self.job = ask(self.port, "GET", f"{PATH}/{job['id']}", self.cookie)
        self.took_s = time.monotonic() - began

    def figures(self):
        self.thread.join()
        if self.failure:
            raise self.failure
        if self.job["state"] != "done" or self.job["written"] != self.people:
            raise RuntimeError(f"the import ended as {self.job['state']}")
        return {"import_s": self.took_s, "check_s": self.checked_s,
                "file_mib": len(self.file) / 2**20}
