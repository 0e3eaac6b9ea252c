package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.OutputBrief.Quality;
import io.moneyprinter.codecs.video.VideoCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The encoders we know how to set. Pure; safe for many threads. */
public final class EncoderCatalogue {
  /** Our name for libx264 told to keep every pixel. */
  public static final String LOSSLESS = "libx264-lossless";

  /** Every encoder that {@link #named} knows, those that work everywhere first. */
  public static final List<String> NAMES = names();

  /** Encoders write what the frames say of themselves, whatever options tell them. */
  static final String COLOURS =
      "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";

  private final SoftwareEncoders software;
  private final HardwareEncoders hardware;

  /**
   * @param preset of libx264 at the standard level
   * @param crf quality at the standard level, 0 to 51, as libx264 counts
   */
  public EncoderCatalogue(String preset, int crf) {
    this.software = new SoftwareEncoders(preset, crf);
    this.hardware = new HardwareEncoders(crf);
  }

  /** An encoder at the standard level; {@code UNAVAILABLE} for a name that is not known. */
  public VideoEncoder named(String name) {
    return named(name, Quality.STANDARD);
  }

  /** An encoder at a level of quality; {@code UNAVAILABLE} for a name that is not known. */
  public VideoEncoder named(String name, Quality quality) {
    return software
        .named(name, quality)
        .or(() -> hardware.named(name, quality))
        .orElseThrow(
            () ->
                ServiceFailure.unavailable(
                    "video.encoders names "
                        + name
                        + ", but only "
                        + String.join(", ", NAMES)
                        + " are known"));
  }

  /** Names for a codec in the order in which they are tried: those preferred, then software. */
  public List<String> candidates(VideoCodec codec, List<String> preferred) {
    List<String> all = new ArrayList<>();
    preferred.stream().filter(name -> named(name).codec() == codec).forEach(all::add);
    SoftwareEncoders.names(codec).stream().filter(name -> !all.contains(name)).forEach(all::add);
    return all;
  }

  /** What a codec is called in a sentence. */
  static String spoken(VideoCodec codec) {
    return codec.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> names() {
    List<String> all = new ArrayList<>();
    Arrays.stream(VideoCodec.values()).map(SoftwareEncoders::names).forEach(all::addAll);
    all.addAll(HardwareEncoders.NAMES);
    return List.copyOf(all);
  }
}
