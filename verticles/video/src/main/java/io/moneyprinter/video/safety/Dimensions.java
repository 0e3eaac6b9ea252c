package io.moneyprinter.video.safety;

/** Compares declared sizes and lengths with what is allowed. */
final class Dimensions {
  private final MediaLimits limits;

  Dimensions(MediaLimits limits) {
    this.limits = limits;
  }

  /** Width and height of a track; 0 for one that does not say. */
  void frame(long width, long height) {
    side(width, height);
    if (width * height > limits.framePixels()) {
      throw Refusal.beyond(
          "A frame of %d x %d pixels is more than the %d allowed for clips"
              .formatted(width, height, limits.framePixels()),
          "make it smaller",
          "frame-pixels");
    }
  }

  /**
   * Width and height of a still.
   *
   * @param share by which its pixels are to be divided because it is decoded whole
   */
  void still(long width, long height, int share) {
    if (width <= 0 || height <= 0) {
      throw Refusal.broken("it says that it is %d x %d pixels large".formatted(width, height));
    }
    side(width, height);
    if (width * height > limits.pixels() / share) {
      throw Refusal.beyond(
          "A picture of %d x %d pixels is more than the %d allowed for its kind"
              .formatted(width, height, limits.pixels() / share),
          "make it smaller" + (share > 1 ? " or save it as a plain JPEG or PNG" : ""),
          "pixels");
    }
  }

  private void side(long width, long height) {
    if (width < 0 || height < 0) {
      throw Refusal.broken("it says that it is %d x %d pixels large".formatted(width, height));
    }
    if (Math.max(width, height) > limits.side()) {
      throw Refusal.beyond(
          "The picture is %d x %d pixels large, larger than the %d allowed on a side"
              .formatted(width, height, limits.side()),
          "make it smaller",
          "side");
    }
  }

  void seconds(double seconds) {
    if (seconds > limits.length().toSeconds()) {
      throw Refusal.beyond(
          "It says that it plays for %.0f s, longer than the %d s allowed"
              .formatted(seconds, limits.length().toSeconds()),
          "cut it shorter",
          "length");
    }
  }

  void streams(long count) {
    if (count > limits.streams()) {
      throw Refusal.beyond(
          "The file holds more than the %d streams (tracks) allowed".formatted(limits.streams()),
          "save it with picture and sound only",
          "streams");
    }
  }

  /** A sound, as its header describes it; values of 0 are unknown. */
  void sound(long channels, double rate) {
    if (channels < 0 || channels > 64 || rate < 0 || rate > 768_000) {
      throw Refusal.broken(
          "it says that its sound has %d channels at %.0f Hz".formatted(channels, rate));
    }
  }
}
