// What is shown of a finished video beside what the API says of it.

import {get, request, source} from '../../core/api.js';

/** The video itself; of an order for sound alone that. */
export function filmOf(video) {
  const files = video?.result?.files ?? [];
  return files.find(({name}) => /^video\./.test(name)) ?? files.find(({name}) => name === 'audio.m4a');
}

/**
 * @param {object} video completed
 * @param {AbortSignal} signal
 */
export async function finished(video, signal) {
  const file = name => video.result.files.find(one => one.name === name);
  const [captionFile, posterFile, creditsFile, manifestFile, postsFile] =
    ['captions.vtt', 'poster.jpg', 'credits.txt', 'manifest.json', 'metadata.json'].map(file);
  const [film, captions, poster, credits, manifest, posts] = await Promise.all([
    source(filmOf(video).href),
    captionFile ? source(captionFile.href) : null,
    posterFile ? source(posterFile.href) : null,
    creditsFile ? request(creditsFile.href, {signal}).then(answer => answer.text()) : '',
    manifestFile ? get(manifestFile.href, {signal}) : null,
    postsFile ? get(postsFile.href, {signal}).then(texts => texts.posts) : [],
  ]);
  return {film, captions, poster, credits, manifest, posts, receipt: file('receipt.json')?.href};
}
