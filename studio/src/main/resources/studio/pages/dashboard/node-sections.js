// What is known of a node, section by section.

import {html, nothing} from '../../core/element.js';
import {ago, bytes, moment, percent} from '../../core/format.js';
import {meter} from '../../parts/states.js';
import {rate} from './map-layout.js';
import {breakerChip, short, time} from './states.js';
import {t} from './words.js';

const fact = (name, value) => (value === undefined || value === null || value === '' ? nothing
  : html`<div><dt>${t(name)}</dt><dd>${value}</dd></div>`);

/** Who it is and what it runs on. */
export const about = ({node, machine}) => html`<dl class="facts">
  ${fact('id', html`<code>${node.id}</code>`)}${fact('address', node.address)}${fact('version', node.version)}
  ${fact('build', node.build)}${fact('environment', node.environment)}${fact('up', `${moment(node.startedAt)} (${ago(node.startedAt)})`)}
  ${fact('host', machine?.host)}${fact('system', machine?.system)}${fact('java', machine?.java)}${fact('process', machine && String(machine.process))}</dl>`;

const gauge = (name, share, text) => html`<div><span>${t(name)}<span class="soft number">${text}</span></span>${meter(Math.max(0, share), t(name))}</div>`;

/** How busy it is. */
export const load = l => html`<div class="gauges">
  ${gauge('cpu', l.cpu, `${percent(Math.max(0, l.cpu))} · ${t('cores', {n: l.cores})}`)}
  ${gauge('heap', l.heapUsed / l.heapMost, t('of', {n: bytes(l.heapUsed), all: bytes(l.heapMost)}))}
  ${gauge('memory', 1 - l.memoryFree / l.memoryTotal, t('of', {n: bytes(l.memoryTotal - l.memoryFree), all: bytes(l.memoryTotal)}))}
  ${l.diskTotal > 0 ? gauge('diskUsed', 1 - l.diskFree / l.diskTotal, t('of', {n: bytes(l.diskTotal - l.diskFree), all: bytes(l.diskTotal)})) : nothing}</div>`;

/** Its checks, and when they changed. */
export function health({checks, history}) {
  const failing = Object.entries(checks).filter(([, outcome]) => outcome !== 'ok');
  return html`${failing.length ? html`<ul class="stack tight">${failing.map(([check, why]) => html`<li class="problem"><strong>${check}</strong> ${why}</li>`)}</ul>`
      : html`<p><span class="chip good">${t('healthy')}</span> ${t('fine')}</p>`}
    <h3>${t('history')}</h3>
    ${history.length ? html`<ol class="history">${history.slice(0, 20).map(h => html`<li><time class="soft number" datetime=${h.at}>${time(h.at)}</time>
      <span><strong>${h.check}</strong> ${h.outcome === 'ok' ? html`<span class="chip good">ok</span>` : h.outcome}</span></li>`)}</ol>` : html`<p class="soft">${t('noHistory')}</p>`}`;
}

/** Threads and connections. */
export const pools = all => html`<div class="scroll"><table><thead><tr><th scope="col">${t('pool')}</th>
  <th scope="col" class="number">${t('busy')}</th><th scope="col" class="number">${t('waiting')}</th><th scope="col" class="number">${t('size')}</th></tr></thead>
  <tbody>${all.map(p => html`<tr><th scope="row">${short(p.name)} <small class="soft">${p.kind}</small></th><td class="number">${p.busy}</td>
    <td class="number">${p.waiting ? html`<span class="chip warn">${p.waiting}</span>` : 0}</td><td class="number">${p.size ?? '–'}</td></tr>`)}</tbody></table></div>`;

const breakerList = some => html`<p class="chips">${some.map(b => html`<span title=${b.kind}>${b.name} ${breakerChip(b)}</span>`)}</p>`;

/** Those that are open are what one looks for; the others are folded away, for there are many. */
export function breakers(all) {
  if (!all.length) return html`<p class="soft">${t('noBreakers')}</p>`;
  const closed = all.filter(b => b.state === 'closed');
  return html`${closed.length < all.length ? breakerList(all.filter(b => b.state !== 'closed')) : nothing}
    ${closed.length ? html`<details><summary>${t('closedOnes', {n: closed.length})}</summary>${breakerList(closed)}</details>` : nothing}`;
}

/** What it can encode with, as tried out. */
export const encoders = (found, renders) => (found ? html`<p class="soft">${found.program}</p>
  <p class="chips">${found.encoders.map(e => html`<span title=${e.detail}>${e.name} <span class="chip ${e.works ? 'good' : ''}">${t(e.works ? 'works' : 'fails')}</span></span>`)}
    ${found.accelerators.map(a => html`<span title="${a.decode.detail} · ${a.encode.detail}">${a.name} <span class="chip ${a.encode.works ? 'good' : ''}">${t(a.encode.works ? 'works' : 'fails')}</span></span>`)}</p>`
  : html`<p class="soft">${t(renders ? 'trying' : 'noEncoders')}</p>`);

/** What it holds of jobs. */
export const leases = all => (!all ? html`<p class="note">${t('noWork')}</p>` : !all.length ? html`<p class="soft">${t('noLeases')}</p>`
  : html`<div class="scroll"><table><thead><tr><th scope="col">${t('step')}</th><th scope="col">${t('job')}</th><th scope="col" class="number">${t('attempt')}</th>
    <th scope="col">${t('progress')}</th><th scope="col">${t('until')}</th></tr></thead>
  <tbody>${all.map(l => html`<tr><th scope="row">${l.step} <small class="soft">${l.part}</small></th>
    <td><a href="/dashboard/jobs/${l.jobId}"><code>${short(l.jobId)}</code></a> <small class="soft">${l.tenant}</small></td><td class="number">${l.attempt}</td>
    <td>${meter(l.progress, l.step)}</td><td class="number">${l.until ? time(l.until) : ''}</td></tr>`)}</tbody></table></div>`);

/** @param {string} wanted part of an address */
export const addresses = (all, wanted) => html`<div class="addresses"><table><thead><tr><th scope="col">${t('address')}</th>
  <th scope="col" class="number">${t('consumers')}</th><th scope="col" class="number">${t('MESSAGES')}</th></tr></thead>
  <tbody>${all.filter(a => a.address.includes(wanted)).map(a => html`<tr><th scope="row"><code>${a.address}</code></th>
    <td class="number">${a.consumers}</td><td class="number">${a.perSecond >= .05 ? t('perSecond', {n: rate(a.perSecond)}) : ''}</td></tr>`)}</tbody></table></div>`;
