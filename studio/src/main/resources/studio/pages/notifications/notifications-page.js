// What happened, and who is told how: the history, one's preferences, and webhooks.

import {define, html, Page, styles} from '../../core/element.js';
import {go} from '../../core/router.js';
import './history.js';
import './preferences.js';
import './webhooks.js';
import {t} from './words.js';

await styles(import.meta.url, 'notifications.css');

const PARTS = ['history', 'preferences', 'webhooks'];

class NotificationsPage extends Page {
  connectedCallback() {
    super.connectedCallback();
    this.name(t('title'));
  }

  #part() {
    const wanted = this.query?.get('part');
    return PARTS.includes(wanted) ? wanted : 'history';
  }

  #body(part) {
    if (part === 'preferences') return html`<mp-notice-preferences></mp-notice-preferences>`;
    if (part === 'webhooks') return html`<mp-webhooks .chosen=${this.query.get('webhook')}></mp-webhooks>`;
    return html`<mp-notice-history></mp-notice-history>`;
  }

  render() {
    const part = this.#part();
    return html`<div class="page">
      <header class="head"><div><h1>${t('title')}</h1><p class="hint">${t('lead')}</p></div></header>
      <div class="choice parts" role="radiogroup" aria-label=${t('parts')}>${PARTS.map(name => html`
        <label><input type="radio" name="part" .checked=${name === part}
          @change=${() => go(name === 'history' ? '?' : `?part=${name}`, {replace: true})}><span>${t(name)}</span></label>`)}</div>
      ${this.#body(part)}
    </div>`;
  }
}

define('mp-notifications-page', NotificationsPage);
