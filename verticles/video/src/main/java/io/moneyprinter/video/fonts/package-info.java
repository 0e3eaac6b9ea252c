/** The fonts of captions and titles: which of them shows which sign, in outlines or in colour. */
package io.moneyprinter.video.fonts;
