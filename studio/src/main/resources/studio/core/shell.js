// What stands around every page: where one can go, and the place where the page is shown.

import {define, dress, Element, html, nothing} from './element.js';
import {caller, may} from './caller.js';
import {credential, leave, onChange} from './session.js';
import {keepFocus} from './focus.js';
import {folder, load, match, onMove} from './router.js';
import {post} from './api.js';
import {signInWhenNeeded} from './sign-in.js';
import {theme, wear} from './theme.js';
import {language, LANGUAGES, speak, words} from './words.js';
import {empty, waiting} from '../parts/states.js';
import {icon} from '../parts/icon.js';
import '../parts/menu.js';
import '../pages/notifications/bell.js';

const t = words({
  en: {skip: 'Skip to the page', main: 'Main', create: 'Create', videos: 'Videos', batches: 'Batches', materials: 'Materials', dashboard: 'Dashboard', you: 'You and settings', settings: 'Settings', auto: 'As the device', light: 'Light', dark: 'Dark', leave: 'Log out', api: 'API reference', nowhere: 'There is no such page', home: 'To the start', failed: 'This page did not load', again: 'Try again', offline: 'The network is away. What you change is kept here.'},
  zh: {skip: '跳到页面内容', main: '主导航', create: '创建', videos: '视频', batches: '批量', materials: '素材', dashboard: '仪表盘', you: '您与设置', settings: '设置', auto: '跟随设备', light: '浅色', dark: '深色', leave: '退出登录', api: 'API 文档', nowhere: '没有这个页面', home: '回到首页', failed: '页面未能加载', again: '重试', offline: '网络已断开。您的更改会保存在这里。'},
  es: {skip: 'Saltar al contenido', main: 'Principal', create: 'Crear', videos: 'Vídeos', batches: 'Lotes', materials: 'Materiales', dashboard: 'Panel', you: 'Usted y ajustes', settings: 'Ajustes', auto: 'Como el dispositivo', light: 'Claro', dark: 'Oscuro', leave: 'Cerrar sesión', api: 'Referencia de la API', nowhere: 'No existe esa página', home: 'Al inicio', failed: 'Esta página no se ha cargado', again: 'Reintentar', offline: 'No hay red. Sus cambios se guardan aquí.'},
  de: {skip: 'Zum Inhalt springen', main: 'Hauptnavigation', create: 'Erstellen', videos: 'Videos', batches: 'Stapel', materials: 'Material', dashboard: 'Betrieb', you: 'Sie und Einstellungen', settings: 'Einstellungen', auto: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel', leave: 'Abmelden', api: 'API-Beschreibung', nowhere: 'Diese Seite gibt es nicht', home: 'Zum Anfang', failed: 'Diese Seite wurde nicht geladen', again: 'Noch einmal', offline: 'Das Netz ist weg. Ihre Änderungen bleiben hier erhalten.'},
});

/** Address, words, drawing, and the scope that the page is for. */
const PLACES = [
  {href: '/', word: 'create', icon: 'plus'},
  {href: '/videos', word: 'videos', icon: 'film'},
  {href: '/batches', word: 'batches', icon: 'rows'},
  {href: '/materials', word: 'materials', icon: 'image'},
  {href: '/dashboard', word: 'dashboard', icon: 'gauge', scope: 'owner'},
];

class Shell extends Element {
  static properties = {who: {state: true}, state: {state: true}, online: {state: true}};

  #page = null;

  constructor() {
    super();
    this.state = 'waiting';
    this.online = navigator.onLine;
    for (const change of ['online', 'offline']) {
      addEventListener(change, () => (this.online = navigator.onLine));
    }
    onMove(({replaced}) => this.#show(replaced));
    onChange(() => this.#ask());
    this.addEventListener('mp-title', event => this.#name(event.detail));
  }

  firstUpdated() {
    this.#ask();
    this.#show(false, true);
  }

  async #ask() {
    this.who = await caller().catch(() => null);
  }

  #name(title) {
    document.title = title ? `${title} · moneyprinter` : 'moneyprinter';
    this.querySelector('#spoken').textContent = title;
  }

  async #show(replaced, first = false) {
    const address = location.href;
    const found = match(location.pathname);
    const tag = found && `mp-${found.page}-page`;
    const params = JSON.stringify(found?.params ?? {});
    if (this.#page?.localName === tag && this.#page.given === params) {
      this.#page.query = new URLSearchParams(location.search); // same page, more exactly said
      this.requestUpdate();
      return;
    }
    if (!replaced) this.state = 'waiting';
    try {
      if (found) await load(found.page);
    } catch (failure) {
      console.error(failure);
      if (location.href === address) this.state = 'failed';
      return;
    }
    if (location.href !== address) return; // somewhere else meanwhile
    this.#page = null;
    if (found) {
      dress(folder(found.page));
      this.#page = Object.assign(document.createElement(tag), {
        params: found.params, query: new URLSearchParams(location.search), given: params});
    }
    this.state = found ? 'shown' : 'nowhere';
    await this.updateComplete;
    this.querySelector('#stage').replaceChildren(...(this.#page ? [this.#page] : []));
    if (first) return;
    scrollTo(0, 0);
    this.querySelector('main').focus({preventScroll: true});
  }

  async #leave() {
    await post('/v1/auth/logout', {}, {}, {quiet: true}).catch(() => {}); // the credential goes either way
    leave();
    location.assign('/account');
  }

  #you() {
    const themes = [['auto', 'half'], ['light', 'sun'], ['dark', 'moon']];
    return [
      {label: t('settings'), icon: 'gear', href: '/settings'},
      {label: t('api'), icon: 'code', href: '/reference'},
      null,
      ...themes.map(([name, drawing]) => ({label: t(name), icon: drawing, checked: theme() === name,
        run: () => (wear(name), this.requestUpdate())})),
      null,
      ...Object.entries(LANGUAGES).map(([tag, name]) => ({label: name, checked: tag === language, run: () => speak(tag)})),
      ...(credential() ? [null, {label: t('leave'), run: () => this.#leave()}] : []),
    ];
  }

  #place({href, word, icon: drawing}) {
    const here = href === '/' ? location.pathname === '/' : location.pathname.startsWith(href);
    return html`<a href=${href} aria-current=${here ? 'page' : nothing}>${icon(drawing)}<span>${t(word)}</span></a>`;
  }

  render() {
    const places = PLACES.filter(({scope}) => !scope || (this.who && may(this.who, scope)));
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('skip')}</a>
      <header class="top">
        <a class="brand" href="/"><img src=${new URL('../icon.svg', import.meta.url)} alt="" width="28" height="28"><span>moneyprinter</span></a>
        <nav class="places" aria-label=${t('main')}>${places.map(place => this.#place(place))}</nav>
        <div class="own"><mp-bell></mp-bell><mp-menu icon="user" label=${t('you')} .items=${this.#you()}></mp-menu></div>
      </header>
      ${this.online ? nothing : html`<p class="offline" role="status">${icon('warn')} ${t('offline')}</p>`}
      <main id="main" tabindex="-1">
        ${this.state === 'waiting' ? waiting(5) : nothing}
        ${this.state === 'nowhere' ? empty({icon: 'search', title: t('nowhere'), action: html`<a class="button quiet" href="/">${t('home')}</a>`}) : nothing}
        ${this.state === 'failed' ? empty({icon: 'warn', title: t('failed'), action: html`<button class="quiet" @click=${() => location.reload()}>${t('again')}</button>`}) : nothing}
        <div id="stage" ?hidden=${this.state !== 'shown'}></div>
      </main>
      <p class="hidden" id="spoken" role="status" aria-live="polite"></p>`;
  }

  #skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }
}

keepFocus();
signInWhenNeeded();
define('mp-shell', Shell);
