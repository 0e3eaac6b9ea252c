// The forms that a video may have, and their sizes in pixels.

/** Width and height of each shape, by its name in a brief. */
export const SHAPES = {
  '9:16': [9, 16],
  '16:9': [16, 9],
  '1:1': [1, 1],
  '4:5': [4, 5],
};

/** Pixels along the shorter side. */
export const SIDES = [360, 480, 720, 1080, 1440, 2160];
export const RATES = [24, 25, 30, 50, 60];

const USUAL = {side: 1080, fps: 30};
const even = pixels => Math.round(pixels / 2) * 2;

/** @returns {{width: number, height: number, fps: number}} */
export function canvas(shape, side, fps) {
  const [w, h] = SHAPES[shape];
  const unit = side / Math.min(w, h);
  return {width: even(w * unit), height: even(h * unit), fps};
}

/** As a brief says it: by name where that says enough. */
export function named(shape, side, fps) {
  if (side !== USUAL.side) return canvas(shape, side, fps);
  return fps === USUAL.fps ? shape : `${shape}@${fps}`;
}

/**
 * The other way round; null for a size that the page has no shape for.
 *
 * @param {string | {width: number, height: number, fps?: number}} given
 * @returns {{shape: string, side: number, fps: number} | null}
 */
export function recognised(given) {
  if (typeof given === 'string') {
    const [name, fps] = given.split('@');
    const shape = {portrait: '9:16', landscape: '16:9', square: '1:1'}[name] ?? name;
    return shape in SHAPES ? {shape, side: USUAL.side, fps: Number(fps ?? USUAL.fps)} : null;
  }
  const side = Math.min(given.width, given.height);
  const fps = given.fps ?? USUAL.fps;
  const shape = Object.keys(SHAPES).find(name => {
    const wanted = canvas(name, side, fps);
    return wanted.width === given.width && wanted.height === given.height;
  });
  return shape ? {shape, side, fps} : null;
}
