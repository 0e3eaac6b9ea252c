// Dialogs: the browser's own, which keeps the focus inside, closes by Escape and gives the focus back.
// What was typed into one is not thrown away without being asked for.

import {html, nothing} from '../core/element.js';
import {render} from 'lit';
import {beforeLeaving, onMove} from '../core/router.js';
import {Typed} from '../core/typed.js';
import {words} from '../core/words.js';
import {icon} from './icon.js';

const t = words({
  en: {close: 'Close', cancel: 'Cancel', sure: 'Throw away what you typed?', lost: 'It is not saved yet.', discard: 'Throw away', stay: 'Go on typing'},
  zh: {close: '关闭', cancel: '取消', sure: '放弃已输入的内容？', lost: '内容尚未保存。', discard: '放弃', stay: '继续输入'},
  es: {close: 'Cerrar', cancel: 'Cancelar', sure: '¿Descartar lo que ha escrito?', lost: 'Aún no está guardado.', discard: 'Descartar', stay: 'Seguir escribiendo'},
  de: {close: 'Schließen', cancel: 'Abbrechen', sure: 'Das Geschriebene verwerfen?', lost: 'Es ist noch nicht gespeichert.', discard: 'Verwerfen', stay: 'Weiterschreiben'},
});

let ids = 0;

/**
 * Asks before what was typed in a place gets lost: by leaving its page, or the studio.
 *
 * @param {HTMLElement} place its forms count
 * @returns {{typed: Typed, unsaved: boolean, ask: () => Promise<boolean>, end: () => void}}
 */
export function guard(place) {
  const typed = new Typed(place);
  let asking = null;
  const keeper = {
    typed,
    get unsaved() {
      return place.isConnected && typed.unsaved;
    },
    ask() {
      asking ??= confirm({title: t('sure'), text: t('lost'), action: t('discard'), stay: t('stay'), danger: true}).then(sure => {
        asking = null;
        if (sure) typed.settle();
        return sure;
      });
      return asking;
    },
  };
  return Object.assign(keeper, {end: beforeLeaving(keeper)});
}

/**
 * Shows a dialog. It is gone with the page that it was opened on.
 *
 * @param {{title: string, body: (close: (value?: unknown) => void, redraw: () => void, settle: () => void) => unknown, wide?: boolean, asks?: boolean}} options
 *     body: draws it, with how to close it with a result, how to draw it again, and how to tell that what was
 *     typed is saved though it stays open; asks: before what was typed is thrown away
 * @returns {Promise<unknown>} the result; undefined when it was closed otherwise
 */
export function dialog({title, body, wide = false, asks = true}) {
  return new Promise(resolve => {
    const id = `dialog-${++ids}`;
    const box = document.createElement('dialog');
    const keeper = asks ? guard(box) : null;
    const closed = new AbortController();
    box.setAttribute('aria-labelledby', id);
    box.classList.toggle('wide', wide);
    let result;
    const close = value => {
      result = value;
      box.close();
    };
    const leave = async () => {
      if (!keeper?.unsaved || await keeper.ask()) box.close();
    };
    const held = event => {
      if (event.target !== box && event.type === 'cancel' || !keeper?.unsaved) return;
      event.preventDefault();
      leave();
    };
    const redraw = () => {
      render(html`
      <header><h2 id=${id}>${title}</h2>
        <button class="plain square" aria-label=${t('close')} @click=${leave}>${icon('close')}</button></header>
      <div class="body">${body(close, redraw, () => keeper?.typed.settle())}</div>`, box);
      keeper?.typed.note();
    };
    redraw();
    // A second Escape is not asked about by browsers (cancel), so the first is not let through to them.
    box.addEventListener('keydown', event => event.key === 'Escape' && !event.defaultPrevented && held(event));
    box.addEventListener('cancel', held);
    onMove(({replaced}) => replaced || box.close(), closed.signal);
    box.addEventListener('close', event => {
      if (event.target !== box) return;
      closed.abort();
      keeper?.end();
      box.remove();
      resolve(result);
    });
    document.body.append(box);
    box.showModal();
    box.querySelector('[autofocus]')?.focus();
  });
}

/**
 * Asks whether to do it.
 *
 * @param {{title: string, text?: string, action: string, danger?: boolean, stay?: string}} options stay: what not
 *     doing it is called, where that is what somebody in a hurry means
 * @returns {Promise<boolean>}
 */
export const confirm = ({title, text, action, danger = false, stay}) => dialog({
  title,
  asks: false,
  body: close => html`
    ${text ? html`<p>${text}</p>` : nothing}
    <div class="actions end">
      <button class="quiet" ?autofocus=${stay} @click=${() => close(false)}>${stay ?? t('cancel')}</button>
      <button class=${danger ? 'danger' : 'primary'} ?autofocus=${!stay} @click=${() => close(true)}>${action}</button>
    </div>`,
}).then(Boolean);
