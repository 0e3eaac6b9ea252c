// A folded section of the form: one line that says what is chosen, and the fields when it is open.

import {Element, html, nothing} from '../../core/element.js';
import {icon} from '../../parts/icon.js';

/** Tells the page what was changed: keys of the form and their new values. */
export const change = (element, patch) =>
  element.dispatchEvent(new CustomEvent('mp-change', {detail: patch, bubbles: true}));

/**
 * Sections override drawing(), heading(), summary(), body() and, where the node may refuse something
 * of theirs, pointers().
 */
export class Part extends Element {
  static properties = {form: {attribute: false}, problem: {attribute: false}, open: {state: true}};

  constructor() {
    super();
    this.open = false;
  }

  drawing() {
    return 'gear';
  }

  /** JSON pointers of a brief that this section writes. */
  pointers() {
    return [];
  }

  wrong() {
    const found = this.problem?.violations?.find(one =>
      this.pointers().some(pointer => one.pointer === pointer || one.pointer?.startsWith(`${pointer}/`)));
    return found?.message ?? '';
  }

  change(patch) {
    change(this, patch);
  }

  /** What is wrong has to be seen. */
  willUpdate(changed) {
    if (changed.has('problem') && this.problem && this.wrong()) this.open = true;
  }

  render() {
    const wrong = this.wrong();
    return html`<details class="part" ?open=${this.open} @toggle=${event => (this.open = event.target.open)}>
      <summary>${icon(this.drawing())}<span class="what">${this.heading()}</span>
        <span class="now cut">${this.summary()}</span></summary>
      ${this.open ? html`<div class="stack fold">
        ${wrong ? html`<p class="problem" role="alert">${wrong}</p>` : nothing}${this.body()}</div>` : nothing}
    </details>`;
  }
}

/**
 * One of a few, as a switch.
 *
 * @param {{label: string, name: string, value: string, options: [string, unknown][], pick: (value: string) => void, hide?: boolean}} given
 *     hide: the label is for screen readers alone
 */
export const choice = ({label, name, value, options, pick, hide = false}) => html`<fieldset>
  <legend class=${hide ? 'hidden' : ''}>${label}</legend>
  <div class="choice">${options.map(([key, text]) => html`<label>
    <input type="radio" name=${name} value=${key} .checked=${key === value} @change=${() => pick(key)}><span>${text}</span></label>`)}
  </div></fieldset>`;

/** A list to choose from; options are pairs of value and text. */
export const select = ({label, value, options, pick, hint = ''}) => html`<label class="field"><span>${label}</span>
  <select .value=${String(value)} @change=${event => pick(event.target.value)}>${options.map(([key, text]) => html`
    <option value=${key} ?selected=${String(key) === String(value)}>${text}</option>`)}</select>
  ${hint ? html`<small>${hint}</small>` : nothing}</label>`;

/** A slider with its value in words. */
export const slider = ({label, value, min, max, step, say, pick}) => html`<label class="field">
  <span class="row spread"><span>${label}</span><output class="soft number">${say(value)}</output></span>
  <input type="range" min=${min} max=${max} step=${step} .value=${String(value)} aria-valuetext=${say(value)}
    @input=${event => pick(Number(event.target.value))}></label>`;

/** Yes or no. */
export const check = ({label, value, pick, hint = ''}) => html`<label class="check">
  <input type="checkbox" .checked=${Boolean(value)} @change=${event => pick(event.target.checked)}>
  <span>${label}${hint ? html`<br><small class="hint">${hint}</small>` : nothing}</span></label>`;

/** A line of text. */
export const line = ({label, value, pick, hint = '', placeholder = '', type = 'text', max = 300}) => html`<label class="field"><span>${label}</span>
  <input type=${type} dir="auto" .value=${value ?? ''} placeholder=${placeholder} maxlength=${max} @input=${event => pick(event.target.value)}>
  ${hint ? html`<small>${hint}</small>` : nothing}</label>`;
