/**
 * Segments joined to a video with its sound, and all that comes with it: poster, captions,
 * manifest, licences.
 */
package io.moneyprinter.video.assembly;
