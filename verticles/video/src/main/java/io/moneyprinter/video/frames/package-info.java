/** Frames that are drawn: backdrops, moving stills, figures and type. */
package io.moneyprinter.video.frames;
