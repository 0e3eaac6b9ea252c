// Who is in the workspace: people with roles, and accounts for programs.

import {define, html, nothing} from '../../../core/element.js';
import {get, post, put, remove} from '../../../core/api.js';
import {may} from '../../../core/caller.js';
import {words} from '../../../core/words.js';
import {asApi} from '../../../parts/as-api.js';
import {confirm} from '../../../parts/dialog.js';
import {toast} from '../../../parts/toast.js';
import {programKeys} from '../program-keys.js';
import {said, Section} from '../section.js';

const t = words({
  en: {noMail: 'No mail server is set (users.smtp.host). The letter stands in the log of the node instead: give its link to the person.', logged: 'Invited: the link stands in the log of the node', keys: 'Keys', keysOf: 'Keys of {name}', takeOf: 'Remove: {name}', invite: 'Invite somebody', email: 'E-mail address', name: 'Name', role: 'Role', send: 'Send the invitation', sent: 'A letter is on its way', VIEWER: 'Viewer: watches', CREATOR: 'Creator: makes videos', ADMIN: 'Admin: also invites and removes', OPERATOR: 'Operator: also runs the installation', SERVICE: 'Program', people: 'People and programs', invited: 'invited', you: 'you', roleOf: 'Role of {name}', roleSet: 'The role is set; their sessions end', take: 'Remove', takeAsk: 'Remove {name}?', takeText: 'Sessions and keys end at once. What they made stays.', gone: 'Removed', more: 'More', program: 'Account for a program', programHint: 'It has API keys and no password, and outlives the people here.', make: 'Make it', made: 'Made', codes: 'one-time codes on'},
  zh: {noMail: '未设置邮件服务器（users.smtp.host）。邮件会写入节点日志：请将其中的链接交给对方。', logged: '已邀请：链接在节点日志中', keys: '密钥', keysOf: '{name} 的密钥', takeOf: '移除：{name}', invite: '邀请成员', email: '电子邮箱', name: '姓名', role: '角色', send: '发送邀请', sent: '邮件已发出', VIEWER: '查看者：观看', CREATOR: '创作者：制作视频', ADMIN: '管理员：还可邀请和移除', OPERATOR: '运维：还可管理安装', SERVICE: '程序', people: '成员与程序', invited: '已邀请', you: '您', roleOf: '{name} 的角色', roleSet: '角色已设置；其会话会结束', take: '移除', takeAsk: '移除 {name}？', takeText: '会话和密钥立即失效，所制作的内容保留。', gone: '已移除', more: '更多', program: '程序账户', programHint: '只有 API 密钥、没有密码，不随成员离开而失效。', make: '创建', made: '已创建', codes: '已开启一次性验证码'},
  es: {noMail: 'No hay servidor de correo (users.smtp.host). La carta queda en el registro del nodo: dé su enlace a la persona.', logged: 'Con invitación: el enlace está en el registro del nodo', keys: 'Claves', keysOf: 'Claves de {name}', takeOf: 'Retirar: {name}', invite: 'Invitar a alguien', email: 'Correo electrónico', name: 'Nombre', role: 'Función', send: 'Enviar la invitación', sent: 'La carta va en camino', VIEWER: 'Observador: mira', CREATOR: 'Creador: hace vídeos', ADMIN: 'Administrador: además invita y retira', OPERATOR: 'Operador: además lleva la instalación', SERVICE: 'Programa', people: 'Personas y programas', invited: 'con invitación', you: 'usted', roleOf: 'Función de {name}', roleSet: 'La función está puesta; sus sesiones terminan', take: 'Retirar', takeAsk: '¿Retirar a {name}?', takeText: 'Sesiones y claves terminan al instante. Lo que hizo se queda.', gone: 'Retirado', more: 'Más', program: 'Cuenta para un programa', programHint: 'Tiene claves de API y ninguna contraseña, y sobrevive a las personas.', make: 'Crearla', made: 'Creada', codes: 'códigos activados'},
  de: {noMail: 'Kein Mailserver ist eingestellt (users.smtp.host). Der Brief steht stattdessen im Protokoll des Knotens: Geben Sie seinen Link weiter.', logged: 'Eingeladen: der Link steht im Protokoll des Knotens', keys: 'Schlüssel', keysOf: 'Schlüssel von {name}', takeOf: 'Entfernen: {name}', invite: 'Jemanden einladen', email: 'E-Mail-Adresse', name: 'Name', role: 'Rolle', send: 'Einladung senden', sent: 'Ein Brief ist unterwegs', VIEWER: 'Zuschauer: sieht zu', CREATOR: 'Macher: macht Videos', ADMIN: 'Verwalter: lädt auch ein und entfernt', OPERATOR: 'Betreiber: führt auch die Installation', SERVICE: 'Programm', people: 'Menschen und Programme', invited: 'eingeladen', you: 'Sie', roleOf: 'Rolle von {name}', roleSet: 'Die Rolle gilt; die Sitzungen enden', take: 'Entfernen', takeAsk: '{name} entfernen?', takeText: 'Sitzungen und Schlüssel enden sofort. Was gemacht wurde, bleibt.', gone: 'Entfernt', more: 'Mehr', program: 'Konto für ein Programm', programHint: 'Es hat API-Schlüssel und kein Passwort und überdauert die Menschen hier.', make: 'Anlegen', made: 'Angelegt', codes: 'Einmalcodes an'},
});

const ROLES = ['VIEWER', 'CREATOR', 'ADMIN', 'OPERATOR'];

class Team extends Section {
  async read(options) {
    const [users, ways] = await Promise.all([get('/v1/users?limit=50', options),
      get('/v1/notifications/preferences', options).then(({available}) => available, () => null)]); // whoever has no list is told nothing of it
    return {...users, posted: !ways || ways.includes('EMAIL')};
  }

  async #more() {
    const last = this.data.users.at(-1).id;
    const next = await get(`/v1/users?limit=50&after=${encodeURIComponent(last)}`);
    this.data = {...this.data, users: [...this.data.users, ...next.users], more: next.more};
  }

  async #form(event, what, path, done) {
    const form = event.target;
    const order = said(event);
    if (!await this.act(what, () => post(path, order), done)) return;
    form.reset();
    this.load();
  }

  async #role(user, select) {
    if (await this.act('list', () => put(`/v1/users/${user.id}/role`, {role: select.value}), t('roleSet'))) this.load();
    else select.value = user.role;
  }

  async #take(user) {
    if (!await confirm({title: t('takeAsk', {name: user.name}), text: t('takeText'), action: t('take'), danger: true})) return;
    if (await this.act('list', () => remove(`/v1/users/${user.id}`), t('gone'))) this.load();
  }

  #user(user) {
    const own = user.id === this.who.subject;
    const change = may(this.who, 'users:write') && !own;
    return html`<li><div><b>${user.name}</b> ${own ? html`<span class="chip info">${t('you')}</span>` : nothing}
        ${user.email && !user.emailVerified ? html`<span class="chip warn">${t('invited')}</span>` : nothing}
        <small>${[user.email, user.multiFactor && t('codes')].filter(Boolean).join(' · ')}</small></div>
      <div class="row">${change && user.role !== 'SERVICE' ? html`<select aria-label=${t('roleOf', {name: user.name})} @change=${event => this.#role(user, event.target)}>
          ${ROLES.map(role => html`<option value=${role} ?selected=${role === user.role}>${t(role)}</option>`)}</select>` : html`<span class="chip">${t(user.role)}</span>`}
        ${change && user.role === 'SERVICE' ? html`<button class="quiet small" aria-label=${t('keysOf', {name: user.name})} @click=${() => programKeys(user)}>${t('keys')}</button>` : nothing}
        ${change ? html`<button class="quiet small" aria-label=${t('takeOf', {name: user.name})} @click=${() => this.#take(user)}>${t('take')}</button>` : nothing}</div></li>`;
  }

  #invitation() {
    return html`<form class="card stack" @submit=${event => this.#form(event, 'invite', '/v1/users', t(this.data.posted ? 'sent' : 'logged'))}><h3>${t('invite')}</h3>
        <div class="fields">${this.field('invite', '/email', t('email'), html`<input name="email" type="email" required>`)}
          ${this.field('invite', '/name', t('name'), html`<input name="name" maxlength="100">`)}
          ${this.field('invite', '/role', t('role'), html`<select name="role">${ROLES.map(role => html`<option value=${role} ?selected=${role === 'CREATOR'}>${t(role)}</option>`)}</select>`)}</div>
        ${this.data.posted ? nothing : html`<p class="note">${t('noMail')}</p>`}${this.refusal('invite')}
        <div class="actions"><button class="primary" ?disabled=${this.busy === 'invite'}>${t('send')}</button>
          ${asApi(() => [{title: t('invite'), method: 'POST', path: '/v1/users', body: {email: 'ada@example.org', role: 'CREATOR'}, cli: 'moneyprinter users invite ada@example.org --role creator'}])}</div></form>`;
  }

  #program() {
    return html`<form class="card stack" @submit=${event => this.#form(event, 'program', '/v1/service-accounts', t('made'))}><h3>${t('program')}</h3>
        <p class="soft">${t('programHint')}</p>${this.field('program', '/name', t('name'), html`<input name="name" maxlength="100" required>`)}
        ${this.refusal('program')}
        <div class="actions"><button class="quiet" ?disabled=${this.busy === 'program'}>${t('make')}</button>
          ${asApi(() => [{title: t('program'), method: 'POST', path: '/v1/service-accounts', body: {name: 'n8n'}, cli: 'moneyprinter service-key create n8n'}])}</div></form>`;
  }

  /** What can be done to one of the others. */
  #changes(users) {
    const {id} = users.find(user => user.id !== this.who.subject && user.role !== 'SERVICE') ?? {};
    return id ? [{title: t('role'), method: 'PUT', path: `/v1/users/${id}/role`, body: {role: 'ADMIN'}, cli: `moneyprinter users role ${id} admin`},
      {title: t('take'), method: 'DELETE', path: `/v1/users/${id}`, cli: `moneyprinter users remove ${id}`}] : [];
  }

  view({users, more}) {
    const write = may(this.who, 'users:write');
    return html`${write ? this.#invitation() : nothing}
      <div class="card stack"><h3>${t('people')}</h3><ul class="lines">${users.map(user => this.#user(user))}</ul>${this.refusal('list')}
        <div class="actions">${more ? html`<button class="quiet" @click=${() => this.#more().catch(problem => toast(problem.message, {kind: 'bad'}))}>${t('more')}</button>` : nothing}
          ${asApi(() => [{title: t('people'), method: 'GET', path: '/v1/users', cli: 'moneyprinter users list'}, ...this.#changes(users)])}</div></div>
      ${write ? this.#program() : nothing}`;
  }
}

define('mp-settings-team', Team);
