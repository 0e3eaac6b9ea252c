// Dialogs: the browser's own, which keeps the focus inside, closes by Escape and gives the focus back.

import {html, nothing} from '../core/element.js';
import {render} from 'lit';
import {words} from '../core/words.js';
import {icon} from './icon.js';

const t = words({
  en: {close: 'Close', cancel: 'Cancel'},
  zh: {close: '关闭', cancel: '取消'},
  es: {close: 'Cerrar', cancel: 'Cancelar'},
  de: {close: 'Schließen', cancel: 'Abbrechen'},
});

let ids = 0;

/**
 * Shows a dialog.
 *
 * @param {{title: string, body: (close: (value?: unknown) => void, redraw: () => void) => unknown, wide?: boolean}} options
 *     body: draws it, with how to close it with a result and how to draw it again
 * @returns {Promise<unknown>} the result; undefined when it was closed otherwise
 */
export function dialog({title, body, wide = false}) {
  return new Promise(resolve => {
    const id = `dialog-${++ids}`;
    const box = document.createElement('dialog');
    box.setAttribute('aria-labelledby', id);
    box.classList.toggle('wide', wide);
    let result;
    const close = value => {
      result = value;
      box.close();
    };
    const redraw = () => render(html`
      <header><h2 id=${id}>${title}</h2>
        <button class="plain square" aria-label=${t('close')} @click=${() => close()}>${icon('close')}</button></header>
      <div class="body">${body(close, redraw)}</div>`, box);
    redraw();
    box.addEventListener('close', () => {
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
 * @param {{title: string, text?: string, action: string, danger?: boolean}} options
 * @returns {Promise<boolean>}
 */
export const confirm = ({title, text, action, danger = false}) => dialog({
  title,
  body: close => html`
    ${text ? html`<p>${text}</p>` : nothing}
    <div class="actions end">
      <button class="quiet" @click=${() => close(false)}>${t('cancel')}</button>
      <button class=${danger ? 'danger' : 'primary'} autofocus @click=${() => close(true)}>${action}</button>
    </div>`,
}).then(Boolean);
