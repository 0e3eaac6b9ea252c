// Switches for the whole installation: each with what it does, and for whom the opposite holds.

import {define, html, nothing} from '../../../core/element.js';
import {get, put} from '../../../core/api.js';
import {ago} from '../../../core/format.js';
import {words} from '../../../core/words.js';
import {asApi} from '../../../parts/as-api.js';
import {said, Section} from '../section.js';

const t = words({
  en: {'new-videos': 'New videos', 'new-videos-about': 'Videos may be ordered. Off: orders are refused, rows of batches and schedules wait; what has begun goes on. For maintenance.', registration: 'Registration', 'registration-about': 'Whoever comes may make an account, where the setting users.registration is open. Off: by invitation only.', 'stock-footage': 'Footage from outside', 'stock-footage-about': 'Pictures and clips are looked for at outside services. Off: only own material, painted and drawn pictures.', 'share-links': 'Share links', 'share-links-about': 'Links to files are made and work. Off: none are made, and those there are rest until it is on again.', on: 'On', off: 'Off', saved: 'Saved', usual: 'never changed', version: '{when} by {who}', except: 'The opposite for these tenants', exceptHint: 'Their ids, with spaces between.', save: 'Save', all: 'List the switches', change: 'Switch off'},
  zh: {'new-videos': '新视频', 'new-videos-about': '可以下单制作视频。关闭后：拒绝新订单，批次的行和计划等待；已开始的继续。用于维护。', registration: '注册', 'registration-about': '在 users.registration 为 open 时，任何人都可以创建账户。关闭后：仅限邀请。', 'stock-footage': '外部素材', 'stock-footage-about': '在外部服务中查找图片和片段。关闭后：只用自有素材、绘制和生成的图片。', 'share-links': '分享链接', 'share-links-about': '可以创建文件链接，链接有效。关闭后：不再创建，已有链接暂停，直到重新打开。', on: '开', off: '关', saved: '已保存', usual: '从未更改', version: '{when}由 {who} 更改', except: '对这些租户相反', exceptHint: '租户 ID，用空格分隔。', save: '保存', all: '列出开关', change: '关闭'},
  es: {'new-videos': 'Vídeos nuevos', 'new-videos-about': 'Se pueden pedir vídeos. Apagado: los pedidos se rechazan, las filas de lotes y los horarios esperan; lo empezado sigue. Para mantenimiento.', registration: 'Registro', 'registration-about': 'Cualquiera puede crear una cuenta si el ajuste users.registration está abierto. Apagado: solo por invitación.', 'stock-footage': 'Material de fuera', 'stock-footage-about': 'Se buscan imágenes y clips en servicios de fuera. Apagado: solo material propio e imágenes pintadas o dibujadas.', 'share-links': 'Enlaces', 'share-links-about': 'Se crean enlaces a archivos y funcionan. Apagado: no se crean, y los que hay descansan hasta que vuelva a encenderse.', on: 'Sí', off: 'No', saved: 'Guardado', usual: 'nunca cambiado', version: '{when} por {who}', except: 'Lo contrario para estos inquilinos', exceptHint: 'Sus identificadores, separados por espacios.', save: 'Guardar', all: 'Listar los interruptores', change: 'Apagar'},
  de: {'new-videos': 'Neue Videos', 'new-videos-about': 'Videos können bestellt werden. Aus: Bestellungen werden abgelehnt, Zeilen von Stapeln und Zeitpläne warten; was begonnen hat, geht weiter. Für Wartung.', registration: 'Registrierung', 'registration-about': 'Wer kommt, kann ein Konto anlegen, wo die Einstellung users.registration offen ist. Aus: nur auf Einladung.', 'stock-footage': 'Material von außen', 'stock-footage-about': 'Bilder und Clips werden bei fremden Diensten gesucht. Aus: nur eigenes Material, gemalte und gezeichnete Bilder.', 'share-links': 'Links zum Teilen', 'share-links-about': 'Links zu Dateien werden gemacht und gelten. Aus: Es werden keine gemacht, und die vorhandenen ruhen, bis wieder eingeschaltet wird.', on: 'An', off: 'Aus', saved: 'Gespeichert', usual: 'nie geändert', version: '{when} von {who}', except: 'Umgekehrt für diese Mandanten', exceptHint: 'Ihre Kennungen, mit Leerzeichen dazwischen.', save: 'Speichern', all: 'Die Schalter auflisten', change: 'Ausschalten'},
});

/** How a switch is kept: short where it is the same for everybody. */
const stateOf = (on, except) => (except.length ? {on, except} : on);

class Flags extends Section {
  read(options) {
    return get('/v1/admin/flags', options);
  }

  async #set(flag, on, except) {
    const headers = flag.version ? {'If-Match': `"${flag.version}"`} : {'If-None-Match': '*'};
    await this.act(flag.key, async () => {
      try {
        await put(`/v1/configs/${flag.key}`, stateOf(on, except), headers);
      } finally {
        await this.load(); // until then a second change would be one to an older version
      }
    }, t('saved'));
  }

  #except(flag, event) {
    const {except = ''} = said(event);
    this.#set(flag, flag.on, except.split(/[\s,]+/).filter(Boolean));
  }

  #row(flag) {
    return html`<li data-flag=${flag.name}><div><b>${t(flag.name)}</b><p class="hint">${t(`${flag.name}-about`)}</p>
        <small>${flag.version ? t('version', {when: ago(flag.changedAt), who: flag.changedBy}) : t('usual')}</small>
        ${flag.name === 'registration' ? nothing : html`<details ?open=${flag.except.length}><summary class="hint">${t('except')}</summary>
          <form class="row keep" @submit=${event => this.#except(flag, event)}>
            <input name="except" aria-label="${t(flag.name)}: ${t('except')}" .value=${flag.except.join(' ')} spellcheck="false" placeholder=${t('exceptHint')}>
            <button class="quiet small" ?disabled=${this.busy === flag.key}>${t('save')}</button></form></details>`}${this.refusal(flag.key)}</div>
      <label class="check"><input type="checkbox" role="switch" .checked=${flag.on} ?disabled=${this.busy === flag.key} aria-label=${t(flag.name)}
        @change=${event => this.#set(flag, event.target.checked, flag.except)}>${t(flag.on ? 'on' : 'off')}</label></li>`;
  }

  view({flags}) {
    return html`<div class="card"><ul class="lines">${flags.map(flag => this.#row(flag))}</ul></div>
      <div class="actions">${asApi(() => [{title: t('all'), method: 'GET', path: '/v1/admin/flags', cli: 'moneyprinter flags'},
        {title: t('change'), method: 'PUT', path: '/v1/configs/flags.new-videos', body: false, cli: 'moneyprinter flags new-videos off'}])}</div>`;
  }
}

define('mp-settings-flags', Flags);
