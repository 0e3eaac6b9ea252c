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

/** Hears of every new address: {replaced: whether it only says more exactly where we are}; until the signal, if there is one. */
export const onMove = (listener, signal) => moved.addEventListener('move', ({detail}) => listener(detail), {signal});

const tell = detail => moved.dispatchEvent(new CustomEvent('move', {detail}));

/** @type {Set<Keeper>} */
const keepers = new Set();

/**
 * @typedef {{unsaved: boolean, ask: () => Promise<boolean>}} Keeper unsaved: whether something would be lost;
 *     ask: whether it may be, after which nothing is unsaved any more
 * @param {Keeper} keeper asked before the page is left. Pages that keep drafts do not need it.
 * @returns {() => void} stops it
 */
export function beforeLeaving(keeper) {
  keepers.add(keeper);
  return () => keepers.delete(keeper);
}

const doubtful = () => [...keepers].find(keeper => keeper.unsaved);

/** The tab itself may be closed, or the page loaded anew; what is said then is the browser's. */
addEventListener('beforeunload', event => doubtful() && event.preventDefault());

async function leave(then) {
  for (let keeper = doubtful(); keeper; keeper = doubtful()) {
    if (!await keeper.ask()) return;
  }
  then();
}

let here = location.href;

function move(replaced) {
  here = location.href;
  tell({replaced});
}

/** Goes to an address of the studio. With replace the last one is forgotten, and nothing is redrawn but what depends on it. */
export function go(address, {replace = false} = {}) {
  const target = new URL(address, location.href);
  if (replace) {
    history.replaceState(null, '', target);
    move(true);
    return;
  }
  const push = () => {
    history.pushState(null, '', target);
    move(false);
  };
  if (doubtful()) leave(push);
  else push();
}

const page = href => href.replace(/#.*/, '');

addEventListener('popstate', () => {
  const target = location.href;
  if (page(target) === page(here) || !doubtful()) {
    move(false);
    return;
  }
  history.pushState(null, '', here); // the browser has gone back already
  leave(() => go(target));
});

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
