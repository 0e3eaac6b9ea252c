// Who did what, whether the log is whole, and who is slowed down or locked out.

import {define, html, nothing} from '../../../core/element.js';
import {get, post} from '../../../core/api.js';
import {ago, moment} from '../../../core/format.js';
import {go} from '../../../core/router.js';
import {words} from '../../../core/words.js';
import {asApi, quoted} from '../../../parts/as-api.js';
import {empty} from '../../../parts/states.js';
import {said, Section} from '../section.js';

const t = words({
  en: {threats: 'Kept out', threatsHint: 'Addresses, accounts and keys that looked like an attack.', none: 'Nobody is slowed down or locked out', NOTIFY: 'watched', SLOW: 'slowed down', LOCK: 'locked out', until: 'until {when}', lift: 'Let in again', lifted: 'They are let in again', log: 'Log', action: 'Action', actionHint: 'Such as key.revoke, or key.* for all of a kind.', actor: 'By whom', outcome: 'Outcome', any: 'Any', success: 'done', refused: 'refused', failed: 'failed', find: 'Search', empty: 'Nothing fits', more: 'Older', verify: 'Check the whole log', intact: {one: 'All of {n} record is whole.', other: 'All {n} records are whole.'}, broken: 'Record {n} is not as it was written: {finding}', when: 'When', what: 'What'},
  zh: {threats: '被拒之门外', threatsHint: '看起来像攻击的地址、账户和密钥。', none: '没有人被限速或锁定', NOTIFY: '观察中', SLOW: '已限速', LOCK: '已锁定', until: '直到{when}', lift: '重新放行', lifted: '已重新放行', log: '日志', action: '操作', actionHint: '例如 key.revoke，或用 key.* 表示一类。', actor: '操作者', outcome: '结果', any: '任意', success: '成功', refused: '被拒绝', failed: '失败', find: '搜索', empty: '没有符合的记录', more: '更早', verify: '校验整个日志', intact: {other: '全部 {n} 条记录完整无缺。'}, broken: '第 {n} 条记录已被改动：{finding}', when: '时间', what: '内容'},
  es: {threats: 'Fuera', threatsHint: 'Direcciones, cuentas y claves que parecían un ataque.', none: 'Nadie está frenado ni bloqueado', NOTIFY: 'en observación', SLOW: 'frenado', LOCK: 'bloqueado', until: 'hasta {when}', lift: 'Dejar entrar', lifted: 'Puede entrar de nuevo', log: 'Registro', action: 'Acción', actionHint: 'Como key.revoke, o key.* para todas las de un tipo.', actor: 'Quién', outcome: 'Resultado', any: 'Cualquiera', success: 'hecho', refused: 'rechazado', failed: 'fallido', find: 'Buscar', empty: 'Nada coincide', more: 'Anteriores', verify: 'Revisar todo el registro', intact: {one: 'El {n} asiento está íntegro.', other: 'Los {n} asientos están íntegros.'}, broken: 'El asiento {n} no está como se escribió: {finding}', when: 'Cuándo', what: 'Qué'},
  de: {threats: 'Ausgesperrt', threatsHint: 'Adressen, Konten und Schlüssel, die nach einem Angriff aussahen.', none: 'Niemand ist gebremst oder ausgesperrt', NOTIFY: 'beobachtet', SLOW: 'gebremst', LOCK: 'ausgesperrt', until: 'bis {when}', lift: 'Wieder hereinlassen', lifted: 'Wieder hereingelassen', log: 'Protokoll', action: 'Vorgang', actionHint: 'Etwa key.revoke, oder key.* für alle einer Art.', actor: 'Von wem', outcome: 'Ausgang', any: 'Alle', success: 'getan', refused: 'abgelehnt', failed: 'misslungen', find: 'Suchen', empty: 'Nichts passt', more: 'Ältere', verify: 'Ganzes Protokoll prüfen', intact: {one: 'Der {n} Eintrag ist unversehrt.', other: 'Alle {n} Einträge sind unversehrt.'}, broken: 'Eintrag {n} ist nicht, wie er geschrieben wurde: {finding}', when: 'Wann', what: 'Was'},
});

const OUTCOMES = ['success', 'refused', 'failed'];
const MOODS = {SUCCESS: 'good', REFUSED: 'warn', FAILED: 'bad'};
const FILTERS = ['action', 'actor', 'outcome'];

class Audit extends Section {
  static properties = {...Section.properties, verdict: {state: true}};

  #path(cursor) {
    const asked = new URLSearchParams(location.search);
    const wanted = new URLSearchParams({limit: '50'});
    for (const name of FILTERS) if (asked.get(name)) wanted.set(name, asked.get(name));
    if (cursor) wanted.set('cursor', cursor);
    return `/v1/admin/audit?${wanted}`;
  }

  #flags() {
    const asked = new URLSearchParams(location.search);
    return FILTERS.filter(name => asked.get(name)).map(name => ` --${name} ${quoted(asked.get(name))}`).join('');
  }

  async read(options) {
    const [log, {threats}] = await Promise.all([get(this.#path(), options), get('/v1/admin/threats', options)]);
    return {...log, threats};
  }

  #find(event) {
    go(`?${new URLSearchParams(said(event))}`, {replace: true});
    this.load();
  }

  #more() {
    return this.act('log', async () => {
      const older = await get(this.#path(this.data.next));
      this.data = {...this.data, entries: [...this.data.entries, ...older.entries], next: older.next};
    });
  }

  #verify() {
    return this.act('log', async () => (this.verdict = await post('/v1/admin/audit/verify')));
  }

  async #lift(subject) {
    if (await this.act('threats', () => post('/v1/admin/threats/lift', {subject}), t('lifted'))) this.load();
  }

  #filter() {
    const asked = new URLSearchParams(location.search);
    return html`<form class="stack" @submit=${this.#find} role="search"><div class="fields">
        ${this.field('log', '/action', t('action'), html`<input name="action" spellcheck="false" .value=${asked.get('action') ?? ''}>`, t('actionHint'))}
        ${this.field('log', '/actor', t('actor'), html`<input name="actor" spellcheck="false" .value=${asked.get('actor') ?? ''}>`)}
        ${this.field('log', '/outcome', t('outcome'), html`<select name="outcome"><option value="">${t('any')}</option>${OUTCOMES.map(one => html`<option value=${one} ?selected=${asked.get('outcome') === one}>${t(one)}</option>`)}</select>`)}</div>
      <div class="actions"><button class="quiet">${t('find')}</button><button class="quiet" type="button" @click=${this.#verify} ?disabled=${this.busy === 'log'}>${t('verify')}</button>
        ${asApi(() => [{title: t('log'), method: 'GET', path: this.#path(), cli: `moneyprinter audit list${this.#flags()}`}, {title: t('verify'), method: 'POST', path: '/v1/admin/audit/verify', cli: 'moneyprinter audit verify'}])}</div></form>`;
  }

  #verdictBox({intact, records, firstBad, finding}) {
    return html`<p role="status"><span class="chip ${intact ? 'good' : 'bad'}">${intact ? t('intact', {n: records}) : t('broken', {n: firstBad, finding})}</span></p>`;
  }

  #entry(one) {
    return html`<tr><td><time datetime=${one.at} title=${moment(one.at)}>${ago(one.at)}</time></td><td><b>${one.action}</b> <span class="chip ${MOODS[one.outcome]}">${t(one.outcome.toLowerCase())}</span><small>${one.target ?? ''}</small></td>
      <td>${one.actor}<small>${one.address ?? ''}</small></td></tr>`;
  }

  view({entries, next, threats}) {
    return html`
      <div class="card stack"><h3>${t('threats')}</h3><p class="soft">${t('threatsHint')}</p>
        ${threats.length ? html`<ul class="lines">${threats.map(one => html`<li><div><b>${one.subject}</b> <span class="chip ${one.act === 'LOCK' ? 'bad' : 'warn'}">${t(one.act)}</span><small>${one.reason} · ${t('until', {when: moment(one.until)})}</small></div>
          <button class="quiet small" @click=${() => this.#lift(one.subject)}>${t('lift')}</button></li>`)}</ul>` : empty({icon: 'check', title: t('none')})}${this.refusal('threats')}
        <div class="actions">${asApi(() => [{title: t('threats'), method: 'GET', path: '/v1/admin/threats', cli: 'moneyprinter threats list'},
          ...threats.slice(0, 1).map(({subject}) => ({title: t('lift'), method: 'POST', path: '/v1/admin/threats/lift', body: {subject}, cli: `moneyprinter threats lift ${quoted(subject)}`}))])}</div></div>
      <div class="card stack"><h3>${t('log')}</h3>${this.#filter()}${this.verdict ? this.#verdictBox(this.verdict) : nothing}
        ${entries.length ? html`<div class="scroll" tabindex="0" role="region" aria-label=${t('log')}><table><thead><tr><th scope="col">${t('when')}</th><th scope="col">${t('what')}</th><th scope="col">${t('actor')}</th></tr></thead><tbody>${entries.map(one => this.#entry(one))}</tbody></table></div>` : empty({icon: 'rows', title: t('empty')})}
        ${this.refusal('log')}${next ? html`<div class="actions"><button class="quiet" @click=${this.#more} ?disabled=${this.busy === 'log'}>${t('more')}</button></div>` : nothing}</div>`;
  }
}

define('mp-settings-audit', Audit);
