// On a machine where nobody has to log in: what a login would bring, and the link that begins it.

import {define, Element, html, nothing} from '../../core/element.js';
import {post} from '../../core/api.js';
import {words} from '../../core/words.js';
import {asApi} from '../../parts/as-api.js';
import {problemBox} from '../../parts/problem.js';

const t = words({
  en: {title: 'Nobody has to log in on this machine', text: 'That is comfortable while you are alone. With a login you could let others in, each with their own videos and limits, use a phone or another computer, protect everything by one-time codes, and see who did what.', offer: 'Make the first account', link: 'Open this link and choose an e-mail address and a password. It works once, within a day.', go: 'Open the link', then: 'To demand a login of everybody, set gateway.auth to required afterwards.'},
  zh: {title: '在这台机器上无需登录', text: '独自使用时这很方便。启用登录后，您可以邀请他人（各有自己的视频和限额）、在手机或其他电脑上使用、用一次性验证码保护一切，并查看谁做了什么。', offer: '创建第一个账户', link: '打开此链接并选择邮箱和密码。一天之内只能使用一次。', go: '打开链接', then: '之后若要求所有人登录，请将 gateway.auth 设为 required。'},
  es: {title: 'En esta máquina nadie tiene que iniciar sesión', text: 'Es cómodo mientras trabaja a solas. Con inicio de sesión podría dejar entrar a otras personas, cada una con sus vídeos y límites, usar un teléfono u otro ordenador, protegerlo todo con códigos de un solo uso y ver quién hizo qué.', offer: 'Crear la primera cuenta', link: 'Abra este enlace y elija un correo y una contraseña. Funciona una vez, durante un día.', go: 'Abrir el enlace', then: 'Para exigir sesión a todos, ponga después gateway.auth en required.'},
  de: {title: 'An dieser Maschine muss sich niemand anmelden', text: 'Das ist bequem, solange Sie allein sind. Mit Anmeldung könnten Sie andere hereinlassen, jede Person mit eigenen Videos und Grenzen, ein Telefon oder einen anderen Rechner benutzen, alles mit Einmalcodes schützen und sehen, wer was getan hat.', offer: 'Das erste Konto anlegen', link: 'Öffnen Sie diesen Link und wählen Sie E-Mail-Adresse und Passwort. Er gilt einmal, einen Tag lang.', go: 'Link öffnen', then: 'Damit sich danach alle anmelden müssen, setzen Sie gateway.auth auf required.'},
});

class SetupOffer extends Element {
  static properties = {link: {state: true}, problem: {state: true}};

  async #ask() {
    this.problem = null;
    try {
      this.link = (await post('/v1/admin/setup-link')).url;
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** The link names the public address; the person is at this one. */
  #here() {
    return `/account${new URL(this.link, location.href).hash}`;
  }

  render() {
    return html`<div class="card stack"><h3>${t('title')}</h3><p class="soft">${t('text')}</p>
      ${this.link ? html`<p>${t('link')}</p><div class="actions"><a class="button primary" href=${this.#here()}>${t('go')}</a></div><p class="hint">${t('then')}</p>`
        : html`<div class="actions"><button class="primary" @click=${this.#ask}>${t('offer')}</button>${asApi(() => [{title: t('offer'), method: 'POST', path: '/v1/admin/setup-link', cli: 'moneyprinter users setup-link'}])}</div>`}
      ${this.problem ? problemBox(this.problem) : nothing}</div>`;
  }
}

define('mp-setup-offer', SetupOffer);
