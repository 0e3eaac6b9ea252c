// Moves an item of a list by its grip, with mouse, pen or finger. Capture keeps the pointer's events
// with the grip, wherever it goes.

const EDGE = 70; // pixels from the window's edge at which the page begins to scroll

/**
 * @param {PointerEvent} event the pointerdown on the grip
 * @param {{item: HTMLElement, items: () => HTMLElement[], onMove: (to: number) => void, onDrop: (to: number) => void, onCancel: () => void}} options
 *     items: all of the list, in order; to: the place, counted without the moved one
 */
export function drag(event, {item, items, onMove, onDrop, onCancel}) {
  if (event.button !== 0 || !event.isPrimary) return;
  event.preventDefault();
  const grip = event.currentTarget;
  const begin = event.clientY + scrollY;
  let y = event.clientY;
  let to = items().indexOf(item);
  let frame = 0;
  grip.setPointerCapture(event.pointerId);
  item.classList.add('dragged');

  const others = items().filter(one => one !== item).map(one => {
    const {top, height} = one.getBoundingClientRect();
    return top + scrollY + height / 2;
  });
  const box = item.getBoundingClientRect();
  const middle = box.top + scrollY + box.height / 2;
  const place = () => {
    const now = others.filter(other => other < middle + y + scrollY - begin).length;
    if (now !== to) onMove((to = now));
    item.style.translate = `0 ${y + scrollY - begin}px`;
  };
  const scroll = () => {
    const step = y < EDGE ? -12 : y > innerHeight - EDGE ? 12 : 0;
    if (step) scrollBy(0, step);
    place();
    frame = requestAnimationFrame(scroll);
  };
  frame = requestAnimationFrame(scroll);

  const moved = move => (y = move.clientY);
  const end = (finish, value) => {
    cancelAnimationFrame(frame);
    item.classList.remove('dragged');
    item.style.translate = '';
    for (const [type, listener] of Object.entries(listeners)) grip.removeEventListener(type, listener);
    removeEventListener('keydown', escape, true);
    finish(value);
  };
  const escape = key => {
    if (key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    end(onCancel);
  };
  const listeners = {
    pointermove: moved,
    pointerup: up => {
      moved(up);
      place();
      end(onDrop, to);
    },
    pointercancel: () => end(onCancel),
  };
  for (const [type, listener] of Object.entries(listeners)) grip.addEventListener(type, listener);
  addEventListener('keydown', escape, true);
}
