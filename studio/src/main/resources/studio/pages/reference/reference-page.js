// The API to read, drawn from the node's own OpenAPI document. Its texts are the document's, in English.

import {define, html, nothing, Page, styles} from '../../core/element.js';
import {get} from '../../core/api.js';
import {go} from '../../core/router.js';
import {words} from '../../core/words.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {grouped, matching, operations} from './contract.js';
import {operationView} from './operation-view.js';
import {table} from './words.js';

const t = words(table);
await styles(import.meta.url, 'reference.css');

class ReferencePage extends Page {
  static properties = {contract: {state: true}, problem: {state: true}, opened: {state: true}};

  constructor() {
    super();
    this.opened = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.name(t('title'));
    const named = location.hash.slice(1);
    if (named) this.opened.add(named);
    this.#read();
  }

  async #read() {
    this.problem = null;
    try {
      this.contract = await get('/v1/openapi.json', {signal: this.leaving});
      this.all = operations(this.contract);
      await this.updateComplete;
      const named = location.hash && this.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
      if (named) named.scrollIntoView();
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  #find(event) {
    const text = event.target.value.trim();
    go(text ? `?q=${encodeURIComponent(text)}` : '?', {replace: true});
  }

  #toggle(event, id) {
    if (event.target.open) this.opened.add(id);
    else this.opened.delete(id);
    this.requestUpdate();
  }

  #operation(one) {
    return html`<details class="card" id=${one.id} ?open=${this.opened.has(one.id)} @toggle=${event => this.#toggle(event, one.id)}>
      <summary><span class="method ${one.method}">${one.method.toUpperCase()}</span><code>${one.path}</code><span class="summary">${one.operation.summary}</span></summary>
      ${this.opened.has(one.id) ? operationView(this.contract, one) : nothing}</details>`;
  }

  #list() {
    const text = this.query.get('q') ?? '';
    const found = matching(this.all, text);
    if (!found.length) return empty({icon: 'search', title: t('none', {text})});
    return grouped(found).map(([tag, list]) => html`
      <section class="stack tight" aria-label=${tag}><h2>${tag}</h2>${list.map(one => this.#operation(one))}</section>`);
  }

  render() {
    return html`<div class="page" lang="en">
      <div class="head"><div><h1>${t('title')}</h1>${this.all ? html`<p class="soft">${t('about', {n: this.all.length})}</p>` : nothing}</div>
        <div class="actions"><a class="button quiet small" href="/v1/openapi.json">${t('json')}</a><a class="button quiet small" href="/v1/openapi.yaml">${t('yaml')}</a></div></div>
      <input type="search" aria-label=${t('find')} placeholder=${t('find')} .value=${this.query.get('q') ?? ''} @input=${this.#find}>
      ${problemBox(this.problem, () => this.#read())}
      ${this.all ? this.#list() : this.problem ? nothing : waiting(8)}
    </div>`;
  }
}

define('mp-reference-page', ReferencePage);
