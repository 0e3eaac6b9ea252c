// What every section is made of: it reads something, shows it, and does something about it.

import {Element, html, nothing} from '../../core/element.js';
import {guard} from '../../parts/dialog.js';
import {toast} from '../../parts/toast.js';
import {problemBox, violation} from '../../parts/problem.js';
import {waiting} from '../../parts/states.js';

export class Section extends Element {
  static properties = {who: {attribute: false}, data: {state: true}, problem: {state: true},
    busy: {state: true}, refused: {state: true}};

  #left = new AbortController();
  #guard = null;

  get leaving() {
    return this.#left.signal;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.#left.signal.aborted) this.#left = new AbortController();
    this.#guard = guard(this);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
    this.#guard.end();
  }

  /** Reads anew; what is shown stays until then. */
  async load() {
    this.problem = null;
    try {
      this.data = await this.read({signal: this.leaving});
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  /**
   * Does something, and says so.
   *
   * @param {string} what names it, so that its problem is shown where it was done
   * @param {() => Promise<unknown>} work
   * @param {string=} done what to say afterwards
   * @returns {Promise<boolean>} whether it was done
   */
  async act(what, work, done) {
    this.busy = what;
    this.refused = null;
    try {
      await work();
      this.#guard.typed.settle();
      if (done) toast(done);
      return true;
    } catch (problem) {
      if (!this.leaving.aborted) this.refused = {what, problem};
      return false;
    } finally {
      this.busy = null;
    }
  }

  /** What was refused of something, beside where it was done. */
  refusal(what) {
    return this.refused?.what === what ? problemBox(this.refused.problem) : nothing;
  }

  /** A field whose violation stands below it. */
  field(what, pointer, label, input, hint) {
    const wrong = this.refused?.what === what ? violation(this.refused.problem, pointer) : '';
    return html`<label class="field">${label}${input}${hint ? html`<small>${hint}</small>` : nothing}
      ${wrong ? html`<span class="wrong">${wrong}</span>` : nothing}</label>`;
  }

  render() {
    if (this.problem) return problemBox(this.problem, () => this.load());
    return this.data === undefined ? waiting(6) : this.view(this.data);
  }
}

/** Whose password a form asks for: keepers of passwords look for it. No field of the form, for it has no name. */
export const owner = ({email}) => html`<input autocomplete="username" .value=${email ?? ''} readonly hidden>`;

/** What a form says, by name; empty fields are left out. */
export function said(event) {
  event.preventDefault();
  return Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
}
