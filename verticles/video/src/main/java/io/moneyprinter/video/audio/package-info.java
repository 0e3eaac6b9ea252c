/**
 * The sound of a whole video: voice, music that gives way, effects, loudness; and what pieces of
 * music are like.
 */
package io.moneyprinter.video.audio;
