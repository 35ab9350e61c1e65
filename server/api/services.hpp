// What the handlers work with, gathered once by main.
#pragma once

#include "app/importer.hpp"
#include "app/mail_sign_in.hpp"
#include "app/own_data.hpp"
#include "app/provider_sign_in.hpp"
#include "app/retention.hpp"
#include "app/rhythm_keeper.hpp"
#include "app/session_registry.hpp"
#include "app/set_up.hpp"
#include "app/sign_in.hpp"
#include "net/config.hpp"
#include "net/router.hpp"
#include "ports/audit_log.hpp"
#include "ports/calendar_writer.hpp"
#include "ports/calendars.hpp"
#include "ports/directory_store.hpp"
#include "ports/fingerprint.hpp"
#include "ports/library.hpp"
#include "ports/memory_store.hpp"
#include "ports/overview_store.hpp"
#include "ports/rhythm_store.hpp"
#include "ports/team_store.hpp"
#include "ports/wall_store.hpp"
#include "ports/world.hpp"

#include <functional>
#include <map>
#include <string>

namespace viab::api {

// Why the server cannot be used; empty when it can.
using readiness = std::function<std::map<std::string, std::string>()>;

struct services {
  app::sign_in& sign_in;
  app::set_up& set_up;
  app::mail_sign_in& by_mail;
  app::provider_sign_in& by_provider;
  app::mail_sender& letters;
  ports::sign_in_store& sign_ins;
  app::session_registry& sessions;
  ports::team_store& teams;
  ports::directory_store& directory;
  ports::audit_log& audit;
  ports::rhythm_store& rhythms;
  ports::wall_store& walls;
  ports::memory_store& memories;
  ports::overview_store& overviews;
  app::rhythm_keeper& rhythm_keeper;
  app::rhythm_tools rhythm_tools;
  app::importer& importer;
  app::data_rights& data_rights;
  app::retention& retention;
  ports::calendar_writer const& calendar_writer;
  ports::library const& library;
  ports::calendars const& calendars;
  ports::clock const& clock;
  ports::dice& dice;
  ports::fingerprint const& prints;
  net::config const& config;
  readiness not_ready;
  std::function<std::string()> metrics;
};

// Every route of the HTTP interface; one function per resource, each in a file of its own.
void add_routes(net::router&, services&);
void add_audit(net::router&, services&);
void add_calendars(net::router&, services&);
void add_challenges(net::router&, services&);
void add_codes(net::router&, services&);
void add_descriptions(net::router&, services&);
void add_formats(net::router&, services&);
void add_library(net::router&, services&);
void add_health(net::router&, services&);
void add_imports(net::router&, services&);
void add_invitations(net::router&, services&);
void add_kept(net::router&, services&);
void add_me(net::router&, services&);
void add_memberships(net::router&, services&);
void add_organisations(net::router&, services&);
void add_people(net::router&, services&);
void add_overview(net::router&, services&);
void add_own_data(net::router&, services&);
void add_own_profile(net::router&, services&);
void add_provider_logins(net::router&, services&);
void add_reports(net::router&, services&);
void add_feeds(net::router&, services&);
void add_rhythms(net::router&, services&);
void add_session_removal(net::router&, services&);
void add_set_up(net::router&, services&);
void add_sign_ins(net::router&, services&);
void add_team_invitations(net::router&, services&);
void add_team_profiles(net::router&, services&);
void add_team_memory(net::router&, services&);
void add_team_walls(net::router&, services&);
void add_teams(net::router&, services&);
void add_walls(net::router&, services&);

}  // namespace viab::api
