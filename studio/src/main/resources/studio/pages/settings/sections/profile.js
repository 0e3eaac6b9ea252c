// The person: name, address, password, and taking one's data along or away.

import {define, html, nothing} from '../../../core/element.js';
import {get, post, put, save} from '../../../core/api.js';
import {credential, leave} from '../../../core/session.js';
import {moment} from '../../../core/format.js';
import {words} from '../../../core/words.js';
import {asApi} from '../../../parts/as-api.js';
import {dialog} from '../../../parts/dialog.js';
import {problemBox} from '../../../parts/problem.js';
import {owner, said, Section} from '../section.js';
import '../setup-offer.js';

const t = words({
  en: {VIEWER: 'Viewer', CREATOR: 'Creator', ADMIN: 'Admin', OPERATOR: 'Operator', SERVICE: 'Program', name: 'Name', save: 'Save', saved: 'Saved', email: 'E-mail address', newEmail: 'New e-mail address', emailHint: 'A letter goes to the new address. It holds once the link in it was opened.', emailSent: 'A letter is on its way to the new address.', password: 'Password', change: 'Change', current: 'Present password', fresh: 'New password', freshHint: 'At least 10 characters. Your other sessions end.', changed: 'The password is changed', role: 'Role', since: 'Here since', tenant: 'Workspace', unproven: 'not confirmed', none: 'none',
    data: 'Your data', dataHint: 'All that is kept of you, as one ZIP: account, sessions, keys, what the log has of you, videos with their storyboards, batches, schedules, costs, templates, links and notices.', take: 'Save my data', remove: 'Delete my account', removeHint: 'Sessions, keys and codes end at once. If you are the last one, the workspace and its videos go too. This cannot be undone.', removeAsk: 'Delete the account {name}?', removeGo: 'Delete for ever'},
  zh: {VIEWER: '查看者', CREATOR: '创作者', ADMIN: '管理员', OPERATOR: '运维', SERVICE: '程序', name: '姓名', save: '保存', saved: '已保存', email: '电子邮箱', newEmail: '新的电子邮箱', emailHint: '我们会向新邮箱发送邮件，打开其中的链接后生效。', emailSent: '邮件已发往新邮箱。', password: '密码', change: '更改', current: '当前密码', fresh: '新密码', freshHint: '至少 10 个字符。您的其他会话会结束。', changed: '密码已更改', role: '角色', since: '加入时间', tenant: '工作区', unproven: '未确认', none: '无',
    data: '您的数据', dataHint: '关于您的全部数据，保存为一个 ZIP：账户、会话、密钥、日志记录、视频及其分镜、批次、计划、费用、模板、链接和通知。', take: '保存我的数据', remove: '删除我的账户', removeHint: '会话、密钥和验证码立即失效。如果您是最后一人，工作区及其视频也会删除。此操作无法撤销。', removeAsk: '要删除账户 {name} 吗？', removeGo: '永久删除'},
  es: {VIEWER: 'Observador', CREATOR: 'Creador', ADMIN: 'Administrador', OPERATOR: 'Operador', SERVICE: 'Programa', name: 'Nombre', save: 'Guardar', saved: 'Guardado', email: 'Correo electrónico', newEmail: 'Nuevo correo electrónico', emailHint: 'Se envía una carta a la nueva dirección. Vale cuando se abre su enlace.', emailSent: 'Una carta va en camino a la nueva dirección.', password: 'Contraseña', change: 'Cambiar', current: 'Contraseña actual', fresh: 'Contraseña nueva', freshHint: 'Al menos 10 caracteres. Sus otras sesiones terminan.', changed: 'La contraseña se ha cambiado', role: 'Función', since: 'Aquí desde', tenant: 'Espacio', unproven: 'sin confirmar', none: 'ninguno',
    data: 'Sus datos', dataHint: 'Todo lo que se guarda de usted, en un ZIP: cuenta, sesiones, claves, lo que el registro tiene de usted, vídeos con sus guiones gráficos, lotes, programaciones, costes, plantillas, enlaces y avisos.', take: 'Guardar mis datos', remove: 'Eliminar mi cuenta', removeHint: 'Sesiones, claves y códigos terminan al instante. Si es la última persona, el espacio y sus vídeos también se van. No se puede deshacer.', removeAsk: '¿Eliminar la cuenta {name}?', removeGo: 'Eliminar para siempre'},
  de: {VIEWER: 'Zuschauer', CREATOR: 'Macher', ADMIN: 'Verwalter', OPERATOR: 'Betreiber', SERVICE: 'Programm', name: 'Name', save: 'Speichern', saved: 'Gespeichert', email: 'E-Mail-Adresse', newEmail: 'Neue E-Mail-Adresse', emailHint: 'Ein Brief geht an die neue Adresse. Sie gilt, sobald der Link darin geöffnet wurde.', emailSent: 'Ein Brief an die neue Adresse ist unterwegs.', password: 'Passwort', change: 'Ändern', current: 'Jetziges Passwort', fresh: 'Neues Passwort', freshHint: 'Mindestens 10 Zeichen. Ihre anderen Sitzungen enden.', changed: 'Das Passwort ist geändert', role: 'Rolle', since: 'Hier seit', tenant: 'Arbeitsbereich', unproven: 'nicht bestätigt', none: 'keine',
    data: 'Ihre Daten', dataHint: 'Alles, was über Sie gespeichert ist, als ein ZIP: Konto, Sitzungen, Schlüssel, was im Protokoll steht, Videos mit Storyboards, Stapel, Zeitpläne, Kosten, Vorlagen, Links und Hinweise.', take: 'Meine Daten sichern', remove: 'Mein Konto löschen', removeHint: 'Sitzungen, Schlüssel und Codes enden sofort. Sind Sie die letzte Person, gehen auch der Arbeitsbereich und seine Videos. Das lässt sich nicht rückgängig machen.', removeAsk: 'Das Konto {name} löschen?', removeGo: 'Endgültig löschen'},
});

class Profile extends Section {
  read(options) {
    return get('/v1/me', options);
  }

  async #rename(event) {
    const {name} = said(event);
    if (await this.act('name', () => put('/v1/me', {name}), t('saved'))) this.load();
  }

  async #readdress(event) {
    const form = event.target;
    if (await this.act('email', () => post('/v1/me/email', said(event)), t('emailSent'))) form.reset();
  }

  async #repass(event) {
    const form = event.target;
    if (await this.act('password', () => put('/v1/me/password', said(event)), t('changed'))) form.reset();
  }

  #remove(me) {
    const state = {problem: null};
    const go = async (event, redraw) => {
      try {
        await post('/v1/me/delete', said(event));
        leave();
        location.assign('/account');
      } catch (problem) {
        state.problem = problem;
        redraw();
      }
    };
    return dialog({title: t('removeAsk', {name: me.name}), body: (close, redraw) => html`
      <p>${t('removeHint')}</p>
      <form class="stack" @submit=${event => go(event, redraw)}>
        ${me.hasPassword ? html`${owner(me)}<label>${t('password')}<input name="password" type="password" autocomplete="current-password" required></label>` : nothing}
        ${problemBox(state.problem)}
        <div class="actions end"><button class="danger">${t('removeGo')}</button></div></form>`});
  }

  view(me) {
    return html`
      ${me.hasPassword || credential() ? nothing : html`<mp-setup-offer></mp-setup-offer>`}
      <form class="card stack" @submit=${this.#rename}>
        ${this.field('name', '/name', t('name'), html`<input name="name" maxlength="100" required .value=${me.name} autocomplete="name">`)}
        <dl class="facts"><div><dt>${t('email')}</dt><dd>${me.email ?? t('none')} ${me.email && !me.emailVerified ? html`<span class="chip warn">${t('unproven')}</span>` : nothing}</dd></div>
          <div><dt>${t('role')}</dt><dd>${t(me.role)}</dd></div><div><dt>${t('tenant')}</dt><dd>${me.tenant}</dd></div>
          <div><dt>${t('since')}</dt><dd>${moment(me.createdAt)}</dd></div></dl>
        ${this.refusal('name')}
        <div class="actions"><button class="primary" ?disabled=${this.busy === 'name'}>${t('save')}</button>
          ${asApi(() => [{title: t('name'), method: 'PUT', path: '/v1/me', body: {name: me.name}},
            ...(me.hasPassword ? [{title: t('email'), method: 'POST', path: '/v1/me/email', body: {password: '…', email: 'ada@example.org'}}, {title: t('password'), method: 'PUT', path: '/v1/me/password', body: {current: '…', fresh: '…'}}] : [])])}</div>
      </form>
      ${me.hasPassword ? this.#secrets(me) : nothing}
      <div class="card stack"><h3>${t('data')}</h3><p class="soft">${t('dataHint')}</p>
        <div class="actions"><button class="quiet" @click=${() => this.act('data', () => save('/v1/me/export.zip', 'my-data.zip'))}>${t('take')}</button>
          ${asApi(() => [{title: t('take'), method: 'GET', path: '/v1/me/export.zip', out: 'my-data.zip'}, ...(me.hasPassword ? [{title: t('remove'), method: 'POST', path: '/v1/me/delete', body: {password: '…'}}] : [])])}</div>${this.refusal('data')}</div>
      ${me.hasPassword ? html`<div class="card stack grave"><h3>${t('remove')}</h3><p class="soft">${t('removeHint')}</p>
        <div class="actions"><button class="quiet" @click=${() => this.#remove(me)}>${t('remove')} …</button></div></div>` : nothing}`;
  }

  #secrets(me) {
    return html`
      <form class="card stack" @submit=${this.#readdress}><h3>${t('newEmail')}</h3>${owner(me)}
        <div class="fields">${this.field('email', '/email', t('newEmail'), html`<input name="email" type="email" autocomplete="email" required>`)}
          ${this.field('email', '/password', t('current'), html`<input name="password" type="password" autocomplete="current-password" required>`)}</div>
        <p class="hint">${t('emailHint')}</p>${this.refusal('email')}
        <div class="actions"><button class="quiet" ?disabled=${this.busy === 'email'}>${t('change')}</button></div></form>
      <form class="card stack" @submit=${this.#repass}><h3>${t('password')}</h3>${owner(me)}
        <div class="fields">${this.field('password', '/current', t('current'), html`<input name="current" type="password" autocomplete="current-password" required>`)}
          ${this.field('password', '/fresh', t('fresh'), html`<input name="fresh" type="password" autocomplete="new-password" minlength="8" required>`, t('freshHint'))}</div>
        ${this.refusal('password')}
        <div class="actions"><button class="quiet" ?disabled=${this.busy === 'password'}>${t('change')}</button></div></form>`;
  }
}

define('mp-settings-profile', Profile);
