// The field that everything begins with: a topic, a script, an article or the address of a page.

import {define, Element, html, nothing} from '../../core/element.js';
import {clock} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import {kindOf} from './form.js';
import {oneLine} from './guess.js';
import {change, choice} from './part.js';
import {t} from './words.js';

const KINDS = ['topic', 'script', 'article', 'page'];

/** Characters that a voice speaks in a second; a Chinese one takes longer. */
const PACE = text => (/[\p{scx=Han}\p{scx=Kana}\p{scx=Hang}]/u.test(text) ? 4.5 : 15);

/** <mp-create-composer .form .problem .warnings>; asks to send with the event mp-send. */
class Composer extends Element {
  static properties = {form: {attribute: false}, problem: {attribute: false}, warnings: {attribute: false}};

  #key(event) {
    const sends = event.key === 'Enter' && !event.isComposing
      && (event.ctrlKey || event.metaKey || (oneLine(kindOf(this.form)) && !event.shiftKey));
    if (!sends) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('mp-send', {bubbles: true}));
  }

  #wrong() {
    const found = this.problem?.violations?.find(one => /^\/(topic|script|source|scenes)/.test(one.pointer ?? ''));
    return found?.message ?? '';
  }

  /** What the node would refuse once the video is begun. */
  #unfit(kind) {
    const found = this.warnings?.find(one => one.pointer === `/${kind}`);
    return found ? html`<div class="note stack tight"><p>${found.message}</p>
      <div class="actions"><button type="button" class="quiet small" @click=${() => change(this, {kind: 'script'})}>${t('asScript')}</button></div>
    </div>` : nothing;
  }

  #hint(kind) {
    const text = this.form.text.trim();
    const send = oneLine(kind) ? t('sendEnter') : t('sendControl');
    if (!text) return send;
    const length = kind === 'script' ? t('spoken', {time: clock(text.length / PACE(text) / this.form.rate)}) : t(`about_${kind}`);
    return `${length} · ${send}`;
  }

  render() {
    const kind = kindOf(this.form);
    const wrong = this.#wrong();
    return html`
      <label class="hidden" for="about">${t('question')}</label>
      <textarea id="about" class="about" dir="auto" rows=${oneLine(kind) && this.form.text.length < 90 ? 2 : 7} maxlength="60000" autocomplete="off"
        placeholder=${t('example')} aria-describedby="about-hint about-wrong" aria-invalid=${wrong ? 'true' : nothing}
        .value=${this.form.text} @input=${event => change(this, {text: event.target.value})} @keydown=${this.#key}></textarea>
      <p id="about-wrong" class="wrong" role="alert" ?hidden=${!wrong}>${wrong}</p>
      <div class="row spread">
        ${choice({label: t('takenFor'), hide: true, name: 'kind', value: kind,
          options: KINDS.map(one => [one, t(one)]), pick: picked => change(this, {kind: picked})})}
        ${this.form.kind ? html`<button type="button" class="plain small" @click=${() => change(this, {kind: null})}>${icon('sparkle')}${t('guess')}</button>` : nothing}
      </div>
      <p class="hint" id="about-hint" aria-live="polite">${this.#hint(kind)}</p>
      ${this.#unfit(kind)}`;
  }
}

define('mp-create-composer', Composer);
