// A dialog on top of the page: the browser keeps the focus inside and gives it back.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../i18n";
import { Button } from "./controls";

interface dialog_props {
  title: string;
  on_close: () => void;
  children: ComponentChildren;
  actions?: ComponentChildren;
  wide?: boolean;
  // A click beside it does not close it: something may have been typed.
  typing?: boolean;
}

export function Dialog({ title, on_close, children, actions, wide, typing }: dialog_props) {
  const at = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = at.current!;
    const came_from = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (came_from instanceof HTMLElement && came_from.isConnected) came_from.focus();
    };
  }, []);
  return (
    <dialog
      ref={at}
      class={wide ? "dialog dialog--wide" : "dialog"}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        on_close();
      }}
      onClick={(event) => {
        if (event.target === at.current && !typing) on_close();
      }}
    >
      <div class="dialog__box">
        <div class="dialog__head">
          <h2 id={id} class="nl-heading nl-heading--level-2">{title}</h2>
          <Button look="subtle" icon="close" icon_only on_click={on_close}>{t("action.close_dialog")}</Button>
        </div>
        <div class="dialog__body">{children}</div>
        {actions && <div class="dialog__actions">{actions}</div>}
      </div>
    </dialog>
  );
}

interface confirm_props {
  title: string;
  text: string;
  yes: string;
  on_yes: () => void;
  on_close: () => void;
  negative?: boolean;
}

export function Confirm({ title, text, yes, on_yes, on_close, negative }: confirm_props) {
  const actions = (
    <>
      <Button on_click={on_close}>{t("action.cancel")}</Button>
      <Button look="primary" negative={negative} on_click={() => { on_close(); on_yes(); }}>{yes}</Button>
    </>
  );
  return (
    <Dialog title={title} on_close={on_close} actions={actions}>
      <p class="nl-paragraph">{text}</p>
    </Dialog>
  );
}
