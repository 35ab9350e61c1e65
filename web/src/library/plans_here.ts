// The plans of this browser, as the pages show them.
import { signal } from "@preact/signals";
import { keep_plan, plans_key, read_plans, remove_plan, type outcome, type own_plan } from "./plans";

// Asked for at the last moment: a browser that allows no storage refuses already then.
const here = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, text: string) => localStorage.setItem(key, text),
  removeItem: (key: string) => localStorage.removeItem(key),
};

export const own_plans = signal<own_plan[]>(read_plans(here));

function after(done: outcome): outcome {
  own_plans.value = read_plans(here);
  return done;
}
export const keep = (plan: own_plan): outcome => after(keep_plan(here, plan));
export const remove = (card: string): outcome => after(remove_plan(here, card));

// Another window of this browser may keep or remove one.
addEventListener("storage", (event) => {
  if (event.key === plans_key || event.key === null) own_plans.value = read_plans(here);
});
