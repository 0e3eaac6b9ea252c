// What the workspace used, and how much it may.

import {define, html, nothing} from '../../../core/element.js';
import {get} from '../../../core/api.js';
import {bytes, moment, money, percent, span} from '../../../core/format.js';
import {go} from '../../../core/router.js';
import {words} from '../../../core/words.js';
import {asApi} from '../../../parts/as-api.js';
import {meter} from '../../../parts/states.js';
import {Section} from '../section.js';

const t = words({
  en: {quota: 'This month', tier: 'Tier', of: '{used} of {most} videos', free: {one: '{n} video', other: '{n} videos'}, unlimited: 'No limit', resets: 'Begins anew {when}', used: 'Used', span: 'Time', days: {one: 'Last {n} day', other: 'Last {n} days'}, completed: 'Videos made', failed: 'Failed', video: 'Length of video', render: 'Rendering', characters: 'Characters spoken', tokens: 'Tokens of models', reused: 'Segments used again', spent: 'Spent this month', spentHint: 'Of it settled: {settled}. Caps: {caps}', storage: 'Storage', files: {one: '{n} file', other: '{n} files'}, ofBytes: '{used} of {most}', TEMPORARY: 'Temporary', SEGMENTS: 'Segments', PARTS: 'Parts of videos', MATERIALS: 'Materials', RESULTS: 'Videos', noCaps: 'none'},
  zh: {quota: '本月', tier: '级别', of: '{most} 个视频中已用 {used} 个', free: {other: '{n} 个视频'}, unlimited: '不限', resets: '{when}重新计算', used: '用量', span: '时间', days: {other: '最近 {n} 天'}, completed: '完成的视频', failed: '失败', video: '视频时长', render: '渲染', characters: '朗读字符', tokens: '模型令牌', reused: '重复使用的片段', spent: '本月花费', spentHint: '其中已结算：{settled}。上限：{caps}', storage: '存储', files: {other: '{n} 个文件'}, ofBytes: '{most} 中已用 {used}', TEMPORARY: '临时', SEGMENTS: '片段', PARTS: '视频部件', MATERIALS: '素材', RESULTS: '视频', noCaps: '无'},
  es: {quota: 'Este mes', tier: 'Nivel', of: '{used} de {most} vídeos', free: {one: '{n} vídeo', other: '{n} vídeos'}, unlimited: 'Sin límite', resets: 'Empieza de nuevo {when}', used: 'Usado', span: 'Periodo', days: {one: 'Último día', other: 'Últimos {n} días'}, completed: 'Vídeos hechos', failed: 'Fallidos', video: 'Duración de vídeo', render: 'Renderizado', characters: 'Caracteres hablados', tokens: 'Tokens de modelos', reused: 'Segmentos reutilizados', spent: 'Gastado este mes', spentHint: 'De ello, liquidado: {settled}. Topes: {caps}', storage: 'Almacenamiento', files: {one: '{n} archivo', other: '{n} archivos'}, ofBytes: '{used} de {most}', TEMPORARY: 'Temporal', SEGMENTS: 'Segmentos', PARTS: 'Partes de vídeos', MATERIALS: 'Materiales', RESULTS: 'Vídeos', noCaps: 'ninguno'},
  de: {quota: 'Dieser Monat', tier: 'Stufe', of: '{used} von {most} Videos', free: {one: '{n} Video', other: '{n} Videos'}, unlimited: 'Keine Grenze', resets: 'Beginnt neu {when}', used: 'Verbraucht', span: 'Zeitraum', days: {one: 'Letzter Tag', other: 'Letzte {n} Tage'}, completed: 'Fertige Videos', failed: 'Fehlgeschlagen', video: 'Länge der Videos', render: 'Rendern', characters: 'Gesprochene Zeichen', tokens: 'Token der Modelle', reused: 'Wiederverwendete Segmente', spent: 'Ausgaben diesen Monat', spentHint: 'Davon abgerechnet: {settled}. Obergrenzen: {caps}', storage: 'Speicher', files: {one: '{n} Datei', other: '{n} Dateien'}, ofBytes: '{used} von {most}', TEMPORARY: 'Vorläufiges', SEGMENTS: 'Segmente', PARTS: 'Teile von Videos', MATERIALS: 'Material', RESULTS: 'Videos', noCaps: 'keine'},
});

const SPANS = [7, 30, 90];

class Usage extends Section {
  #days() {
    const asked = Number(new URLSearchParams(location.search).get('days'));
    return SPANS.includes(asked) ? asked : 30;
  }

  #path() {
    return `/v1/usage?from=${new Date(Date.now() - this.#days() * 86400e3).toISOString().slice(0, 10)}`;
  }

  async read(options) {
    const [quota, {usage}, storage, costs] = await Promise.all([get('/v1/quota', options), get(this.#path(), options),
      get('/v1/storage/usage', options), get('/v1/costs', options).catch(() => null)]); // costs may not be kept
    return {quota, usage, storage, costs};
  }

  #pick(event) {
    go(`?days=${event.target.value}`, {replace: true});
    this.load();
  }

  #fact(name, value) {
    return html`<div><dt>${t(name)}</dt><dd class="number">${value}</dd></div>`;
  }

  #spent({month, caps = {}}) {
    const limits = Object.entries(caps).map(([what, most]) => `${what} ${money(most)}`);
    return html`<div><dt>${t('spent')}</dt><dd class="big number">${money((month.settled ?? 0) + (month.reserved ?? 0))}<small class="hint">${t('spentHint', {settled: money(month.settled ?? 0), caps: limits.join(', ') || t('noCaps')})}</small></dd></div>`;
  }

  view({quota, usage, storage, costs}) {
    const most = quota.videosPerMonth;
    return html`
      <div class="card stack"><h3>${t('quota')}</h3>
        <dl class="facts"><div><dt>${t('tier')}</dt><dd class="big">${quota.tier}</dd></div>
          <div><dt>${t('resets', {when: moment(quota.resetsAt)})}</dt><dd class="big number">${most === undefined ? t('free', {n: quota.videosUsed}) : t('of', {used: quota.videosUsed, most})}</dd></div>
          ${costs?.month ? this.#spent(costs) : nothing}</dl>
        ${most === undefined ? html`<p class="soft">${t('unlimited')}</p>` : meter(Math.min(1, quota.videosUsed / Math.max(1, most)), t('quota'))}
        <div class="actions">${asApi(() => [{title: t('quota'), method: 'GET', path: '/v1/quota'}, {title: t('spent'), method: 'GET', path: '/v1/costs'}])}</div></div>
      <div class="card stack"><div class="row spread"><h3>${t('used')}</h3>
        <select aria-label=${t('span')} class="narrow" @change=${this.#pick}>${SPANS.map(n => html`<option value=${n} ?selected=${n === this.#days()}>${t('days', {n})}</option>`)}</select></div>
        <dl class="facts">${this.#fact('completed', usage.completed)}${this.#fact('failed', usage.failed)}${this.#fact('video', span(usage.videoSeconds))}
          ${this.#fact('render', span(usage.renderSeconds))}${this.#fact('reused', usage.segments ? percent(usage.reusedSegments / usage.segments) : '–')}
          ${this.#fact('characters', (usage.characters ?? 0).toLocaleString())}${this.#fact('tokens', (usage.tokens ?? 0).toLocaleString())}</dl>
        <div class="actions">${asApi(() => [{title: t('used'), method: 'GET', path: this.#path()}])}</div></div>
      <div class="card stack"><h3>${t('storage')}</h3>
        <p class="big number">${storage.limit === undefined ? bytes(storage.bytes) : t('ofBytes', {used: bytes(storage.bytes), most: bytes(storage.limit)})} <small class="soft">${t('files', {n: storage.objects})}</small></p>
        ${storage.limit === undefined ? nothing : meter(Math.min(1, storage.bytes / storage.limit), t('storage'))}
        <ul class="lines">${storage.classes.map(one => html`<li><div>${t(one.storageClass)}<small>${t('files', {n: one.objects})}</small></div><span class="number">${bytes(one.bytes)}</span></li>`)}</ul>
        <div class="actions">${asApi(() => [{title: t('storage'), method: 'GET', path: '/v1/storage/usage'}])}</div></div>`;
  }
}

define('mp-settings-usage', Usage);
