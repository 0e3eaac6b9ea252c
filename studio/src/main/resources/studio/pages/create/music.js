// What plays under the voice: composed for the video, a piece of the library, or nothing.

import {get} from '../../core/api.js';
import {define, html, nothing} from '../../core/element.js';
import {clock, figure} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {complain} from '../../parts/toast.js';
import {choice, Part, slider} from './part.js';
import {hearing, listen, onHearing} from './sound.js';
import {t} from './words.js';

const MOODS = ['calm', 'bright', 'driving'];

class Music extends Part {
  static properties = {pieces: {state: true}, trouble: {state: true}, mood: {state: true}, text: {state: true}};

  #left = new AbortController();

  constructor() {
    super();
    Object.assign(this, {mood: '', text: ''});
  }

  connectedCallback() {
    super.connectedCallback();
    this.#left = new AbortController();
    onHearing(() => this.requestUpdate(), this.#left.signal);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  drawing() {
    return 'note';
  }

  heading() {
    return t('music');
  }

  pointers() {
    return ['/music'];
  }

  summary() {
    const {kind, mood, id} = this.form.music;
    if (kind === 'none') return t('none');
    if (kind === 'piece') return this.pieces?.find(piece => piece.id === id)?.title ?? (id || t('choosePiece'));
    return mood ? t(`mood_${mood}`) : t('any');
  }

  updated() {
    if (this.open && !this.pieces && !this.trouble) this.#load();
  }

  async #load() {
    this.trouble = null;
    try {
      this.pieces = (await get('/v1/music', {signal: this.#left.signal})).pieces;
    } catch (problem) {
      if (!this.#left.signal.aborted) this.trouble = problem;
    }
  }

  #set(patch) {
    this.change({music: {...this.form.music, ...patch}});
  }

  #piece({id, title, mood, seconds, tempo}) {
    const state = hearing(`music ${id}`);
    return html`<li class="voice">
      <button type="button" class="plain square small hear" aria-label=${t(state ? 'hush' : 'hear', {name: title})} aria-busy=${state === 'loading'}
        @click=${() => listen(`music ${id}`, `/v1/music/${encodeURIComponent(id)}/sound`).catch(complain)}>${icon(state === 'playing' ? 'stop' : state ? 'refresh' : 'play')}</button>
      <label><input type="radio" name="piece" value=${id} .checked=${this.form.music.id === id} @change=${() => this.#set({id})}>
        <span class="cut">${title}</span>
        <span class="chips">${mood ? html`<span class="chip">${t(`mood_${mood}`)}</span>` : nothing}
          <span class="chip quieter number">${clock(seconds)}${tempo ? ` · ${Math.round(tempo)} BPM` : ''}</span></span></label></li>`;
  }

  #library() {
    if (this.trouble) return problemBox(this.trouble, () => this.#load());
    if (!this.pieces) return waiting(4);
    const words = this.text.toLowerCase();
    const found = this.pieces.filter(piece => (!this.mood || piece.mood === this.mood)
      && `${piece.title} ${(piece.tags ?? []).join(' ')}`.toLowerCase().includes(words));
    return html`
      <div class="row">
        <input type="search" class="find" aria-label=${t('findMusic')} placeholder=${t('findMusic')} .value=${this.text} @input=${event => (this.text = event.target.value)}>
        ${choice({label: t('mood'), hide: true, name: 'piece-mood', value: this.mood, pick: mood => (this.mood = mood),
          options: [['', t('all')], ...MOODS.map(mood => [mood, t(`mood_${mood}`)])]})}
      </div>
      ${found.length ? html`<ul class="voices">${found.map(piece => this.#piece(piece))}</ul>`
        : empty({icon: 'sound', title: t('noMusic'), text: t('noMusicHint')})}`;
  }

  body() {
    const {kind, mood, volume} = this.form.music;
    return html`
      ${choice({label: t('music'), hide: true, name: 'music', value: kind, pick: picked => this.#set({kind: picked}),
        options: [['mood', t('composed')], ['piece', t('fromLibrary')], ['none', t('none')]]})}
      ${kind === 'mood' ? html`<p class="hint">${t('composedHint')}</p>
        ${choice({label: t('mood'), name: 'mood', value: mood, options: MOODS.map(one => [one, t(`mood_${one}`)]), pick: picked => this.#set({mood: picked})})}` : nothing}
      ${kind === 'piece' ? this.#library() : nothing}
      ${kind === 'none' ? nothing : slider({label: t('volume'), value: volume, min: -40, max: 0, step: 1, say: value => `${figure(value)} dB`, pick: value => this.#set({volume: value})})}`;
  }
}

define('mp-create-music', Music);
