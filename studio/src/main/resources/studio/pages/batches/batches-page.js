// The batches, newest first, and the way to a new one.

import {define, html, nothing, Page, styles} from '../../core/element.js';
import {get} from '../../core/api.js';
import {moment} from '../../core/format.js';
import {asApi} from '../../parts/as-api.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, meter, waiting} from '../../parts/states.js';
import {begun} from './composer.js';
import {chip, counts} from './parts.js';
import {t} from './words.js';

await styles(import.meta.url, 'batches.css');

/** Milliseconds between looks while a batch is under way. */
const LIVE = 3000;

class BatchesPage extends Page {
  static properties = {...Page.properties, batches: {state: true}, next: {state: true}, problem: {state: true}, composing: {state: true}};

  #timer = null;

  connectedCallback() {
    super.connectedCallback();
    this.name(t('title'));
    this.composing = begun();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #load() {
    clearTimeout(this.#timer);
    const signal = this.leaving;
    try {
      const page = await get('/v1/batches?limit=20', {signal});
      const rest = (this.batches ?? []).slice(20);
      this.batches = [...page.batches, ...rest.filter(old => page.batches.every(one => one.id !== old.id))];
      if (!rest.length) this.next = page.next;
      this.problem = null;
    } catch (problem) {
      if (signal.aborted) return;
      this.problem = problem;
    }
    if (!signal.aborted && this.batches?.some(batch => batch.state === 'RUNNING')) {
      this.#timer = setTimeout(() => this.#load(), LIVE);
    }
  }

  async #more() {
    try {
      const page = await get(this.next, {signal: this.leaving});
      this.batches = [...this.batches, ...page.batches];
      this.next = page.next;
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  async #compose() {
    this.composing = true;
    await this.updateComplete;
    this.querySelector('textarea').focus();
  }

  #one(batch) {
    const name = batch.name || t('unnamed', {when: moment(batch.createdAt)});
    return html`<li><a class="card batch" href="/batches/${batch.id}">
      <div class="row keep spread"><h2 class="cut">${name}</h2>${chip(batch.state)}</div>
      ${meter(batch.progress, t('progress'))}
      <p class="hint">${t('rows', {n: batch.rows})} · ${counts(batch.counts)} · ${moment(batch.createdAt)}</p></a></li>`;
  }

  #list() {
    if (!this.batches) return this.problem ? nothing : waiting(4);
    if (!this.batches.length) return this.composing ? nothing : empty({icon: 'rows', title: t('none'), text: t('noneText'),
      action: html`<button class="primary" @click=${this.#compose}>${icon('plus')}${t('make')}</button>`});
    return html`<ul class="stack">${this.batches.map(batch => this.#one(batch))}</ul>
      ${this.next ? html`<div><button class="quiet" @click=${this.#more}>${t('more')}</button></div>` : nothing}`;
  }

  render() {
    return html`<div class="page">
      <div class="head"><div><h1>${t('title')}</h1><p class="hint">${t('hint')}</p></div>
        <div class="actions">${asApi(() => [{title: t('list'), method: 'GET', path: '/v1/batches?limit=20'}])}
          ${this.composing ? nothing : html`<button class="primary" data-new @click=${this.#compose}>${icon('plus')}${t('make')}</button>`}</div></div>
      ${this.composing ? html`<mp-batch-composer @discard=${() => (this.composing = false)}></mp-batch-composer>` : nothing}
      ${problemBox(this.problem, () => this.#load())}
      ${this.#list()}</div>`;
  }
}

define('mp-batches-page', BatchesPage);
