// One job: the graph of its workflow, the parts of a step with their leases, and what happened.

import {get} from '../../core/api.js';
import {caller} from '../../core/caller.js';
import {define, html, nothing, Page, styles} from '../../core/element.js';
import {moment, span} from '../../core/format.js';
import {asApi} from '../../parts/as-api.js';
import {icon} from '../../parts/icon.js';
import {waiting} from '../../parts/states.js';
import './job-graph.js';
import {short, stateChip, time, trouble} from './states.js';
import {t} from './words.js';

await styles(import.meta.url, 'dashboard.css');

const PAUSE = 2000;
const OVER = ['COMPLETED', 'FAILED', 'CANCELLED'];

class JobPage extends Page {
  static properties = {graph: {state: true}, problem: {state: true}, chosen: {state: true}, tenant: {state: true}, names: {state: true}, viewer: {state: true}};

  connectedCallback() {
    super.connectedCallback();
    get('/v1/admin/cluster').then(({nodes}) => (this.names = new Map(nodes.map(({id, name}) => [id, name]))), () => {}); // without it, nodes are told by their ids
    caller().then(who => (this.tenant = who.tenant), () => {}); // without it, there is no way to the video
    this.#look();
    const timer = setInterval(() => document.hidden || (this.graph && OVER.includes(this.graph.job.state)) || this.#look(), PAUSE);
    this.leaving.addEventListener('abort', () => clearInterval(timer));
  }

  async #look() {
    try {
      this.graph = await get(`/v1/admin/jobs/${this.params.id}`, {signal: this.leaving});
      this.problem = null;
      this.chosen ??= this.graph.steps.find(s => s.state === 'RUNNING' || s.state === 'FAILED')?.name;
      this.name(this.graph.job.title || t('job'));
      if (this.graph.traceId && this.viewer === undefined) this.#findViewer();
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  /** Where traces are looked at, if the operator said so. */
  async #findViewer() {
    this.viewer = null;
    const {settings} = await get('/v1/admin/settings', {signal: this.leaving}).catch(() => ({settings: []})); // the id is told all the same
    this.viewer = settings.find(({key}) => key === 'monitoring.trace-link')?.value || null;
  }

  #trace(id) {
    return this.viewer ? html`<a href=${this.viewer.replaceAll('{trace}', id)} target="_blank" rel="noreferrer"><code>${id}</code></a>` : html`<code>${id}</code>`;
  }

  /** Who has it; where nobody has any more, who had it last. */
  #whose(step, part) {
    return part.node ?? this.graph.events.find(e => e.node && e.step === step.name && (e.part ?? 0) === part.part)?.node;
  }

  #node(id) {
    return html`<a href="/dashboard/nodes/${id}" title=${id}><code>${this.names?.get(id) ?? short(id)}</code></a>`;
  }

  #part(step, part) {
    const node = this.#whose(step, part);
    const took = part.startedAt ? span((new Date(part.finishedAt ?? Date.now()) - new Date(part.startedAt)) / 1000) : '';
    return html`<tr><th scope="row">${part.part}${part.copy ? html` <small class="soft">${t('copyOf')}</small>` : nothing}</th>
      <td>${stateChip(part.state)}${part.waitsFor ? html`<small class="reason">${t('waitsFor', {why: part.waitsFor})}</small>` : nothing}</td>
      <td class="number">${part.attempt}</td>
      <td>${node ? this.#node(node) : '–'}</td>
      <td class="number">${part.leaseUntil && part.state === 'RUNNING' ? `${time(part.leaseUntil)} · ${t('token')} ${part.token}` : '–'}</td>
      <td class="number">${took}</td></tr>`;
  }

  #parts() {
    const step = this.graph.steps.find(s => s.name === this.chosen);
    if (!step) return html`<p class="soft">${t('graphHint')}</p>`;
    return html`<h2>${t('parts', {step: step.name})}</h2>
      <p class="ids"><span>${stateChip(step.state)}</span><code>${step.address ?? t('person')}</code>${step.queue ? html`<span>${t('queue')} <code>${step.queue}</code></span>` : nothing}
        <span>${step.dependsOn.length ? t('depends', {steps: step.dependsOn.join(', ')}) : t('first')}</span></p>
      <div class="scroll"><table><thead><tr>${['part', 'state', 'attempt', 'node', 'leases', 'duration'].map(h =>
        html`<th scope="col" class=${/attempt|leases|duration/.test(h) ? 'number' : ''}>${t(h)}</th>`)}</tr></thead>
        <tbody>${step.parts.map(part => this.#part(step, part))}</tbody></table></div>`;
  }

  #events() {
    const shown = this.chosen ? this.graph.events.filter(e => !e.step || e.step === this.chosen) : this.graph.events;
    return html`<h2>${t('events')}</h2><ol class="history">${shown.map(e => html`<li class=${/_FAILED$|_RETRIED$/.test(e.type) ? 'bad' : ''}><time class="soft number" datetime=${e.at}>${time(e.at)}</time>
      <span>${e.step ? html`<strong>${e.step}${e.part ? ` ${e.part}` : ''}</strong> ` : nothing}${e.message}
        ${e.node ? html` ${this.#node(e.node)}` : nothing}</span></li>`)}</ol>`;
  }

  render() {
    const back = html`<a class="row soft" href="/dashboard/jobs">${icon('left')}${t('toJobs')}</a>`;
    if (!this.graph) return html`<div class="page">${back}${this.problem ? trouble(this.problem, () => this.#look()) : waiting(6)}</div>`;
    const {job, correlationId, traceId} = this.graph;
    return html`<div class="page">${back}
      <div class="head"><div><h1>${job.title || t('untitled')}</h1>
        <p class="row">${stateChip(job.state)}<span class="soft">${job.tenant} · ${job.workflow} · ${moment(job.createdAt)}</span></p></div>
        <div class="row">${job.tenant === this.tenant ? html`<a class="button quiet" href="/videos/${job.id}">${t('video')}</a>` : nothing}
          ${asApi(() => [{title: t('asJob'), method: 'GET', path: `/v1/admin/jobs/${job.id}`, cli: `moneyprinter cluster job ${job.id}`}])}</div></div>
      ${trouble(this.problem)}${job.failure ? html`<p class="problem">${job.failure}</p>` : nothing}
      <p class="ids"><span>${t('id')} <code>${job.id}</code></span>
        ${correlationId ? html`<span>${t('correlation')} <code>${correlationId}</code></span>` : nothing}
        ${traceId ? html`<span>${t('trace')} ${this.#trace(traceId)}</span>` : nothing}</p>
      <section class="card"><mp-job-graph .steps=${this.graph.steps} chosen=${this.chosen ?? ''}
        @mp-choose=${event => (this.chosen = this.chosen === event.detail ? '' : event.detail)}></mp-job-graph></section>
      <div class="split"><section class="card stack tight">${this.#parts()}</section>
        <section class="card stack tight">${this.#events()}</section></div></div>`;
  }
}

define('mp-job-page', JobPage);
