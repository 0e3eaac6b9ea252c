// The way to the notifications, with how many are unread.

import {define, Element, html} from '../../core/element.js';
import {words} from '../../core/words.js';
import {icon} from '../../parts/icon.js';

const t = words({
  en: {bell: 'Notifications'},
  zh: {bell: '通知'},
  es: {bell: 'Notificaciones'},
  de: {bell: 'Mitteilungen'},
});

class Bell extends Element {
  render() {
    return html`<a class="button plain square" href="/notifications" aria-label=${t('bell')}>${icon('bell')}</a>`;
  }
}

define('mp-bell', Bell);
