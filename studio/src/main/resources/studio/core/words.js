// The words of the page in the reader's language. Every page brings its own table, with all
// languages side by side, so that a missing one is seen where it is written.

export const LANGUAGES = {en: 'English', zh: '中文', es: 'Español', de: 'Deutsch'};
const KEPT = 'moneyprinter-language';

function chosen() {
  const kept = localStorage.getItem(KEPT);
  if (kept in LANGUAGES) return kept;
  const wanted = navigator.languages.map(tag => tag.split('-')[0]);
  return wanted.find(tag => tag in LANGUAGES) ?? 'en';
}

/** What the node sent, where it sends the words of one language only: see docs/studio.md. */
const sent = document.documentElement.dataset.words;

/** The language of the page, one of LANGUAGES. */
export const language = sent ?? chosen();
document.documentElement.lang = language;

/** Says to the node which words to send. Gives whether that is news to it. */
function demand(tag) {
  const cookie = `${KEPT}=${tag}`;
  if (document.cookie.split('; ').includes(cookie)) return false;
  document.cookie = `${cookie}; path=/; max-age=31536000; samesite=lax`;
  return document.cookie.split('; ').includes(cookie); // some browsers keep none
}

if (sent && sent !== chosen() && demand(chosen())) location.reload();

/** Takes another language; the page begins anew, drafts stay. */
export function speak(tag) {
  localStorage.setItem(KEPT, tag);
  demand(tag);
  location.reload();
}

const plural = new Intl.PluralRules(language);

/**
 * The words of a table, such as {en: {hello: 'Hello {name}', files: {one: '{n} file', other: '{n} files'}}, …}.
 * Use: const t = words(table); t('hello', {name}); t('files', {n: 3}).
 *
 * @param {Record<string, Record<string, string | Record<string, string>>>} table
 * @returns {(key: string, values?: Record<string, unknown>) => string}
 */
export function words(table) {
  const own = table[language];
  return (key, values = {}) => {
    const found = own[key] ?? table.en?.[key];
    if (found === undefined) throw new Error(`No words for '${key}'`);
    const text = typeof found === 'string' ? found : found[plural.select(values.n)] ?? found.other;
    return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? number(values[name]) : all));
  };
}

const number = value => (typeof value === 'number' ? value.toLocaleString(language) : String(value));
