package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Clip;

/**
 * The frames of a clip that a segment takes.
 *
 * @param from first one, counted from the clip's own first
 * @param frames how many show as this clip
 * @param tail how many more show while the next clip blends in
 */
record Shot(Clip clip, int from, int frames, int tail) {
  int length() {
    return frames + tail;
  }

  /** Whether it is drawn by us, not decoded. */
  boolean drawn() {
    return !(clip.picture() instanceof Picture.Footage);
  }
}
