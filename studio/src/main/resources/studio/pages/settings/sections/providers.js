// Outside services: how each is set up, a key for it, and whether it answers.

import {define, html, nothing} from '../../../core/element.js';
import {get} from '../../../core/api.js';
import {words} from '../../../core/words.js';
import {asApi} from '../../../parts/as-api.js';
import {Section} from '../section.js';
import '../provider-card.js';

const t = words({
  en: {WORDS: 'Language models', WORDSHint: 'They write the script to a topic. Without one, write the script yourself.', VOICES: 'Voices', VOICESHint: 'Offline voices are always there; these sound better.', PICTURES: 'Pictures and clips', PICTURESHint: 'Footage for your scenes.', PAINTING: 'Painted pictures', PAINTINGHint: 'Made to order for a scene.', MUSIC: 'Music', MUSICHint: 'Besides the pieces that ship.', MEANING: 'Meaning', MEANINGHint: 'Finds footage by meaning, not by words alone.', kept: 'Keys are kept encrypted and never shown again. They take effect within seconds.'},
  zh: {WORDS: '语言模型', WORDSHint: '根据主题撰写脚本。没有模型时，请自己写脚本。', VOICES: '语音', VOICESHint: '离线语音始终可用；这些更动听。', PICTURES: '图片与视频片段', PICTURESHint: '场景所用的素材。', PAINTING: '绘制图片', PAINTINGHint: '按场景定制。', MUSIC: '音乐', MUSICHint: '在自带曲目之外。', MEANING: '语义', MEANINGHint: '按含义而不只是按词查找素材。', kept: '密钥加密保存，不再显示，几秒内生效。'},
  es: {WORDS: 'Modelos de lenguaje', WORDSHint: 'Escriben el guion de un tema. Sin ninguno, escriba usted el guion.', VOICES: 'Voces', VOICESHint: 'Las voces sin conexión están siempre; estas suenan mejor.', PICTURES: 'Imágenes y clips', PICTURESHint: 'Material para sus escenas.', PAINTING: 'Imágenes pintadas', PAINTINGHint: 'Hechas a medida para una escena.', MUSIC: 'Música', MUSICHint: 'Además de las piezas incluidas.', MEANING: 'Significado', MEANINGHint: 'Encuentra material por su sentido, no solo por palabras.', kept: 'Las claves se guardan cifradas y no vuelven a mostrarse. Valen en unos segundos.'},
  de: {WORDS: 'Sprachmodelle', WORDSHint: 'Sie schreiben das Skript zu einem Thema. Ohne eines schreiben Sie es selbst.', VOICES: 'Stimmen', VOICESHint: 'Stimmen ohne Netz sind immer da; diese klingen besser.', PICTURES: 'Bilder und Clips', PICTURESHint: 'Material für Ihre Szenen.', PAINTING: 'Gemalte Bilder', PAINTINGHint: 'Für eine Szene angefertigt.', MUSIC: 'Musik', MUSICHint: 'Neben den mitgelieferten Stücken.', MEANING: 'Bedeutung', MEANINGHint: 'Findet Material nach dem Sinn, nicht nur nach Wörtern.', kept: 'Schlüssel liegen verschlüsselt und werden nie wieder gezeigt. Sie wirken nach wenigen Sekunden.'},
});

const KINDS = ['WORDS', 'VOICES', 'PICTURES', 'PAINTING', 'MUSIC', 'MEANING'];

class Providers extends Section {
  read(options) {
    return get('/v1/admin/providers', options);
  }

  #changed({detail}) {
    this.data = {providers: this.data.providers.map(one => (one.name === detail.name ? detail : one))};
  }

  view({providers}) {
    return html`<p class="note">${t('kept')}</p>
      ${KINDS.map(kind => [kind, providers.filter(one => one.kind === kind)]).filter(([, own]) => own.length).map(([kind, own]) => html`
        <div class="stack tight"><h3>${t(kind)}</h3><p class="soft">${t(`${kind}Hint`)}</p>
          ${own.map(one => html`<mp-provider-card .provider=${one} @changed=${this.#changed}></mp-provider-card>`)}</div>`)}
      <div class="actions">${asApi(() => [{title: t('WORDS'), method: 'GET', path: '/v1/admin/providers'}])}</div>${nothing}`;
  }
}

define('mp-settings-providers', Providers);
