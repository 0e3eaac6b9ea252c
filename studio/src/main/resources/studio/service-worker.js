// Shows what the server pushes, also while no page of the studio is open. Keeps and fetches nothing.

const TAKEN_TO = '/notifications';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

/** @typedef {{id: string, title: string, text: string, href?: string, language: string, at: number}} Told */

self.addEventListener('push', event => {
  /** @type {Told} */
  const told = event.data.json();
  // A notice that is sent twice stands there once.
  event.waitUntil(self.registration.showNotification(told.title, {
    body: told.text, lang: told.language, tag: told.id, timestamp: told.at, data: {href: told.href},
  }));
});

/** Never to another server, whatever was said. */
function address(href) {
  const url = new URL(href ?? TAKEN_TO, self.location.origin);
  return url.origin === self.location.origin ? url.href : new URL(TAKEN_TO, self.location.origin).href;
}

self.addEventListener('notificationclick', event => {
  event.notification.close();
  const href = address(event.notification.data?.href);
  event.waitUntil(self.clients.matchAll({type: 'window', includeUncontrolled: true}).then(pages => {
    const open = pages.find(page => page.url === href);
    return open ? open.focus() : self.clients.openWindow(href);
  }));
});
