// How it is written: language, length, style and tone, and what is made of a text that is given.

import {define, html, nothing} from '../../core/element.js';
import {clock, languageName} from '../../core/format.js';
import {kindOf} from './form.js';
import {written} from './guess.js';
import {check, choice, line, Part, select} from './part.js';
import {spoken, voices} from './voices.js';
import {t} from './words.js';

const LENGTHS = [30, 60, 90, 180];
const STYLES = ['documentary', 'story', 'listicle', 'tutorial', 'news', 'advert'];
const TONES = ['warm', 'lively', 'calm', 'serious', 'ironic', 'dramatic'];
const PLATFORMS = ['youtube', 'tiktok', 'instagram', 'facebook', 'x', 'linkedin', 'pinterest'];

class Writing extends Part {
  static properties = {languages: {state: true}};

  #asked = false;

  constructor() {
    super();
    this.languages = [];
  }

  drawing() {
    return 'pen';
  }

  heading() {
    return t('writing');
  }

  pointers() {
    return ['/writing', '/language', '/title'];
  }

  updated() {
    if (!this.open || this.#asked) return;
    this.#asked = true;
    voices().then(spoken, () => spoken([])) // the voices section says so
      .then(languages => (this.languages = languages));
  }

  summary() {
    const {language, seconds, style, tone} = this.form;
    const free = written(kindOf(this.form)) || this.form.enhance;
    return [languageName(language), free && seconds ? clock(seconds) : '', free ? style : '', free ? tone : ''].filter(Boolean).join(' · ');
  }

  #length() {
    const {seconds} = this.form;
    const other = seconds && !LENGTHS.includes(seconds);
    return html`<div class="row">${choice({label: t('length'), name: 'seconds', value: other ? 'other' : String(seconds ?? ''),
      options: [['', t('usual')], ...LENGTHS.map(one => [String(one), clock(one)]), ['other', t('other')]],
      pick: picked => this.change({seconds: picked === 'other' ? 45 : Number(picked) || null})})}
      ${other ? html`<label class="field brief"><span>${t('seconds')}</span><input type="number" min="5" max="1800" .value=${String(seconds)}
        @change=${event => this.change({seconds: Math.min(1800, Math.max(5, Number(event.target.value) || 45))})}></label>` : nothing}</div>`;
  }

  /** Suggestions, with room for any other word. */
  #words(key, label, suggestions) {
    return html`<label class="field"><span>${label}</span>
      <input list="list-${key}" maxlength="300" .value=${this.form[key]} placeholder=${t('any')} @input=${event => this.change({[key]: event.target.value})}>
      <datalist id="list-${key}">${suggestions.map(word => html`<option value=${t(`word_${word}`)}></option>`)}</datalist></label>`;
  }

  body() {
    const form = this.form;
    const own = kindOf(form) === 'script';
    const free = !own || form.enhance;
    const languages = this.languages.some(([tag]) => tag === form.language)
      ? this.languages : [[form.language, languageName(form.language)], ...this.languages];
    return html`
      <div class="fields">
        ${select({label: t('language'), value: form.language, options: languages, pick: language => this.change({language, voice: 'auto'})})}
        ${line({label: t('title'), value: form.title, placeholder: t('titleAuto'), pick: title => this.change({title})})}
      </div>
      ${own ? check({label: t('enhance'), hint: t('enhanceHint'), value: form.enhance, pick: enhance => this.change({enhance})}) : nothing}
      ${free ? html`${this.#length()}
        <div class="fields">${this.#words('style', t('style'), STYLES)}${this.#words('tone', t('tone'), TONES)}
          ${line({label: t('audience'), value: form.audience, placeholder: t('audienceAny'), pick: audience => this.change({audience})})}</div>` : nothing}
      ${select({label: t('translateTo'), value: form.translateTo, hint: t('translateHint'),
        options: [['', t('asWritten')], ...this.languages.filter(([tag]) => tag !== form.language)],
        pick: translateTo => this.change({translateTo, voice: 'auto'})})}
      <fieldset><legend>${t('platforms')}</legend><div class="row">${PLATFORMS.map(name => html`
        <label class="check"><input type="checkbox" .checked=${form.platforms.includes(name)}
          @change=${event => this.change({platforms: event.target.checked ? [...form.platforms, name] : form.platforms.filter(one => one !== name)})}>
          <span>${t(`platform_${name}`)}</span></label>`)}</div><small class="hint">${t('platformsHint')}</small></fieldset>`;
  }
}

define('mp-create-writing', Writing);
