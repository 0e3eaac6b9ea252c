// Figures as people of this language write them.

import {language} from './words.js';

const cached = new Map();

function of(kind, options) {
  const key = kind.name + JSON.stringify(options);
  if (!cached.has(key)) cached.set(key, new kind(language, options));
  return cached.get(key);
}

/** 0:07, 1:02:03: a length or place in a video, in seconds. */
export function clock(seconds) {
  const all = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = n => String(n).padStart(2, '0');
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** 12 sec, 3 min: how long something takes, in seconds. */
export function span(seconds) {
  const [value, unit] = seconds < 90 ? [seconds, 'second']
    : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  return of(Intl.NumberFormat, {style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0}).format(Math.round(value));
}

/** 7–79 min, of two such lengths of time: in the unit of the longer one. */
export function spans(low, high) {
  const [size, unit] = high < 90 ? [1, 'second'] : high < 5400 ? [60, 'minute'] : [3600, 'hour'];
  const [from, to] = [low, high].map(seconds => Math.round(seconds / size));
  const format = of(Intl.NumberFormat, {style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0});
  return from === to || !format.formatRange ? format.format(to) : format.formatRange(from, to);
}

/** 3 minutes ago, in 2 days. */
export function ago(when) {
  const seconds = (new Date(when) - Date.now()) / 1000;
  const steps = [['second', 60], ['minute', 60], ['hour', 24], ['day', 30], ['month', 12], ['year', Infinity]];
  let value = seconds;
  for (const [unit, size] of steps) {
    if (Math.abs(value) < size) return of(Intl.RelativeTimeFormat, {numeric: 'auto'}).format(Math.round(value), unit);
    value /= size;
  }
  return '';
}

/** Date and time of day. */
export const moment = when =>
  of(Intl.DateTimeFormat, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date(when));

/** 0.5 kB, 3.4 MB: by thousands as disks are sold. */
export function bytes(count) {
  const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const step = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3) - 1));
  const value = count / 1000 ** (step + 1);
  return of(Intl.NumberFormat, {style: 'unit', unit: units[step], unitDisplay: 'short', maximumFractionDigits: step || value < 10 ? 1 : 0}).format(value);
}

/** 1.05, 1,05: a plain figure with at most two places. */
export const figure = value => of(Intl.NumberFormat, {maximumFractionDigits: 2}).format(value);

/** 42 %, of a share from 0 to 1. */
export const percent = (share, places = 0) => of(Intl.NumberFormat, {style: 'percent', maximumFractionDigits: places}).format(share);

/** An amount of money; small ones keep their digits. */
export const money = (amount, currency = 'USD') => of(Intl.NumberFormat,
  {style: 'currency', currency, maximumFractionDigits: amount < 1 ? 4 : 2}).format(amount);

/** English for en, in the language of the page. */
export function languageName(tag) {
  try {
    return of(Intl.DisplayNames, {type: 'language'}).of(tag);
  } catch {
    return tag;
  }
}
