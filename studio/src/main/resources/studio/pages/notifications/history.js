// Everything that was told, newest first, with filters.

import {define, html, nothing, Page} from '../../core/element.js';
import {repeat} from 'lit/directives/repeat.js';
import {asApi} from '../../parts/as-api.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {complain, toast} from '../../parts/toast.js';
import {drop, list, mark, markAll, onChange, unreadCount} from './inbox.js';
import {noticeRow} from './notice-row.js';
import {KINDS, t} from './words.js';

class History extends Page {
  static properties = {notices: {state: true}, next: {state: true}, problem: {state: true}, unreadOnly: {state: true}, kind: {state: true}};

  #stop = null;
  #asked = 0;

  constructor() {
    super();
    /** @type {import('./inbox.js').Notice[] | null} */
    this.notices = null;
    this.unreadOnly = false;
    this.kind = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stop = onChange(({fresh}) => (fresh ? this.#load() : this.requestUpdate()));
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  async #load(next = '') {
    const asked = ++this.#asked;
    try {
      const page = await list({unreadOnly: this.unreadOnly, kind: this.kind, next, signal: this.leaving});
      if (asked !== this.#asked) return; // another filter was chosen meanwhile
      this.notices = next ? [...this.notices, ...page.notifications] : page.notifications;
      this.next = page.next;
      this.problem = null;
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  #filter(change) {
    Object.assign(this, change, {notices: null});
    this.#load();
  }

  async #mark(notice, read) {
    await mark([notice.id], read).catch(complain);
    this.notices = this.notices.map(one => (one.id === notice.id ? {...one, readAt: read ? new Date().toISOString() : undefined} : one));
  }

  async #readAll() {
    await markAll(this.notices[0].number).catch(complain);
    await this.#load();
  }

  /** It goes when nobody called it back: the node keeps no waste-paper basket. */
  #drop(notice) {
    const all = this.notices;
    this.notices = all.filter(one => one !== notice);
    const timer = setTimeout(() => drop(notice.id).catch(complain), 6000);
    toast(t('removed'), {seconds: 6, action: {label: t('undo'), run: () => {
      clearTimeout(timer);
      this.notices = all;
    }}});
  }

  #actions(notice) {
    return html`<span class="row keep does">
      <button class="plain square small" aria-label=${t(notice.readAt ? 'unread' : 'read')} title=${t(notice.readAt ? 'unread' : 'read')}
        @click=${() => this.#mark(notice, !notice.readAt)}>${icon(notice.readAt ? 'bell' : 'check')}</button>
      <button class="plain square small" aria-label=${t('remove')} title=${t('remove')} @click=${() => this.#drop(notice)}>${icon('trash')}</button></span>`;
  }

  #list() {
    if (!this.notices) return this.problem ? nothing : html`<div class="card">${waiting(5)}</div>`;
    if (!this.notices.length) {
      const narrowed = this.unreadOnly || this.kind;
      return html`<div class="card">${empty({icon: 'bell', title: t(narrowed ? 'noneSo' : 'nothing'), text: t(narrowed ? 'noneSoText' : 'nothingText')})}</div>`;
    }
    return html`<ul class="card notices">${repeat(this.notices, one => one.id, one => html`<li>
      ${noticeRow(one, {opened: () => one.readAt || this.#mark(one, true), actions: this.#actions(one)})}</li>`)}</ul>`;
  }

  #calls() {
    const id = this.notices?.[0]?.id;
    return [
      {title: t('listCall'), method: 'GET', path: '/v1/notifications?limit=20', cli: 'moneyprinter notifications list'},
      {title: t('readCall'), method: 'POST', path: '/v1/notifications/read', body: {}, cli: 'moneyprinter notifications read'},
      ...(id ? [
        {title: t('read'), method: 'POST', path: '/v1/notifications/read', body: {ids: [id]}, cli: `moneyprinter notifications read ${id}`},
        {title: t('unread'), method: 'POST', path: '/v1/notifications/read', body: {ids: [id], read: false}},
        {title: t('remove'), method: 'DELETE', path: `/v1/notifications/${id}`},
      ] : []),
    ];
  }

  render() {
    return html`<section class="stack" aria-label=${t('history')}>
      <div class="row spread">
        <div class="row">
          <label class="check"><input type="checkbox" .checked=${this.unreadOnly}
            @change=${event => this.#filter({unreadOnly: event.target.checked})}>${t('onlyUnread')}</label>
          <select aria-label=${t('kind')} @change=${event => this.#filter({kind: event.target.value})}>
            <option value="">${t('everyKind')}</option>
            ${KINDS.map(kind => html`<option value=${kind} ?selected=${kind === this.kind}>${t(kind)}</option>`)}</select>
        </div>
        <div class="row">
          ${unreadCount() && this.notices?.length ? html`<button class="quiet" @click=${this.#readAll}>${icon('check')}${t('readAll')}</button>` : nothing}
          ${asApi(() => this.#calls())}
        </div>
      </div>
      ${problemBox(this.problem, () => this.#load())}
      ${this.#list()}
      ${this.next ? html`<button class="quiet" @click=${() => this.#load(this.next)}>${t('more')}</button>` : nothing}
    </section>`;
  }
}

define('mp-notice-history', History);
