// The jobs of all tenants, found by words, state, tenant and age. The filters stand in the address.

import {get} from '../../core/api.js';
import {define, html, nothing, Page, styles} from '../../core/element.js';
import {ago, moment, percent, span} from '../../core/format.js';
import {go} from '../../core/router.js';
import {asApi, quoted} from '../../parts/as-api.js';
import {empty, meter, waiting} from '../../parts/states.js';
import {stateChip, trouble} from './states.js';
import {tabs} from './tabs.js';
import {t} from './words.js';

await styles(import.meta.url, 'dashboard.css');

const STATES = ['QUEUED', 'RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'CANCELLED'];
const HOURS = {hour: 1, day: 24, week: 168};
const PAUSE = 3000;

const took = job => (job.startedAt ? span((new Date(job.finishedAt ?? Date.now()) - new Date(job.startedAt)) / 1000) : '');

class JobsPage extends Page {
  static properties = {jobs: {state: true}, next: {state: true}, problem: {state: true}};

  #asked = '';
  #typing;

  connectedCallback() {
    super.connectedCallback();
    this.name(t('jobsTitle'));
    const timer = setInterval(() => document.hidden || this.more || this.#look(), PAUSE);
    this.leaving.addEventListener('abort', () => clearInterval(timer));
  }

  willUpdate(changed) {
    if (changed.has('query')) {
      this.more = false;
      this.#look();
    }
  }

  #path(cursor) {
    const wish = new URLSearchParams();
    for (const name of ['search', 'state', 'tenant']) {
      if (this.query.get(name)) wish.set(name, this.query.get(name).toLowerCase());
    }
    if (this.query.get('search')) wish.set('search', this.query.get('search'));
    const age = this.query.get('age');
    const before = hours => new Date(Date.now() - hours * 3600000).toISOString();
    if (HOURS[age]) wish.set('since', before(HOURS[age]));
    if (age === 'older') wish.set('until', before(1));
    if (cursor) wish.set('cursor', cursor);
    const text = wish.toString();
    return `/v1/admin/jobs${text ? `?${text}` : ''}`;
  }

  async #look() {
    const query = this.#asked = this.query.toString();
    try {
      const page = await get(this.#path(), {signal: this.leaving});
      if (query !== this.#asked || this.more) return;
      [this.jobs, this.next, this.problem] = [page.jobs, page.next, null];
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  /** Older ones are added; from then on the list stands still. */
  async #older() {
    this.more = true;
    try {
      const page = await get(this.#path(this.next), {signal: this.leaving});
      [this.jobs, this.next] = [[...this.jobs, ...page.jobs], page.next];
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  #filter(name, value) {
    const query = new URLSearchParams(this.query);
    if (value) query.set(name, value);
    else query.delete(name);
    go(`?${query}`, {replace: true});
  }

  #type(name, value) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#filter(name, value.trim()), 300);
  }

  #filters() {
    const chosen = name => this.query.get(name) ?? '';
    const select = (name, label, options) => html`<label class="field">${t(label)}<select @change=${e => this.#filter(name, e.target.value)}>
      <option value="" ?selected=${!chosen(name)}>${t('any')}</option>
      ${options.map(value => html`<option value=${value} ?selected=${chosen(name) === value}>${t(value)}</option>`)}</select></label>`;
    return html`<div class="card filters" role="search">
      <label class="field">${t('search')}<input type="search" maxlength="200" .value=${chosen('search')} @input=${e => this.#type('search', e.target.value)}></label>
      ${select('state', 'state', STATES)}${select('age', 'age', ['hour', 'day', 'week', 'older'])}
      <label class="field">${t('tenant')}<input .value=${chosen('tenant')} @input=${e => this.#type('tenant', e.target.value)}></label></div>`;
  }

  #row(job) {
    return html`<tr><th scope="row"><a href="/dashboard/jobs/${job.id}">${job.title || t('untitled')}</a>
        ${job.failure ? html`<small class="reason">${job.failure}</small>` : nothing}</th>
      <td>${stateChip(job.state)}</td><td><small>${job.tenant}</small></td>
      <td><span class="row keep">${meter(job.progress, t('progress'))}<small class="number">${percent(job.progress)}</small></span><small>${job.step ?? ''}</small></td>
      <td class="number">${job.attempts > 1 ? html`<span class="chip warn">${t('attempts', {n: job.attempts})}</span>` : nothing}</td>
      <td class="when"><small title=${moment(job.createdAt)}>${ago(job.createdAt)}</small></td><td class="number"><small>${took(job)}</small></td></tr>`;
  }

  #calls() {
    const path = this.#path();
    const flags = [...new URL(path, location.origin).searchParams].map(([name, value]) => ` --${name} ${quoted(value)}`).join('');
    return [{title: t('asJobs'), method: 'GET', path, cli: `moneyprinter cluster jobs${flags}`}];
  }

  render() {
    return html`<div class="page">
      <div class="head"><div><h1>${t('jobsTitle')}</h1></div><div class="row">${tabs('jobs')}${asApi(() => this.#calls())}</div></div>
      ${this.#filters()}${trouble(this.problem, () => this.#look())}
      ${!this.jobs ? this.problem ? nothing : waiting(6) : !this.jobs.length ? html`<div class="card">${empty({icon: 'search', title: t('none'), text: t('noneText')})}</div>`
        : html`<section class="card"><div class="scroll"><table>
          <thead><tr>${['job', 'state', 'tenant', 'progress', '', 'created', 'duration'].map(h => html`<th scope="col" class=${h === 'duration' ? 'number' : ''}>${h ? t(h) : nothing}</th>`)}</tr></thead>
          <tbody>${this.jobs.map(job => this.#row(job))}</tbody></table></div>
          ${this.next ? html`<p class="actions end"><button class="quiet" @click=${() => this.#older()}>${t('next')}</button></p>` : nothing}</section>`}</div>`;
  }
}

define('mp-jobs-page', JobsPage);
