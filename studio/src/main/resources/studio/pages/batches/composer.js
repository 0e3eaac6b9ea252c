// Where a batch is written, pasted or opened from a file, looked over, and begun. What is written is
// kept by the browser until then.

import {define, Element, html, nothing} from '../../core/element.js';
import {orderKey} from '../../core/api.js';
import {draft} from '../../core/draft.js';
import {go} from '../../core/router.js';
import {asApi} from '../../parts/as-api.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {blank, check, EXAMPLE, formOf, make, pathOf, TYPES} from './order.js';
import {key} from './parts.js';
import {t} from './words.js';

const kept = draft('batch', {apart: true});

class BatchComposer extends Element {
  static properties = {order: {state: true}, checked: {state: true}, problem: {state: true}, busy: {state: true}, over: {state: true}};

  constructor() {
    super();
    this.order = {...blank(), ...kept.load()};
  }

  #set(changes) {
    const rows = 'content' in changes || 'form' in changes;
    this.order = {...this.order, ...changes, key: orderKey()};
    if (rows) this.checked = null;
    kept.save(this.order);
  }

  async #open(file) {
    if (!file) return;
    const content = await file.text();
    this.#set({content, form: formOf(content, file.name), name: this.order.name || file.name.replace(/\.\w+$/, '')});
    this.#check();
  }

  #drop(event) {
    event.preventDefault();
    this.over = false;
    this.#open(event.dataTransfer.files[0]);
  }

  #paste(event) {
    const text = event.clipboardData.getData('text');
    if (!this.order.content.trim() && text) this.#set({form: formOf(text)});
  }

  async #attempt(work) {
    Object.assign(this, {busy: true, problem: null});
    await work().catch(problem => (this.problem = problem));
    this.busy = false;
  }

  #check() {
    return this.#attempt(async () => {
      const {content, form} = this.order;
      const checked = await check(this.order);
      if (content === this.order.content && form === this.order.form) this.checked = checked;
    });
  }

  #make() {
    return this.#attempt(async () => {
      const batch = await make(this.order);
      kept.clear();
      go(`/batches/${batch.id}`);
    });
  }

  #discard() {
    kept.clear();
    Object.assign(this, {order: blank(), checked: null, problem: null});
    this.dispatchEvent(new CustomEvent('discard', {bubbles: true}));
  }

  #faults() {
    const {rows, invalid, first} = this.checked;
    return html`<div class="found" role="status"><p class=${invalid ? 'chip bad' : 'chip good'}>${icon(invalid ? 'warn' : 'check')}${invalid
        ? t('bad', {bad: invalid, n: rows}) : t('good', {n: rows})}</p>
      ${first.length < rows ? html`<p class="hint">${t('firstShown', {n: first.length})}</p>` : nothing}</div>
      <div class="scroll preview" tabindex="0" role="region" aria-label=${t('content')}><table><thead><tr>
        <th>${t('row')}</th><th>${t('line')}</th><th>${t('what')}</th><th>${t('fault')}</th></tr></thead>
      <tbody>${first.map(row => html`<tr class=${row.failure ? 'wrong' : ''}><td class="number">${row.number}</td><td class="number">${row.line}</td>
        <td>${row.title}</td><td>${row.failure ? html`<ul>${row.failure.violations?.length
          ? row.failure.violations.map(fault => html`<li><code>${key(fault)}</code> ${fault.message ?? fault.detail}</li>`)
          : html`<li>${row.failure.message}</li>`}</ul>` : html`<span class="ok">${icon('check')}</span>`}</td></tr>`)}</tbody></table></div>`;
  }

  #ready() {
    if (!this.checked || this.busy) return 0;
    const {rows, invalid} = this.checked;
    return invalid && this.order.onInvalid === 'refuse' ? 0 : rows - invalid;
  }

  render() {
    const {form, content, name, openJobs, onInvalid} = this.order;
    const count = this.#ready();
    return html`<section class="card stack ${this.over ? 'over' : ''}" aria-labelledby="new-batch" @dragover=${event => (event.preventDefault(), (this.over = true))}
      @dragleave=${() => (this.over = false)} @drop=${this.#drop}>
      <div class="head"><h2 id="new-batch">${t('make')}</h2>${asApi(() => [{title: t('order'), method: 'POST', path: pathOf(this.order),
        headers: {'Content-Type': TYPES[form]}, file: `rows.${form}`}])}</div>
      <div class="row spread"><fieldset><legend class="hidden">${t('form')}</legend><div class="choice">${Object.keys(TYPES).map(one => html`<label>
          <input type="radio" name="form" value=${one} .checked=${one === form} @change=${() => this.#set({form: one})}><span>${t(one)}</span></label>`)}</div></fieldset>
        <div class="row"><label class="button quiet">${icon('upload')}${t('file')}<input class="hidden" type="file" accept=".csv,.json,.ndjson,.jsonl,.txt"
          @change=${event => this.#open(event.target.files[0])}></label><span class="hint">${t('drop')}</span></div></div>
      <label class="field">${t('content')}<textarea name="rows" rows="9" spellcheck="false" wrap="off" .value=${content} aria-describedby="rows-hint"
        @paste=${this.#paste} @input=${event => this.#set({content: event.target.value})}></textarea>
        <small id="rows-hint">${t(form === 'csv' ? 'contentHint' : `${form}Hint`)}${content ? nothing : html`
          <button class="plain small" type="button" @click=${() => this.#set({content: EXAMPLE[form]})}>${t('example')}</button>`}</small></label>
      <div class="fields">
        <label class="field">${t('name')}<input name="name" maxlength="200" .value=${name} @input=${event => this.#set({name: event.target.value})}></label>
        <label class="field">${t('openJobs')}<input name="openJobs" type="number" min="1" max="1000" .value=${openJobs} @input=${event => this.#set({openJobs: event.target.value})}></label>
        <label class="field">${t('invalid')}<select name="onInvalid" @change=${event => this.#set({onInvalid: event.target.value})}>
          ${['refuse', 'skip'].map(one => html`<option value=${one} ?selected=${one === onInvalid}>${t(one)}</option>`)}</select></label>
      </div>
      ${this.busy ? html`<p class="hint" role="status">${t('checking')}</p>` : nothing}
      ${problemBox(this.problem)}
      ${this.checked ? this.#faults() : nothing}
      <div class="actions"><button class=${count ? 'quiet' : 'primary'} ?disabled=${!content.trim() || this.busy} @click=${this.#check}>${t('check')}</button>
        ${count ? html`<button class="primary" data-start @click=${this.#make}>${icon('play')}${t('start', {n: count})}</button>` : nothing}
        <button class="plain" @click=${this.#discard}>${t('cancelDraft')}</button></div>
    </section>`;
  }
}

define('mp-batch-composer', BatchComposer);

/** Whether something was begun and not sent. */
export const begun = () => Boolean(kept.load()?.content?.trim());
