// Which page an address names. Pages are fetched when they are first shown.

const routes = [
  ['/', 'create'],
  ['/videos', 'library'],
  ['/videos/:id', 'video'],
  ['/videos/:id/storyboard', 'storyboard'],
  ['/batches', 'batches'],
  ['/batches/:id', 'batch'],
  ['/materials', 'materials'],
  ['/notifications', 'notifications'],
  ['/settings', 'settings'],
  ['/settings/:section', 'settings'],
  ['/account', 'account'],
  ['/reference', 'reference'],
  ['/dashboard', 'dashboard'],
  ['/dashboard/nodes/:id', 'node'],
  ['/dashboard/jobs', 'jobs'],
  ['/dashboard/jobs/:id', 'job'],
].map(([path, page]) => ({page, pattern: pattern(path)}));

/** Pages that live in another page's folder. */
const FOLDERS = {batch: 'batches', node: 'dashboard', jobs: 'dashboard', job: 'dashboard'};

function pattern(path) {
  return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`);
}

/** @returns {{page: string, params: Record<string, string>} | null} */
export function match(path) {
  for (const {page, pattern} of routes) {
    const found = pattern.exec(path);
    if (!found) continue;
    const params = Object.entries(found.groups ?? {}).map(([k, v]) => [k, decodeURIComponent(v)]);
    return {page, params: Object.fromEntries(params)};
  }
  return null;
}

/** The folder that a page lives in. */
export const folder = page => FOLDERS[page] ?? page;

/** Fetches a page; its element is then known as mp-<page>-page. */
export const load = page => import(`../pages/${folder(page)}/${page}-page.js`);

const moved = new EventTarget();

/** Hears of every new address: {replaced: whether it only says more exactly where we are}. */
export const onMove = listener => moved.addEventListener('move', ({detail}) => listener(detail));

const tell = detail => moved.dispatchEvent(new CustomEvent('move', {detail}));

/** @type {Set<() => boolean>} */
const keepers = new Set();

/**
 * Asks before a page is left: the function says whether it may be. Returns how to stop asking.
 * Pages that keep drafts do not need it.
 */
export function beforeLeaving(may) {
  keepers.add(may);
  return () => keepers.delete(may);
}

/** Goes to an address of the studio. With replace the last one is forgotten, and nothing is redrawn but what depends on it. */
export function go(address, {replace = false} = {}) {
  const target = new URL(address, location.href);
  if (!replace && [...keepers].some(may => !may())) return;
  if (replace) history.replaceState(null, '', target);
  else history.pushState(null, '', target);
  tell({replaced: replace});
}

addEventListener('popstate', () => tell({replaced: false}));

/** Plain links stay plain links: what stays in the studio just needs no new document. */
addEventListener('click', event => {
  const link = event.composedPath().find(node => node instanceof HTMLAnchorElement);
  if (!link || event.defaultPrevented || event.button !== 0 || link.target || link.hasAttribute('download')) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || !match(link.pathname)) return;
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
  event.preventDefault();
  go(link.href);
});
