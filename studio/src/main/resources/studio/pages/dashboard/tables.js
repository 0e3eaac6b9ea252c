// The tables of the cluster: the nodes, which say all that the map says, and the queues.

import {html, nothing} from '../../core/element.js';
import {ago, bytes, percent} from '../../core/format.js';
import {rate, traffic} from './map-layout.js';
import {breakerChip, nodeChip, present} from './states.js';
import {t} from './words.js';

const roleText = ({role, instances}) => (instances > 1 ? `${role} ×${instances}` : role);
const roleList = roles => (roles.length >= 12 ? t('all', {n: roles.length}) : roles.map(roleText).join(', '));

const nodeRow = (node, sums) => {
  const {in: into = 0, out = 0} = sums.get(node.id) ?? {};
  const load = present(node) ? node.load : null;
  return html`<tr class=${present(node) ? '' : 'gone'}>
    <th scope="row"><a href="/dashboard/nodes/${node.id}">${node.name}</a>
      ${Object.entries(node.health.failing).map(([check, why]) => html`<small class="reason">${check}: ${why}</small>`)}
      ${(node.breakers ?? []).map(b => html`<small>${b.name} ${breakerChip(b)}</small>`)}</th>
    <td data-label=${t('state')}>${nodeChip(node)}</td>
    <td data-label=${t('roles')}><small title=${node.roles.map(roleText).join(', ')}>${roleList(node.roles)}</small></td>
    <td class="number" data-label=${t('cpu')}>${load?.cpu >= 0 ? percent(load.cpu) : '–'}</td>
    <td class="number" data-label=${t('memory')}>${load ? bytes(load.memoryTotal - load.memoryFree) : '–'}</td>
    <td class="number" data-label=${t('disk')}>${load?.diskFree >= 0 ? bytes(load.diskFree) : '–'}</td>
    <td class="number" data-label=${t('leases')}>${node.leases ?? '–'}</td>
    <td class="number" data-label=${t('in')}>${present(node) ? rate(into) : '–'}</td>
    <td class="number" data-label=${t('out')}>${present(node) ? rate(out) : '–'}</td>
    <td data-label=${t('version')}><small>${node.version}${node.build ? html` <code>${node.build.slice(0, 7)}</code>` : nothing}</small></td>
    <td data-label=${t('up')}><small>${ago(node.startedAt)}</small></td></tr>`;
};

/** @param {{nodes: object[], edges: object[]}} cluster as /v1/admin/cluster gives it */
export function nodeTable({nodes, edges}) {
  const sums = traffic(edges);
  const heads = ['node', 'state', 'roles', 'cpu', 'memory', 'disk', 'leases', 'in', 'out', 'version', 'up'];
  return html`<div class="scroll"><table class="nodes">
    <caption class="hidden">${t('map')}. ${t('tableHint')}</caption>
    <thead><tr>${heads.map(h => html`<th scope="col" class=${/cpu|memory|disk|leases|in|out/.test(h) ? 'number' : ''} title=${h === 'in' || h === 'out' ? t('tableHint') : nothing}>${t(h)}</th>`)}</tr></thead>
    <tbody>${nodes.map(node => nodeRow(node, sums))}</tbody></table></div>`;
}

/** @param {object[] | undefined} queues undefined while they are not known */
export function queueTable(queues) {
  if (!queues) return html`<p class="note">${t('noWork')}</p>`;
  if (!queues.length) return html`<p class="soft">${t('idle')}</p>`;
  return html`<div class="scroll"><table>
    <thead><tr>${['queue', 'waiting', 'running', 'unfit', 'dead'].map(h => html`<th scope="col" class=${h === 'queue' ? '' : 'number'}>${t(h)}</th>`)}</tr></thead>
    <tbody>${queues.map(q => html`<tr><th scope="row"><code>${q.name}</code></th>
      <td class="number">${q.waiting}</td><td class="number">${q.running}</td>
      <td class="number">${q.unfit ? html`<span class="chip warn">${q.unfit}</span>` : 0}</td>
      <td class="number">${q.dead ? html`<span class="chip bad">${q.dead}</span>` : 0}</td></tr>`)}</tbody></table></div>`;
}
