// The library: all cards and stories, one card, or cards for on paper, by address.
import { NotFound } from "../ui/not_found";
import { CardPage } from "./card_page";
import { Overview } from "./overview";
import { PrintPage } from "./print_page";

export function LibraryPage({ id }: { id: string }) {
  if (id === "") return <Overview />;
  if (id === "print") return <PrintPage />;
  const [part, card, ...more] = id.split("/");
  return part === "cards" && card && more.length === 0 ? <CardPage id={card} /> : <NotFound />;
}
