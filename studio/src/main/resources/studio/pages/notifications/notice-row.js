// One notification, as the bell and the history show it.

import {html, nothing} from '../../core/element.js';
import {ago, moment} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import {t} from './words.js';

const ICONS = {VIDEO_COMPLETED: 'film', VIDEO_FAILED: 'warn', VIDEO_REVIEW: 'play', BATCH_FINISHED: 'rows',
  QUOTA_NEAR: 'gauge', QUOTA_REACHED: 'gauge', SECURITY_LOGIN: 'lock', SECURITY_CREDENTIALS: 'lock',
  SECURITY_THREAT: 'warn', WEBHOOK_DISABLED: 'link', LINK_EXPIRING: 'link'};

/**
 * @param {import('./inbox.js').Notice} notice
 * @param {{opened: () => void, actions?: unknown, text?: boolean}} options
 */
export const noticeRow = (notice, {opened, actions = nothing, text = true}) => html`
  <div class="notice ${notice.weight.toLowerCase()} ${notice.readAt ? '' : 'unread'}">
    <span class="sign">${icon(ICONS[notice.kind] ?? 'bell')}</span>
    <div class="said">
      <p class="what">${notice.readAt ? nothing : html`<span class="hidden">${t('isUnread')}: </span>`}
        ${notice.href ? html`<a href=${notice.href} @click=${opened}>${notice.title}</a>` : notice.title}</p>
      ${text ? html`<p class="why">${notice.text}</p>` : nothing}
      <time datetime=${notice.at} title=${moment(notice.at)}>${ago(notice.at)}</time>
    </div>
    ${actions}
  </div>`;
