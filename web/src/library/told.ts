// Asks the server for what a page of the library shows, in the language of the interface.
import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { language, list_text, t } from "../i18n";
import type { course_card, story } from "./cards";

export interface told<T> {
  all: Signal<T | null>;
  trouble: Signal<Error | null>;
}

// What was shown stays until its successor is there: another language, another address.
export function use_told<T>(address: string): told<T> {
  const all = useSignal<T | null>(null);
  const trouble = useSignal<Error | null>(null);
  useEffect(() => {
    let wanted = true;
    api.get<T>(address).then((found) => {
      if (!wanted) return;
      trouble.value = null;
      all.value = found;
    }).catch((why: Error) => {
      if (wanted) trouble.value = why;
    });
    return () => { wanted = false; };
  }, [address]);
  return { all, trouble };
}

export const use_cards = () => use_told<course_card[]>(`/api/v1/course-cards?language=${language.value}`);
export const use_stories = () => use_told<story[]>(`/api/v1/stories?language=${language.value}`);

// "essay" stands for the source of most; others are written as they are to be read.
export function sources_text(sources: string[]): string {
  return list_text(sources.map((one) => (one === "essay" ? t("library.essay") : one)));
}
