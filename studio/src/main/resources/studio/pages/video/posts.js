// What to write beside the video where it is shown: title and caption for each platform, to be copied.

import {define, Element, html, nothing} from '../../core/element.js';
import {copyText} from '../../core/clipboard.js';
import {icon} from '../../parts/icon.js';
import {complain, toast} from '../../parts/toast.js';
import {t} from './words.js';

const NAMES = {youtube: 'YouTube', tiktok: 'TikTok', instagram: 'Instagram', facebook: 'Facebook', x: 'X', linkedin: 'LinkedIn', pinterest: 'Pinterest'};

/**
 * <mp-posts .posts=…>, as metadata.json has them.
 *
 * @typedef {{platform: string, title?: string, caption?: string, description?: string}} Post
 */
class Posts extends Element {
  static properties = {posts: {attribute: false}, platform: {state: true}};

  async #copy(text) {
    await copyText(text).then(() => toast(t('copied'), {kind: 'good'}), complain);
  }

  #text(name, text) {
    return text ? html`<div class="post"><div class="row spread"><b>${name}</b>
      <button class="plain small" aria-label="${t('copy')}: ${name}" @click=${() => this.#copy(text)}>${icon('copy')}${t('copy')}</button></div>
      <p dir="auto">${text}</p></div>` : nothing;
  }

  render() {
    const posts = this.posts ?? [];
    if (!posts.length) return nothing;
    const shown = posts.find(one => one.platform === this.platform) ?? posts[0];
    return html`<details class="card"><summary>${t('posts')}</summary><div class="stack">
      <fieldset><legend class="hidden">${t('platform')}</legend><div class="choice">${posts.map(one => html`<label>
        <input type="radio" name="platform" value=${one.platform} .checked=${one === shown} @change=${() => (this.platform = one.platform)}>
        <span>${NAMES[one.platform] ?? one.platform}</span></label>`)}</div></fieldset>
      ${this.#text(t('postTitle'), shown.title)}${this.#text(t('postCaption'), shown.caption)}
      ${shown.description === shown.caption ? nothing : this.#text(t('postDescription'), shown.description)}</div></details>`;
  }
}

define('mp-posts', Posts);
