package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.OutputBrief.Quality;
import io.moneyprinter.codecs.video.VideoCodec;
import io.vertx.core.Future;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which encoder makes what on this node: for every codec the one that was tried and worked, and the
 * software that takes over where hardware fails in mid-job. Safe for many threads.
 */
public final class EncoderChoice {
  /**
   * The encoders of one codec.
   *
   * @param planned what segments are meant to be encoded with
   * @param software what takes over; the same when {@code planned} is software
   */
  public record Offer(
      Function<Quality, VideoEncoder> planned, Function<Quality, VideoEncoder> software) {}

  private final Map<VideoCodec, Offer> offers;
  private final Map<VideoCodec, String> refusals;
  private final FfmpegProgram program;

  /**
   * @param offers of the codecs that this node can make
   * @param refusals why it cannot make the others
   */
  public EncoderChoice(
      Map<VideoCodec, Offer> offers, Map<VideoCodec, String> refusals, FfmpegProgram program) {
    this.offers = Map.copyOf(offers);
    this.refusals = Map.copyOf(refusals);
    this.program = program;
  }

  /**
   * Tries encoders for every codec. Fails with {@code UNAVAILABLE} when none makes H.264; other
   * codecs may be missing.
   *
   * @param preferred names in order of preference, of any codecs
   */
  public static Future<EncoderChoice> make(
      EncoderCatalogue catalogue,
      EncoderProbe probe,
      FfmpegProgram program,
      List<String> preferred) {
    Map<VideoCodec, Offer> offers = new EnumMap<>(VideoCodec.class);
    Map<VideoCodec, String> refusals = new EnumMap<>(VideoCodec.class);
    Future<?> all = Future.succeededFuture();
    for (VideoCodec codec : VideoCodec.values()) {
      all =
          all.compose(
              before ->
                  offer(catalogue, probe, codec, preferred)
                      .onSuccess(offer -> offers.put(codec, offer))
                      .recover(
                          cause -> {
                            refusals.put(codec, cause.getMessage());
                            return codec == VideoCodec.H264
                                ? Future.failedFuture(cause)
                                : Future.succeededFuture();
                          }));
    }
    return all.map(done -> new EncoderChoice(offers, refusals, program));
  }

  private static Future<Offer> offer(
      EncoderCatalogue catalogue, EncoderProbe probe, VideoCodec codec, List<String> preferred) {
    return Future.succeededFuture()
        .compose(begin -> probe.choose(catalogue.candidates(codec, preferred)))
        .compose(
            planned ->
                planned.hardware()
                    ? probe
                        .choose(SoftwareEncoders.names(codec))
                        .map(software -> offer(catalogue, codec, planned, software))
                    : Future.succeededFuture(offer(catalogue, codec, planned, planned)));
  }

  private static Offer offer(
      EncoderCatalogue catalogue, VideoCodec codec, VideoEncoder planned, VideoEncoder software) {
    return new Offer(
        quality -> catalogue.named(catalogueName(codec, planned), quality),
        quality -> catalogue.named(catalogueName(codec, software), quality));
  }

  private static String catalogueName(VideoCodec codec, VideoEncoder encoder) {
    return codec == VideoCodec.LOSSLESS ? EncoderCatalogue.LOSSLESS : encoder.name();
  }

  /** The encoder for an encoding; {@code UNAVAILABLE} where this node has none for its codec. */
  public VideoEncoder planned(Encoding encoding) {
    return offer(encoding.codec()).planned().apply(encoding.quality());
  }

  /** What takes over when the planned one fails; nothing where that is software itself. */
  public Optional<VideoEncoder> instead(Encoding encoding) {
    return planned(encoding).hardware()
        ? Optional.of(offer(encoding.codec()).software().apply(encoding.quality()))
        : Optional.empty();
  }

  /** Everything that decides the bytes of an encoding, as one line. */
  public String signature(Encoding encoding) {
    return signature(planned(encoding));
  }

  /** Everything that decides the bytes of an encoder, as one line. */
  public String signature(VideoEncoder encoder) {
    return encoder.signature(program);
  }

  /** Whether any codec is made by hardware. */
  public boolean hardware() {
    return offers.values().stream().anyMatch(o -> o.planned().apply(Quality.STANDARD).hardware());
  }

  private Offer offer(VideoCodec codec) {
    Offer offer = offers.get(codec);
    if (offer == null) {
      throw ServiceFailure.unavailable(
          "This node cannot make "
              + EncoderCatalogue.spoken(codec)
              + " video: "
              + refusals.getOrDefault(codec, "no encoder was tried"));
    }
    return offer;
  }
}
