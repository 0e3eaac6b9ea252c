/** Captions and titles: broken into lines, drawn by Java2D, and written as SRT, VTT and ASS. */
package io.moneyprinter.video.captions;
