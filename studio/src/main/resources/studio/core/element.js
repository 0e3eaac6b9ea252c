// What every element of the studio is made of: Lit, drawn into the page itself, so that the shared
// styles reach it and labels, headings and searches work across elements.

import {LitElement} from 'lit';

export {html, nothing, svg} from 'lit';

/** An element without a shadow. */
export class Element extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/**
 * A page. The shell sets params (from the path) and query (URLSearchParams), and calls no method;
 * title is what the tab says. Everything begun is tied to `leaving`, which aborts when it is left.
 */
export class Page extends Element {
  static properties = {params: {attribute: false}, query: {attribute: false}};

  #left = new AbortController();

  /** @returns {AbortSignal} */
  get leaving() {
    return this.#left.signal;
  }

  /** Says what the tab is called; the shell reads it out as well. */
  name(title) {
    this.dispatchEvent(new CustomEvent('mp-title', {detail: title, bubbles: true}));
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.#left.signal.aborted) this.#left = new AbortController();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }
}

/** @type {Map<string, {link: HTMLLinkElement, loaded: Promise<unknown>, always: boolean}>} */
const sheets = new Map();

/**
 * Adds a style sheet beside the module that names it, once: await styles(import.meta.url, 'x.css').
 * Waiting for it at the top of a page's module keeps the page from showing unstyled.
 *
 * @param {{always?: boolean}} options always: whichever page is shown; else it holds for the pages
 *     of its folder alone, so that no page dresses another
 */
export function styles(module, file, {always = false} = {}) {
  const href = new URL(file, module).href;
  if (!sheets.has(href)) sheets.set(href, {...(named(href) ?? added(href, file)), always});
  const sheet = sheets.get(href);
  sheet.always ||= always;
  return sheet.loaded;
}

/** The sheet that the document itself brought; no module runs before such a one is there. */
function named(href) {
  const link = [...document.head.querySelectorAll('link[rel=stylesheet]')].find(one => one.href === href);
  return link?.sheet ? {link, loaded: Promise.resolve()} : null;
}

function added(href, file) {
  const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href});
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${file} did not load`));
  });
  document.head.append(link);
  return {link, loaded};
}

/** Lets only the style sheets of one folder of pages hold, and those that always do. */
export function dress(folder) {
  for (const [href, {link, always}] of sheets) {
    if (link.sheet) link.sheet.disabled = !always && !href.includes(`/pages/${folder}/`);
  }
}

/** Defines an element once, whichever module comes first. */
export function define(name, type) {
  if (!customElements.get(name)) customElements.define(name, type);
}
