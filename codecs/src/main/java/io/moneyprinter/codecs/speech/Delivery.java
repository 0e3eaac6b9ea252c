package io.moneyprinter.codecs.speech;

/**
 * How a text is spoken; what is absent stays as it would be.
 *
 * @param rate speed, 0.5 to 2.0; 1 is the voice's own
 * @param pitch semitones above (or below) the voice's own, -12 to 12
 * @param volume decibels above (or below) the other scenes, -30 to 12
 */
public record Delivery(Double rate, Double pitch, Double volume) {
  /** Nothing is changed. */
  public static final Delivery PLAIN = new Delivery(null, null, null);

  /** This, and what is absent in it from another. */
  public Delivery or(Delivery other) {
    return new Delivery(
        rate == null ? other.rate : rate,
        pitch == null ? other.pitch : pitch,
        volume == null ? other.volume : volume);
  }
}
