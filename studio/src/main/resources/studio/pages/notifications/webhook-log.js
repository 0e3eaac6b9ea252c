// What was sent to a webhook and what it answered, newest first; and sending it once more.

import {define, html, nothing, Page} from '../../core/element.js';
import {get, post} from '../../core/api.js';
import {ago, moment} from '../../core/format.js';
import {asApi} from '../../parts/as-api.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {complain, toast} from '../../parts/toast.js';
import {t} from './words.js';

const STATES = ['', 'WAITING', 'DELIVERED', 'FAILED'];
const CHIPS = {WAITING: 'busy', DELIVERED: 'good', FAILED: 'bad'};

/** Milliseconds between looks while something waits to be sent. */
const LOOK = 2000;

class WebhookLog extends Page {
  static properties = {webhook: {attribute: false}, fixed: {type: Boolean}, deliveries: {state: true}, next: {state: true}, state: {state: true}, problem: {state: true}};

  #timer = null;
  #asked = 0;

  constructor() {
    super();
    this.deliveries = null;
    this.state = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.updateComplete.then(() => this.refresh());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #path() {
    return `/v1/webhooks/${this.webhook.id}`;
  }

  /** Reads the newest. */
  async refresh(next = '') {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    try {
      const query = this.state ? `?state=${this.state}` : '';
      const page = await get(next || `${this.#path}/deliveries${query}`, {signal: this.leaving});
      if (asked !== this.#asked) return; // another state was chosen meanwhile
      this.deliveries = next ? [...this.deliveries, ...page.deliveries] : page.deliveries;
      this.next = page.next;
      this.problem = null;
      const soon = !next && page.deliveries.some(one => one.state === 'WAITING' && new Date(one.next) - Date.now() < 60000);
      if (soon) this.#timer = setTimeout(() => this.refresh(), LOOK);
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  async #replay(delivery) {
    try {
      const {count} = await post(`${this.#path}/replay`, delivery ? {delivery: delivery.id} : {});
      toast(t('replayed', {n: count}));
      await this.refresh();
    } catch (problem) {
      complain(problem);
    }
  }

  #attempt(attempt) {
    return html`<li><span class="chip ${attempt.error ? 'bad' : 'good'}">${attempt.status ?? '–'}</span>
      <time datetime=${attempt.at}>${moment(attempt.at)}</time> <span class="hint">${t('ms', {n: attempt.millis})}</span>
      ${attempt.error ? html`<p>${attempt.error}</p>` : nothing}
      ${attempt.response ? html`<pre tabindex="0" aria-label=${t('answer')}>${attempt.response}</pre>` : nothing}</li>`;
  }

  #delivery(one) {
    return html`<details class="delivery"><summary><span class="chip ${CHIPS[one.state]}">${t(one.state)}</span>
        <code>${one.type}</code><span class="hint">${ago(one.createdAt)} · ${t('attempts', {n: one.attempts.length})}${one.next ? ` · ${t('next', {when: ago(one.next)})}` : ''}</span></summary>
      <div class="stack tight"><p class="hint">webhook-id: <code>${one.id}</code></p>
        <figure class="listing"><figcaption>${t('request')}</figcaption><pre tabindex="0"><code>${JSON.stringify(JSON.parse(one.body), null, 2)}</code></pre></figure>
        <ol class="attempts">${one.attempts.map(attempt => this.#attempt(attempt))}</ol>
        ${this.fixed || one.state === 'WAITING' ? nothing : html`<div><button class="quiet small" @click=${() => this.#replay(one)}>${icon('refresh')}${t('again')}</button></div>`}</div>
    </details>`;
  }

  #calls() {
    const {id} = this.webhook;
    const settled = this.deliveries?.find(one => one.state !== 'WAITING');
    return [
      {title: t('logCall'), method: 'GET', path: `${this.#path}/deliveries`, cli: `moneyprinter webhooks deliveries ${id}`},
      {title: t('replayCall'), method: 'POST', path: `${this.#path}/replay`, body: {}, cli: `moneyprinter webhooks replay ${id}`},
      ...(settled ? [{title: t('again'), method: 'POST', path: `${this.#path}/replay`, body: {delivery: settled.id}, cli: `moneyprinter webhooks replay ${id} ${settled.id}`}] : []),
    ];
  }

  render() {
    const failed = this.deliveries?.some(one => one.state === 'FAILED');
    return html`<section class="card stack"><div class="row spread"><h2>${t('log')}</h2><div class="row">
        <select aria-label=${t('state')} @change=${event => {
          this.state = event.target.value;
          this.refresh();
        }}>${STATES.map(state => html`<option value=${state}>${state ? t(state) : t('everyState')}</option>`)}</select>
        ${failed && !this.fixed ? html`<button class="quiet" @click=${() => this.#replay(null)}>${icon('refresh')}${t('replayFailed')}</button>` : nothing}
        ${asApi(() => this.#calls())}</div></div>
      ${problemBox(this.problem, () => this.refresh())}
      ${this.deliveries === null ? (this.problem ? nothing : waiting(4))
        : this.deliveries.length ? this.deliveries.map(one => this.#delivery(one)) : empty({icon: 'share', title: t('noLog')})}
      ${this.next ? html`<button class="quiet" @click=${() => this.refresh(this.next)}>${t('more')}</button>` : nothing}
    </section>`;
  }
}

define('mp-webhook-log', WebhookLog);
