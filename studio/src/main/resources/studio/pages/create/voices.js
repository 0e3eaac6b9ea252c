// The voices there are, and how to find one among hundreds.

import {get} from '../../core/api.js';
import {languageName} from '../../core/format.js';

/** @typedef {{id: string, name: string, language: string, gender: string, offline: boolean, sample: string}} Voice */

/** @type {Promise<Voice[]> | null} */
let asked = null;

/** All of them; asked for once. */
export function voices() {
  asked ??= get('/v1/voices').then(found => found.voices).catch(problem => {
    asked = null;
    throw problem;
  });
  return asked;
}

/** Mandarin is Chinese to everybody but to lists of languages. */
const base = tag => tag.split('-')[0].toLowerCase().replace(/^cmn$/, 'zh');

/** The languages that somebody speaks, as pairs of tag and name, by name. */
export function spoken(list) {
  const tags = new Set(list.filter(voice => voice.id !== 'silence:none').map(voice => base(voice.language)));
  tags.add('en');
  return [...tags].filter(tag => /^[a-z]{2,3}$/.test(tag) && tag !== 'und' && tag !== 'mul')
    .map(tag => [tag, languageName(tag)]).sort((a, b) => a[1].localeCompare(b[1]));
}

/** Providers whose voices are made from recordings of one person. */
const CLONED = new Set(['chatterbox', 'siliconflow', 'character', 'elevenlabs', 'recording']);

export const provider = voice => voice.id.split(':')[0];
export const cloned = voice => CLONED.has(provider(voice));

/**
 * @param {Voice[]} list
 * @param {{language: string, text: string, where: 'all' | 'offline' | 'online' | 'cloned', gender: string}} wanted
 */
export function fitting(list, {language, text, where, gender}) {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return list.filter(voice =>
    (base(voice.language) === base(language) || provider(voice) === 'recording' || voice.language === 'mul')
    && (where === 'all' || (where === 'cloned' ? cloned(voice) : voice.offline === (where === 'offline')))
    && (!gender || voice.gender === gender)
    && words.every(word => `${voice.name} ${voice.id} ${voice.language}`.toLowerCase().includes(word)));
}
