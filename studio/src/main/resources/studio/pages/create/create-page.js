// The start of everything: say what the video is about, and press Enter. All else has a default.

import {get, orderKey, post} from '../../core/api.js';
import {draft} from '../../core/draft.js';
import {define, html, Page, painted, styles} from '../../core/element.js';
import {go} from '../../core/router.js';
import {asApi} from '../../parts/as-api.js';
import {icon} from '../../parts/icon.js';
import '../../parts/menu.js';
import {problemBox} from '../../parts/problem.js';
import {complain, toast} from '../../parts/toast.js';
import {calls} from './calls.js';
import {again, withBrief} from './from-brief.js';
import {blank, briefOf} from './form.js';
import {choice} from './part.js';
import {briefFrom, keep, manage, presets, title} from './presets.js';
import {silence} from './sound.js';
import {t} from './words.js';
import './composer.js';

await styles(import.meta.url, 'create.css');

const kept = draft('create', {apart: true});

class CreatePage extends Page {
  static properties = {form: {state: true}, problem: {state: true}, sending: {state: true}, warnings: {state: true}, list: {state: true}};

  #order = orderKey();

  constructor() {
    super();
    this.list = [];
    this.warnings = [];
    this.#restore(kept.load());
    this.addEventListener('mp-change', event => this.#change(event.detail));
    this.addEventListener('mp-send', () => this.#send());
    this.addEventListener('mp-warnings', event => (this.warnings = event.detail));
  }

  connectedCallback() {
    super.connectedCallback();
    this.name(t('name'));
    this.#presets().catch(() => {}); // the menu is then shorter; saving one says what is wrong
    this.#given();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    kept.flush();
    silence();
  }

  async firstUpdated() {
    painted().then(() => import('./sections.js')).catch(complain); // all have defaults: one can begin without them
    if (matchMedia('(pointer: coarse)').matches) return; // no keyboard over half a phone
    await this.querySelector('mp-create-composer').updateComplete;
    this.querySelector('#about').focus();
  }

  /** What an older page kept may lack what this one knows. */
  #restore(value) {
    this.form = {...blank(), ...value?.form};
    if (value?.order) this.#order = value.order;
  }

  /** /?from=<id of a video>: the same again, to be changed. */
  async #given() {
    const from = this.query?.get('from');
    if (!from) return;
    try {
      this.form = again((await get(`/v1/videos/${encodeURIComponent(from)}`, {signal: this.leaving})).brief);
      this.#save();
      go('/', {replace: true}); // a refresh must not undo what is changed from here on
    } catch (problem) {
      if (!this.leaving.aborted) complain(problem);
    }
  }

  #save() {
    kept.save({form: this.form, order: this.#order});
  }

  #change(patch) {
    this.form = {...this.form, ...patch};
    this.problem = null;
    this.#order = orderKey(); // another wish is another order
    this.#save();
  }

  async #send() {
    if (this.sending) return;
    if (!this.form.text.trim()) {
      this.problem = {message: t('empty'), violations: []};
      this.querySelector('#about').focus();
      return;
    }
    this.sending = true;
    this.problem = null;
    try {
      const made = await post('/v1/videos', briefOf(this.form), {'Idempotency-Key': this.#order});
      this.#change({text: '', kind: null, title: ''}); // the look stays for the next one
      kept.replace({form: this.form, order: this.#order});
      go(`/videos/${made.id}`);
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.sending = false;
    }
  }

  async #presets() {
    this.list = await presets(this.leaving);
    return this.list;
  }

  async #use(preset) {
    try {
      const brief = await briefFrom(preset);
      if (!brief) return;
      const before = this.form;
      this.#change(withBrief({...this.form, seed: null}, brief));
      toast(t('used', {name: title(preset)}), {action: {label: t('undo'), run: () => this.#change(before)}});
    } catch (problem) {
      complain(problem);
    }
  }

  async #keep(kind) {
    const made = await keep(this.form, kind, this.list);
    if (!made) return;
    toast(t('kept', {name: title(made)}), {kind: 'good'});
    await this.#presets().catch(complain);
  }

  #clear() {
    const before = this.form;
    this.#change(blank());
    toast(t('cleared'), {action: {label: t('undo'), run: () => this.#change(before)}});
  }

  #menu() {
    return [
      ...this.list.slice(0, 12).map(preset => ({label: title(preset), icon: preset.name.startsWith('brand-') ? 'sparkle' : 'copy', run: () => this.#use(preset)})),
      ...(this.list.length ? [null] : []),
      {label: t('keepPreset'), icon: 'plus', run: () => this.#keep('all')},
      {label: t('keepBrand'), icon: 'plus', run: () => this.#keep('brand')},
      {label: t('manage'), icon: 'gear', run: () => manage(this.list, () => this.#presets())},
      null,
      {label: t('clear'), icon: 'undo', run: () => this.#clear()},
    ];
  }

  #begin() {
    const {review} = this.form;
    return html`
      <div class="begin">
        ${choice({label: t('review'), name: 'review', value: review === 'storyboard' ? 'scenes' : review, pick: picked => this.#change({review: picked}),
          options: [['none', t('reviewNone')], ['scenes', t('reviewScenes')]]})}
        <button type="button" class="primary large" ?disabled=${this.sending} @click=${() => this.#send()}>
          ${icon(review === 'none' ? 'film' : 'rows')}<span>${t(this.sending ? 'sending' : review === 'none' ? 'create' : 'createBoard')}</span></button>
      </div>
      <p class="hint">${t(review === 'none' ? 'reviewNoneHint' : 'reviewScenesHint')}</p>
      ${problemBox(this.problem)}`;
  }

  render() {
    const {form, problem} = this;
    return html`<div class="page">
      <header class="head"><div><h1>${t('question')}</h1></div>
        <div class="row"><mp-menu icon="copy" text=${t('presets')} label=${t('presets')} .items=${this.#menu()}></mp-menu>${asApi(() => calls(this.form))}</div></header>
      <div class="split">
        <div class="stack">
          <section class="card stack" aria-label=${t('question')}>
            <mp-create-composer class="stack tight" .form=${form} .problem=${problem} .warnings=${this.warnings}></mp-create-composer>
            ${this.#begin()}
          </section>
          <section class="card parts" aria-label=${t('choices')}>
            <mp-create-writing .form=${form} .problem=${problem}></mp-create-writing>
            <mp-create-voice .form=${form} .problem=${problem}></mp-create-voice>
            <mp-create-format .form=${form} .problem=${problem}></mp-create-format>
            <mp-create-captions .form=${form} .problem=${problem}></mp-create-captions>
            <mp-create-music .form=${form} .problem=${problem}></mp-create-music>
            <mp-create-footage .form=${form} .problem=${problem}></mp-create-footage>
            <mp-create-brand .form=${form} .problem=${problem}></mp-create-brand>
            <mp-create-more .form=${form} .problem=${problem}></mp-create-more>
          </section>
        </div>
        <aside class="aside stack" aria-label=${t('outcome')}>
          <section class="card stack"><h2>${t('estimate')}</h2><mp-create-estimate class="stack tight" .form=${form}></mp-create-estimate></section>
          <section class="card stack look-card"><h2>${t('look')}</h2><mp-create-preview class="stack tight" .form=${form}></mp-create-preview></section>
        </aside>
      </div>
    </div>`;
  }
}

define('mp-create-page', CreatePage);
