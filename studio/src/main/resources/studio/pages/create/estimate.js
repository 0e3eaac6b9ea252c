// What the video will take, before it is begun: length, time and money, and what that rests on.

import {post} from '../../core/api.js';
import {define, Element, html, nothing} from '../../core/element.js';
import {clock, money, percent, span, spans} from '../../core/format.js';
import {later} from './later.js';
import {briefOf} from './form.js';
import {or, t} from './words.js';

/** <mp-create-estimate .form>; tells warnings with the event mp-warnings. */
class Estimate extends Element {
  static properties = {form: {attribute: false}, found: {state: true}, trouble: {state: true}, asking: {state: true}};

  #asked = '';
  #later = later(700, signal => this.#ask(signal));

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#later.stop();
  }

  willUpdate(changed) {
    if (!changed.has('form')) return;
    const brief = this.form.text.trim() ? JSON.stringify(briefOf(this.form)) : '';
    if (brief === this.#asked) return;
    this.#asked = brief;
    this.trouble = null;
    this.asking = Boolean(brief);
    if (brief) this.#later.soon();
    else this.#nothing();
  }

  #nothing() {
    this.#later.stop();
    this.found = null;
    this.#tell([]);
  }

  #tell(warnings) {
    this.dispatchEvent(new CustomEvent('mp-warnings', {detail: warnings, bubbles: true}));
  }

  async #ask(signal) {
    try {
      this.found = await post('/v1/videos?dryRun=true', JSON.parse(this.#asked), {}, {signal});
      this.#tell(this.found.warnings);
    } catch (problem) {
      if (signal.aborted) return;
      if (problem.status === 429) return void this.#later.soon((problem.retryAfter ?? 2) * 1000);
      this.found = null;
      this.trouble = problem;
      this.#tell([]);
    }
    this.asking = false;
  }

  #lengths({low, high}) {
    return clock(low) === clock(high) ? clock(low) : t('range', {low: clock(low), high: clock(high)});
  }

  #cost() {
    const {estimate} = this.found;
    if (!estimate) return t('unknown');
    return estimate.estimated > 0 ? `≈ ${money(estimate.estimated)}` : t('free');
  }

  #rests({time, estimate}) {
    const lines = [];
    if (time) {
      lines.push(time.measured > 0.005 ? t('restsMeasured', {n: time.videos, share: percent(time.measured)}) : t('restsAssumed'));
      if (time.ahead) lines.push(t('restsAhead', {n: time.ahead, time: span(time.queueSeconds)}));
    }
    for (const line of estimate?.lines ?? []) {
      if (line.amount > 0) lines.push(t('restsCost', {provider: line.provider, amount: money(line.amount)}));
    }
    if (this.form.review !== 'none') lines.push(t('restsReview'));
    return lines;
  }

  #steps(steps) {
    const longest = Math.max(...steps.map(step => step.seconds));
    return html`<table class="steps"><caption class="hidden">${t('bySteps')}</caption><tbody>${steps.map(step => html`
      <tr><th scope="row">${or(`step_${step.step}`, step.step)}</th><td><meter min="0" max=${longest} .value=${step.seconds} aria-hidden="true"></meter></td>
      <td class="number">${span(step.seconds)}</td></tr>`)}</tbody></table>`;
  }

  render() {
    if (this.trouble) return html`<p class="hint warned" role="status">${t('estimateFailed')} ${this.trouble.violations?.[0]?.message ?? this.trouble.message}</p>`;
    if (!this.found) return html`<p class="hint">${this.asking ? t('estimating') : t('estimateEmpty')}</p>`;
    const {time, warnings} = this.found;
    return html`
      <dl class="estimate" aria-live="polite" aria-busy=${this.asking ? 'true' : 'false'}>
        <div><dt>${t('lasts')}</dt><dd>${time ? html`${clock(time.video.likely)}<small>${this.#lengths(time.video)}</small>` : t('unknown')}</dd></div>
        <div><dt>${t('takes')}</dt><dd>${time ? html`≈ ${span(time.making.likely)}<small>${spans(time.making.low, time.making.high)}</small>` : t('unknown')}</dd></div>
        <div><dt>${t('costs')}</dt><dd>${this.#cost()}</dd></div>
      </dl>
      <details class="inner"><summary>${t('restsOn')}</summary><div class="stack tight">
        <ul class="hint bullets">${this.#rests(this.found).map(text => html`<li>${text}</li>`)}</ul>
        ${time ? this.#steps(time.steps) : nothing}</div></details>
      ${warnings.filter(one => one.pointer !== '/topic').map(one => html`<p class="hint warned">${one.message}</p>`)}`;
  }
}

define('mp-create-estimate', Estimate);
