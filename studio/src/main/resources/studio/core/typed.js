// Whether something was typed into the forms of a place that is kept nowhere else yet.

const FIELDS = 'form :is(input, textarea, select)';

/** A search says nothing that would be missed, and some fields are saved with every change (data-at-once). */
const counts = field => field.matches?.(FIELDS) && !field.readOnly && field.type !== 'search' && !field.closest('[role=search], [data-at-once]');

const said = field => (field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value);

export class Typed {
  #place;
  /** What each field said before anybody touched it. */
  #before = new WeakMap();
  /** @type {Set<HTMLInputElement>} */
  #touched = new Set();

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    for (const event of ['input', 'change']) place.addEventListener(event, ({target}) => counts(target) && this.#touched.add(target));
    place.addEventListener('focusin', () => this.note());
    place.addEventListener('reset', () => queueMicrotask(() => this.settle()));
  }

  /** Looks at fields that were drawn since. */
  note() {
    for (const field of this.#place.querySelectorAll(FIELDS)) {
      if (!this.#touched.has(field)) this.#before.set(field, said(field));
    }
  }

  get unsaved() {
    return [...this.#touched].some(field => field.isConnected && said(field) !== this.#before.get(field));
  }

  /** It is kept now, or not wanted. */
  settle() {
    this.#touched.clear();
    this.note();
  }
}
