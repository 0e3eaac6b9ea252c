// The workspace's own pictures and clips, to be chosen for a scene by looking rather than by words.

import {define, Element, html, nothing} from '../../core/element.js';
import {get} from '../../core/api.js';
import {clock} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {stillOf} from './shown.js';
import {t} from './words.js';
import './picture.js';

const PAGE = 40;
const TYPED = 300; // milliseconds of rest after which typed words are looked for

/** <mp-own-clips .path .shown>: tells by mp-pick which one is to be shown, by its key. */
class OwnClips extends Element {
  static properties = {path: {}, shown: {}, all: {state: true}, next: {state: true}, problem: {state: true}};

  #words = '';
  #asked = 0;
  #typing = null;

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  #begin() {
    const query = new URLSearchParams({limit: String(PAGE), ...(this.#words && {q: this.#words})});
    return this.#load(`/v1/materials?${query}`, []);
  }

  async #load(path, before) {
    const asked = ++this.#asked;
    this.problem = null;
    try {
      const {materials, next} = await get(path);
      if (asked !== this.#asked) return;
      this.all = [...before, ...materials.filter(one => one.kind !== 'AUDIO')];
      this.next = next ?? null;
    } catch (problem) {
      if (asked === this.#asked) this.problem = problem;
    }
  }

  #type(event) {
    this.#words = event.target.value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#begin(), TYPED);
  }

  #one({id, title, kind, current}) {
    const key = `library:${id}`;
    const pick = () => this.dispatchEvent(new CustomEvent('mp-pick', {detail: key, bubbles: true}));
    return html`<li><button class="own-clip ${key === this.shown ? 'chosen' : ''}" data-id=${id} title=${title} aria-pressed=${key === this.shown} @click=${pick}>
      <mp-still .path=${stillOf(key, this.path)} .words=${''}></mp-still>
      ${kind === 'VIDEO' ? html`<small class="length number">${clock(current?.seconds ?? 0)}</small>` : nothing}
      <span class="cut"><bdi>${title}</bdi></span></button></li>`;
  }

  #list() {
    if (!this.all) return this.problem ? nothing : waiting(4);
    if (!this.all.length) return empty({icon: 'image', title: t(this.#words ? 'nothing' : 'ownNone'), text: this.#words ? '' : t('ownNoneHint'),
      action: html`<a class="button quiet" href="/materials" target="_blank">${icon('upload')}${t('ownAdd')}</a>`});
    return html`<ul class="owns">${this.all.map(one => this.#one(one))}</ul>
      ${this.next ? html`<div><button class="quiet small" @click=${() => this.#load(this.next, this.all)}>${t('ownMore')}</button></div>` : nothing}`;
  }

  render() {
    return html`<div class="stack"><input type="search" aria-label=${t('ownFind')} placeholder=${t('ownFind')} maxlength="200" autofocus @input=${this.#type}>
      ${problemBox(this.problem, () => this.#begin())}${this.#list()}</div>`;
  }
}

define('mp-own-clips', OwnClips);
