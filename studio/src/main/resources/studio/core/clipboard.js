// Text onto the clipboard, also where the studio is served without TLS to other machines: browsers
// then have no navigator.clipboard, but still copy what is selected.

/**
 * Fails where the browser allows neither.
 *
 * @param {string} text
 */
export async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const before = document.activeElement;
  const field = Object.assign(document.createElement('textarea'), {value: text, readOnly: true, className: 'hidden'});
  // Beside a dialog nothing can be selected.
  (document.querySelector('dialog[open]:last-of-type') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  before?.focus({preventScroll: true});
  if (!done) throw new Error('The browser does not copy');
}
