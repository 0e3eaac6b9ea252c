// One-time codes, and the places where one is logged in.

import {define, html, nothing} from '../../../core/element.js';
import {get, post, remove} from '../../../core/api.js';
import {leave} from '../../../core/session.js';
import {ago, moment} from '../../../core/format.js';
import {words} from '../../../core/words.js';
import {asApi} from '../../../parts/as-api.js';
import {confirm} from '../../../parts/dialog.js';
import {empty} from '../../../parts/states.js';
import {agentName} from '../agent.js';
import {owner, said, Section} from '../section.js';

const t = words({
  en: {factor: 'One-time codes', on: 'On', off: 'Off', why: 'Besides the password, logging in takes a code from an app on your phone. A stolen password alone opens nothing then.', password: 'Password', begin: 'Set them up', scan: 'Scan this with an authenticator app, or type the secret into it.', qr: 'QR code for the authenticator app', secret: 'Secret', code: 'Code that the app shows', confirm: 'Turn on', codes: 'Recovery codes', codesHint: 'Each opens your account once if the phone is lost. Keep them somewhere safe; they are shown this once.', kept: 'I have kept them', turnOff: 'Turn off', offCode: 'One-time or recovery code', isOff: 'One-time codes are off',
    sessions: 'Where you are logged in', here: 'this one', last: 'used {when}', ends: 'ends {when}', end: 'End', ended: 'The session is ended', all: 'End all', allAsk: 'End all sessions?', allText: 'You have to log in again everywhere, here too.', none: 'No sessions', noneHint: 'Nobody is logged in by password.', noPassword: 'Your account has no password, so there is nothing to protect by a second step.'},
  zh: {factor: '一次性验证码', on: '已开启', off: '已关闭', why: '登录时除密码外还需要手机应用中的验证码。这样仅凭被盗的密码什么也打不开。', password: '密码', begin: '开始设置', scan: '用验证器应用扫描此码，或将密文输入应用。', qr: '供验证器应用扫描的二维码', secret: '密文', code: '应用显示的验证码', confirm: '开启', codes: '恢复码', codesHint: '手机丢失时，每个恢复码可登录一次。请妥善保存，仅显示这一次。', kept: '我已保存', turnOff: '关闭', offCode: '一次性验证码或恢复码', isOff: '一次性验证码已关闭',
    sessions: '您的登录位置', here: '当前会话', last: '{when}使用过', ends: '{when}结束', end: '结束', ended: '会话已结束', all: '全部结束', allAsk: '结束所有会话？', allText: '您需要在各处重新登录，包括这里。', none: '没有会话', noneHint: '没有人通过密码登录。', noPassword: '您的账户没有密码，因此无需第二步保护。'},
  es: {factor: 'Códigos de un solo uso', on: 'Activados', off: 'Desactivados', why: 'Además de la contraseña, iniciar sesión pide un código de una aplicación de su teléfono. Una contraseña robada ya no abre nada por sí sola.', password: 'Contraseña', begin: 'Configurarlos', scan: 'Escanéelo con una aplicación de autenticación o escriba en ella el secreto.', qr: 'Código QR para la aplicación de autenticación', secret: 'Secreto', code: 'Código que muestra la aplicación', confirm: 'Activar', codes: 'Códigos de recuperación', codesHint: 'Cada uno abre su cuenta una vez si pierde el teléfono. Guárdelos en un lugar seguro; solo se muestran ahora.', kept: 'Los he guardado', turnOff: 'Desactivar', offCode: 'Código de un solo uso o de recuperación', isOff: 'Los códigos están desactivados',
    sessions: 'Dónde tiene la sesión abierta', here: 'esta', last: 'usada {when}', ends: 'termina {when}', end: 'Terminar', ended: 'La sesión ha terminado', all: 'Terminar todas', allAsk: '¿Terminar todas las sesiones?', allText: 'Tendrá que iniciar sesión de nuevo en todas partes, también aquí.', none: 'Sin sesiones', noneHint: 'Nadie ha entrado con contraseña.', noPassword: 'Su cuenta no tiene contraseña, así que no hay nada que proteger con un segundo paso.'},
  de: {factor: 'Einmalcodes', on: 'An', off: 'Aus', why: 'Zum Anmelden braucht es außer dem Passwort einen Code aus einer App auf Ihrem Telefon. Ein gestohlenes Passwort allein öffnet dann nichts.', password: 'Passwort', begin: 'Einrichten', scan: 'Mit einer Authentifizierungs-App einlesen, oder das Geheimnis eintippen.', qr: 'QR-Code für die Authentifizierungs-App', secret: 'Geheimnis', code: 'Code, den die App zeigt', confirm: 'Einschalten', codes: 'Wiederherstellungscodes', codesHint: 'Jeder öffnet Ihr Konto einmal, falls das Telefon verloren geht. Bewahren Sie sie sicher auf; sie werden nur jetzt gezeigt.', kept: 'Ich habe sie aufbewahrt', turnOff: 'Ausschalten', offCode: 'Einmal- oder Wiederherstellungscode', isOff: 'Einmalcodes sind aus',
    sessions: 'Wo Sie angemeldet sind', here: 'diese hier', last: 'benutzt {when}', ends: 'endet {when}', end: 'Beenden', ended: 'Die Sitzung ist beendet', all: 'Alle beenden', allAsk: 'Alle Sitzungen beenden?', allText: 'Sie müssen sich überall neu anmelden, auch hier.', none: 'Keine Sitzungen', noneHint: 'Niemand ist mit Passwort angemeldet.', noPassword: 'Ihr Konto hat kein Passwort; ein zweiter Schritt hätte nichts zu schützen.'},
});

class Security extends Section {
  static properties = {...Section.properties, enrolment: {state: true}, codes: {state: true}};

  async read(options) {
    const [me, {sessions}] = await Promise.all([get('/v1/me', options), get('/v1/me/sessions', options)]);
    return {me, sessions};
  }

  #begin(event) {
    const {password} = said(event);
    this.act('factor', async () => {
      const made = await post('/v1/me/totp', {password});
      const picture = URL.createObjectURL(new Blob([made.qr], {type: 'image/svg+xml'}));
      this.enrolment = {...made, picture};
    });
  }

  #confirm(event) {
    const {code} = said(event);
    this.act('factor', async () => {
      this.codes = (await post('/v1/me/totp/confirm', {code})).codes;
      URL.revokeObjectURL(this.enrolment.picture);
      this.enrolment = null;
      await this.load();
    });
  }

  async #disable(event) {
    if (await this.act('factor', () => post('/v1/me/totp/disable', said(event)), t('isOff'))) this.load();
  }

  async #end(session) {
    if (!await this.act('sessions', () => remove(`/v1/me/sessions/${session.id}`), t('ended'))) return;
    if (session.current) leave();
    this.load();
  }

  async #endAll() {
    if (!await confirm({title: t('allAsk'), text: t('allText'), action: t('all'), danger: true})) return;
    if (await this.act('sessions', () => remove('/v1/me/sessions'))) {
      leave();
      location.assign('/account');
    }
  }

  #factor(me) {
    if (!me.hasPassword) return html`<p class="soft">${t('noPassword')}</p>`;
    if (this.codes) {
      return html`<h4>${t('codes')}</h4><p class="soft">${t('codesHint')}</p>
        <ul class="codes secret">${this.codes.map(code => html`<li>${code}</li>`)}</ul>
        <div class="actions"><button class="primary" @click=${() => (this.codes = null)}>${t('kept')}</button></div>`;
    }
    if (me.multiFactor) {
      return html`<form class="stack" @submit=${this.#disable}>${owner(me)}<div class="fields">
        ${this.field('factor', '/password', t('password'), html`<input name="password" type="password" autocomplete="current-password" required>`)}
        ${this.field('factor', '/code', t('offCode'), html`<input name="code" autocomplete="one-time-code" maxlength="40" required>`)}</div>
        ${this.refusal('factor')}<div class="actions"><button class="quiet" ?disabled=${this.busy === 'factor'}>${t('turnOff')}</button></div></form>`;
    }
    if (this.enrolment) {
      return html`<p>${t('scan')}</p><img class="qr" alt=${t('qr')} src=${this.enrolment.picture}>
        <p class="soft">${t('secret')}</p><p class="secret">${this.enrolment.secret}</p>
        <form class="stack" @submit=${this.#confirm}>${this.field('factor', '/code', t('code'), html`<input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10" required>`)}
        ${this.refusal('factor')}<div class="actions"><button class="primary" ?disabled=${this.busy === 'factor'}>${t('confirm')}</button></div></form>`;
    }
    return html`<form class="stack" @submit=${this.#begin}>${owner(me)}
      ${this.field('factor', '/password', t('password'), html`<input name="password" type="password" autocomplete="current-password" required>`)}
      ${this.refusal('factor')}<div class="actions"><button class="primary" ?disabled=${this.busy === 'factor'}>${t('begin')}</button></div></form>`;
  }

  #session(one) {
    return html`<li><div><b>${agentName(one.agent)}</b> ${one.current ? html`<span class="chip good">${t('here')}</span>` : nothing}
      <small>${[one.address, t('last', {when: ago(one.lastUsedAt)}), t('ends', {when: moment(one.expiresAt)})].filter(Boolean).join(' · ')}</small></div>
      <button class="quiet small" @click=${() => this.#end(one)}>${t('end')}</button></li>`;
  }

  view({me, sessions}) {
    return html`
      <div class="card stack"><div class="row spread"><h3>${t('factor')}</h3><span class="chip ${me.multiFactor ? 'good' : ''}">${t(me.multiFactor ? 'on' : 'off')}</span></div>
        <p class="soft">${t('why')}</p>${this.#factor(me)}
        ${me.hasPassword ? html`<div class="actions">${asApi(() => [{title: t('begin'), method: 'POST', path: '/v1/me/totp', body: {password: '…'}}, {title: t('confirm'), method: 'POST', path: '/v1/me/totp/confirm', body: {code: '…'}},
          {title: t('turnOff'), method: 'POST', path: '/v1/me/totp/disable', body: {password: '…', code: '…'}}])}</div>` : nothing}</div>
      <div class="card stack"><h3>${t('sessions')}</h3>
        ${sessions.length ? html`<ul class="lines">${sessions.map(one => this.#session(one))}</ul>` : empty({icon: 'user', title: t('none'), text: t('noneHint')})}
        ${this.refusal('sessions')}
        <div class="actions">${sessions.length ? html`<button class="quiet" @click=${this.#endAll}>${t('all')}</button>` : nothing}
          ${asApi(() => [{title: t('sessions'), method: 'GET', path: '/v1/me/sessions'},
            ...sessions.slice(0, 1).map(({id}) => ({title: t('end'), method: 'DELETE', path: `/v1/me/sessions/${id}`})), {title: t('all'), method: 'DELETE', path: '/v1/me/sessions'}])}</div></div>`;
  }
}

define('mp-settings-security', Security);
