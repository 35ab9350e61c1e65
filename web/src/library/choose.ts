// Which cards and stories are shown: by level, by strategy and by words. Pure: tested without a browser.
import { levels, strategies, type course_card, type level, type spot, type story, type strategy } from "./cards";

export interface choice {
  level: level | "";
  strategy: strategy | "";
  words: string;
}
export const everything: choice = { level: "", strategy: "", words: "" };
export const longest_search = 100;

// "Opgáve’s" is found by "opgave's", and by "OPGAVE".
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
}

function has_words(texts: string[], words: string): boolean {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const text = plain(texts.join("\n"));
  return wanted.every((one) => text.includes(one));
}

const stands_there = (one: spot, { level, strategy }: choice) =>
  (level === "" || one.level === level) && (strategy === "" || one.strategy === strategy);

export function shown_cards(all: course_card[], by: choice): course_card[] {
  return all.filter((one) => stands_there(one, by)
    && has_words([one.title, one.from, one.to, one.via, one.question, one.watch, one.cue, one.action], by.words));
}
export function shown_stories(all: story[], by: choice): story[] {
  return all.filter((one) => stands_there(one, by) && has_words([one.title, one.text, one.question], by.words));
}

export const chooses = (by: choice) => by.level !== "" || by.strategy !== "" || by.words.trim() !== "";

// In an address, so that a choice can be sent to somebody: "?level=team&q=agenda".
export function query_of({ level, strategy, words }: choice): string {
  const query = new URLSearchParams();
  if (level) query.set("level", level);
  if (strategy) query.set("strategy", strategy);
  if (words.trim()) query.set("q", words.trim());
  const text = query.toString();
  return text && `?${text}`;
}
export function choice_in(query: string): choice {
  const told = new URLSearchParams(query);
  return {
    level: levels.find((one) => one === told.get("level")) ?? "",
    strategy: strategies.find((one) => one === told.get("strategy")) ?? "",
    words: (told.get("q") ?? "").slice(0, longest_search),
  };
}

// What goes on paper: the cards that are named, or else all that the choice shows.
export function cards_to_print(all: course_card[], query: string): course_card[] {
  const named = new URLSearchParams(query).get("ids");
  if (named === null) return shown_cards(all, choice_in(query));
  const found = [...new Set(named.split(","))].map((id) => all.find((one) => one.id === id));
  return found.filter((one) => one !== undefined);
}
