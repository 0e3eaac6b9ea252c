package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.video.OutputBrief.Container;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which codecs a container can hold so that players read it. */
public final class OutputRules {
  private OutputRules() {}

  /** What is wrong with a wanted form; empty when it can be made. */
  public static Optional<Violation> violation(OutputBrief output) {
    Set<VideoCodec> good = codecs(output.container());
    if (good.contains(output.codec())) {
      return Optional.empty();
    }
    String container = word(output.container());
    boolean codecless =
        output.container() == Container.GIF || output.container() == Container.AUDIO;
    return Optional.of(
        new Violation(
            "/output/codec",
            codecless
                ? "must be left out for " + container
                : container
                    + " cannot hold "
                    + word(output.codec())
                    + "; it takes "
                    + good.stream().map(OutputRules::word).collect(Collectors.joining(", "))
                    + ". Choose one of these, or leave the codec out"));
  }

  /** What a container may hold, the usual first; H.264 stands for none where there is no choice. */
  static Set<VideoCodec> codecs(Container container) {
    return switch (container) {
      case MP4 ->
          ordered(
              VideoCodec.H264,
              VideoCodec.HEVC,
              VideoCodec.AV1,
              VideoCodec.VP9,
              VideoCodec.LOSSLESS);
      case WEBM -> ordered(VideoCodec.VP9, VideoCodec.AV1);
      case MOV -> ordered(VideoCodec.PRORES, VideoCodec.H264, VideoCodec.HEVC, VideoCodec.LOSSLESS);
      case GIF, AUDIO -> ordered(VideoCodec.H264);
    };
  }

  private static Set<VideoCodec> ordered(VideoCodec... codecs) {
    return new LinkedHashSet<>(List.of(codecs));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
