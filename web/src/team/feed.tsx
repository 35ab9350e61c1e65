// The dates in one's own calendar: an address that is a secret, shown when it is made.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Button, ButtonLink, Notice } from "../ui/controls";
import { Copy } from "../ui/form";

export function Feed({ owner }: { owner: string }) {
  const there = useSignal(false);
  const address = useSignal("");
  const problem = useSignal("");
  useEffect(() => {
    api.get<{ there: boolean }>(`${owner}/feed`).then((told) => (there.value = told.there)).catch(() => undefined);
  }, [owner]);
  const make = () => api.post<{ address: string }>(`${owner}/feed`, {}).then((made) => {
    address.value = made.address;
    there.value = true;
    problem.value = "";
  }).catch((why: Error) => (problem.value = why.message));
  const end = () => api.remove(`${owner}/feed`).then(() => {
    address.value = "";
    there.value = false;
  }).catch((why: Error) => (problem.value = why.message));
  return (
    <details class="more-of">
      <summary>{t("feed.title")}</summary>
      <div class="form">
        {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
        <p class="nl-paragraph">{t("feed.what")}</p>
        {address.value && (
          <>
            <Copy text={address.value} label={t("feed.address")} />
            <p><ButtonLink href={address.value.replace(/^https?:/, "webcal:")} icon="calendar">{t("feed.open")}</ButtonLink></p>
          </>
        )}
        <p class="row">
          {!address.value && <Button on_click={() => void make()}>{t(there.value ? "feed.renew" : "feed.make")}</Button>}
          {there.value && <Button look="subtle" icon="close" on_click={() => void end()}>{t("feed.end")}</Button>}
        </p>
        {there.value && !address.value && <p class="say">{t("feed.renew_what")}</p>}
      </div>
    </details>
  );
}
