// The caller's notifications as bell and page share them: one list, one number of unread ones, kept
// right by the WebSocket.

import {get, post, remove} from '../../core/api.js';
import {watch} from '../../core/live.js';
import {language} from '../../core/words.js';

/** @typedef {{id: string, number: number, kind: string, weight: string, title: string, text: string, href?: string, at: string, readAt?: string}} Notice */

const changes = new EventTarget();
let unread = null;
let watching = false;

/** How many are unread; null while it is not known. */
export const unreadCount = () => unread;

/** Hears of every change: {fresh: Notice | null}. Returns how to stop. */
export function onChange(listener) {
  const hear = ({detail}) => listener(detail);
  changes.addEventListener('change', hear);
  if (!watching) {
    watching = true;
    watch('NOTICES', heard);
  }
  return () => changes.removeEventListener('change', hear);
}

function set(count, fresh = null) {
  unread = count;
  changes.dispatchEvent(new CustomEvent('change', {detail: {fresh}}));
}

/** What comes live is in the language of the e-mails; the page asks for it in its own. */
async function heard(message) {
  if (message.again) return;
  const {notifications} = message.notice
    ? await list({limit: 5}).catch(() => ({notifications: []})) : {notifications: []};
  set(message.unread, notifications.find(one => one.id === message.notice?.id) ?? message.notice ?? null);
}

/**
 * A page of the list.
 *
 * @returns {Promise<{notifications: Notice[], unread: number, next?: string}>}
 */
export async function list({limit = 20, unreadOnly = false, kind = '', next = '', quiet = false, signal} = {}) {
  const query = new URLSearchParams({limit, language, ...(unreadOnly && {unread: true}), ...(kind && {kind})});
  const page = await get(next || `/v1/notifications?${query}`, {quiet, signal});
  if (page.unread !== unread) set(page.unread);
  return page;
}

export async function mark(ids, read) {
  set((await post('/v1/notifications/read', {ids, read})).unread);
}

/** Marks what was seen; what came since stays unread. */
export async function markAll(upTo) {
  set((await post('/v1/notifications/read', {upTo})).unread);
}

export async function drop(id) {
  set((await remove(`/v1/notifications/${id}`)).unread);
}
