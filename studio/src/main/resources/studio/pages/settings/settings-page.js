// Settings: what concerns oneself, the team, and the installation. Each section has an address.

import {define, html, nothing, Page, styles} from '../../core/element.js';
import {caller, may} from '../../core/caller.js';
import {onChange} from '../../core/session.js';
import {words} from '../../core/words.js';
import {icon} from '../../parts/icon.js';
import {empty, waiting} from '../../parts/states.js';
import {GROUPS, SECTIONS} from './sections.js';
import {table} from './words.js';

const t = words(table);
await styles(import.meta.url, 'settings.css');

class SettingsPage extends Page {
  static properties = {who: {state: true}, shown: {state: true}};

  connectedCallback() {
    super.connectedCallback();
    onChange(() => this.isConnected && this.#ask());
    this.#ask();
  }

  async #ask() {
    this.who = await caller().catch(() => ({auth: 'required', scopes: []}));
    const id = this.#section()?.id;
    if (!id) return;
    await import(`./sections/${id}.js`);
    this.shown = id;
    this.name(`${t(id)} · ${t('title')}`);
  }

  #open() {
    return SECTIONS.filter(({scope}) => !scope || may(this.who, scope));
  }

  #section() {
    const open = this.#open();
    return this.params.section ? open.find(({id}) => id === this.params.section) : open[0];
  }

  #group(group) {
    const own = this.#open().filter(section => section.group === group);
    return own.length ? html`<div role="group" aria-label=${t(group)}><h2>${t(group)}</h2><ul>${own.map(({id, drawing}) => html`
      <li><a href="/settings/${id}" aria-current=${this.#section()?.id === id ? 'page' : nothing}>${icon(drawing)}<span>${t(id)}</span></a></li>`)}</ul></div>` : nothing;
  }

  render() {
    if (!this.who) return waiting(6);
    const section = this.#section();
    return html`<div class="settings ${this.params.section ? 'inside' : ''}">
      <nav aria-label=${t('title')}><h1>${t('title')}</h1>${GROUPS.map(group => this.#group(group))}</nav>
      <section class="stack" aria-labelledby="section">
        ${section ? html`<a class="back" href="/settings">${icon('left')}${t('title')}</a>
          <div class="head"><div><h2 id="section">${t(section.id)}</h2><p class="soft">${t(`${section.id}About`)}</p></div></div>
          ${this.shown === section.id ? this.#element(section.id) : waiting(5)}`
        : empty({icon: 'lock', title: t('noSection'), text: t('noSectionHint'), action: html`<a class="button quiet" href="/settings">${t('title')}</a>`})}
      </section></div>`;
  }

  /** One element for as long as the section is shown. */
  #element(id) {
    if (this.element?.localName !== `mp-settings-${id}`) {
      this.element = Object.assign(document.createElement(`mp-settings-${id}`), {who: this.who});
    }
    this.element.who = this.who;
    return this.element;
  }
}

define('mp-settings-page', SettingsPage);
