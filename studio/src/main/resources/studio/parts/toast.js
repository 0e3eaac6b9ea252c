// Short messages at the lower edge, each with at most one thing to do about it, such as undo.

import {define, Element, html, nothing} from '../core/element.js';
import {words} from '../core/words.js';
import {icon} from './icon.js';

const t = words({
  en: {dismiss: 'Dismiss', messages: 'Messages'},
  zh: {dismiss: '关闭', messages: '消息'},
  es: {dismiss: 'Cerrar', messages: 'Mensajes'},
  de: {dismiss: 'Schließen', messages: 'Meldungen'},
});

let ids = 0;

class Toasts extends Element {
  static properties = {shown: {state: true}};

  #reach = event => event.key === 'F8' && this.#latest(event);

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#reach);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#reach);
  }

  /** They stand behind everything else: a key leads to them before their time is over. */
  #latest(event) {
    const latest = this.querySelector('.toast:last-child button');
    if (!latest) return;
    event.preventDefault();
    latest.focus();
  }

  constructor() {
    super();
    /** @type {{id: number, text: string, kind: string, action?: {label: string, run: () => void}}[]} */
    this.shown = [];
  }

  add(toast, seconds) {
    const id = ++ids;
    this.shown = [...this.shown.slice(-3), {...toast, id}];
    if (seconds) this.#rest(id, seconds);
    return () => this.#drop(id);
  }

  /** Time stands still for one that is being read or reached. */
  #rest(id, seconds) {
    setTimeout(() => (this.matches(':hover, :focus-within') ? this.#rest(id, 2) : this.#drop(id)), seconds * 1000);
  }

  #drop(id) {
    this.shown = this.shown.filter(one => one.id !== id);
  }

  #act(one) {
    this.#drop(one.id);
    one.action.run();
  }

  render() {
    return html`<div class="toasts" role="region" aria-label=${t('messages')}>${this.shown.map(one => html`
      <div class="toast ${one.kind}" role=${one.kind === 'bad' ? 'alert' : 'status'}>
        <span>${one.text}</span>
        ${one.action ? html`<button class="plain" aria-keyshortcuts="F8" @click=${() => this.#act(one)}>${one.action.label}</button>` : nothing}
        <button class="plain square" aria-label=${t('dismiss')} @click=${() => this.#drop(one.id)}>${icon('close')}</button>
      </div>`)}</div>`;
  }
}

define('mp-toasts', Toasts);

/** Beside an open dialog everything is behind its backdrop and out of reach; so they stand within it. */
function settle(toasts) {
  const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  if (toasts.parentNode === place) return;
  place.append(toasts);
  if (place !== document.body) place.addEventListener('close', () => settle(toasts), {once: true});
}

/** The one of this document. */
function toasts() {
  const one = document.querySelector('mp-toasts') ?? document.createElement('mp-toasts');
  settle(one);
  return one;
}

/**
 * Says something shortly.
 *
 * @param {string} text
 * @param {{kind?: 'plain' | 'good' | 'bad', action?: {label: string, run: () => void}, seconds?: number}} options
 *     seconds: 0 stays until dismissed
 * @returns {() => void} takes it away
 */
export const toast = (text, {kind = 'plain', action, seconds = action || kind === 'bad' ? 10 : 5} = {}) =>
  toasts().add({text, kind, action}, seconds);

/** Says what went wrong. */
export const complain = problem => toast(problem.message, {kind: 'bad'});
