// How one wants to be told: kind by way, quiet hours, and e-mails one by one or together.

import {define, html, nothing, Page} from '../../core/element.js';
import {getTagged, sendRaw} from '../../core/api.js';
import {draft} from '../../core/draft.js';
import {LANGUAGES} from '../../core/words.js';
import {asApi} from '../../parts/as-api.js';
import {problemBox, violation} from '../../parts/problem.js';
import {waiting} from '../../parts/states.js';
import {toast} from '../../parts/toast.js';
import './push-switch.js';
import {t} from './words.js';

const PATH = '/v1/notifications/preferences';
const WAYS = ['LIVE', 'EMAIL', 'PUSH'];
const DIGESTS = ['NONE', 'HOURLY', 'DAILY'];
const kept = draft('notification-preferences');

class Preferences extends Page {
  static properties = {chosen: {state: true}, known: {state: true}, problem: {state: true}, dirty: {state: true}, saving: {state: true}};

  #etag = null;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    kept.flush();
  }

  async #load() {
    try {
      const {value, etag} = await getTagged(PATH, {signal: this.leaving});
      this.#etag = etag;
      this.known = value;
      const mine = kept.load();
      // What was changed before a reload goes on, unless somebody saved something else meanwhile.
      this.dirty = Boolean(mine) && mine.version === value.version;
      this.chosen = this.dirty ? mine.chosen : this.#sendable(value);
      this.problem = null;
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  #sendable({language, zone, quiet, digest, digestAt, kinds, version}) {
    // Who never chose lives most likely where the browser does.
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return {language: version ? language : document.documentElement.lang, zone: version ? zone : here, quiet, digest, digestAt, kinds};
  }

  #change(change) {
    this.chosen = {...this.chosen, ...change};
    this.dirty = true;
    kept.save({version: this.known.version, chosen: this.chosen});
  }

  #way(kind, way, on) {
    this.#change({kinds: this.chosen.kinds.map(one => (one.kind !== kind ? one
      : {...one, channels: WAYS.filter(w => (w === way ? on : one.channels.includes(w)))}))});
  }

  async #save(event) {
    event.preventDefault();
    this.saving = true;
    try {
      const response = await sendRaw('PUT', PATH, this.chosen, {'If-Match': this.#etag});
      this.#etag = response.headers.get('ETag');
      this.known = await response.json();
      kept.clear();
      this.dirty = false;
      this.problem = null;
      toast(t('saved'), {kind: 'good'});
    } catch (problem) {
      if (problem.status !== 412) {
        this.problem = problem;
      } else {
        kept.clear();
        await this.#load();
        toast(t('changed'), {kind: 'bad'});
      }
    } finally {
      this.saving = false;
    }
  }

  #ways() {
    const ways = WAYS.filter(way => this.known.available.includes(way));
    return html`<section class="card stack"><div><h2>${t('ways')}</h2><p class="hint">${t('waysText')}</p></div>
      <div class="scroll"><table class="matrix"><thead><tr><th scope="col">${t('kind')}</th>
        ${ways.map(way => html`<th scope="col">${t(way)}</th>`)}</tr></thead>
        <tbody>${this.chosen.kinds.map(({kind, channels}) => html`<tr><th scope="row">${t(kind)}</th>
          ${ways.map(way => html`<td><input type="checkbox" aria-label=${t('way', {kind: t(kind), way: t(way)})}
            .checked=${channels.includes(way)} @change=${event => this.#way(kind, way, event.target.checked)}></td>`)}</tr>`)}</tbody></table></div>
      <p class="hint">${!this.known.available.includes('EMAIL') ? t('noEmail')
        : this.known.email ? t('toAddress', {email: this.known.email}) : t('noAddress')}</p></section>`;
  }

  #time(name, label) {
    const wrong = violation(this.problem, `/quiet/${name}`);
    return html`<label class="field">${label}<input type="time" required .value=${this.chosen.quiet[name]} aria-invalid=${wrong ? 'true' : nothing}
      @change=${event => this.#change({quiet: {...this.chosen.quiet, [name]: event.target.value}})}>
      ${wrong ? html`<span class="wrong">${wrong}</span>` : nothing}</label>`;
  }

  #hours() {
    const {quiet, zone} = this.chosen;
    const zones = Intl.supportedValuesOf('timeZone');
    return html`<section class="card stack"><div><h2>${t('quiet')}</h2><p class="hint">${t('quietText')}</p></div>
      <div><label class="check"><input type="checkbox" .checked=${Boolean(quiet)}
        @change=${event => this.#change({quiet: event.target.checked ? {from: '22:00', until: '07:00'} : undefined})}>${t('quietOn')}</label></div>
      ${quiet ? html`<div class="fields">${this.#time('from', t('from'))}${this.#time('until', t('until'))}</div>` : nothing}
      <label class="field">${t('zone')}<select @change=${event => this.#change({zone: event.target.value})}>
        ${[...new Set([zone, 'UTC', ...zones])].map(name => html`<option value=${name} ?selected=${name === zone}>${name.replaceAll('_', ' ')}</option>`)}</select></label></section>`;
  }

  #mail() {
    const {digest, digestAt, language} = this.chosen;
    return html`<section class="card stack"><h2>${t('digest')}</h2>
      <div class="choice" role="radiogroup" aria-label=${t('digest')}>${DIGESTS.map(name => html`<label>
        <input type="radio" name="digest" .checked=${name === digest} @change=${() => this.#change({digest: name})}><span>${t(name)}</span></label>`)}</div>
      ${digest === 'DAILY' ? html`<label class="field">${t('digestAt')}<select @change=${event => this.#change({digestAt: Number(event.target.value)})}>
        ${Array.from({length: 24}, (_, h) => html`<option value=${h} ?selected=${h === digestAt}>${String(h).padStart(2, '0')}:00</option>`)}</select></label>` : nothing}
      <label class="field">${t('language')}<select @change=${event => this.#change({language: event.target.value})}>
        ${Object.entries(LANGUAGES).map(([tag, name]) => html`<option value=${tag} ?selected=${tag === language}>${name}</option>`)}</select></label></section>`;
  }

  render() {
    if (!this.chosen) return this.problem ? problemBox(this.problem, () => this.#load()) : html`<div class="card">${waiting(6)}</div>`;
    return html`<div class="stack"><form class="stack" @submit=${this.#save}>
      ${this.#ways()}
      ${this.known.available.includes('EMAIL') ? html`<div class="split even">${this.#hours()}${this.#mail()}</div>` : this.#hours()}
      ${problemBox(this.problem)}
      <div class="row"><button class="primary" ?disabled=${this.saving}>${t('save')}</button>
        ${this.dirty ? html`<span class="chip warn" role="status">${t('unsaved')}</span>` : nothing}
        ${asApi(() => [{title: t('preferences'), method: 'GET', path: PATH}, {title: t('preferencesCall'), method: 'PUT', path: PATH, body: this.chosen, headers: {'If-Match': this.#etag}}])}</div>
    </form>
    ${this.known.available.includes('PUSH') ? html`<mp-push-switch></mp-push-switch>` : nothing}</div>`;
  }
}

define('mp-notice-preferences', Preferences);
