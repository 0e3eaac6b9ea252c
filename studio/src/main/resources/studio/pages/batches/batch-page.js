// One batch: its rows as they become videos, and what can be done with all of them.

import {define, html, nothing, Page, styles} from '../../core/element.js';
import {get, post, save} from '../../core/api.js';
import {moment, percent} from '../../core/format.js';
import {follow} from '../../core/live.js';
import {asApi} from '../../parts/as-api.js';
import {confirm} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {meter, waiting} from '../../parts/states.js';
import {complain, toast} from '../../parts/toast.js';
import '../../parts/menu.js';
import {chip, counts, why} from './parts.js';
import {Rows} from './rows.js';
import {t} from './words.js';

await styles(import.meta.url, 'batches.css');

const FILTERS = ['', 'WAITING', 'RUNNING', 'DONE', 'FAILED', 'INVALID', 'CANCELLED'];

class BatchPage extends Page {
  static properties = {...Page.properties, batch: {state: true}, problem: {state: true}, filter: {state: true}, busy: {state: true}};

  #rows = null;
  #following = null;

  connectedCallback() {
    super.connectedCallback();
    this.filter = '';
    this.#rows = new Rows(this.params.id);
    this.#open();
  }

  get #path() {
    return `/v1/batches/${this.params.id}`;
  }

  get #archive() {
    return `/v1/videos.zip?kinds=video&batch=${this.params.id}`;
  }

  async #open() {
    const signal = this.leaving;
    this.problem = null;
    try {
      this.batch = await get(this.#path, {signal});
      await this.#rows.open(this.filter, signal);
      this.name(this.#title());
      this.requestUpdate();
      this.#follow();
    } catch (problem) {
      if (!signal.aborted) this.problem = problem;
    }
  }

  #title() {
    return this.batch.name || t('unnamed', {when: moment(this.batch.createdAt)});
  }

  /** One stream at a time; it ends with the batch. */
  async #follow() {
    const signal = this.leaving;
    if (this.#following === signal || this.batch.state === 'FINISHED') return;
    this.#following = signal;
    await follow(`${this.#path}/events`, signal, told => this.#hear(told)).catch(complain);
    if (this.#following === signal) this.#following = null;
  }

  #hear(told) {
    if (told.number) {
      this.#rows.tell(told);
    } else {
      const turned = told.state !== this.batch.state;
      this.batch = told;
      if (turned) this.#rows.open(this.filter, this.leaving).then(() => this.requestUpdate(), () => {}); // the next word of it comes anyway
    }
    this.requestUpdate();
  }

  async #command(what) {
    this.busy = true;
    try {
      this.batch = await post(`${this.#path}/${what}`);
      await this.#rows.open(this.filter, this.leaving);
      this.#follow();
      if (what === 'retry') toast(t('retried'), {kind: 'good'});
    } catch (problem) {
      complain(problem);
    }
    this.busy = false;
  }

  async #cancel() {
    if (await confirm({title: t('cancelTitle'), text: t('cancelText'), action: t('cancel'), danger: true})) this.#command('cancel');
  }

  async #save() {
    toast(t('saving', {n: this.batch.counts.done}));
    await save(this.#archive, 'videos.zip').catch(complain);
  }

  #narrow(event) {
    this.filter = event.target.value;
    this.#rows.open(this.filter, this.leaving).then(() => this.requestUpdate(), complain);
  }

  #buttons() {
    const {state, counts: {failed, done}} = this.batch;
    const button = (name, drawing, run, kind = 'quiet') => html`<button class=${kind} data-do=${name} ?disabled=${this.busy} @click=${run}>${icon(drawing)}${t(name)}</button>`;
    return html`<div class="actions">
      ${state === 'RUNNING' ? button('pause', 'pause', () => this.#command('pause')) : nothing}
      ${['PAUSED', 'CANCELLED'].includes(state) ? button('resume', 'play', () => this.#command('resume'), 'primary') : nothing}
      ${failed && state !== 'CANCELLED' ? button('retry', 'refresh', () => this.#command('retry')) : nothing}
      ${done ? button('download', 'download', () => this.#save()) : nothing}
      ${['RUNNING', 'PAUSED'].includes(state) ? html`<mp-menu label=${t('more')} .items=${[
        ...(state === 'RUNNING' ? [{label: t('pauseAll'), icon: 'pause', run: () => this.#command('pause?videos=true')}] : []),
        {label: t('cancel'), icon: 'stop', danger: true, run: () => this.#cancel()}]}></mp-menu>` : nothing}
      <a class="button plain" href="/videos?batch=${this.params.id}">${icon('film')}${t('library')}</a></div>`;
  }

  #row(row) {
    const title = row.title || `${t('row')} ${row.number}`;
    return html`<tr data-row=${row.number}><td class="number">${row.number}</td>
      <td class="what">${row.video ? html`<a href="/videos/${row.video}"><bdi>${title}</bdi></a>` : title}
        ${row.failure ? html`<p class="why">${why(row.failure)}</p>` : nothing}</td>
      <td>${chip(row.state)}${row.state === 'RUNNING' ? html`<small class="narrow number" aria-hidden="true">${percent(row.progress)}</small>` : nothing}</td>
      <td class="share">${['RUNNING', 'PAUSED'].includes(row.state) ? html`${meter(row.progress, title)}<small class="number">${percent(row.progress)}</small>` : nothing}</td></tr>`;
  }

  #calls() {
    const command = name => ({title: t(name), method: 'POST', path: `${this.#path}/${name}`, body: {}});
    return [{title: t('get'), method: 'GET', path: this.#path}, {title: t('getRows'), method: 'GET', path: this.#rows.path()},
      {title: t('follow'), method: 'GET', path: `${this.#path}/events`}, ...['pause', 'resume', 'retry', 'cancel'].map(command)];
  }

  render() {
    if (!this.batch) return this.problem ? problemBox(this.problem, () => this.#open()) : waiting(6);
    const {all, next} = this.#rows;
    return html`<div class="page">
      <div class="head"><div><a class="soft back" href="/batches">${icon('left')}${t('all')}</a><h1><bdi>${this.#title()}</bdi></h1><p class="row">${chip(this.batch.state)}<span class="soft">${t('rows', {n: this.batch.rows})} · ${moment(this.batch.createdAt)}</span></p></div>
        <div class="row">${asApi(() => this.#calls())}</div></div>
      <section class="card stack tight" aria-label=${t('progress')}>${meter(this.batch.progress, t('progress'))}
        <div class="row spread"><p role="status">${counts(this.batch.counts)}</p><strong class="number">${percent(this.batch.progress)}</strong></div>
        ${this.batch.hindrance ? html`<p class="note">${t('hindered', {why: this.batch.hindrance})}</p>` : nothing}</section>
      <div class="row spread">${this.#buttons()}
        <label class="row keep">${t('filter')}<select @change=${this.#narrow}>${FILTERS.map(state => html`<option value=${state} ?selected=${state === this.filter}>${state ? t(state) : t('any')}</option>`)}</select></label></div>
      <div class="scroll card rows" tabindex="0" role="region" aria-label=${t('content')}><table>
        <thead><tr><th>${t('row')}</th><th>${t('what')}</th><th>${t('state')}</th><th>${t('share')}</th></tr></thead>
        <tbody>${all.map(row => this.#row(row))}</tbody></table>${all.length ? nothing : html`<p class="hint pad">${t('nothing')}</p>`}</div>
      ${next ? html`<div><button class="quiet" @click=${() => this.#rows.more(this.leaving).then(() => this.requestUpdate(), complain)}>${t('more')}</button></div>` : nothing}</div>`;
  }
}

define('mp-batch-page', BatchPage);
