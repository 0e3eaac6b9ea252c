// Logging in, and what the links of letters lead to.

import {define, html, nothing, Page, styles} from '../../core/element.js';
import {get} from '../../core/api.js';
import {caller} from '../../core/caller.js';
import {go} from '../../core/router.js';
import {words} from '../../core/words.js';
import {problemBox, violation} from '../../parts/problem.js';
import {read, VIEWS} from './views.js';
import {table} from './words.js';

const t = words(table);
await styles(import.meta.url, 'account.css');

class AccountPage extends Page {
  static properties = {view: {state: true}, token: {state: true}, second: {state: true}, busy: {state: true},
    problem: {state: true}, said: {state: true}, methods: {state: true}, local: {state: true}};

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', () => this.#read(), {signal: this.leaving});
    get('/v1/auth/methods', {quiet: true}).then(methods => (this.methods = methods), () => {}); // without an answer, the password alone is offered
    caller().then(who => (this.local = who.auth === 'local'), () => {});
    this.#read();
  }

  /** The secret leaves the address bar, and the history, before anything else happens. */
  #read() {
    const {name, token} = read(location.hash);
    if (token) history.replaceState(null, '', location.pathname + location.search);
    this.token = token;
    this.#show(name);
    if (VIEWS[name].at === 'once') this.#go({});
  }

  #show(name, text = null) {
    this.view = name;
    this.second = false;
    this.problem = null;
    this.said = text;
    this.name(t(`${name}Title`));
  }

  #submit(event) {
    event.preventDefault();
    const body = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
    this.#go(body);
  }

  async #go(body) {
    const {next, words: whose = this.view} = VIEWS[this.view];
    this.busy = true;
    this.problem = null;
    this.said = null;
    try {
      const answer = await VIEWS[this.view].go(body, this.token);
      if (answer?.in) return location.assign('/');
      const text = t(`${whose}Done`);
      if (next) this.#show(next, text);
      else this.said = text;
    } catch (problem) {
      await this.#refused(problem);
    } finally {
      this.busy = false;
    }
  }

  async #refused(problem) {
    this.second ||= Boolean(violation(problem, '/code'));
    this.problem = problem;
    await this.updateComplete;
    this.querySelector(this.second ? '[name=code]' : '[aria-invalid=true]')?.focus();
  }

  #field(name, options) {
    const wrong = violation(this.problem, `/${name}`);
    return html`<label class="field">${t(options.label ?? name)}<input name=${name} type=${options.type ?? 'text'} autocomplete=${options.complete}
      maxlength=${options.most ?? 254} ?required=${!options.optional} aria-invalid=${wrong ? 'true' : nothing}>${options.hint ? html`<small>${t(options.hint)}</small>` : nothing}
      ${wrong ? html`<span class="wrong">${wrong}</span>` : nothing}</label>`;
  }

  #fields() {
    const {fields, fresh} = VIEWS[this.view];
    const password = fresh ? {label: 'newPassword', complete: 'new-password', hint: 'passwordHint'} : {complete: 'current-password'};
    const each = {
      email: () => this.#field('email', {type: 'email', complete: 'username'}),
      name: () => this.#field('name', {complete: 'name', most: 100, optional: true}),
      password: () => this.#field('password', {type: 'password', most: 256, ...password}),
    };
    return html`${fields.map(name => each[name]())}${this.second ? this.#field('code', {complete: 'one-time-code', most: 40, hint: 'codeHint'}) : nothing}`;
  }

  #other() {
    if (this.view !== 'login') return html`<a href="#login">${t('back')}</a>`;
    return html`<a href="#forgotten">${t('forgotten')}</a>
      ${this.methods?.registration ? html`<a href="#register">${t('register')}</a>` : nothing}
      ${this.methods?.openId ? html`<a href="/v1/auth/oidc/login">${t('elsewhere')}</a>` : nothing}`;
  }

  render() {
    const {words: whose = this.view} = VIEWS[this.view];
    return html`<div class="door"><section class="card stack" aria-labelledby="door">
      <div><h1 id="door">${t(`${this.view}Title`)}</h1><p class="soft">${t('tagline')}</p></div>
      ${this.said ? html`<p class="note" role="status">${this.said}</p>` : nothing}
      ${this.local && this.view === 'login' ? html`<p class="note">${t('local')} <a href="/" @click=${() => go('/')}>${t('studio')}</a></p>` : nothing}
      <form class="stack" @submit=${this.#submit}>${this.#fields()}${problemBox(this.problem)}
        <button class="primary large" ?disabled=${this.busy}>${t(`${whose}Go`)}</button></form>
      <p class="other">${this.#other()}</p></section></div>`;
  }
}

define('mp-account-page', AccountPage);
