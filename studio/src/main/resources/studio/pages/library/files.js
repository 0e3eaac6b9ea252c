// The files of videos, to be saved one by one or together.

import {html, styles} from '../../core/element.js';
import {get, save} from '../../core/api.js';
import {bytes} from '../../core/format.js';
import {dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {complain} from '../../parts/toast.js';
import {t} from './words.js';

await styles(import.meta.url, 'dialogs.css', {always: true});

/** Which word names a file, by how its name begins. */
const KINDS = [
  [/^video/, 'video'], [/^audio/, 'sound'], [/^poster/, 'poster'], [/^captions/, 'captions'], [/^(stem|voice|music|effects)/, 'stems'],
  [/^credits/, 'credits'], [/^licen[cs]es/, 'licenses'], [/^receipt/, 'receipt'], [/^metadata/, 'metadata'],
  [/^manifest/, 'manifest'], [/^(sprite|thumbnails)/, 'preview'],
];

/** What a file is, in a word. */
export const kind = name => t(KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other');

/** A name that every system takes: the title, and what tells its files apart. */
export const fileName = (title, name) => `${title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').trim().slice(0, 80) || 'video'}${name.replace(/^(video|poster|captions)(?=\.)/, '').replace(/^(?=[^.])/, ' ')}`;

/** Where all files of a video are as one ZIP. */
export const archiveOf = video => `${video.links.files}.zip`;

/** Most videos whose ids go into one address. */
const TOGETHER = 50;

/** Shows them. */
export async function files(video) {
  const found = await get(`${video.links.files}`).catch(complain);
  if (!found?.files) return;
  dialog({
    title: t('files', {title: video.title}),
    body: () => html`<div class="stack"><button class="primary" data-do="all" @click=${() => save(archiveOf(video), fileName(video.title, '.zip')).catch(complain)}>
      ${icon('download')}${t('allFiles')}</button><ul class="files">${found.files.map(file => html`<li>
      <button class="quiet" @click=${() => save(file.href, fileName(video.title, file.name)).catch(complain)}>
        ${icon('download')}<span class="words"><b>${kind(file.name)}</b><small>${file.name}</small></span>
        <small class="number">${bytes(file.size)}</small></button></li>`)}</ul></div>`,
  });
}

/** Saves the video itself of each: one as it is, several as a ZIP. */
export async function saveAll(videos) {
  if (videos.length === 1) return save(videos[0].video, fileName(videos[0].title, videos[0].video.replace(/^.*\//, '')));
  for (let from = 0; from < videos.length; from += TOGETHER) {
    const ids = videos.slice(from, from + TOGETHER).map(video => video.id);
    await save(`/v1/videos.zip?kinds=video&ids=${ids.join(',')}`, 'videos.zip');
  }
}
