// How captions look: a preset, and what is to be different about it.

import {get} from '../../core/api.js';
import {define, html, nothing} from '../../core/element.js';
import {percent} from '../../core/format.js';
import {problemBox} from '../../parts/problem.js';
import {waiting} from '../../parts/states.js';
import {picture} from './caption-pictures.js';
import {check, choice, line, Part, select, slider} from './part.js';
import {or, t} from './words.js';
import './preview.js';

/** Where the preview stands far below what is chosen here. */
const narrow = matchMedia('(max-width: 59.99rem)');

/** Of it, the middle is shown. */
const TILE = {width: 320, height: 320, fps: 30};
const MODES = ['karaoke', 'boxed', 'sentence', 'word', 'pop', 'typewriter'];
const POSITIONS = ['top', 'center', 'bottom'];
const COLOURS = ['color', 'highlight', 'outline'];
const BACKGROUNDS = ['none', 'box', 'rounded'];
const AREAS = ['all', 'tiktok', 'reels', 'shorts', 'none'];

class Captions extends Part {
  static properties = {presets: {state: true}, tiles: {state: true}, trouble: {state: true}};

  #language = '';

  constructor() {
    super();
    this.tiles = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  drawing() {
    return 'captions';
  }

  heading() {
    return t('captions');
  }

  pointers() {
    return ['/captions'];
  }

  summary() {
    const {enabled, preset} = this.form.captions;
    return enabled ? or(`preset_${preset ?? 'classic'}`, preset) : t('none');
  }

  async #load() {
    this.trouble = null;
    try {
      this.presets = (await get('/v1/caption-presets')).presets;
    } catch (problem) {
      this.trouble = problem;
    }
  }

  updated() {
    const language = this.form.translateTo || this.form.language;
    if (this.open && this.presets && this.#language !== language) {
      this.#language = language;
      this.#draw(language);
    }
  }

  /** One after the other: the first are seen while the last are drawn. */
  async #draw(language) {
    for (const {name} of this.presets) {
      if (this.#language !== language || !this.isConnected) return;
      const style = {preset: name, size: name === 'big-word' ? 15 : 10.5, position: 'center', safeArea: 'none', maxWords: 2, maxLines: 1};
      const tile = await picture({style, canvas: TILE, language}).catch(() => null); // the name alone will do
      this.tiles = {...this.tiles, [name]: tile?.src};
    }
  }

  #set(patch) {
    const captions = {...this.form.captions, ...patch};
    for (const [key, value] of Object.entries(patch)) if (value === undefined) delete captions[key];
    this.change({captions});
  }

  /** What holds for now: as chosen, else as the preset has it. */
  #value(key) {
    const preset = this.form.captions.preset ?? 'classic';
    return this.form.captions[key] ?? this.presets?.find(one => one.name === preset)?.style[key];
  }

  #tile({name}) {
    const {preset = 'classic', enabled} = this.form.captions;
    // Another preset is another look: what was changed about the last one is not carried over.
    const pick = () => this.change({captions: {enabled: true, ...(name === 'classic' ? {} : {preset: name})}});
    return html`<label class="look"><input type="radio" name="preset" value=${name} .checked=${enabled && preset === name} @change=${pick}>
      <span><i class="scene-dusk">${this.tiles[name] ? html`<img src=${this.tiles[name]} alt="">` : nothing}</i>${or(`preset_${name}`, name)}</span></label>`;
  }

  #colour(key) {
    return html`<label class="field"><span>${t(`colour_${key}`)}</span>
      <input type="color" .value=${this.#value(key) ?? '#ffffff'} @input=${event => this.#set({[key]: event.target.value.toUpperCase()})}></label>`;
  }

  #details() {
    const changed = Object.keys(this.form.captions).filter(key => !['enabled', 'preset'].includes(key)).length;
    return html`<details class="inner"><summary>${t('adjust')}${changed ? html` <span class="chip busy">${changed}</span>` : nothing}</summary>
      <div class="stack">
        <div class="fields">
          ${select({label: t('mode'), value: this.#value('mode') ?? 'karaoke', options: MODES.map(one => [one, t(`mode_${one}`)]), pick: mode => this.#set({mode})})}
          ${select({label: t('behind'), value: this.#value('background') ?? 'none', options: BACKGROUNDS.map(one => [one, t(`behind_${one}`)]), pick: background => this.#set({background})})}
          ${select({label: t('safeArea'), value: this.#value('safeArea') ?? 'all', options: AREAS.map(one => [one, t(`area_${one}`)]), pick: safeArea => this.#set({safeArea})})}
        </div>
        ${choice({label: t('position'), name: 'position', value: this.form.captions.offset === undefined ? this.#value('position') ?? 'bottom' : '',
          options: POSITIONS.map(one => [one, t(`position_${one}`)]), pick: position => this.#set({position, offset: undefined})})}
        <div class="fields">
          ${slider({label: t('height'), value: this.form.captions.offset ?? {top: 15, center: 50, bottom: 75}[this.#value('position') ?? 'bottom'], min: 5, max: 95, step: 1,
            say: value => percent(value / 100, 1), pick: offset => this.#set({offset})})}
          ${slider({label: t('size'), value: this.#value('size') ?? 6.6, min: 2, max: 16, step: 0.2, say: value => percent(value / 100, 1), pick: size => this.#set({size})})}
          ${slider({label: t('outlineWidth'), value: this.#value('outlineWidth') ?? 8.5, min: 0, max: 20, step: 0.5, say: value => percent(value / 100, 1), pick: outlineWidth => this.#set({outlineWidth})})}
        </div>
        <div class="row">${COLOURS.map(key => this.#colour(key))}</div>
        <div class="fields">
          ${line({label: t('font'), value: this.form.captions.font, placeholder: t('fontUsual'), max: 100, pick: font => this.#set({font: font || undefined})})}
          ${select({label: t('maxWords'), value: this.#value('maxWords') ?? '', options: [['', t('usual')], ...[1, 2, 3, 4, 5, 6, 8, 10].map(n => [n, String(n)])],
            pick: value => this.#set({maxWords: Number(value) || undefined})})}
        </div>
        ${check({label: t('uppercase'), value: this.#value('uppercase'), pick: uppercase => this.#set({uppercase})})}
        ${check({label: t('spring'), value: this.#value('spring'), pick: spring => this.#set({spring})})}
      </div></details>`;
  }

  body() {
    if (this.trouble) return problemBox(this.trouble, () => this.#load());
    if (!this.presets) return waiting(3);
    return html`
      ${narrow.matches && this.form.captions.enabled ? html`<mp-create-preview class="stack tight" compact .form=${this.form}></mp-create-preview>` : nothing}
      ${check({label: t('captionsOn'), hint: t('captionsOnHint'), value: this.form.captions.enabled, pick: enabled => this.#set({enabled})})}
      ${this.form.captions.enabled ? html`<fieldset><legend class="hidden">${t('captions')}</legend>
        <div class="looks">${this.presets.map(preset => this.#tile(preset))}</div></fieldset>${this.#details()}` : nothing}`;
  }
}

define('mp-create-captions', Captions);
