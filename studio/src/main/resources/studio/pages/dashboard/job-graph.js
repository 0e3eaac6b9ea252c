// The workflow of a job, drawn: its steps in layers, what comes before what, and how far each is.

import {define, Element, html, svg} from '../../core/element.js';
import {arrange, BOX} from './graph-layout.js';
import {t} from './words.js';

const KINDS = {DONE: 'done', RUNNING: 'busy', FAILED: 'bad', AWAITING: 'warn', SKIPPED: 'faint', CANCELLED: 'faint', WAITING: 'faint'};

/** <mp-job-graph .steps=${…} chosen="speech">; tells mp-choose with the name of a step. */
class JobGraph extends Element {
  static properties = {steps: {attribute: false}, chosen: {}};

  #tell(name) {
    this.dispatchEvent(new CustomEvent('mp-choose', {detail: name, bubbles: true}));
  }

  #key(event, name) {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    this.#tell(name);
  }

  #step(step, {x, y}) {
    const parts = step.of > 1 ? t('of', {n: step.done, all: step.of}) : t(step.state);
    const tries = step.attempts > 1 ? `, ${t('attempts', {n: step.attempts})}` : '';
    const after = step.dependsOn.length ? t('depends', {steps: step.dependsOn.join(', ')}) : t('first');
    const share = step.state === 'DONE' ? 1 : step.progress;
    return svg`<g class="step ${KINDS[step.state] ?? ''}" transform="translate(${x} ${y})" tabindex="0" role="button"
        aria-pressed=${this.chosen === step.name} aria-label="${step.name}: ${t(step.state)}, ${parts}${tries}. ${after}"
        @click=${() => this.#tell(step.name)} @keydown=${event => this.#key(event, step.name)}>
      <rect class="box" width=${BOX.width} height=${BOX.height} rx="12"></rect>
      <text x="14" y="24">${step.name}</text>
      <text class="under" x="14" y="42">${parts}${step.attempts > 1 ? ` · ${step.attempts}×` : ''}</text>
      ${step.state === 'RUNNING' ? svg`<rect class="share" x="12" y=${BOX.height - 7} height="3" rx="1.5" width=${Math.max(2, (BOX.width - 24) * share)}></rect>` : ''}</g>`;
  }

  render() {
    const {width, height, spots, ways} = arrange(this.steps);
    const byName = new Map(this.steps.map(s => [s.name, s]));
    return html`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="group" aria-label=${t('graph')}>
      ${ways.map(w => svg`<path class="way ${byName.get(w.from).state === 'DONE' && byName.get(w.to).state === 'RUNNING' ? 'on' : ''}" d=${w.path}></path>`)}
      ${this.steps.map(step => this.#step(step, spots.get(step.name)))}</svg>`;
  }
}

define('mp-job-graph', JobGraph);
