// One scene as a card. It changes nothing itself: it tells the page what is wanted.

import {define, Element, html, nothing} from '../../core/element.js';
import {clock} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import '../../parts/menu.js';
import {conflictBox} from './conflict-box.js';
import {lengthOf} from './lengths.js';
import {shownBy} from './shown.js';
import {t} from './words.js';
import './picture.js';

/**
 * <mp-scene-card .scene .place .count .made .path .heard .sounding .waiting .conflicts .wrong>
 *
 * Tells by mp-scene: {act, id, …}.
 */
class SceneCard extends Element {
  static properties = {
    scene: {attribute: false}, place: {type: Number}, count: {type: Number}, made: {attribute: false}, path: {},
    heard: {attribute: false}, sounding: {type: Boolean}, waiting: {type: Boolean}, conflicts: {attribute: false}, wrong: {attribute: false},
    voices: {attribute: false},
  };

  tell(act, more = {}) {
    this.dispatchEvent(new CustomEvent('mp-scene', {detail: {act, id: this.scene.id, ...more}, bubbles: true}));
  }

  get text() {
    return this.querySelector('textarea');
  }

  #key(event) {
    const {key, altKey, ctrlKey, metaKey} = event;
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault();
      this.tell('move', {to: this.place + (key === 'ArrowUp' ? -1 : 1)});
    } else if ((ctrlKey || metaKey) && key === 'Enter' && event.target === this.text) {
      event.preventDefault();
      this.#split();
    }
  }

  #split() {
    this.tell('split', {at: this.text.selectionStart});
  }

  #menu() {
    const {locked} = this.scene;
    return [
      ...(this.place ? [{label: t('up'), icon: 'up', run: () => this.tell('move', {to: this.place - 1})}] : []),
      ...(this.place + 1 < this.count ? [{label: t('down'), icon: 'chevron', run: () => this.tell('move', {to: this.place + 1})}] : []),
      ...(this.count > 1 ? [null] : []),
      ...(locked ? [] : [
        {label: t('split'), icon: 'split', run: () => this.#split()},
        ...(this.place + 1 < this.count ? [{label: t('merge'), icon: 'merge', run: () => this.tell('merge')}] : []),
      ]),
      {label: t('addHere'), icon: 'plus', run: () => this.tell('add')},
      null,
      {label: locked ? t('unlock') : t('lock'), icon: locked ? 'unlock' : 'lock', run: () => this.tell('lock', {locked: !locked})},
      ...(locked || this.count < 2 ? [] : [{label: t('remove'), icon: 'trash', danger: true, run: () => this.tell('remove')}]),
    ];
  }

  #length() {
    const {seconds, sure} = lengthOf(this.scene, this.made, this.heard);
    return html`<span class="chip number">${sure ? '' : '≈ '}${clock(seconds)}</span>`;
  }

  #picture(shown) {
    const {how, key} = shown;
    const word = how === 'auto' ? t('auto') : how === 'drawn' ? t('drawn') : t('shows', {what: key});
    return html`<button class="shown" ?disabled=${this.scene.locked} aria-label="${t('clip')}: ${word}" title=${word} @click=${() => this.tell('clips')}>
      <mp-still .path=${shown.still ?? ''}></mp-still><span class="cut">${how === 'auto' ? t('autoShort') : how === 'drawn' ? t('drawnShort') : /^(library|folder):/.test(key) ? t('mine') : key.split(':')[0]}</span></button>`;
  }

  #voice() {
    const {voice} = this.scene.scene;
    return voice ? html`<span class="chip info">${icon('sound')}${t('ownVoice', {voice: this.voices?.get(voice)?.name ?? voice})}</span>` : nothing;
  }

  #terms() {
    const {terms} = this.scene.scene;
    return html`<label class="terms"><span>${t('terms')}</span>
      <input dir="auto" .value=${terms.join(', ')} placeholder=${t('termsHint')} ?readonly=${this.scene.locked} spellcheck="false"
        @change=${event => this.tell('terms', {terms: event.target.value.split(',').map(term => term.trim()).filter(Boolean).slice(0, 8)})}></label>`;
  }

  render() {
    const {scene, place} = this;
    const number = place + 1;
    const act = (name, drawing, act) => html`<button class="plain small" ?disabled=${scene.locked} @click=${() => this.tell(act)}>${icon(drawing)}<span>${t(name)}</span></button>`;
    return html`<article class="card scene ${scene.locked ? 'locked' : ''}" aria-label=${t('scene', {number})} @keydown=${this.#key}>
      <div class="side">
        <button class="plain square grip" aria-label=${t('grip', {number})} title=${t('moveHint')} aria-describedby="move-hint"
          @pointerdown=${event => this.tell('drag', {event, card: this})}>${icon('grip')}</button>
        <b class="number" aria-hidden="true">${number}</b>
      </div>
      ${this.#picture(shownBy(scene, this.made, this.path))}
      <div class="told">
        <textarea rows="2" dir="auto" aria-label=${t('narration', {number})} placeholder=${t('placeholder')} .value=${scene.scene.narration} ?readonly=${scene.locked}
          maxlength="10000" aria-invalid=${this.wrong?.length ? 'true' : nothing} aria-describedby=${this.wrong?.length ? `wrong-${scene.id}` : nothing}
          @input=${event => this.tell('narration', {text: event.target.value})}></textarea>
        ${this.wrong?.length ? html`<p class="wrong" id="wrong-${scene.id}" role="alert">${this.wrong.join(' ')}</p>` : nothing}
        ${this.#terms()}
        <div class="row acts">
          <button class="plain small" aria-pressed=${this.sounding} @click=${() => this.tell(this.sounding ? 'stop' : 'listen')}>
            ${icon(this.sounding && !this.waiting ? 'stop' : 'play')}<span>${this.waiting ? t('loading') : this.sounding ? t('stop') : t('listen')}</span></button>
          ${act('rewrite', 'sparkle', 'rewrite')}${act('voice', 'sound', 'voice')}${act('clip', 'image', 'clips')}
          <mp-menu label=${t('more', {number})} .items=${this.#menu()}></mp-menu>
          <span class="row facts">${this.#voice()}${scene.locked ? html`<span class="chip">${icon('lock')}${t('locked')}</span>` : nothing}${this.#length()}</span>
        </div>
        ${(this.conflicts ?? []).map(conflict => conflictBox(conflict, answer => this.tell('settle', {conflict, answer})))}
      </div></article>`;
  }
}

define('mp-scene-card', SceneCard);
