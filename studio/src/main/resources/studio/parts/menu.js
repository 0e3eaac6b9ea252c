// A button with a list of things to do. Arrows move, Escape closes, letters are the browser's.

import {define, Element, html, nothing} from '../core/element.js';
import {icon} from './icon.js';

/**
 * <mp-menu .label .icon .items=${[{label, icon, run, href, checked, danger}]}>
 *
 * An item has run or href; checked makes it one of a choice; null draws a line.
 */
class Menu extends Element {
  static properties = {label: {}, icon: {}, text: {}, items: {attribute: false}, open: {state: true}};

  constructor() {
    super();
    this.items = [];
    this.icon = 'more';
    this.open = false;
    this.outside = event => event.composedPath().includes(this) || this.close();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.outside);
  }

  async show() {
    this.open = true;
    addEventListener('pointerdown', this.outside);
    await this.updateComplete;
    (this.querySelector('[aria-checked=true]') ?? this.#all()[0])?.focus();
  }

  close(refocus = false) {
    this.open = false;
    removeEventListener('pointerdown', this.outside);
    if (refocus) this.querySelector('button').focus();
  }

  #all() {
    return [...this.querySelectorAll('[role^=menuitem]')];
  }

  #key(event) {
    const all = this.#all();
    const at = all.indexOf(document.activeElement);
    const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1}[event.key];
    if (event.key === 'Escape') this.close(true);
    else if (event.key === 'Tab') this.close();
    else if (to !== undefined) all.at(to % all.length)?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  }

  #item(item) {
    if (!item) return html`<hr>`;
    const inner = html`${item.icon ? icon(item.icon) : nothing}<span>${item.label}</span>${item.checked ? icon('check') : nothing}`;
    if (item.href) {
      return html`<a role="menuitem" href=${item.href} download=${item.download ?? nothing} @click=${() => this.close()}>${inner}</a>`;
    }
    return html`<button role=${item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${item.checked ?? nothing} class=${item.danger ? 'dangerous' : ''}
      @click=${() => (this.close(true), item.run())}>${inner}</button>`;
  }

  render() {
    return html`
      <button class="plain ${this.text ? '' : 'square'}" aria-haspopup="menu" aria-expanded=${this.open} aria-label=${this.label}
        @click=${() => (this.open ? this.close() : this.show())}>${icon(this.icon)}${this.text ? html`<span>${this.text}</span>` : nothing}</button>
      ${this.open ? html`<div class="menu" role="menu" aria-label=${this.label} @keydown=${this.#key}>${this.items.map(item => this.#item(item))}</div>` : nothing}`;
  }
}

define('mp-menu', Menu);
