"""The tables of tidy: who may include whom, and the limits on size. Change a rule here and nowhere else."""

# Our own folders below server/ (and bots): what the files of a folder may include.
# `adapters`, `bots` and `steps` stand for every folder in them; one of those never includes a sibling.
RULES = {"domain", "steps", "session"}
INNER = RULES | {"rhythm", "directory", "walls", "memory", "imports", "ports", "protocol", "app"}
SIGNING_IN = {"openid", "totp"}
MAY_INCLUDE = {
    "domain": {"domain"},
    "steps": {"domain", "steps"},
    "session": RULES,
    "rhythm": {"domain", "rhythm"},
    "directory": {"domain", "directory"},
    "walls": {"domain", "walls"},
    "memory": {"domain", "memory"},
    "imports": {"domain", "directory", "imports"},
    "protocol": RULES | {"protocol"},
    "ports": RULES | {"rhythm", "directory", "walls", "memory", "ports"},
    "openid": {"domain", "ports", "protocol", "openid"},
    "totp": {"domain", "ports", "totp"},
    "app": INNER | SIGNING_IN,  # protocol: server/decisions/0002
    "adapters": INNER | {"adapters"},
    "bots": INNER | {"bots"},
    "net": INNER | {"net"},
    "api": INNER | SIGNING_IN | {"net", "api"},  # the shapes of requests and answers
    "cli": INNER | SIGNING_IN | {"net", "api", "bots", "adapters", "cli"},
    "main": INNER | SIGNING_IN | {"net", "api", "bots", "adapters", "cli"},
}
SIBLINGS = {"steps", "adapters", "bots"}  # their subfolders do not include each other
LISTS_ALL_STEPS = {"all.hpp", "all.cpp"}  # the one list of kinds, in steps/

# Third party: the start of the include, where it may stand, and whether in a .cpp only.
# A folder covers the folders below it.
EDGES = {"net", "api", "bots", "adapters", "cli", "main"}
THIRD_PARTY = [
    # include starts with       folders                                     .cpp only
    ("nlohmann/json_fwd.hpp", EDGES | {"protocol", "app"}, False),
    ("nlohmann/", EDGES | {"protocol", "openid"}, True),
    ("boost/describe", {"protocol"}, False),
    ("boost/mp11", {"protocol"}, False),
    ("boost/pfr", {"protocol"}, False),
    ("utf8proc", {"protocol"}, True),
    ("boost/beast", {"net"}, True),
    ("boost/asio/awaitable.hpp", EDGES | {"ports", "openid", "app"}, False),
    ("boost/asio", EDGES | {"app"}, False),
    ("boost/system", EDGES | {"app"}, False),
    ("SQLiteCpp/", {"adapters/sqlite"}, False),
    ("sqlite3", {"adapters/sqlite"}, False),
    ("sodium", {"adapters/sodium", "adapters/system", "adapters/files", "adapters/sqlite"}, True),
    ("libical/", {"adapters/ical"}, True),
    ("date/", {"adapters/date_tz"}, True),
    ("curl/", {"adapters/curl"}, False),
    ("cjose/", {"adapters/cjose"}, True),
    ("openssl/", {"adapters/openssl"}, True),
    ("spdlog/", EDGES | {"app"}, True),
    ("prometheus/", {"net", "api", "cli", "main"}, False),
    ("qrcodegen", {"net", "api"}, True),
    ("valijson/", {"adapters/files", "cli"}, True),
    ("CLI/", {"cli", "main"}, True),
    ("toml++/", {"cli"}, True),
]
SYSTEM_HEADERS = EDGES  # <unistd.h>, <sys/…>: what is not the C++ standard library

BEAST_FILES = 5
FILE_LINES = 400
FUNCTION_LINES = 70
CPP_COLUMNS = 100
