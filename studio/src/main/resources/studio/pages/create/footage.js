// Where the pictures come from.

import {get} from '../../core/api.js';
import {define, html, nothing} from '../../core/element.js';
import {problemBox} from '../../parts/problem.js';
import {waiting} from '../../parts/states.js';
import {Part, select} from './part.js';
import {or, t} from './words.js';

const KINDS = ['auto', 'own', 'drawn', 'chosen'];

class Footage extends Part {
  static properties = {sources: {state: true}, collections: {state: true}, trouble: {state: true}};

  drawing() {
    return 'image';
  }

  heading() {
    return t('footage');
  }

  pointers() {
    return ['/materials'];
  }

  summary() {
    const {kind, sources, collection} = this.form.footage;
    const name = this.collections?.find(one => one.id === collection)?.name;
    return [name, kind === 'chosen' && sources.length ? sources.join(', ') : t(`footage_${kind}`)].filter(Boolean).join(' · ');
  }

  updated() {
    if (this.open && !this.sources && !this.trouble) this.#load();
  }

  async #load() {
    this.trouble = null;
    try {
      const [sources, collections] = await Promise.all([get('/v1/sources'), get('/v1/materials/collections')]);
      this.collections = collections.collections;
      this.sources = sources.sources;
    } catch (problem) {
      this.trouble = problem;
    }
  }

  #set(patch) {
    this.change({footage: {...this.form.footage, ...patch}});
  }

  #source({name, state, detail, makes}) {
    const {sources} = this.form.footage;
    const ready = state === 'READY';
    const toggle = wanted => this.#set({sources: wanted ? [...sources, name] : sources.filter(one => one !== name)});
    return html`<label class="check"><input type="checkbox" .checked=${sources.includes(name)} ?disabled=${!ready && !sources.includes(name)}
        @change=${event => toggle(event.target.checked)}>
      <span>${or(`source_${name}`, name)} ${makes ? html`<span class="chip info">${t('makes')}</span>` : nothing}
        ${ready ? nothing : html`<br><small class="hint">${detail ?? t('away')}</small>`}</span></label>`;
  }

  body() {
    if (this.trouble) return problemBox(this.trouble, () => {
      this.trouble = null;
      this.#load();
    });
    if (!this.sources) return waiting(3);
    const {kind, collection} = this.form.footage;
    const drawn = {name: 'generated', state: 'READY'};
    const listed = [...this.sources.filter(one => one.name !== 'generated'), drawn];
    return html`
      <fieldset><legend class="hidden">${t('footage')}</legend><div class="options">${KINDS.map(one => html`
        <label class="option"><input type="radio" name="footage" value=${one} .checked=${one === kind} @change=${() => this.#set({kind: one})}>
          <span><b>${t(`footage_${one}`)}</b><small>${t(`footage_${one}_hint`)}</small></span></label>`)}</div></fieldset>
      ${kind === 'chosen' ? html`<fieldset><legend>${t('lookIn')}</legend><div class="fields tight">${listed.map(source => this.#source(source))}</div></fieldset>` : nothing}
      ${this.collections.length ? select({label: t('collection'), value: collection, hint: t('collectionHint'),
        options: [['', t('noCollection')], ...this.collections.map(one => [one.id, one.name])], pick: picked => this.#set({collection: picked})})
        : html`<p class="hint">${t('collectionNone')} <a href="/materials">${t('toMaterials')}</a></p>`}`;
  }
}

define('mp-create-footage', Footage);
