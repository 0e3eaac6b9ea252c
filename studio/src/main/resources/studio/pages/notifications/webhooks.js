// Webhooks: which systems are told, with which secret, and how it went.

import {define, html, nothing, Page} from '../../core/element.js';
import {get, post, put, remove} from '../../core/api.js';
import {caller, may} from '../../core/caller.js';
import {ago, moment} from '../../core/format.js';
import {go} from '../../core/router.js';
import {asApi, quoted} from '../../parts/as-api.js';
import {confirm} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {complain, toast} from '../../parts/toast.js';
import '../../parts/menu.js';
import './webhook-log.js';
import {editWebhook, showSecret} from './webhook-form.js';
import {t} from './words.js';

const PATH = '/v1/webhooks';

/** @typedef {{id: string, url: string, description?: string, kinds: string[], enabled: boolean, disabledReason?: string, failingSince?: string, oldSecretUntil?: string}} Webhook */

class Webhooks extends Page {
  static properties = {chosen: {attribute: false}, webhooks: {state: true}, problem: {state: true}, busy: {state: true}, writes: {state: true}};

  constructor() {
    super();
    /** @type {Webhook[] | null} */
    this.webhooks = null;
    /** @type {Set<string>} ids that are being tested */
    this.busy = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    caller().then(who => (this.writes = may(who, 'videos:write')), () => {}); // without it, they can be looked at
    this.#load();
  }

  async #load() {
    try {
      this.webhooks = (await get(PATH, {signal: this.leaving})).webhooks;
      this.problem = null;
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  async #add() {
    const made = await editWebhook(null);
    if (!made) return;
    await showSecret(made);
    await this.#load();
  }

  async #edit(webhook) {
    if (await editWebhook(webhook)) await this.#load();
  }

  async #rotate(webhook) {
    if (!await confirm({title: t('rotateAsk'), text: t('rotateText'), action: t('rotateDo')})) return;
    try {
      await showSecret(await post(`${PATH}/${webhook.id}/rotate`, {}));
      await this.#load();
    } catch (problem) {
      complain(problem);
    }
  }

  async #test(webhook) {
    this.busy = new Set(this.busy).add(webhook.id);
    try {
      const sent = await post(`${PATH}/${webhook.id}/test`);
      if (sent.state === 'DELIVERED') toast(t('tested'), {kind: 'good'});
      else toast(t('testFailed', {error: sent.attempts.at(-1)?.error ?? ''}), {kind: 'bad'});
      this.querySelector('mp-webhook-log')?.refresh();
    } catch (problem) {
      complain(problem);
    } finally {
      this.busy = new Set([...this.busy].filter(id => id !== webhook.id));
    }
  }

  async #switch(webhook) {
    await put(`${PATH}/${webhook.id}`, {enabled: !webhook.enabled}).catch(complain);
    await this.#load();
  }

  async #remove(webhook) {
    if (!await confirm({title: t('removeAsk'), text: t('removeText'), action: t('removeHook'), danger: true})) return;
    await remove(`${PATH}/${webhook.id}`).catch(complain);
    await this.#load();
  }

  #menu(webhook) {
    return html`<mp-menu label=${t('actions')} .items=${[
      {label: t('edit'), icon: 'gear', run: () => this.#edit(webhook)},
      {label: t('rotate'), icon: 'refresh', run: () => this.#rotate(webhook)},
      {label: t(webhook.enabled ? 'switchOff' : 'switchOn'), icon: webhook.enabled ? 'pause' : 'play', run: () => this.#switch(webhook)},
      null,
      {label: t('removeHook'), icon: 'trash', danger: true, run: () => this.#remove(webhook)},
    ]}></mp-menu>`;
  }

  #state(webhook) {
    if (!webhook.enabled) return html`<span class="chip bad">${t('off')}</span>`;
    return webhook.failingSince ? html`<span class="chip warn">${t('failing', {when: ago(webhook.failingSince)})}</span>`
      : html`<span class="chip good">${t('on')}</span>`;
  }

  #card(webhook) {
    return html`<article class="card stack tight webhook" data-id=${webhook.id}>
      <div class="row spread keep"><div class="row keep name"><h2 class="cut" title=${webhook.url}>${webhook.url}</h2>${this.#state(webhook)}</div>${this.writes ? this.#menu(webhook) : nothing}</div>
      ${webhook.description ? html`<p>${webhook.description}</p>` : nothing}
      ${webhook.disabledReason ? html`<p class="problem">${webhook.disabledReason}</p>` : nothing}
      <p class="hint">${t('told')}: ${webhook.kinds.length ? webhook.kinds.map(kind => t(kind)).join(' · ') : t('toldAll')}</p>
      ${webhook.oldSecretUntil ? html`<p class="note">${t('oldUntil', {when: moment(webhook.oldSecretUntil)})}</p>` : nothing}
      <div class="row">${this.writes ? html`<button class="quiet small" ?disabled=${this.busy.has(webhook.id)} @click=${() => this.#test(webhook)}>${icon('share')}${t('test')}</button>` : nothing}
        ${this.chosen ? nothing : html`<a class="button plain small" href="?part=webhooks&webhook=${webhook.id}">${icon('rows')}${t('log')}</a>`}
        ${this.chosen ? asApi(() => this.#calls([webhook]).slice(2)) : nothing}</div>
    </article>`;
  }

  #calls(webhooks) {
    return [
      {title: t('hooksCall'), method: 'GET', path: PATH, cli: 'moneyprinter webhooks list'},
      {title: t('addCall'), method: 'POST', path: PATH, body: {url: 'https://example.org/hook', kinds: ['VIDEO_COMPLETED']},
        cli: `moneyprinter webhooks add ${quoted('https://example.org/hook')} --kind VIDEO_COMPLETED`},
      ...webhooks.slice(0, 1).flatMap(({id, url, description, kinds, enabled}) => [
        {title: t('edit'), method: 'PUT', path: `${PATH}/${id}`, body: {url, description, kinds}},
        {title: t('test'), method: 'POST', path: `${PATH}/${id}/test`, cli: `moneyprinter webhooks test ${id}`},
        {title: t('rotate'), method: 'POST', path: `${PATH}/${id}/rotate`, body: {}, cli: `moneyprinter webhooks rotate ${id}`},
        {title: t(enabled ? 'switchOff' : 'switchOn'), method: 'PUT', path: `${PATH}/${id}`, body: {enabled: !enabled}},
        {title: t('removeHook'), method: 'DELETE', path: `${PATH}/${id}`, cli: `moneyprinter webhooks delete ${id}`},
      ]),
    ];
  }

  render() {
    const one = this.chosen && this.webhooks?.find(webhook => webhook.id === this.chosen);
    if (one) {
      return html`<section class="stack"><div><a class="button plain" href="?part=webhooks" @click=${event => {
        event.preventDefault();
        go('?part=webhooks');
      }}>${icon('left')}${t('back')}</a></div>${this.#card(one)}<mp-webhook-log .webhook=${one} ?fixed=${!this.writes}></mp-webhook-log></section>`;
    }
    return html`<section class="stack" aria-label=${t('webhooks')}>
      <div class="row spread"><p class="hint">${t('hooks')}</p><div class="row">
        ${this.writes ? html`<button class="primary" @click=${this.#add}>${icon('plus')}${t('add')}</button>` : nothing}${asApi(() => this.#calls(this.webhooks ?? []))}</div></div>
      ${problemBox(this.problem, () => this.#load())}
      ${this.webhooks === null ? (this.problem ? nothing : html`<div class="card">${waiting(3)}</div>`)
        : this.webhooks.length ? this.webhooks.map(webhook => this.#card(webhook))
          : html`<div class="card">${empty({icon: 'link', title: t('noHooks'), text: t('noHooksText')})}</div>`}
    </section>`;
  }
}

define('mp-webhooks', Webhooks);
