// Several of what is shown, to do something with all of them: chosen by their boxes, with Shift all
// between, with Ctrl+A all. What can be done with them stands in a bar at the foot of the page.

import {html, nothing} from '../core/element.js';
import {words} from '../core/words.js';
import {meter} from './states.js';

const t = words({
  en: {selected: {one: '{n} selected', other: '{n} selected'}, all: 'Select all shown', clear: 'Clear selection', select: 'Select {title}', working: '{done} of {all}'},
  zh: {selected: {other: '已选 {n} 个'}, all: '全选', clear: '取消选择', select: '选择“{title}”', working: '{done} / {all}'},
  es: {selected: {one: '{n} seleccionado', other: '{n} seleccionados'}, all: 'Seleccionar todos', clear: 'Quitar la selección', select: 'Seleccionar {title}', working: '{done} de {all}'},
  de: {selected: {one: '{n} ausgewählt', other: '{n} ausgewählt'}, all: 'Alle gezeigten auswählen', clear: 'Auswahl aufheben', select: '{title} auswählen', working: '{done} von {all}'},
});

/** Where letters and keys are for something else. */
const BUSY = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=menu], dialog';

export class Selection {
  #ids = new Set();
  #anchor = null;
  #shown;
  #changed;
  /** How far something goes that is done with all of them. @type {{done: number, all: number} | null} */
  progress = null;

  /**
   * @param {() => {id: string}[]} shown what can be chosen, in the order in which it stands
   * @param {() => void} changed told after every change
   * @param {AbortSignal} signal ends it
   */
  constructor(shown, changed, signal) {
    this.#shown = shown;
    this.#changed = changed;
    addEventListener('keydown', event => this.#key(event), {signal});
  }

  #key(event) {
    if (event.defaultPrevented || document.querySelector('dialog:modal') || event.target.closest?.(BUSY)) return;
    if (event.key === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && this.#shown().length) this.all();
    else if (event.key === 'Escape' && this.size) this.clear();
    else return;
    event.preventDefault();
  }

  /** Of those that are shown. */
  get size() {
    return this.picked.length;
  }

  get picked() {
    return this.#shown().filter(one => this.#ids.has(one.id));
  }

  has(one) {
    return this.#ids.has(one.id);
  }

  /** Turns one, or with `through` all between the last one turned and this. */
  turn(one, on = !this.has(one), through = false) {
    const ids = this.#shown().map(({id}) => id);
    const [from, to] = [ids.indexOf(this.#anchor), ids.indexOf(one.id)].sort((a, b) => a - b);
    for (const id of through && from >= 0 ? ids.slice(from, to + 1) : [one.id]) this.#ids[on ? 'add' : 'delete'](id);
    this.#anchor = one.id;
    this.#changed();
  }

  /** A press of a picture with Shift or Ctrl chooses instead of opening. Gives whether it was one. */
  pressed(one, event) {
    const chooses = event.shiftKey || event.ctrlKey || event.metaKey;
    if (chooses) this.turn(one, event.shiftKey || !this.has(one), event.shiftKey);
    return chooses;
  }

  all() {
    this.#ids = new Set(this.#shown().map(({id}) => id));
    this.#changed();
  }

  clear() {
    this.#ids = new Set();
    this.#anchor = null;
    this.#changed();
  }

  /** Tells how far it is; null when it is over. */
  tell(progress) {
    this.progress = progress;
    this.#changed();
  }
}

/** The box of one. @param {Selection} selection */
export const pick = (selection, one) => html`<label class="pick"><input type="checkbox" .checked=${selection.has(one)} aria-label=${t('select', {title: one.title})}
  @click=${event => selection.turn(one, event.target.checked, event.shiftKey)}></label>`;

const working = ({done, all}) => html`<span class="row keep">${meter(done / all, t('working', {done, all}))}<span class="number">${t('working', {done, all})}</span></span>`;

/**
 * What can be done with all of them; how many they are is read out.
 *
 * @param {Selection} selection
 * @param {string} label of the bar
 * @param {unknown} actions buttons
 */
export function selectionBar(selection, label, actions) {
  const {size: n, progress} = selection;
  return html`<p class="hidden" role="status">${n ? t('selected', {n}) : nothing}</p>
    ${n ? html`<div class="selection" role="region" aria-label=${label}><strong>${t('selected', {n})}</strong>
      ${progress ? working(progress) : html`<div class="row">${actions}
        <button class="plain small" @click=${() => selection.all()}>${t('all')}</button>
        <button class="plain small" @click=${() => selection.clear()}>${t('clear')}</button></div>`}</div>` : nothing}`;
}
