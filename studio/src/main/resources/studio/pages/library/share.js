// The dialog that makes links by which people without an account see a video, and takes them back.

import {html, nothing, styles} from '../../core/element.js';
import {get, post, remove} from '../../core/api.js';
import {copyText} from '../../core/clipboard.js';
import {ago} from '../../core/format.js';
import {words} from '../../core/words.js';
import {asApi} from '../../parts/as-api.js';
import {dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {toast} from '../../parts/toast.js';

await styles(import.meta.url, 'dialogs.css', {always: true});

const t = words({
  en: {title: 'Share “{title}”', many: {one: 'Share a video', other: 'Share {n} videos'}, hint: 'Whoever has the link can watch, without an account, until it ends or you take it back.', ends: 'Valid for', hour: '1 hour', day: '1 day', week: '1 week', month: '30 days', allow: 'They may download it', make: 'Make the link', made: 'Links', copy: 'Copy', copied: 'Link copied', until: 'ends {when}', used: {one: 'fetched once', other: 'fetched {n} times'}, over: 'over', revoke: 'Take back', revoked: 'The link does not work any more', api: 'Make a share link', link: 'Link'},
  zh: {title: '分享“{title}”', many: {other: '分享 {n} 个视频'}, hint: '有链接的人无需账户即可观看，直到链接到期或被您收回。', ends: '有效期', hour: '1 小时', day: '1 天', week: '1 周', month: '30 天', allow: '允许下载', make: '创建链接', made: '链接', copy: '复制', copied: '链接已复制', until: '{when}到期', used: {other: '已打开 {n} 次'}, over: '已失效', revoke: '收回', revoked: '链接已失效', api: '创建分享链接', link: '链接'},
  es: {title: 'Compartir «{title}»', many: {one: 'Compartir un vídeo', other: 'Compartir {n} vídeos'}, hint: 'Quien tenga el enlace puede verlo sin cuenta hasta que caduque o usted lo retire.', ends: 'Válido durante', hour: '1 hora', day: '1 día', week: '1 semana', month: '30 días', allow: 'Se puede descargar', make: 'Crear el enlace', made: 'Enlaces', copy: 'Copiar', copied: 'Enlace copiado', until: 'caduca {when}', used: {one: 'abierto una vez', other: 'abierto {n} veces'}, over: 'caducado', revoke: 'Retirar', revoked: 'El enlace ya no funciona', api: 'Crear un enlace', link: 'Enlace'},
  de: {title: '„{title}“ teilen', many: {one: 'Ein Video teilen', other: '{n} Videos teilen'}, hint: 'Wer den Link hat, sieht das Video ohne Konto, bis er abläuft oder Sie ihn zurücknehmen.', ends: 'Gültig für', hour: '1 Stunde', day: '1 Tag', week: '1 Woche', month: '30 Tage', allow: 'Herunterladen erlaubt', make: 'Link machen', made: 'Links', copy: 'Kopieren', copied: 'Link kopiert', until: 'endet {when}', used: {one: 'einmal abgerufen', other: '{n}-mal abgerufen'}, over: 'abgelaufen', revoke: 'Zurücknehmen', revoked: 'Der Link gilt nicht mehr', api: 'Einen Link zum Teilen machen', link: 'Link'},
});

const LIVES = {hour: 3600, day: 86400, week: 604800, month: 2592000};

const address = link => new URL(link.watch ?? link.href, location.origin).href;
const good = link => !link.revokedAt && new Date(link.expiresAt) > Date.now();

async function copy(text) {
  await copyText(text);
  toast(t('copied'), {kind: 'good'});
}

/** What the form says. */
const wish = (form, video) => ({
  video: video.id,
  expiresInSeconds: LIVES[form.life.value],
  disposition: form.download.checked ? 'ATTACHMENT' : 'INLINE',
});

/** @param {{id: string, title: string}[]} videos */
export async function share(videos) {
  if (!videos.length) return;
  const state = {links: [], problem: null, busy: false};
  let redraw = () => {};

  let looks = 0;

  const look = async () => {
    const mine = ++looks;
    const found = await Promise.all(videos.map(video => get(`/v1/storage/links?limit=100&video=${video.id}`)));
    if (mine !== looks) return; // a later look knows more
    state.links = found.flatMap(page => page.links).filter(link => !link.revokedAt);
    redraw();
  };
  const attempt = async work => {
    Object.assign(state, {busy: true, problem: null});
    redraw();
    await work().catch(problem => (state.problem = problem));
    state.busy = false;
    redraw();
  };
  const make = event => {
    event.preventDefault();
    attempt(async () => {
      for (const video of videos) await post('/v1/storage/links', wish(event.target, video));
      await look();
    });
  };
  const revoke = link => attempt(async () => {
    await remove(`/v1/storage/links/${link.id}`, {'Content-Type': 'application/json'});
    toast(t('revoked'));
    await look();
  });

  const row = link => html`<li class="row keep spread">
    <div class="words"><input readonly aria-label=${t('link')} .value=${address(link)} @focus=${event => event.target.select()}>
      <small class="hint">${good(link) ? t('until', {when: ago(link.expiresAt)}) : t('over')}${link.downloads ? html` · ${t('used', {n: link.downloads})}` : nothing}</small></div>
    <button class="quiet" type="button" ?disabled=${!good(link)} @click=${() => copy(address(link))}>${icon('copy')}${t('copy')}</button>
    <button class="plain square" type="button" aria-label=${t('revoke')} title=${t('revoke')} @click=${() => revoke(link)}>${icon('trash')}</button></li>`;

  look().catch(problem => ((state.problem = problem), redraw()));
  await dialog({
    title: videos.length === 1 ? t('title', {title: videos[0].title}) : t('many', {n: videos.length}),
    asks: false, // choices, no work
    body: (close, again) => {
      redraw = () => state.closed || again();
      return html`<p class="hint">${t('hint')}</p>
        <form class="stack" id="share" @submit=${make}>
          <div class="row spread">
            <label class="field">${t('ends')}<select name="life">${Object.keys(LIVES).map(life => html`<option value=${life} ?selected=${life === 'week'}>${t(life)}</option>`)}</select></label>
            <label class="check"><input type="checkbox" name="download">${t('allow')}</label>
          </div>
          <div class="row spread"><button class="primary" ?disabled=${state.busy}>${icon('link')}${t('make')}</button>
            ${asApi(() => [{title: t('api'), method: 'POST', path: '/v1/storage/links', cli: `moneyprinter link ${videos[0].id}`,
              body: wish(document.querySelector('#share'), videos[0])}])}</div>
        </form>
        ${problemBox(state.problem)}
        ${state.links.length ? html`<h3>${t('made')}</h3><ul class="links">${state.links.map(row)}</ul>` : nothing}`;
    },
  });
  state.closed = true;
}
