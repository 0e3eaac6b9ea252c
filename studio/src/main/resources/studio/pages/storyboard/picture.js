// Small stills, fetched with the session's credential and kept while the page is open.

import {define, Element, html, nothing} from '../../core/element.js';
import {request} from '../../core/api.js';
import {icon} from '../../parts/icon.js';

/** @type {Map<string, Promise<string | null>>} address by path; null where there is no picture */
const kept = new Map();

function address(path) {
  if (!kept.has(path)) {
    const asked = request(path).then(answer => answer.blob()).then(blob => URL.createObjectURL(blob)).catch(problem => {
      if (problem.status !== 404) kept.delete(path); // another time, perhaps
      return null;
    });
    kept.set(path, asked);
  }
  return kept.get(path);
}

/** <mp-still .path=… .words=…>: fetched when it comes near the window; words are its alternative. */
class Still extends Element {
  static properties = {path: {}, words: {}, address: {state: true}, gone: {state: true}};

  #near = new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting)) this.#show();
  }, {rootMargin: '300px'});

  connectedCallback() {
    super.connectedCallback();
    this.#near.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#near.disconnect();
  }

  willUpdate(changed) {
    if (!changed.has('path')) return;
    this.address = null;
    this.gone = false;
    this.#near.unobserve(this);
    this.#near.observe(this);
  }

  async #show() {
    const {path} = this;
    if (!path || this.address) return;
    const found = await address(path);
    if (path !== this.path) return;
    this.address = found;
    this.gone = !found;
  }

  render() {
    if (this.address) return html`<img src=${this.address} alt=${this.words ?? ''}>`;
    return html`<span class=${this.path && !this.gone ? 'coming' : 'none'} aria-hidden="true">${this.path && !this.gone ? nothing : icon('image')}</span>`;
  }
}

define('mp-still', Still);
