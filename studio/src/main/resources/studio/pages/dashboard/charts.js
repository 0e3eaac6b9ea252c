// Charts of the last minutes. Chart.js is fetched when the first one is shown, and only then.

import {define, Element, html, nothing} from '../../core/element.js';
import {get} from '../../core/api.js';
import {language} from '../../core/words.js';
import {percent} from '../../core/format.js';
import {colours} from './map-traffic.js';
import {t} from './words.js';

const figure = n => n.toLocaleString(language, {maximumSignificantDigits: 3});
const unit = {
  '/s': n => t('perSecond', {n: figure(n)}), '/min': n => t('perMinute', {n: figure(n)}), s: n => (n > 0 && n < 1 ? t('millis', {n: figure(n * 1000)}) : t('seconds', {n: figure(n)})),
  's/min': n => t('seconds', {n: figure(n)}), 1: n => percent(n),
};

/** What is charted, each with the series in it. */
const CHARTS = [
  ['REQUESTS', [['requests']]], ['LATENCY', [['latency', 'mean'], ['latency_95', 'p95']]], ['ERROR_RATE', [['error_rate']]],
  ['RENDER', [['render']]], ['STEPS', [['steps']]], ['MESSAGES', [['messages']]],
];

/** <mp-charts range="15m" node="…"> */
class Charts extends Element {
  static properties = {range: {}, node: {}, data: {state: true}};

  #charts = new Map();
  #timer;
  #Chart;
  #seen = new IntersectionObserver(([entry]) => (this.visible = entry.isIntersecting) && this.#look());

  constructor() {
    super();
    this.range = '15m';
    this.data = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#seen.observe(this);
    this.#timer = setInterval(() => this.visible && !document.hidden && this.#look(), 5000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#seen.disconnect();
    clearInterval(this.#timer);
    this.#charts.forEach(chart => chart.destroy());
    this.#charts.clear();
  }

  willUpdate(changed) {
    if (changed.has('range') && changed.get('range') && this.visible) this.#look();
  }

  async #look() {
    const range = this.range;
    const names = CHARTS.flatMap(([, lines]) => lines.map(([metric]) => metric));
    try {
      const all = await Promise.all(names.map(metric =>
        get(`/v1/admin/series?metric=${metric}&range=${range}${this.node ? `&node=${this.node}` : ''}`)));
      if (range === this.range) this.data = Object.fromEntries(names.map((name, i) => [name, all[i]]));
      this.#Chart ??= (await import('chart.js/auto')).default;
      this.problem = null;
    } catch (problem) {
      this.problem = problem; // said once; the next round tries again
    }
    this.requestUpdate();
    await this.updateComplete;
    if (this.isConnected && this.#Chart) this.#draw();
  }

  #draw() {
    const tint = colours(this);
    const plain = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const canvas of this.querySelectorAll('canvas')) {
      const [name, lines] = CHARTS.find(([n]) => n === canvas.dataset.name);
      const series = lines.map(([metric]) => this.data[metric]);
      if (!series.every(Boolean)) continue;
      const labels = series[0].points.map(p => new Date(p.at).toLocaleTimeString(language, {hour: '2-digit', minute: '2-digit'}));
      const datasets = series.map((s, i) => ({
        label: lines[i][1] ? t(lines[i][1]) : t(name), data: s.points.map(p => p.value ?? null), spanGaps: name === 'RENDER' || name === 'LATENCY',
        borderColor: i ? tint.line : tint.dot, backgroundColor: i ? 'transparent' : `${tint.dot}22`, fill: !i,
        borderWidth: 1.8, pointRadius: 0, pointHitRadius: 12, tension: .25}));
      const known = this.#charts.get(name);
      if (known) {
        Object.assign(known.data, {labels});
        known.data.datasets = datasets;
        known.update('none');
      } else {
        this.#charts.set(name, new this.#Chart(canvas, {type: 'line', data: {labels, datasets}, options: this.#options(unit[series[0].unit], tint, plain, lines.length > 1)}));
      }
    }
  }

  #options(text, tint, plain, named) {
    return {animation: plain ? false : {duration: 300}, maintainAspectRatio: false, interaction: {mode: 'index', intersect: false},
      scales: {
        x: {ticks: {maxTicksLimit: 5, color: tint.line, maxRotation: 0}, grid: {display: false}},
        y: {beginAtZero: true, ticks: {maxTicksLimit: 4, color: tint.line, callback: text}, grid: {color: `${tint.line}33`}, border: {display: false}}},
      plugins: {legend: {display: named, position: 'bottom', labels: {boxWidth: 12, color: tint.text}},
        tooltip: {callbacks: {label: item => `${item.dataset.label}: ${text(item.parsed.y)}`}}}};
  }

  #now(lines) {
    const series = this.data[lines[0][0]];
    const last = series?.points.findLast(p => p.value !== undefined && p.value !== null);
    if (!last) return t('noData');
    const recent = series.points.slice(-3).includes(last);
    return t(recent ? 'now' : 'last', {value: unit[series.unit](last.value)});
  }

  render() {
    return html`${this.problem ? html`<p class="problem">${this.problem.message}</p>` : nothing}
      <div class="charts">${CHARTS.map(([name, lines]) => html`<figure class="card chart">
        <figcaption><strong>${t(name)}</strong><span class="soft number">${this.#now(lines)}</span></figcaption>
        <div><canvas data-name=${name} role="img" aria-label="${t(name)}: ${this.#now(lines)}"></canvas></div></figure>`)}</div>`;
  }
}

define('mp-charts', Charts);
