// The cluster as operators see it: a map, tables, queues and charts, live.

import {define, html, nothing, Page, styles} from '../../core/element.js';
import {follow} from '../../core/live.js';
import {go} from '../../core/router.js';
import {asApi} from '../../parts/as-api.js';
import {waiting} from '../../parts/states.js';
import './charts.js';
import './cluster-map.js';
import './dead-letters.js';
import {services} from './map-layout.js';
import {present, trouble} from './states.js';
import {nodeTable, queueTable} from './tables.js';
import {tabs} from './tabs.js';
import {t} from './words.js';

await styles(import.meta.url, 'dashboard.css');

const MAPS = ['nodes', 'services'];
const RANGES = ['5m', '15m', '1h'];
/** Without news for so long, what is shown is not live. */
const STALE = 6000;

class DashboardPage extends Page {
  static properties = {cluster: {state: true}, problem: {state: true}, live: {state: true}};

  #heard = Date.now();

  connectedCallback() {
    super.connectedCallback();
    this.name(t('title'));
    this.#follow();
    const watch = setInterval(() => (this.live = Date.now() - this.#heard < STALE), 1000);
    this.leaving.addEventListener('abort', () => clearInterval(watch));
  }

  async #follow() {
    this.problem = null;
    try {
      await follow('/v1/admin/cluster/events', this.leaving, cluster => {
        this.#heard = Date.now();
        this.live = true;
        this.cluster = cluster;
      });
    } catch (problem) {
      this.problem = problem;
    }
  }

  #summary() {
    const {nodes} = this.cluster;
    const here = nodes.filter(present);
    const chips = [['good', 'nodes', here.length], ['bad', 'lost', nodes.filter(n => n.state === 'LOST').length],
      ['bad', 'degraded', here.filter(n => n.health.status !== 'healthy').length],
      ['warn', 'open', here.flatMap(n => n.breakers ?? []).length]];
    return html`<span class="row" role="status">${chips.filter(([, word, n]) => n || word === 'nodes').map(([kind, word, n]) =>
      html`<span class="chip ${kind}">${t(word, {n})}</span>`)}</span>`;
  }

  #calls() {
    return [
      {title: t('asCluster'), method: 'GET', path: '/v1/admin/cluster', cli: 'moneyprinter cluster nodes'},
      {title: t('asFollow'), method: 'GET', path: '/v1/admin/cluster/events', cli: 'moneyprinter cluster nodes --watch'},
      {title: t('asSeries'), method: 'GET', path: `/v1/admin/series?metric=latency_95&range=${this.#range()}`},
    ];
  }

  #range() {
    const wanted = this.query.get('range');
    return RANGES.includes(wanted) ? wanted : '15m';
  }

  render() {
    const head = html`<div class="head"><div><h1>${t('title')}</h1>
        <p class="soft row">${this.live === false && !this.problem ? html`<span class="chip bad" role="alert">${t('away')}</span>` : this.cluster ? html`<span class="pulse"></span>${t('sub')}` : nothing}
        ${this.cluster ? this.#summary() : nothing}</p></div>
      <div class="row">${tabs('overview')}${asApi(() => this.#calls())}</div></div>`;
    if (!this.cluster) return html`<div class="page">${head}${trouble(this.problem, () => this.#follow())}${this.problem ? nothing : waiting(6)}</div>`;
    return html`<div class="page">${head}
      <section class="card map" aria-label=${t('map')}>
        ${this.#map()}
        ${nodeTable(this.cluster)}</section>
      <section class="stack"><div class="row spread"><h2>${t('charts')}</h2>${this.#choice('range', 'range', RANGES, this.#range())}</div>
        <mp-charts range=${this.#range()}></mp-charts></section>
      <section class="card stack"><h2>${t('queues')}</h2>${queueTable(this.cluster.queues)}
        <mp-dead-letters count=${(this.cluster.queues ?? []).reduce((sum, q) => sum + q.dead, 0)}></mp-dead-letters></section></div>`;
  }

  /** One node alone has no ways to others; its services have. */
  #shown() {
    const wanted = this.query.get('map');
    return MAPS.includes(wanted) ? wanted : this.cluster.nodes.length > 1 ? 'nodes' : 'services';
  }

  #map() {
    const shown = this.#shown();
    const {spots, edges} = shown === 'nodes' ? {spots: this.cluster.nodes, edges: this.cluster.edges} : services(this.cluster);
    return html`<div class="over">${this.#choice('map', 'mapOf', MAPS, shown, name => t(name === 'nodes' ? 'mapNodes' : 'mapServices'))}</div>
      <mp-cluster-map .nodes=${spots} .edges=${edges}></mp-cluster-map>`;
  }

  #choice(name, legend, options, chosen, text = option => option) {
    return html`<fieldset class="choice"><legend class="hidden">${t(legend)}</legend>${options.map(option => html`<label>
      <input type="radio" name=${name} .checked=${option === chosen} @change=${() => this.#choose(name, option)}><span>${text(option)}</span></label>`)}</fieldset>`;
  }

  #choose(name, value) {
    const query = new URLSearchParams(this.query);
    query.set(name, value);
    go(`?${query}`, {replace: true});
  }
}

define('mp-dashboard-page', DashboardPage);
