// One node: what it runs, how it is, and what can be done about it.

import {get, post, put} from '../../core/api.js';
import {define, html, nothing, Page, styles} from '../../core/element.js';
import {ago} from '../../core/format.js';
import {asApi} from '../../parts/as-api.js';
import {confirm} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {waiting} from '../../parts/states.js';
import {complain, toast} from '../../parts/toast.js';
import './charts.js';
import {about, addresses, breakers, encoders, health, leases, load, pools} from './node-sections.js';
import {nodeChip, present, trouble} from './states.js';
import {t} from './words.js';

await styles(import.meta.url, 'dashboard.css');

const PAUSE = 2000;

/** Every role that a node may run; one that it does not run yet can be added. */
const ROLES = ['storage', 'users', 'config', 'notification', 'analytics', 'orchestration', 'content', 'speech', 'materials', 'video', 'monitoring', 'gateway'];

/** What to know, and do, in a state. */
const NOTES = {STARTING: 'startingNote', DRAINING: 'drainingNote', DRAINED: 'drainedNote'};

class NodePage extends Page {
  static properties = {report: {state: true}, problem: {state: true}, wanted: {state: true}, busy: {state: true}};

  constructor() {
    super();
    this.wanted = '';
    this.busy = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
    const timer = setInterval(() => document.hidden || this.#look(), PAUSE);
    this.leaving.addEventListener('abort', () => clearInterval(timer));
  }

  get #path() {
    return `/v1/admin/nodes/${this.params.id}`;
  }

  async #look() {
    try {
      this.report = await get(this.#path, {signal: this.leaving});
      this.problem = null;
      this.name(this.report.node.name);
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  async #drain() {
    const {name} = this.report.node;
    if (!await confirm({title: t('drainAsk', {name}), text: t('drainText'), action: t('drain'), danger: true})) return;
    try {
      await post(`${this.#path}/drain`);
      toast(t('draining'), {kind: 'good'});
      await this.#look();
    } catch (problem) {
      complain(problem);
    }
  }

  async #set(role, n) {
    const {name} = this.report.node;
    if (!await confirm({title: t('setAsk', {n, role, name}), text: t('setText'), action: t('change'), danger: n === 0})) return;
    this.busy = role;
    try {
      await put(`${this.#path}/roles/${role}/instances`, {instances: n});
      toast(t('setDone', {role, n}), {kind: 'good'});
      await this.#look();
    } catch (problem) {
      complain(problem);
    }
    this.busy = '';
  }

  #calls() {
    const {id} = this.params;
    return [
      {title: t('asNode'), method: 'GET', path: this.#path, cli: `moneyprinter cluster node ${id}`},
      {title: t('asDrain'), method: 'POST', path: `${this.#path}/drain`, cli: `moneyprinter cluster drain ${id}`},
      {title: t('asInstances'), method: 'PUT', path: `${this.#path}/roles/video/instances`, body: {instances: 2}, cli: `moneyprinter cluster instances ${id} video 2`},
    ];
  }

  #roles() {
    const {node} = this.report;
    const here = new Map(node.roles.map(r => [r.role, r.instances]));
    if (node.state !== 'SERVING') return html`<ul class="roles">${[...here].map(([role, n]) => html`<li><span>${role}</span><span class="count number">${n}</span></li>`)}</ul>`;
    const fixed = Boolean(this.busy);
    return html`<ul class="roles">${ROLES.filter(role => here.has(role)).map(role => html`<li><span>${role}</span>
        <span class="row keep" aria-busy=${this.busy === role}>
          <button class="quiet square small" aria-label=${t('less', {role})} ?disabled=${fixed} @click=${() => this.#set(role, here.get(role) - 1)}>−</button>
          <span class="count number">${here.get(role)}</span>
          <button class="quiet square small" aria-label=${t('more', {role})} ?disabled=${fixed} @click=${() => this.#set(role, here.get(role) + 1)}>+</button></span></li>`)}</ul>
      ${here.size === ROLES.length ? nothing : html`<label class="field">${t('add')}
        <select ?disabled=${fixed} @change=${event => this.#add(event.target)}><option value="">…</option>
          ${ROLES.filter(role => !here.has(role)).map(role => html`<option>${role}</option>`)}</select></label>`}`;
  }

  #add(select) {
    const role = select.value;
    select.value = '';
    if (role) this.#set(role, 1);
  }

  render() {
    const back = html`<a class="row soft" href="/dashboard">${icon('left')}${t('back')}</a>`;
    if (!this.report) return html`<div class="page">${back}${this.problem ? trouble(this.problem, () => this.#look()) : waiting(6)}</div>`;
    const {node} = this.report;
    const here = present(node);
    const section = (word, body, wide = false) => html`<section class="card stack tight ${wide ? 'wide' : ''}"><h2>${t(word)}</h2>${body}</section>`;
    return html`<div class="page">${back}
      <div class="head"><div><h1>${node.name}</h1><p class="row">${nodeChip(node)}<span class="soft">${node.address ?? ''}</span></p></div>
        <div class="row">${asApi(() => this.#calls())}
          ${node.state === 'SERVING' ? html`<button class="danger" @click=${() => this.#drain()}>${t('drain')}</button>` : nothing}</div></div>
      ${trouble(this.problem)}
      ${here ? nothing : html`<p class="note">${t('gone', {when: ago(node.lastSeen)})}</p>`}
      ${NOTES[node.state] ? html`<p class="note" role="status">${t(NOTES[node.state])}</p>` : nothing}
      <section class="card stack">${node.load && here ? load(node.load) : nothing}${about(this.report)}</section>
      <div class="split"><div class="stack">
          ${section('instances', this.#roles())}
          ${section('leases', leases(this.report.leases))}
          ${here ? section('pools', pools(this.report.pools)) : nothing}</div>
        <div class="stack">
          ${here ? html`${section('checks', health(this.report))}${section('breakers', breakers(this.report.breakers))}
          ${section('encoders', encoders(this.report.encoders, node.roles.some(r => r.role === 'video')))}` : nothing}</div></div>
      <section class="stack"><h2>${t('charts')}</h2><mp-charts node=${node.id}></mp-charts></section>
      ${here ? section('addresses', html`<label class="field">${t('find')}
        <input type="search" .value=${this.wanted} @input=${event => (this.wanted = event.target.value)}></label>
        ${addresses(this.report.addresses, this.wanted)}`) : nothing}</div>`;
  }
}

define('mp-node-page', NodePage);
