// The words of this page, from tables by what they are about.

import {language, words} from '../../core/words.js';
import {look} from './words-look.js';
import {page} from './words-begin.js';
import {say} from './words-say.js';

const table = Object.fromEntries(Object.keys(page).map(tag => [tag, {...page[tag], ...say[tag], ...look[tag]}]));

export const t = words(table);

/** The words for a name that the node gave, or the name itself where it is new to this page. */
export const or = (key, name) => (key in table[language] ? t(key) : name);
