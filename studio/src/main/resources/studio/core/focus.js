// Keeps the focus on the page. Who goes by keyboard is thrown back to the beginning whenever what has
// the focus is taken away, such as the row that is deleted by its own button. The focus then goes to
// what took its place; a button that was disabled while it worked gets it back.

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, video[controls], audio[controls], [tabindex]:not([tabindex="-1"])';

/** What comes over the page for a while; where the focus was before, it goes back to afterwards. */
const OVER = 'dialog, mp-toasts';

/**
 * @typedef {{element: Element, way: {parent: Element, place: number}[], before: Held | null}} Held way:
 *     from the element's parent up to the body, with its places there
 */

/** @type {Held | null} */
let held = null;

/** The element and those around it, with their places. */
function way(element) {
  const steps = [];
  for (let child = element; child !== document.body && child.parentElement; child = child.parentElement) {
    steps.push({parent: child.parentElement, place: Array.prototype.indexOf.call(child.parentElement.children, child)});
  }
  return steps;
}

function remember(element) {
  const over = element.closest(OVER);
  const before = !over ? null : held?.element.closest(OVER) === over ? held.before : held;
  held = {element, way: way(element), before};
}

const free = element => !element.disabled && element.checkVisibility();

/** The first that can have the focus, better one of the same kind. */
function within(container, kind) {
  const all = [container, ...container.querySelectorAll(FOCUSABLE)].filter(one => one.matches(FOCUSABLE) && free(one));
  return all.find(one => one.localName === kind.localName && one.className === kind.className) ?? all[0];
}

/** What stands now where the lost one was, or near it. */
function heir({element, way: steps, before}) {
  if (before && element.closest(OVER)?.isConnected !== true) return before.element.isConnected && free(before.element) ? before.element : heir(before);
  const main = document.querySelector('main');
  for (const {parent, place} of steps) {
    if (!parent.isConnected) continue;
    if (parent.contains(main)) break;
    const {children} = parent;
    const near = [children[place], children[place - 1], parent].filter(Boolean);
    for (const one of near) {
      const found = within(one, element);
      if (found) return found;
    }
  }
  return main;
}

function look() {
  if (!held) return;
  const {element} = held;
  const {activeElement} = document;
  if (activeElement === element) {
    if (element.isConnected && !element.disabled) held.way = way(element);
    return;
  }
  if (activeElement && activeElement !== document.body) return;
  // One that is disabled only works; it comes back, or goes away after all.
  if (!element.isConnected) heir(held)?.focus();
  else if (free(element)) element.focus();
}

/** Begins; once, for the whole document. */
export function keepFocus() {
  addEventListener('focusin', ({target}) => remember(target));
  let soon = null;
  const changed = () => {
    // Later: on its way from one element to the next, the focus is nowhere for a moment.
    soon ??= setTimeout(() => ((soon = null), look()));
  };
  // Who presses beside everything wants nothing to have the focus.
  addEventListener('pointerdown', () => (held = null), {capture: true});
  new MutationObserver(changed).observe(document.body, {childList: true, subtree: true, attributes: true, attributeFilter: ['disabled']});
}
