// What the task queue gave up: why, and putting it back or throwing it away.

import {define, Element, html, nothing} from '../../core/element.js';
import {get, post} from '../../core/api.js';
import {ago, moment} from '../../core/format.js';
import {words} from '../../core/words.js';
import {asApi} from '../../parts/as-api.js';
import {confirm} from '../../parts/dialog.js';
import {problemBox} from '../../parts/problem.js';
import {complain, toast} from '../../parts/toast.js';

const t = words({
  en: {
    title: 'Given up', text: 'These tasks were begun again and again in vain. See what is amiss, then put them back; throwing one away touches no video, which goes by its own rules on retries.',
    replay: 'Put back', replayAll: 'Put all back', drop: 'Throw away', dropAsk: 'Throw this task away?', dropText: 'It is not tried again. Its video goes on, waits or fails by its own rules.',
    replayed: {one: '{n} task is tried again', other: '{n} tasks are tried again'}, dropped: 'Thrown away', tries: {one: 'after {n} try', other: 'after {n} tries'}, list: 'What was given up', which: '{what}: {ticket}',
  },
  zh: {
    title: '已放弃', text: '这些任务多次尝试均未成功。请先查明原因，再放回队列；丢弃任务不影响视频，视频按自己的重试规则处理。',
    replay: '放回', replayAll: '全部放回', drop: '丢弃', dropAsk: '丢弃此任务？', dropText: '将不再尝试。其视频会按自己的规则继续、等待或失败。',
    replayed: {other: '{n} 个任务将重新尝试'}, dropped: '已丢弃', tries: {other: '尝试 {n} 次后'}, list: '已放弃的任务', which: '{what}：{ticket}',
  },
  es: {
    title: 'Abandonadas', text: 'Estas tareas se empezaron una y otra vez en vano. Vea qué falla y devuélvalas; descartar una no toca ningún vídeo, que sigue sus propias reglas de reintento.',
    replay: 'Devolver', replayAll: 'Devolver todas', drop: 'Descartar', dropAsk: '¿Descartar esta tarea?', dropText: 'No se intentará de nuevo. Su vídeo sigue, espera o falla según sus propias reglas.',
    replayed: {one: '{n} tarea se intenta de nuevo', other: '{n} tareas se intentan de nuevo'}, dropped: 'Descartada', tries: {one: 'tras {n} intento', other: 'tras {n} intentos'}, list: 'Lo abandonado', which: '{what}: {ticket}',
  },
  de: {
    title: 'Aufgegeben', text: 'Diese Aufgaben wurden immer wieder vergeblich begonnen. Sehen Sie nach, woran es liegt, und stellen Sie sie zurück; eine zu verwerfen rührt kein Video an, das nach seinen eigenen Regeln weitergeht.',
    replay: 'Zurückstellen', replayAll: 'Alle zurückstellen', drop: 'Verwerfen', dropAsk: 'Diese Aufgabe verwerfen?', dropText: 'Sie wird nicht mehr versucht. Ihr Video geht weiter, wartet oder scheitert nach seinen eigenen Regeln.',
    replayed: {one: '{n} Aufgabe wird noch einmal versucht', other: '{n} Aufgaben werden noch einmal versucht'}, dropped: 'Verworfen', tries: {one: 'nach {n} Versuch', other: 'nach {n} Versuchen'}, list: 'Was aufgegeben wurde', which: '{what}: {ticket}',
  },
});

const PATH = '/v1/admin/dead-letters';

/** <mp-dead-letters count="3">: looks again whenever the count changes; with none it shows nothing. */
class DeadLetters extends Element {
  static properties = {count: {type: Number}, letters: {state: true}, problem: {state: true}, busy: {state: true}};

  constructor() {
    super();
    this.count = 0;
    this.letters = [];
  }

  willUpdate(changed) {
    if (changed.has('count')) this.#look();
  }

  async #look() {
    try {
      this.letters = this.count ? (await get(PATH)).deadLetters : [];
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #tell(what, letters) {
    this.busy = true;
    try {
      const {count} = await post(`${PATH}/${what}`, {ids: letters.map(({id}) => id)});
      toast(what === 'drop' ? t('dropped') : t('replayed', {n: count}));
      this.letters = this.letters.filter(one => !letters.includes(one));
    } catch (problem) {
      complain(problem);
    }
    this.busy = false;
  }

  async #drop(letter) {
    if (await confirm({title: t('dropAsk'), text: t('dropText'), action: t('drop'), danger: true})) await this.#tell('drop', [letter]);
  }

  #row(letter) {
    const button = (what, run) => html`<button class="quiet small" ?disabled=${this.busy}
      aria-label=${t('which', {what: t(what), ticket: letter.ticket})} @click=${run}>${t(what)}</button>`;
    return html`<li><div><strong>${letter.queue}</strong> <code>${letter.ticket}</code>
        <p class="reason">${letter.reason}</p>
        <small><time datetime=${letter.at} title=${moment(letter.at)}>${ago(letter.at)}</time> · ${t('tries', {n: letter.deliveries})}</small></div>
      <span class="row keep">${button('replay', () => this.#tell('replay', [letter]))}${button('drop', () => this.#drop(letter))}</span></li>`;
  }

  #calls() {
    const [{id}] = this.letters;
    return [
      {title: t('list'), method: 'GET', path: PATH, cli: 'moneyprinter dead-letters list'},
      {title: t('replay'), method: 'POST', path: `${PATH}/replay`, body: {ids: [id]}, cli: `moneyprinter dead-letters replay ${id}`},
      {title: t('drop'), method: 'POST', path: `${PATH}/drop`, body: {ids: [id]}, cli: `moneyprinter dead-letters drop ${id}`},
    ];
  }

  render() {
    if (this.problem) return problemBox(this.problem, () => this.#look());
    if (!this.letters.length) return nothing;
    return html`<div class="stack tight"><div class="row spread"><h3>${t('title')}</h3><span class="row">
        <button class="quiet small" ?disabled=${this.busy} @click=${() => this.#tell('replay', this.letters)}>${t('replayAll')}</button>${asApi(() => this.#calls())}</span></div>
      <p class="soft">${t('text')}</p><ul class="letters">${this.letters.map(letter => this.#row(letter))}</ul></div>`;
  }
}

define('mp-dead-letters', DeadLetters);
