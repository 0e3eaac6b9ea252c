// The scenes of a video: to be read, heard, changed and put in order before they are rendered.

import {define, html, nothing, Page, styles} from '../../core/element.js';
import {repeat} from 'lit/directives/repeat.js';
import {get} from '../../core/api.js';
import {clock} from '../../core/format.js';
import {go} from '../../core/router.js';
import {asApi} from '../../parts/as-api.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {complain, toast} from '../../parts/toast.js';
import {calls} from './calls.js';
import {conflictBox} from './conflict-box.js';
import {editor} from './editor.js';
import {Keeper} from './keeper.js';
import {total} from './lengths.js';
import {Listening} from './player.js';
import {t} from './words.js';
import './scene-card.js';

await styles(import.meta.url, 'storyboard.css');

const CHIPS = {saved: 'good', unsaved: '', saving: 'busy', offline: 'warn', refused: 'bad', failed: 'bad', loading: ''};

class StoryboardPage extends Page {
  static properties = {...Page.properties, spoken: {state: true}, busy: {state: true}};

  #voices = new Map();
  #focus = null;

  connectedCallback() {
    super.connectedCallback();
    const draw = () => this.requestUpdate();
    this.keeper = new Keeper(this.params.id, this.leaving);
    this.listening = new Listening(this.keeper.path);
    for (const type of ['change', 'loaded']) this.keeper.addEventListener(type, draw);
    this.keeper.addEventListener('conflict', () => toast(t('together')));
    this.keeper.addEventListener('loaded', () => this.#loadVoices(), {once: true});
    for (const type of ['change', 'heard']) this.listening.addEventListener(type, draw);
    this.editor = editor({
      keeper: this.keeper,
      listening: this.listening,
      say: text => (this.spoken = text),
      focus: where => (this.#focus = where),
      voices: () => [...this.#voices.values()],
      cards: () => [...this.querySelectorAll('mp-scene-card')],
    });
    addEventListener('keydown', event => this.#key(event), {signal: this.leaving});
    this.leaving.addEventListener('abort', () => this.listening.close());
    this.name(t('title'));
    this.keeper.open();
  }

  async #loadVoices() {
    const {voices} = await get(`/v1/voices?language=${encodeURIComponent(this.keeper.server.language)}`, {signal: this.leaving}).catch(() => ({voices: []}));
    this.#voices = new Map(voices.map(voice => [voice.id, voice]));
    this.requestUpdate();
  }

  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]') || !this.keeper.board) return;
    const key = event.key.toLowerCase();
    const back = key === 'z' && !event.shiftKey;
    if (!back && key !== 'y' && key !== 'z') return;
    event.preventDefault();
    if (back) this.editor.undo();
    else this.editor.redo();
  }

  updated() {
    if (!this.#focus) return;
    const {id, selector, at} = this.#focus;
    const card = this.querySelector(`mp-scene-card[data-id="${CSS.escape(id)}"]`);
    this.#focus = null;
    card?.updateComplete.then(() => {
      const target = card.querySelector(selector);
      target?.focus();
      if (at !== null && target?.setSelectionRange) target.setSelectionRange(at, at);
    });
  }

  async #render() {
    this.busy = true;
    try {
      go(`/videos/${await this.editor.render()}`);
    } catch (problem) {
      if (problem.status === 412) this.keeper.reload().catch(complain);
      complain(problem);
    }
    this.busy = false;
  }

  /** What the node does not take, at the scene it is about. */
  #wrong(place) {
    return (this.keeper.problem?.violations ?? []).filter(({pointer}) => pointer?.startsWith(`/scenes/${place}/`)).map(({detail}) => detail);
  }

  #elsewhere() {
    const {problem, state} = this.keeper;
    if (state !== 'refused' || !problem) return nothing;
    const others = (problem.violations ?? []).filter(({pointer}) => !/^\/scenes\/\d+\//.test(pointer ?? ''));
    return problem.violations?.length && !others.length ? nothing : problemBox(problem);
  }

  #card(scene, place) {
    const {keeper, listening} = this;
    return html`<li><mp-scene-card data-id=${scene.id} .scene=${scene} .place=${place} .count=${keeper.board.scenes.length}
      .made=${keeper.server?.made} .path=${keeper.path} .heard=${listening.heard} .voices=${this.#voices}
      .sounding=${listening.scene === scene.id} .waiting=${listening.scene === scene.id && listening.waiting}
      .conflicts=${keeper.desk.conflicts.filter(conflict => conflict.id === scene.id)} .wrong=${this.#wrong(place)}></mp-scene-card></li>`;
  }

  #head() {
    const {keeper} = this;
    const {seconds, sure} = total(keeper.board, keeper.server?.made, this.listening.heard);
    const {awaited} = keeper.server ?? {};
    return html`<div class="head">
      <div class="names">
        <a class="soft" href="/videos/${this.params.id}">${icon('left')}${t('back')}</a>
        <h1><span class="hidden">${t('title')}: </span><input class="title" dir="auto" aria-label=${t('name')} maxlength="300" .value=${keeper.board.title}
          @input=${event => this.editor.rename(event.target.value)}></h1>
        <p class="hint" id="render-hint">${awaited ? t('renderAwaited') : t('renderNew')}</p>
      </div>
      <div class="row">${asApi(() => calls(keeper))}</div></div>
    <div class="bar">
      <p class="row"><span class="number">${t('scenes', {n: keeper.board.scenes.length})} · ${t(sure ? 'exact' : 'about', {length: clock(seconds)})}</span>
        <span class="chip ${CHIPS[keeper.state]}" role="status">${t(keeper.state === 'failed' ? 'refused' : keeper.state)}</span></p>
      <div class="row keep">
        <button class="quiet square" aria-label=${t('undo')} title="${t('undo')} (Ctrl+Z)" ?disabled=${!keeper.desk.canUndo} @click=${() => this.editor.undo()}>${icon('undo')}</button>
        <button class="quiet square" aria-label=${t('redo')} title="${t('redo')} (Ctrl+Y)" ?disabled=${!keeper.desk.canRedo} @click=${() => this.editor.redo()}>${icon('redo')}</button>
        <button class="primary" id="render" ?disabled=${this.busy} aria-describedby="render-hint" @click=${this.#render}>
          ${icon('film')}${this.busy ? t('rendering') : awaited ? t('render') : t('again')}</button>
      </div></div>`;
  }

  render() {
    const {keeper} = this;
    if (!keeper.board) {
      const early = keeper.problem?.status === 409;
      if (early) return empty({icon: 'rows', title: t('nothingYet'), text: `${t('nothingYetHint')} ${keeper.problem.message}`, action: html`<a class="button quiet" href="/videos/${this.params.id}">${t('toVideo')}</a>`});
      if (keeper.problem?.status === 404) return empty({icon: 'film', title: t('unknown'), text: t('unknownText'), action: html`<a class="button primary" href="/videos">${t('toVideos')}</a>`});
      return keeper.problem ? problemBox(keeper.problem, () => keeper.open()) : waiting(6);
    }
    return html`<div class="page" @mp-scene=${event => this.editor.run(event.detail)}>
      ${this.#head()}
      ${this.#elsewhere()}
      ${keeper.desk.conflicts.filter(({id}) => !keeper.board.scenes.some(scene => scene.id === id)).map(conflict =>
        conflictBox(conflict, answer => this.editor.run({act: 'settle', conflict, answer})))}
      <ol class="scenes">${repeat(keeper.board.scenes, scene => scene.id, (scene, place) => this.#card(scene, place))}</ol>
      <div><button class="quiet" id="add" @click=${() => this.editor.run({act: 'add', id: null})}>${icon('plus')}${t('add')}</button></div>
      <p class="hidden" id="move-hint">${t('moveHint')}</p>
      <p class="hidden" id="said" role="status" aria-live="polite">${this.spoken}</p>
    </div>`;
  }
}

define('mp-storyboard-page', StoryboardPage);
