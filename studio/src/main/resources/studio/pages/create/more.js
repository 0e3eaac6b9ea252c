// What most videos never need: transitions, the form of the file, chance, and the most it may cost.

import {define, html, nothing} from '../../core/element.js';
import {figure} from '../../core/format.js';
import {check, choice, Part, select, slider} from './part.js';
import {t} from './words.js';

const TRANSITIONS = ['fade', 'cut', 'fade-black', 'fade-white', 'dissolve', 'wipe-left', 'wipe-right', 'wipe-up', 'wipe-down', 'slide-left',
  'slide-right', 'slide-up', 'slide-down', 'smooth-left', 'smooth-right', 'smooth-up', 'smooth-down', 'circle-open', 'circle-close',
  'rect-open', 'rect-close', 'radial', 'zoom-in', 'zoom-out', 'pixelize', 'blur', 'shuffle'];
const CONTAINERS = ['mp4', 'webm', 'mov', 'gif', 'audio'];
const QUALITIES = ['draft', 'standard', 'high'];
const EXTRAS = ['thumbnails', 'stems', 'captionTracks'];

const amount = text => (text === '' ? null : Number(text));

class More extends Part {
  drawing() {
    return 'gear';
  }

  heading() {
    return t('advanced');
  }

  pointers() {
    return ['/transition', '/transitionSeconds', '/output', '/seed', '/budget'];
  }

  summary() {
    const {output, transition, budget} = this.form;
    return [t(`transition_${transition}`), (output.container ?? 'mp4').toUpperCase(), output.quality && t(`quality_${output.quality}`),
      budget && `≤ ${budget} $`].filter(Boolean).join(' · ');
  }

  #output(patch) {
    const output = {...this.form.output, ...patch};
    // A codec goes with its container; what was given for another one does not fit this one.
    if ('container' in patch) delete output.codec;
    this.change({output});
  }

  #number({label, value, min, max, step, hint, key}) {
    return html`<label class="field"><span>${label}</span><input type="number" min=${min} max=${max ?? nothing} step=${step} .value=${value ?? ''}
      placeholder=${t('none')} @input=${event => this.change({[key]: amount(event.target.value)})}><small>${hint}</small></label>`;
  }

  body() {
    const {transition, transitionSeconds, output, seed, budget} = this.form;
    return html`
      <div class="fields">
        ${select({label: t('transition'), value: transition, options: TRANSITIONS.map(one => [one, t(`transition_${one}`)]), pick: picked => this.change({transition: picked})})}
        ${transition === 'cut' ? nothing : slider({label: t('transitionSeconds'), value: transitionSeconds, min: 0, max: 2, step: 0.1, say: value => t('secondsLong', {n: figure(value)}),
          pick: value => this.change({transitionSeconds: value})})}
      </div>
      <div class="fields">
        ${select({label: t('container'), value: output.container ?? 'mp4', options: CONTAINERS.map(one => [one, t(`container_${one}`)]), pick: container => this.#output({container})})}
        ${choice({label: t('quality'), name: 'quality', value: output.quality ?? 'standard', options: QUALITIES.map(one => [one, t(`quality_${one}`)]), pick: quality => this.#output({quality})})}
      </div>
      <div>${EXTRAS.map(key => check({label: t(key), hint: t(`${key}Hint`), value: output[key], pick: wanted => this.#output({[key]: wanted})}))}</div>
      <div class="fields">
        ${this.#number({label: t('budget'), value: budget, min: 0.01, step: 0.01, hint: t('budgetHint'), key: 'budget'})}
        ${this.#number({label: t('seed'), value: seed, min: 0, max: Number.MAX_SAFE_INTEGER, step: 1, hint: t('seedHint'), key: 'seed'})}
      </div>`;
  }
}

define('mp-create-more', More);
