// What all workspaces store, what is due to go, what the store lost, and what must not go.

import {define, html, nothing} from '../../../core/element.js';
import {get, post} from '../../../core/api.js';
import {bytes, moment} from '../../../core/format.js';
import {words} from '../../../core/words.js';
import {asApi, quoted} from '../../../parts/as-api.js';
import {confirm} from '../../../parts/dialog.js';
import {empty, meter} from '../../../parts/states.js';
import {said, Section} from '../section.js';

const t = words({
  en: {tenants: 'Workspaces', files: {one: '{n} file', other: '{n} files'}, of: '{used} of {most}', clean: 'Tidying up', cleanHint: 'Files that nobody has any more go by themselves. Here you see what is due, and may have it go now.', look: 'See what is due', go: 'Remove it now', goAsk: 'Remove what is due?', nothing: 'Nothing is due.', expired: 'past their time', 'over-budget': 'more than their room', done: 'Done', named: {one: '{n} file is due, but a job or a library still names it.', other: '{n} files are due, but a job or a library still names them.'}, check: 'Check the store', checkHint: 'Compares the disks with the books. Nothing is removed.', whole: 'Disks and books agree.', holds: 'Legal holds', holdsHint: 'Nothing removes these files until the hold is lifted.', video: 'Id of a video', reason: 'Reason', hold: 'Hold', held: 'Held', lift: 'Lift', lifted: 'Lifted', none: 'No holds', by: '{reason} · {who}, {when}', retention: 'How long what is kept: settings storage.retention in the configuration.',
    plain: 'files without an entry', sealed: 'sealed files without an entry', outgoing: 'files on their way out', staged: 'unfinished files', object: 'objects without an entry', multipart: 'unfinished uploads', lost: 'entries without a file'},
  zh: {tenants: '工作区', files: {other: '{n} 个文件'}, of: '{most} 中已用 {used}', clean: '清理', cleanHint: '无人使用的文件会自动删除。这里可以查看到期内容，并立即删除。', look: '查看到期内容', go: '立即删除', goAsk: '删除到期内容？', nothing: '没有到期内容。', expired: '已过期', 'over-budget': '超出空间', done: '完成', named: {other: '{n} 个文件已到期，但仍被任务或素材库引用。'}, check: '检查存储', checkHint: '将磁盘与账目比对，不会删除任何内容。', whole: '磁盘与账目一致。', holds: '法律保留', holdsHint: '解除保留之前，这些文件不会被删除。', video: '视频编号', reason: '原因', hold: '保留', held: '已保留', lift: '解除', lifted: '已解除', none: '没有保留', by: '{reason} · {who}，{when}', retention: '保存期限见配置中的 storage.retention。',
    plain: '没有记录的文件', sealed: '没有记录的加密文件', outgoing: '正在移出的文件', staged: '未完成的文件', object: '没有记录的对象', multipart: '未完成的上传', lost: '没有文件的记录'},
  es: {tenants: 'Espacios de trabajo', files: {one: '{n} archivo', other: '{n} archivos'}, of: '{used} de {most}', clean: 'Limpieza', cleanHint: 'Los archivos que ya nadie tiene se van solos. Aquí ve lo que toca y puede quitarlo ahora.', look: 'Ver lo que toca', go: 'Quitarlo ahora', goAsk: '¿Quitar lo que toca?', nothing: 'No toca nada.', expired: 'pasados de fecha', 'over-budget': 'más que su espacio', done: 'Hecho', named: {one: '{n} archivo toca, pero una tarea o biblioteca aún lo nombra.', other: '{n} archivos tocan, pero una tarea o biblioteca aún los nombra.'}, check: 'Revisar el almacén', checkHint: 'Compara los discos con los libros. No se quita nada.', whole: 'Discos y libros coinciden.', holds: 'Retenciones legales', holdsHint: 'Nada quita estos archivos hasta que se levante la retención.', video: 'Id. de un vídeo', reason: 'Motivo', hold: 'Retener', held: 'Retenido', lift: 'Levantar', lifted: 'Levantada', none: 'Sin retenciones', by: '{reason} · {who}, {when}', retention: 'Cuánto se guarda: ajustes storage.retention en la configuración.',
    plain: 'archivos sin asiento', sealed: 'archivos sellados sin asiento', outgoing: 'archivos de salida', staged: 'archivos sin terminar', object: 'objetos sin asiento', multipart: 'subidas sin terminar', lost: 'asientos sin archivo'},
  de: {tenants: 'Arbeitsbereiche', files: {one: '{n} Datei', other: '{n} Dateien'}, of: '{used} von {most}', clean: 'Aufräumen', cleanHint: 'Dateien, die niemand mehr hat, gehen von selbst. Hier sehen Sie, was fällig ist, und können es gleich entfernen.', look: 'Fälliges zeigen', go: 'Jetzt entfernen', goAsk: 'Fälliges entfernen?', nothing: 'Nichts ist fällig.', expired: 'über ihrer Zeit', 'over-budget': 'mehr als ihr Platz', done: 'Fertig', named: {one: '{n} Datei ist fällig, aber ein Auftrag oder eine Bibliothek nennt sie noch.', other: '{n} Dateien sind fällig, aber ein Auftrag oder eine Bibliothek nennt sie noch.'}, check: 'Speicher prüfen', checkHint: 'Vergleicht die Platten mit den Büchern. Nichts wird entfernt.', whole: 'Platten und Bücher stimmen überein.', holds: 'Aufbewahrungspflicht', holdsHint: 'Nichts entfernt diese Dateien, bis die Pflicht aufgehoben ist.', video: 'Kennung eines Videos', reason: 'Grund', hold: 'Aufbewahren', held: 'Wird aufbewahrt', lift: 'Aufheben', lifted: 'Aufgehoben', none: 'Keine', by: '{reason} · {who}, {when}', retention: 'Wie lange was bleibt: Einstellungen storage.retention in der Konfiguration.',
    plain: 'Dateien ohne Eintrag', sealed: 'versiegelte Dateien ohne Eintrag', outgoing: 'ausgehende Dateien', staged: 'unfertige Dateien', object: 'Objekte ohne Eintrag', multipart: 'unfertige Uploads', lost: 'Einträge ohne Datei'},
});

class Storage extends Section {
  static properties = {...Section.properties, report: {state: true}, checked: {state: true}};

  async read(options) {
    const [{tenants}, {holds}] = await Promise.all([get('/v1/admin/storage/usage', options), get('/v1/storage/holds', options)]);
    return {tenants, holds};
  }

  #look() {
    return this.act('clean', async () => (this.report = await post('/v1/admin/storage/cleanup?dryRun=true')));
  }

  async #clean() {
    if (!await confirm({title: t('goAsk'), action: t('go'), danger: true})) return;
    if (await this.act('clean', async () => (this.report = await post('/v1/admin/storage/cleanup')), t('done'))) this.load();
  }

  #check() {
    return this.act('check', async () => (this.checked = await post('/v1/admin/storage/check')));
  }

  async #hold(event) {
    const form = event.target;
    const order = said(event);
    if (!await this.act('hold', () => post('/v1/storage/holds', order), t('held'))) return;
    form.reset();
    this.load();
  }

  async #lift(hold) {
    const order = {keys: [hold.key], reason: hold.reason};
    if (await this.act('hold', () => post('/v1/storage/holds/lift', order), t('lifted'))) this.load();
  }

  #due() {
    const {dryRun, removed, named} = this.report;
    return html`<div role="status"><ul class="lines">${removed.map(one => html`<li><div>${t(one.reason)}</div><span class="number">${t('files', {n: one.files})} · ${bytes(one.bytes)}</span></li>`)}</ul>
      ${removed.some(one => one.files) ? nothing : html`<p class="soft">${t('nothing')}</p>`}${named ? html`<p class="hint">${t('named', {n: named})}</p>` : nothing}
      ${dryRun && removed.some(one => one.files) ? html`<button class="danger" @click=${this.#clean}>${t('go')}</button>` : nothing}</div>`;
  }

  #found({leftovers}) {
    return html`<div role="status">${leftovers.length ? html`<ul class="lines">${leftovers.map(one => html`<li><div>${t(one.kind)}<small>${one.place}</small></div><span class="number">${t('files', {n: one.files})} · ${bytes(one.bytes)}</span></li>`)}</ul>`
      : html`<p class="soft">${t('whole')}</p>`}</div>`;
  }

  #tenant(one) {
    return html`<li><div><b>${one.tenant}</b><small>${[one.tier, t('files', {n: one.objects})].filter(Boolean).join(' · ')}</small>
        ${one.limit ? meter(Math.min(1, one.bytes / one.limit), one.tenant) : nothing}</div>
      <span class="number">${one.limit ? t('of', {used: bytes(one.bytes), most: bytes(one.limit)}) : bytes(one.bytes)}</span></li>`;
  }

  view({tenants, holds}) {
    return html`
      <div class="card stack"><h3>${t('tenants')}</h3><ul class="lines">${tenants.map(one => this.#tenant(one))}</ul>
        <p class="hint">${t('retention')} <a href="/settings/configuration?q=storage.">storage.*</a></p>
        <div class="actions">${asApi(() => [{title: t('tenants'), method: 'GET', path: '/v1/admin/storage/usage', cli: 'moneyprinter storage usage --all'}])}</div></div>
      <div class="card stack"><h3>${t('clean')}</h3><p class="soft">${t('cleanHint')}</p>${this.report ? this.#due() : nothing}${this.refusal('clean')}
        <div class="actions"><button class="quiet" ?disabled=${this.busy === 'clean'} @click=${this.#look}>${t('look')}</button>
          ${asApi(() => [{title: t('look'), method: 'POST', path: '/v1/admin/storage/cleanup?dryRun=true', cli: 'moneyprinter storage cleanup --dry-run'},
            {title: t('go'), method: 'POST', path: '/v1/admin/storage/cleanup', cli: 'moneyprinter storage cleanup'}])}</div>
        <h3>${t('check')}</h3><p class="soft">${t('checkHint')}</p>${this.checked ? this.#found(this.checked) : nothing}${this.refusal('check')}
        <div class="actions"><button class="quiet" ?disabled=${this.busy === 'check'} @click=${this.#check}>${t('check')}</button>
          ${asApi(() => [{title: t('check'), method: 'POST', path: '/v1/admin/storage/check', cli: 'moneyprinter storage check'}])}</div></div>
      <div class="card stack"><h3>${t('holds')}</h3><p class="soft">${t('holdsHint')}</p>
        ${holds.length ? html`<ul class="lines">${holds.map(one => html`<li><div><code>${one.key.slice(0, 16)}…</code><small>${t('by', {reason: one.reason, who: one.setBy, when: moment(one.setAt)})}</small></div>
          <button class="quiet small" @click=${() => this.#lift(one)}>${t('lift')}</button></li>`)}</ul>` : empty({icon: 'lock', title: t('none')})}
        <form class="stack" @submit=${this.#hold}><div class="fields">${this.field('hold', '/video', t('video'), html`<input name="video" required spellcheck="false">`)}
          ${this.field('hold', '/reason', t('reason'), html`<input name="reason" required maxlength="1000">`)}</div>${this.refusal('hold')}
          <div class="actions"><button class="quiet" ?disabled=${this.busy === 'hold'}>${t('hold')}</button>
            ${asApi(() => [{title: t('hold'), method: 'POST', path: '/v1/storage/holds', body: {video: '…', reason: '…'}, cli: "moneyprinter storage hold set '…' --reason '…'"},
              ...holds.slice(0, 1).map(({key, reason}) => ({title: t('lift'), method: 'POST', path: '/v1/storage/holds/lift', body: {keys: [key], reason},
                cli: `moneyprinter storage hold lift ${key} --reason ${quoted(reason)}`}))])}</div></form></div>`;
  }
}

define('mp-settings-storage', Storage);
