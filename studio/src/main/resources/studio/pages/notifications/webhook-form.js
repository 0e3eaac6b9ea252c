// Adding and changing a webhook, and its secret, which is shown once.

import {html, nothing} from '../../core/element.js';
import {post, put} from '../../core/api.js';
import {copyText} from '../../core/clipboard.js';
import {dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox, violation} from '../../parts/problem.js';
import {toast} from '../../parts/toast.js';
import {HOOK_KINDS, t} from './words.js';

/**
 * Asks for address, use and kinds.
 *
 * @param {import('./webhooks.js').Webhook | null} webhook null for a new one
 * @returns {Promise<object | undefined>} what the node answered
 */
export function editWebhook(webhook) {
  const form = {url: webhook?.url ?? '', description: webhook?.description ?? '', kinds: new Set(webhook?.kinds ?? [])};
  let problem = null;
  let sending = false;

  async function send(event, close, redraw) {
    event.preventDefault();
    const body = {url: form.url, description: form.description, kinds: [...form.kinds]};
    sending = true;
    redraw();
    try {
      close(await (webhook ? put(`/v1/webhooks/${webhook.id}`, body) : post('/v1/webhooks', body)));
    } catch (refused) {
      problem = refused;
      sending = false;
      redraw();
    }
  }

  const choose = (kind, on) => (on ? form.kinds.add(kind) : form.kinds.delete(kind));

  return dialog({
    title: t(webhook ? 'edit' : 'add'),
    body: (close, redraw) => {
      const wrong = violation(problem, '/url');
      return html`<form class="stack" @submit=${event => send(event, close, redraw)}>
        <label class="field">${t('url')}<input type="url" required autofocus maxlength="2000" placeholder="https://" .value=${form.url}
          aria-invalid=${wrong ? 'true' : nothing} @input=${event => (form.url = event.target.value)}>
          ${wrong ? html`<span class="wrong" role="alert">${wrong}</span>` : html`<small>${t('urlHint')}</small>`}</label>
        <label class="field">${t('description')}<input maxlength="200" .value=${form.description}
          @input=${event => (form.description = event.target.value)}></label>
        <fieldset><legend>${t('told')}</legend>${HOOK_KINDS.map(kind => html`<label class="check">
          <input type="checkbox" .checked=${form.kinds.has(kind)} @change=${event => choose(kind, event.target.checked)}>${t(kind)}</label>`)}</fieldset>
        ${problem && !wrong ? problemBox(problem) : nothing}
        <div class="actions end"><button type="button" class="quiet" @click=${() => close()}>${t('cancel')}</button>
          <button class="primary" ?disabled=${sending}>${t(webhook ? 'save' : 'add')}</button></div></form>`;
    },
  });
}

/** Shows a secret; nobody can see it again. */
export function showSecret({secret}) {
  let copied = false;
  return dialog({
    title: t('secretTitle'),
    once: () => !copied,
    body: close => html`<div class="stack"><p>${t('secretText')}</p>
      <div class="row keep"><input class="secret" readonly aria-label=${t('secret')} .value=${secret} @copy=${() => (copied = true)} @focus=${event => event.target.select()}>
        <button class="quiet" @click=${async () => {
          await copyText(secret);
          copied = true;
          toast(t('copied'));
        }}>${icon('copy')}${t('copy')}</button></div>
      <div class="actions end"><button class="primary" autofocus @click=${() => close()}>${t('done')}</button></div></div>`,
  });
}
