// Whether this browser is told while no page is open, and which others of the person's are.

import {define, html, nothing, Page} from '../../core/element.js';
import {ago} from '../../core/format.js';
import {words} from '../../core/words.js';
import {asApi} from '../../parts/as-api.js';
import {problemBox} from '../../parts/problem.js';
import {complain, toast} from '../../parts/toast.js';
import {ability, devices, PATH, switchOff, switchOn} from './push.js';

const t = words({
  en: {
    title: 'This browser', text: 'It shows what you chose above, also while no page of the studio is open.', on: 'Tell me in this browser', isOn: 'This browser is told from now on', isOff: 'This browser is not told any more',
    insecure: 'Browsers allow this over https only, or on the machine itself. Ask whoever runs this installation for an https address.', unable: 'This browser cannot do it. On iPhone and iPad: first add the studio to the home screen, then open it there.', denied: 'This browser forbids the studio to notify you. Allow notifications for this page in the settings beside its address, then load it again.', refused: 'You were asked and did not allow it. Switch it on again to be asked once more.', away: 'The browser could not reach the push service of its maker: {error}',
    others: 'Your browsers', nameless: 'A browser', here: 'this one', never: 'nothing sent yet', sent: 'last sent {when}', remove: 'Remove', listCall: 'List browsers',
  },
  zh: {
    title: '此浏览器', text: '即使没有打开工作室页面，也会显示您在上面选择的通知。', on: '在此浏览器中通知我', isOn: '从现在起此浏览器会收到通知', isOff: '此浏览器不再收到通知',
    insecure: '浏览器只允许在 https 或本机上使用此功能。请向本系统的管理者索取 https 地址。', unable: '此浏览器不支持。在 iPhone 和 iPad 上：请先将工作室添加到主屏幕，再从那里打开。', denied: '此浏览器禁止工作室通知您。请在地址旁的设置中允许本页面的通知，然后重新加载。', refused: '您没有允许通知。再次打开开关即可重新询问。', away: '浏览器无法连接其厂商的推送服务：{error}',
    others: '您的浏览器', nameless: '浏览器', here: '当前', never: '尚未发送', sent: '最近发送：{when}', remove: '移除', listCall: '列出浏览器',
  },
  es: {
    title: 'Este navegador', text: 'Muestra lo que ha elegido arriba, aunque no haya ninguna página del estudio abierta.', on: 'Avisarme en este navegador', isOn: 'Este navegador recibe avisos desde ahora', isOff: 'Este navegador ya no recibe avisos',
    insecure: 'Los navegadores solo lo permiten por https o en la propia máquina. Pida una dirección https a quien gestiona esta instalación.', unable: 'Este navegador no puede hacerlo. En iPhone y iPad: añada primero el estudio a la pantalla de inicio y ábralo desde allí.', denied: 'Este navegador prohíbe al estudio avisarle. Permita las notificaciones de esta página en los ajustes junto a su dirección y cárguela de nuevo.', refused: 'Se le preguntó y no lo permitió. Actívelo otra vez para que se le pregunte de nuevo.', away: 'El navegador no pudo contactar con el servicio push de su fabricante: {error}',
    others: 'Sus navegadores', nameless: 'Un navegador', here: 'este', never: 'aún no se ha enviado nada', sent: 'último envío {when}', remove: 'Quitar', listCall: 'Ver los navegadores',
  },
  de: {
    title: 'Dieser Browser', text: 'Er zeigt, was Sie oben gewählt haben, auch wenn keine Seite des Studios offen ist.', on: 'In diesem Browser mitteilen', isOn: 'Dieser Browser erfährt es von jetzt an', isOff: 'Dieser Browser erfährt nichts mehr',
    insecure: 'Browser erlauben das nur über https oder auf dem Rechner selbst. Bitten Sie den Betreiber um eine https-Adresse.', unable: 'Dieser Browser kann es nicht. Auf iPhone und iPad: Legen Sie das Studio zuerst auf den Home-Bildschirm und öffnen Sie es dort.', denied: 'Dieser Browser verbietet dem Studio Mitteilungen. Erlauben Sie sie für diese Seite in den Einstellungen neben der Adresse und laden Sie sie neu.', refused: 'Sie wurden gefragt und haben es nicht erlaubt. Schalten Sie es noch einmal ein, um wieder gefragt zu werden.', away: 'Der Browser erreicht den Push-Dienst seines Herstellers nicht: {error}',
    others: 'Ihre Browser', nameless: 'Ein Browser', here: 'dieser', never: 'noch nichts gesendet', sent: 'zuletzt gesendet {when}', remove: 'Entfernen', listCall: 'Browser auflisten',
  },
});

class PushSwitch extends Page {
  static properties = {known: {state: true}, problem: {state: true}, hint: {state: true}, busy: {state: true}};

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.known = await devices(this.leaving);
      this.problem = null;
    } catch (problem) {
      if (!this.leaving.aborted) this.problem = problem;
    }
  }

  async #switch(event) {
    const box = event.target;
    this.busy = true;
    this.hint = null;
    try {
      if (!box.checked) {
        await this.#remove(this.known.here);
      } else if (await switchOn(this.known.publicKey)) {
        await this.#load();
        toast(t('isOn'), {kind: 'good'});
      } else {
        this.hint = ability() === 'denied' ? null : t('refused');
      }
    } catch (problem) {
      // What the browser says is a DOMException; what the server says is shown as everywhere.
      if (problem instanceof DOMException) this.hint = t('away', {error: problem.message});
      else complain(problem);
    } finally {
      this.busy = false;
      box.checked = Boolean(this.known.here);
    }
  }

  async #remove(device) {
    const here = device.id === this.known.here?.id;
    await switchOff(device);
    await this.#load();
    if (here) toast(t('isOff'));
  }

  #device(device) {
    const name = device.device || t('nameless');
    return html`<li class="row spread"><span>${name}${device.id === this.known.here?.id ? html` <span class="chip">${t('here')}</span>` : nothing}
      <span class="hint">${device.sentAt ? t('sent', {when: ago(device.sentAt)}) : t('never')}</span></span>
      <button type="button" class="plain small" aria-label=${`${t('remove')}: ${name}`} @click=${() => this.#remove(device).catch(complain)}>${t('remove')}</button></li>`;
  }

  render() {
    if (!this.known) return problemBox(this.problem, () => this.#load());
    const able = ability();
    return html`<section class="card stack"><div><h2>${t('title')}</h2><p class="hint">${t('text')}</p></div>
      <div><label class="check"><input type="checkbox" .checked=${Boolean(this.known.here)} ?disabled=${this.busy || able !== 'able'}
        @change=${this.#switch}>${t('on')}</label></div>
      ${able !== 'able' ? html`<p class="hint" role="status">${t(able)}</p>` : this.hint ? html`<p class="hint" role="status">${this.hint}</p>` : nothing}
      ${this.known.devices.length ? html`<div><h3>${t('others')}</h3><ul class="devices">${this.known.devices.map(device => this.#device(device))}</ul></div>` : nothing}
      <div class="row">${asApi(() => [{title: t('listCall'), method: 'GET', path: PATH},
        ...this.known.devices.slice(0, 1).map(({id}) => ({title: t('remove'), method: 'DELETE', path: `${PATH}/${id}`}))])}</div></section>`;
  }
}

define('mp-push-switch', PushSwitch);
