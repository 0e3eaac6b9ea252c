// The form that a brief fills: of a preset, or of a video that is to be made again with changes.

import {blank} from './form.js';
import {recognised} from './shapes.js';

/** Values that a stored brief spells out, but that nobody has to choose. */
const USUAL_CAPTIONS = {mode: 'karaoke', position: 'bottom', size: 6.6, color: '#FFFFFF', highlight: '#FFD54A',
  outline: '#101014', background: 'none', backgroundColor: '#101014B3', shadow: true, outlineWidth: 8.5,
  uppercase: false, spring: false, safeArea: 'all'};
const USUAL_OUTPUT = {container: 'mp4', quality: 'standard'};
const USUAL_BRAND = {logoCorner: 'top-right', logoWidth: 0.14, watermarkOpacity: 0.08};
const CODECS = {mp4: 'h264', webm: 'vp9', mov: 'prores', gif: 'h264', audio: 'h264'};

const without = (object = {}, usual = {}) =>
  Object.fromEntries(Object.entries(object ?? {}).filter(([key, value]) =>
    value !== null && value !== usual[key] && !(Array.isArray(value) && !value.length)
    && !(value && value.constructor === Object && !Object.keys(value).length)));

/** @returns {{text: string, kind: import('./guess.js').Kind} | {}} */
function about(brief) {
  if (brief.topic) return {text: brief.topic, kind: 'topic'};
  if (brief.script) return {text: brief.script, kind: 'script'};
  if (brief.scenes?.length) return {text: brief.scenes.map(scene => scene.narration).join('\n\n'), kind: 'script'};
  if (brief.source?.url) return {text: brief.source.url, kind: 'page'};
  if (brief.source?.text) return {text: brief.source.text, kind: 'article'};
  return {};
}

function captions(style) {
  if (!style) return {};
  // A style with a preset was spelled out from it: every other value may be the preset's own.
  const chosen = style.preset ? style : without(style, USUAL_CAPTIONS);
  return {captions: {...chosen, enabled: style.enabled !== false}};
}

function music(given) {
  if (!given) return {};
  const {mood, volume = -16, id, ...other} = given;
  const kind = mood === 'none' ? 'none' : id ? 'piece' : 'mood';
  const more = without(other); // tempo, source, file: what the page has no field for
  const plain = !Object.keys(more).length;
  return {music: {kind, mood: mood && mood !== 'none' ? mood : plain ? 'calm' : '', id: id ?? '', volume, ...(plain ? {} : {more})}};
}

function footage(materials) {
  if (!materials) return {};
  const sources = [materials.source ?? []].flat().filter(name => name !== 'auto');
  const listed = sources.join();
  const kind = {'': 'auto', generated: 'drawn', library: 'own'}[listed] ?? 'chosen';
  return {footage: {kind, sources: kind === 'chosen' ? sources : [], collection: materials.collection ?? ''}};
}

function canvas(brief) {
  if (!brief.canvas) return {};
  const known = recognised(brief.canvas);
  return known ? {...known, canvas: null} : {canvas: brief.canvas};
}

/** Everything that the form shows somewhere. */
const SHOWN = ['topic', 'script', 'scenes', 'source', 'title', 'language', 'writing', 'voice', 'rate', 'narration', 'canvas',
  'formats', 'captions', 'music', 'materials', 'transition', 'transitionSeconds', 'brand', 'output', 'review', 'seed',
  'budget', 'template', 'timeline'];

/** What the form does not show of a brief, to go along unchanged. */
function extra(brief) {
  const {seconds, style, tone, audience, enhance, translateTo, platforms, ...prompts} = brief.writing ?? {};
  const {pitch, ...narration} = brief.narration ?? {};
  const {source, collection, ...picks} = brief.materials ?? {};
  const others = Object.fromEntries(Object.entries(brief).filter(([key]) => !SHOWN.includes(key)));
  return without({...without(others), writing: without(prompts), narration: without(narration), materials: without(picks)});
}

const given = (object, keys) =>
  Object.fromEntries(keys.filter(key => object?.[key] !== undefined && object[key] !== null).map(key => [key, object[key]]));

/**
 * A form changed to what a brief says; what the brief leaves open stays.
 *
 * @param {ReturnType<typeof blank>} form
 * @param {Record<string, any>} brief
 */
export function withBrief(form, brief) {
  const output = {...brief.output};
  if (output.codec === CODECS[output.container ?? 'mp4']) delete output.codec;
  return {
    ...form,
    ...about(brief),
    ...given(brief, ['title', 'language', 'voice', 'rate', 'transition', 'transitionSeconds', 'review', 'seed', 'budget']),
    ...given(brief.writing, ['seconds', 'style', 'tone', 'audience', 'enhance', 'translateTo', 'platforms']),
    ...given(brief.narration, ['pitch']),
    ...canvas(brief),
    ...(brief.formats ? {formats: brief.formats.map(one => recognised(one)?.shape ?? one)} : {}),
    ...captions(brief.captions),
    ...music(brief.music),
    ...footage(brief.materials),
    ...(brief.brand ? {brand: without(brief.brand, USUAL_BRAND)} : {}),
    ...(brief.output ? {output: without(output, USUAL_OUTPUT)} : {}),
    extra: {...form.extra, ...extra(brief)},
  };
}

/** The form of a video that is there. Its seed is drawn anew, or nothing would look different. */
export const again = brief => ({...withBrief(blank(), brief), seed: null});
