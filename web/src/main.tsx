// Chooses the page by its address; each page is a bundle of its own.
import { render, type ComponentType } from "preact";
import { NotFound } from "./ui/not_found";
import { need_desk_texts } from "./i18n";
import { settle_language } from "./ui/preferences";
import { decide_page } from "./pages";

type page = ComponentType<{ id: string }>;

const load: Record<string, () => Promise<page>> = {
  home: async () => (await import("./home/home")).Home,
  invitation: async () => (await import("./join/invitation")).Invitation,
  join: async () => (await import("./join/join")).Join,
  session: async () => (await import("./session/session_page")).SessionPage,
  screen: async () => (await import("./screen/screen_page")).ScreenPage,
  report: async () => (await import("./report/report_page")).ReportPage,
  team: async () => (await import("./team/team_page")).TeamPage,
  set_up: async () => (await import("./join/set_up")).SetUp,
  sign_in: async () => (await import("./sign_in/sign_in_page")).SignInPage,
  me: async () => (await import("./me/me_page")).MePage,
  admin: async () => (await import("./admin/admin_page")).AdminPage,
  organisation: async () => (await import("./organisation/organisation_page")).OrganisationPage,
  library: async () => (await import("./library/library_page")).LibraryPage,
  kept: async () => (await import("./me/kept")).Kept,
  about: async () => (await import("./about/about")).About,
};

const at_the_desk = ["team", "set_up", "sign_in", "me", "admin", "organisation", "library", "kept"];

async function start(): Promise<void> {
  // Links in letters look alike; one that signs in says so by how it begins.
  if (location.pathname === "/in" && location.hash.startsWith("#s-")) history.replaceState(null, "", `/sign-in${location.hash}`);
  const { name, id } = decide_page(location.pathname);
  if (at_the_desk.includes(name)) need_desk_texts();
  const [Page] = await Promise.all([load[name]?.() ?? Promise.resolve(NotFound as page), settle_language()]);
  render(<Page id={id} />, document.getElementById("app")!);
}

void start();
