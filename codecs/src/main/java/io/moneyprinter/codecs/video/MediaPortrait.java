package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;

/**
 * How a picture or clip looks.
 *
 * @param thumbnail JPEG, at most 480 pixels wide and high; {@code null} when none could be made
 * @param preview the beginning of a clip, MP4 without sound; {@code null} for a still
 * @param color the colour that most of it has, {@code #RRGGBB}
 * @param hash difference hash of the thumbnail, 16 hex digits: few differing bits mean alike
 */
public record MediaPortrait(Blob thumbnail, Blob preview, String color, String hash) {}
