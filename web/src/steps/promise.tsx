// What a step promises about names: always in sight before one answers, in the exact words.
import { t, type text_key } from "../i18n";
import type { promise } from "../protocol";
import { Icon, type icon_name } from "../ui/icons";

const look: Record<promise, { icon: icon_name; name: text_key; text: text_key }> = {
  open: { icon: "users", name: "promise.open.name", text: "promise.open.text" },
  anonymous: { icon: "shield", name: "promise.anonymous.name", text: "promise.anonymous.text" },
  secret: { icon: "lock", name: "promise.secret.name", text: "promise.secret.text" },
};

export function PromiseLine({ promised, more }: { promised: promise; more?: string }) {
  const { icon, name, text } = look[promised];
  return (
    <div class={`promise promise--${promised}`}>
      <Icon name={icon} />
      <div>
        <p><strong>{t(name)}</strong>: {t(text)} {more}</p>
        {promised === "secret" && (
          <details class="more-of"><summary>{t("promise.how")}</summary><p>{t("promise.secret.more")}</p></details>
        )}
      </div>
    </div>
  );
}

// Kinds that hide nothing have no ballot; what others see of whom is another thing in each.
const told_of = { group: "promise.group.text", discuss: "promise.discuss.text", commit: "promise.commit.text" } as const;

export function is_open_work(of_kind: string): of_kind is keyof typeof told_of {
  return of_kind in told_of;
}

export function OpenWork({ of_kind }: { of_kind: keyof typeof told_of }) {
  return (
    <div class="promise promise--open">
      <Icon name="users" />
      <p><strong>{t("promise.open.name")}</strong>: {t(told_of[of_kind])}</p>
    </div>
  );
}
