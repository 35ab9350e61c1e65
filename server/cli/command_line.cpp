#include "cli/command_line.hpp"

#include "adapters/sqlite/open_failure.hpp"
#include "cli/audit_command.hpp"
#include "cli/backup_command.hpp"
#include "cli/content_command.hpp"
#include "cli/logging.hpp"
#include "cli/program.hpp"
#include "cli/rebuild_command.hpp"
#include "cli/settings.hpp"
#include "cli/version.hpp"
#include "protocol/schema.hpp"
#include "protocol/typescript.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace viab::cli {
namespace {

constexpr int usage_error = 2;
constexpr int try_later = 75;
constexpr int configuration_error = 78;

struct surroundings {
  char const* const* environment;
  std::ostream& out;
};

// The settings that a subcommand takes as flags, and the file it may read them from.
struct setting_flags {
  settings::flags given;
  std::string file;

  settings read(surroundings const& in) const {
    auto const path = file.empty() ? std::nullopt : std::optional<std::filesystem::path>(file);
    return settings::read(given, viab_environment(in.environment), path);
  }
};

std::string flag_of(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return "--" + name;
}

std::shared_ptr<setting_flags> add_settings(CLI::App& to) {
  auto flags = std::make_shared<setting_flags>();
  to.add_option("--config", flags->file, "Configuration file (TOML).")->check(CLI::ExistingFile);
  for (auto const& one : known_settings()) {
    auto const help = one.help + (one.fallback.empty() ? "" : " Default: " + one.fallback + ".");
    to.add_option_function<std::string>(
        flag_of(one.name),
        [flags, name = one.name](std::string const& value) { flags->given[name] = value; }, help);
  }
  return flags;
}

using action = std::function<int()>;

void add_serving(CLI::App& app, surroundings const& in, action& chosen) {
  auto const add = [&](char const* name, char const* help, start_as what) {
    auto* command = app.add_subcommand(name, help);
    auto const flags = add_settings(*command);
    command->callback([&chosen, &in, flags, what] {
      chosen = [&in, flags, what] {
        auto const with = flags->read(in);
        set_up_logging(with.text("log_level"));
        return run_program(with, what, in.out);
      };
    });
  };
  add("serve", "Run the server.", start_as::server);
  add("demo", "Run the server with a fictitious team, and print links to its session.",
      start_as::demonstration);
}

void add_content(CLI::App& app, surroundings const& in, action& chosen) {
  auto* content = app.add_subcommand("content", "Formats and texts.");
  content->require_subcommand(1);
  auto const folder = std::make_shared<std::string>("content");
  auto const as_json = std::make_shared<bool>(false);
  auto* check =
      content->add_subcommand("check", "Name file, place and reason of all that is wrong.");
  check->add_option("folder", *folder, "The content folder. Default: content.");
  check->callback([&chosen, &in, folder] {
    chosen = [&in, folder] { return content_check(*folder, in.out); };
  });
  auto* list = content->add_subcommand("list", "List every piece of content.");
  list->add_option("folder", *folder, "The content folder. Default: content.");
  list->add_flag("--json", *as_json, "As JSON.");
  list->callback([&chosen, &in, folder, as_json] {
    chosen = [&in, folder, as_json] { return content_list(*folder, *as_json, in.out); };
  });
}

void add_schema(CLI::App& app, surroundings const& in, action& chosen) {
  auto* command = app.add_subcommand("schema", "Print the JSON Schema of everything on the wire.");
  auto const typescript = std::make_shared<bool>(false);
  command->add_flag("--typescript", *typescript, "As TypeScript types instead.");
  command->callback([&chosen, &in, typescript] {
    chosen = [&in, typescript] {
      in.out << (*typescript ? protocol::typescript() : protocol::schema());
      return 0;
    };
  });
}

void add_backup(CLI::App& app, surroundings const& in, action& chosen) {
  auto* backup = app.add_subcommand("backup", "Keep a copy of the data, check it, put it back.");
  backup->require_subcommand(1);
  auto const add = [&](char const* name, char const* help,
                       int (*run)(settings const&, std::filesystem::path const&, std::ostream&)) {
    auto* command = backup->add_subcommand(name, help);
    auto const flags = add_settings(*command);
    auto const folder = std::make_shared<std::string>();
    command->add_option("folder", *folder, "Folder of the backup.")->required();
    command->callback([&chosen, &in, flags, folder, run] {
      chosen = [&in, flags, folder, run] { return run(flags->read(in), *folder, in.out); };
    });
  };
  add("create", "Make a verified copy, also while the server runs.", backup_create);
  add("verify", "Check a copy down to the last event.", backup_verify);
  add("restore", "Put a copy in place of the data; the server must be stopped.", backup_restore);
}

void add_audit(CLI::App& app, surroundings const& in, action& chosen) {
  auto* audit = app.add_subcommand("audit", "The log of who did what.");
  audit->require_subcommand(1);
  auto* verify = audit->add_subcommand("verify", "Check that no row was changed or taken out.");
  auto const flags = add_settings(*verify);
  verify->callback([&chosen, &in, flags] {
    chosen = [&in, flags] { return audit_verify(flags->read(in), in.out); };
  });
}

void add_rebuild(CLI::App& app, surroundings const& in, action& chosen) {
  auto* command = app.add_subcommand(
      "rebuild", "Put back rows that the log has and the tables lack; the server must be stopped.");
  auto const flags = add_settings(*command);
  command->callback([&chosen, &in, flags] {
    chosen = [&in, flags] { return rebuild_tables(flags->read(in), in.out); };
  });
}

int run(action const& chosen, std::ostream& problems) {
  try {
    return chosen();
  } catch (settings_error const& why) {
    problems << "viab: " << why.what() << "\n";
    return configuration_error;
  } catch (adapters::sqlite::open_failure const& why) {
    problems << "viab: " << why.what() << "\n";
    return why.problem == adapters::sqlite::open_problem::in_use ? try_later : configuration_error;
  } catch (std::exception const& why) {
    problems << "viab: " << why.what() << "\n";
    return 1;
  }
}

}  // namespace

int run_command_line(int argc, char const* const* argv, char const* const* environment,
                     std::ostream& out, std::ostream& problems) {
  surroundings const in{environment, out};
  action chosen;
  CLI::App app("Via B: working across boundaries, as a fixed place on the agenda.", "viab");
  app.set_version_flag("--version", version());
  app.require_subcommand(1);
  app.set_help_all_flag("--help-all", "Help of every command.");
  add_serving(app, in, chosen);
  add_content(app, in, chosen);
  add_schema(app, in, chosen);
  add_backup(app, in, chosen);
  add_audit(app, in, chosen);
  add_rebuild(app, in, chosen);
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& why) {
    auto const code = app.exit(why, out, problems);
    return code == 0 ? 0 : usage_error;
  }
  return run(chosen, problems);
}

}  // namespace viab::cli
