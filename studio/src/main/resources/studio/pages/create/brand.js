// What makes a video its owner's: logo, intro and outro, colours, font, a last word.

import {get} from '../../core/api.js';
import {define, html, nothing} from '../../core/element.js';
import {percent} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import {complain} from '../../parts/toast.js';
import {line, Part, select, slider} from './part.js';
import {t} from './words.js';

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];
/** What to begin with: darkest first, as backgrounds want it. */
const FIRST = ['#14213D', '#FCA311', '#F4F1EA'];

class BrandPart extends Part {
  static properties = {files: {state: true}, collections: {state: true}};

  #collection = null;

  drawing() {
    return 'badge';
  }

  heading() {
    return t('brand');
  }

  pointers() {
    return ['/brand'];
  }

  summary() {
    const {logo, intro, outro, endCard, colors, font} = this.form.brand;
    return [logo && t('logo'), (intro || outro) && t('introOutro'), colors?.length && t('colours'), font, endCard].filter(Boolean).join(' · ') || t('none');
  }

  updated() {
    if (!this.open) return;
    if (!this.collections) this.#loadCollections();
    const {collection} = this.form.footage;
    if (collection === this.#collection) return;
    this.#collection = collection;
    this.#load(collection);
  }

  async #loadCollections() {
    this.collections = [];
    this.collections = await get('/v1/materials/collections').then(found => found.collections, problem => (complain(problem), []));
  }

  /** The same collection that the pictures section has: a brief knows one. */
  #from() {
    const {footage} = this.form;
    return select({label: t('brandFrom'), value: footage.collection, hint: t('brandFromHint'),
      options: [['', t('noCollection')], ...this.collections.map(one => [one.id, one.name])],
      pick: collection => this.change({footage: {...footage, collection}})});
  }

  async #load(collection) {
    this.files = [];
    if (!collection) return;
    try {
      const found = await get(`/v1/materials?limit=100&collection=${encodeURIComponent(collection)}`);
      if (this.#collection === collection) this.files = found.materials.map(one => ({name: one.current?.name ?? one.title, kind: one.kind}));
    } catch (problem) {
      complain(problem);
    }
  }

  #set(patch) {
    const brand = {...this.form.brand, ...patch};
    for (const [key, value] of Object.entries(patch)) if (value === undefined || value === '') delete brand[key];
    this.change({brand});
  }

  #file(key, kinds) {
    const value = this.form.brand[key] ?? '';
    const names = (this.files ?? []).filter(file => kinds.includes(file.kind)).map(file => file.name);
    const options = [['', t('none')], ...[...new Set(value ? [value, ...names] : names)].map(name => [name, name])];
    return select({label: t(key), value, options, pick: name => this.#set({[key]: name})});
  }

  #colours() {
    const colors = this.form.brand.colors ?? [];
    const put = (at, value) => this.#set({colors: colors.map((one, place) => (place === at ? value : one))});
    return html`<fieldset><legend>${t('colours')}</legend><div class="row">
      ${colors.map((colour, at) => html`<input type="color" aria-label=${t('colourNumber', {n: at + 1})} .value=${colour} @input=${event => put(at, event.target.value.toUpperCase())}>`)}
      ${colors.length ? html`
        ${colors.length < 5 ? html`<button type="button" class="quiet small" @click=${() => this.#set({colors: [...colors, '#FFFFFF']})}>${icon('plus')}${t('colourMore')}</button>` : nothing}
        ${colors.length > 3 ? html`<button type="button" class="plain small" @click=${() => this.#set({colors: colors.slice(0, -1)})}>${t('colourFewer')}</button>` : nothing}
        <button type="button" class="plain small" @click=${() => this.#set({colors: undefined})}>${t('coloursNone')}</button>`
      : html`<button type="button" class="quiet small" @click=${() => this.#set({colors: FIRST})}>${icon('plus')}${t('coloursOwn')}</button>`}
      </div><small class="hint">${t('coloursHint')}</small></fieldset>`;
  }

  body() {
    const {logo, logoCorner = 'top-right', logoWidth = 0.14, watermark, watermarkOpacity = 0.08, font, endCard} = this.form.brand;
    const has = this.form.footage.collection || Object.keys(this.form.brand).some(key => ['logo', 'intro', 'outro', 'watermark'].includes(key));
    return html`
      ${this.#colours()}
      <div class="fields">
        ${line({label: t('font'), value: font, placeholder: t('fontUsual'), hint: t('fontHint'), max: 100, pick: value => this.#set({font: value})})}
        ${line({label: t('endCard'), value: endCard, placeholder: t('endCardExample'), hint: t('endCardHint'), max: 80, pick: value => this.#set({endCard: value})})}
      </div>
      ${this.collections?.length ? this.#from() : nothing}
      ${has ? html`<div class="fields">
          ${this.#file('logo', ['STILL'])}
          ${logo ? html`${select({label: t('corner'), value: logoCorner, options: CORNERS.map(one => [one, t(`corner_${one}`)]), pick: value => this.#set({logoCorner: value})})}
            ${slider({label: t('logoWidth'), value: Math.round(logoWidth * 100), min: 2, max: 50, step: 1, say: value => percent(value / 100), pick: value => this.#set({logoWidth: value / 100})})}` : nothing}
        </div>
        <div class="fields">${this.#file('intro', ['STILL', 'VIDEO'])}${this.#file('outro', ['STILL', 'VIDEO'])}</div>
        <div class="fields">${this.#file('watermark', ['STILL'])}
          ${watermark ? slider({label: t('opacity'), value: Math.round(watermarkOpacity * 100), min: 1, max: 100, step: 1, say: value => percent(value / 100), pick: value => this.#set({watermarkOpacity: value / 100})}) : nothing}</div>`
      : this.collections?.length ? nothing : html`<p class="hint">${t('brandFiles')} <a href="/materials">${t('toMaterials')}</a></p>`}`;
  }
}

define('mp-create-brand', BrandPart);
