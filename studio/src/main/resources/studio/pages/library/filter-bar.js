// Search, order and filters above the grid.

import {html, nothing} from '../../core/element.js';
import {language, LANGUAGES} from '../../core/words.js';
import {languageName} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import {narrowed, SORTS, STATES} from './filters.js';
import {t} from './words.js';

/** Those most asked for; another one is kept when it stands in the address. */
const USUAL = [language, ...Object.keys(LANGUAGES), 'fr', 'it', 'pt', 'nl', 'pl', 'tr', 'ru', 'ar', 'hi', 'id', 'ja', 'ko', 'vi'];

/** On a phone they would push all that was found out of sight; how many hold is said in any case. */
const roomy = matchMedia('(min-width: 48rem)');

const choice = (label, name, chosen, options, change) => html`<label class="field">${label}
  <select name=${name} @change=${change}><option value="">${t('any')}</option>
  ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select></label>`;

/**
 * @param {import('./filters.js').Filters} filters
 * @param {(changes: object) => void} change
 */
export function filterBar(filters, change) {
  const set = event => change({[event.target.name]: event.target.value});
  const languages = [...new Set([...USUAL, filters.language].filter(Boolean))].map(tag => [tag, languageName(tag)]);
  const count = narrowed(filters);
  return html`<form class="finder" role="search" @submit=${event => event.preventDefault()}>
    <div class="row keep">
      <label class="seek"><span class="hidden">${t('search')}</span>${icon('search')}
        <input type="search" name="q" placeholder=${t('search')} maxlength="200" .value=${filters.q} @input=${set}></label>
      <label class="order"><span class="hidden">${t('sort')}</span><select name="sort" @change=${set}>
        ${Object.entries(SORTS).map(([value, word]) => html`<option value=${value === 'newest' ? '' : value}
          ?selected=${value === (filters.sort || 'newest')}>${t(word)}</option>`)}</select></label>
    </div>
    <details ?open=${count > 0 && roomy.matches}><summary>${t('filters')}${count ? html` <span class="chip busy">${count}</span>` : nothing}</summary>
      <div class="fields">
        ${choice(t('state'), 'state', filters.state, STATES.map(state => [state, t(state)]), set)}
        ${choice(t('language'), 'language', filters.language, languages, set)}
        <label class="field">${t('since')}<input type="date" name="since" .value=${filters.since} @change=${set}></label>
        <label class="field">${t('until')}<input type="date" name="until" .value=${filters.until} @change=${set}></label>
        <label class="field">${t('template')}<input name="template" maxlength="200" .value=${filters.template} @change=${set}></label>
      </div>
      <div class="row">
        <label class="check"><input type="checkbox" .checked=${filters.deleted === 'true'}
          @change=${event => change({deleted: event.target.checked ? 'true' : ''})}>${t('bin')}</label>
        ${filters.batch ? html`<button type="button" class="quiet small" @click=${() => change({batch: ''})}>${icon('close')}${t('ofBatch')}</button>` : nothing}
        ${count ? html`<button type="button" class="plain small" @click=${() => change({state: '', language: '', since: '', until: '', template: '', batch: ''})}>${t('reset')}</button>` : nothing}
      </div>
    </details>
  </form>`;
}
