// Who speaks: listen before choosing.

import {define, html, nothing} from '../../core/element.js';
import {figure, languageName} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {complain} from '../../parts/toast.js';
import {choice, Part, slider} from './part.js';
import {hearing, listen, onHearing} from './sound.js';
import {cloned, fitting, provider, voices} from './voices.js';
import {t} from './words.js';

/** More rows at once make nobody find more. */
const SHOWN = 40;

class VoicePart extends Part {
  static properties = {list: {state: true}, trouble: {state: true}, text: {state: true}, where: {state: true},
    gender: {state: true}, more: {state: true}};

  #left = new AbortController();
  #asked = false;

  constructor() {
    super();
    Object.assign(this, {text: '', where: 'all', gender: '', more: SHOWN});
  }

  connectedCallback() {
    super.connectedCallback();
    this.#left = new AbortController();
    onHearing(() => this.requestUpdate(), this.#left.signal);
  }

  /** There are hundreds: they are fetched when they are looked at, or one of them has to be named. */
  updated() {
    if (!this.#asked && (this.open || this.form.voice !== 'auto')) this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  async #load() {
    this.#asked = true;
    this.trouble = null;
    try {
      this.list = await voices();
    } catch (problem) {
      this.trouble = problem;
    }
  }

  drawing() {
    return 'mic';
  }

  heading() {
    return t('voice');
  }

  pointers() {
    return ['/voice', '/rate', '/narration'];
  }

  summary() {
    const {voice, rate} = this.form;
    const name = voice === 'auto' ? t('voiceAuto') : this.list?.find(one => one.id === voice)?.name ?? voice;
    return rate === 1 ? name : `${name} · ${t('times', {rate: figure(rate)})}`;
  }

  /** The language that is spoken in the end. */
  get #language() {
    return this.form.translateTo || this.form.language;
  }

  async #hear(id) {
    const asked = new URLSearchParams({voice: id, language: this.#language, format: 'mp3', rate: String(this.form.rate)});
    await listen(`voice ${id}`, `/v1/voices/sample?${asked}`).catch(complain);
  }

  #play(id, name) {
    const state = hearing(`voice ${id}`);
    return html`<button type="button" class="plain square small hear" aria-label=${t(state ? 'hush' : 'hear', {name})}
      aria-busy=${state === 'loading'} @click=${() => this.#hear(id)}>${icon(state === 'playing' ? 'stop' : state ? 'refresh' : 'play')}</button>`;
  }

  #row(id, name, chips) {
    return html`<li class="voice">${this.#play(id, name)}
      <label><input type="radio" name="voice" value=${id} .checked=${this.form.voice === id} @change=${() => this.change({voice: id})}>
        <span class="cut">${name}</span>${chips}</label></li>`;
  }

  #chips(voice) {
    const gender = voice.gender === 'unknown' ? nothing : html`<span class="chip">${t(voice.gender)}</span>`;
    const where = voice.offline ? html`<span class="chip good">${t('offline')}</span>` : html`<span class="chip info">${t('online')}</span>`;
    return html`<span class="chips">${gender}${cloned(voice) ? html`<span class="chip busy">${t('cloned')}</span>` : nothing}${where}
      <span class="chip quieter">${provider(voice)}</span></span>`;
  }

  #all() {
    const found = fitting(this.list, {language: this.#language, text: this.text, where: this.where, gender: this.gender});
    // Who was chosen stays in sight, whatever is being looked for.
    const chosen = this.list.find(voice => voice.id === this.form.voice && !found.slice(0, this.more).includes(voice));
    return html`
      <p class="hint" role="status">${t('voicesFound', {n: found.length, language: languageName(this.#language)})}</p>
      <ul class="voices">
        ${this.#row('auto', t('voiceAutoLong'), nothing)}
        ${[...(chosen ? [chosen] : []), ...found.slice(0, this.more)].map(voice => this.#row(voice.id, voice.name, this.#chips(voice)))}
      </ul>
      ${found.length ? nothing : empty({icon: 'search', title: t('noVoice'), text: t('noVoiceHint')})}
      ${found.length > this.more ? html`<button type="button" class="quiet small" @click=${() => (this.more += SHOWN)}>${t('more')}</button>` : nothing}`;
  }

  body() {
    const {rate, pitch} = this.form;
    return html`
      <div class="row">
        <input type="search" class="find" aria-label=${t('findVoice')} placeholder=${t('findVoice')} .value=${this.text} @input=${event => (this.text = event.target.value)}>
        ${choice({label: t('where'), hide: true, name: 'where', value: this.where, pick: where => (this.where = where),
          options: [['all', t('all')], ['offline', t('offline')], ['online', t('online')], ['cloned', t('cloned')]]})}
        ${choice({label: t('gender'), hide: true, name: 'gender', value: this.gender, pick: gender => (this.gender = gender),
          options: [['', t('all')], ['female', t('female')], ['male', t('male')]]})}
      </div>
      ${this.trouble ? problemBox(this.trouble, () => this.#load()) : this.list ? this.#all() : waiting(4)}
      <div class="fields">
        ${slider({label: t('rate'), value: rate, min: 0.5, max: 2, step: 0.05, say: value => t('times', {rate: figure(value)}), pick: value => this.change({rate: value})})}
        ${slider({label: t('pitch'), value: pitch, min: -12, max: 12, step: 1, say: value => t('semitones', {n: value}), pick: value => this.change({pitch: value})})}
      </div>`;
  }
}

define('mp-create-voice', VoicePart);
