// The way to the notifications: how many are unread, and the latest at a glance.

import {define, Element, html, nothing, styles} from '../../core/element.js';
import {caller, may} from '../../core/caller.js';
import {go, onMove} from '../../core/router.js';
import {onChange as onSession} from '../../core/session.js';
import {icon} from '../../parts/icon.js';
import {empty} from '../../parts/states.js';
import {toast} from '../../parts/toast.js';
import {list, mark, markAll, onChange, unreadCount} from './inbox.js';
import {noticeRow} from './notice-row.js';
import {t} from './words.js';

const LATEST = 6;

/** Older ones are counted, not announced: whoever opens a page has not asked for all that was missed. */
const FRESH_MILLIS = 60000;

/** News so soon after the last is told together with it. */
const CROWD_MILLIS = 10000;

class Bell extends Element {
  static properties = {open: {state: true}, latest: {state: true}, allowed: {state: true}};

  #stop = null;
  #told = 0;
  #at = 0;
  #unsay = () => {};

  constructor() {
    super();
    this.open = false;
    /** @type {import('./inbox.js').Notice[] | null} */
    this.latest = null;
    this.outside = event => event.composedPath().includes(this) || this.close();
    onMove(() => this.close());
    onSession(() => this.isConnected && this.#begin());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  /** Programs have no list, and somebody who has still to log in gets the bell afterwards. */
  async #begin() {
    await styles(import.meta.url, 'notifications.css', {always: true});
    const who = await caller().catch(() => null);
    this.allowed = Boolean(who) && may(who, 'account:read');
    if (!this.allowed || !this.isConnected) return;
    this.#stop ??= onChange(({fresh}) => this.#changed(fresh));
    await this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = null;
    removeEventListener('pointerdown', this.outside);
  }

  async #load() {
    this.latest = (await list({limit: LATEST, quiet: true}).catch(() => null))?.notifications ?? this.latest;
  }

  #changed(fresh) {
    this.requestUpdate();
    if (!fresh) return;
    this.#load();
    if (Date.now() - new Date(fresh.at) > FRESH_MILLIS) return;
    if (fresh.href === location.pathname) return; // it is being looked at
    const kind = fresh.weight === 'SUCCESS' ? 'good' : fresh.weight === 'INFO' ? 'plain' : 'bad';
    const action = fresh.href ? {label: t('open'), run: () => this.#go(fresh)} : undefined;
    if (kind === 'bad') toast(fresh.title, {kind, action});
    else this.#announce(fresh.title, {kind, action});
  }

  /** A batch ends many at once: they are counted in one message, not piled over the page. */
  #announce(text, options) {
    const now = Date.now();
    this.#told = now - this.#at < CROWD_MILLIS ? this.#told + 1 : 1;
    this.#at = now;
    this.#unsay();
    this.#unsay = this.#told === 1 ? toast(text, options)
      : toast(t('several', {n: this.#told}), {action: {label: t('all'), run: () => go('/notifications')}});
  }

  #go(notice) {
    this.#opened(notice);
    go(notice.href);
  }

  #opened(notice) {
    this.close();
    if (!notice.readAt) mark([notice.id], true).then(() => this.#load(), () => {});
  }

  async show() {
    this.open = true;
    addEventListener('pointerdown', this.outside);
    await this.#load();
    await this.updateComplete;
    this.querySelector('.inbox a, .inbox button')?.focus();
  }

  close(refocus = false) {
    this.open = false;
    removeEventListener('pointerdown', this.outside);
    if (refocus) this.querySelector('button').focus();
  }

  async #readAll() {
    await markAll(this.latest[0].number);
    await this.#load();
  }

  #key(event) {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    this.close(true);
  }

  #inbox() {
    return html`<section class="inbox" aria-label=${t('latest')}>
      ${this.latest?.length ? html`<ul>${this.latest.map(notice => html`<li>
          ${noticeRow(notice, {opened: () => this.#opened(notice), text: false})}</li>`)}</ul>`
        : empty({icon: 'bell', title: t('nothing')})}
      <footer class="row spread"><a class="button plain small" href="/notifications">${t('all')}</a>
        ${unreadCount() && this.latest?.length ? html`<button class="plain small" @click=${this.#readAll}>${t('readAll')}</button>` : nothing}</footer>
    </section>`;
  }

  render() {
    if (this.allowed === false) return nothing;
    const count = unreadCount();
    return html`<div @keydown=${this.#key}>
      <button class="plain square bell" aria-haspopup="true" aria-expanded=${this.open}
        aria-label=${count ? t('unreadBell', {n: count}) : t('bell')}
        @click=${() => (this.open ? this.close() : this.show())}>${icon('bell')}
        ${count ? html`<span class="count" aria-hidden="true">${count > 99 ? '99+' : count}</span>` : nothing}</button>
      ${this.open ? this.#inbox() : nothing}</div>`;
  }
}

define('mp-bell', Bell);
