// The list of a video's small pictures (WebVTT, as players use it): when each is shown, and where it
// lies on the sheet.

const CUE = /(?:(\d+):)?(\d+):([\d.]+) --> [^\n]+\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/g;

/** @typedef {{at: number, sheet: string, x: number, y: number, width: number, height: number}} Frame */

/** @returns {Frame[]} */
export const framesOf = text => [...text.matchAll(CUE)].map(
  ([, hours, minutes, seconds, sheet, x, y, width, height]) => ({
    at: Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds),
    sheet, x: Number(x), y: Number(y), width: Number(width), height: Number(height),
  }));

/** How large the sheet is, as far as its pictures tell. */
export const sheetSize = frames => ({
  width: Math.max(...frames.map(f => f.x + f.width)),
  height: Math.max(...frames.map(f => f.y + f.height)),
});

/** How many pictures stand side by side in a video's strip. */
const IN_STRIP = 8;

/** The pictures of a strip of that size. */
export const framesOfStrip = (width, height) => Array.from({length: IN_STRIP}, (_, at) => ({
  at, x: at * width / IN_STRIP, y: 0, width: width / IN_STRIP, height, size: {width, height},
}));
