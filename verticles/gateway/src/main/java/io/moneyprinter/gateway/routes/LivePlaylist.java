package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.JobSegment;
import io.moneyprinter.codecs.orchestration.JobSegments;
import io.moneyprinter.codecs.video.PieceForm;
import io.moneyprinter.codecs.video.StreamPiece;
import io.moneyprinter.codecs.video.VideoCodec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * The play list of a video that is being rendered (HTTP Live Streaming, RFC 8216): an EVENT list
 * that grows at its end with the segments that are done, in order, and ends with the video. Pure.
 */
final class LivePlaylist {
  static final String MEDIA_TYPE = "application/vnd.apple.mpegurl";

  private static final String AAC = "audio/mp4";
  private static final int MICROSECONDS = 6;

  private final JobSegments job;
  private final List<JobSegment> pieces;
  private final int ready;

  private LivePlaylist(JobSegments job, List<JobSegment> pieces, int ready) {
    this.job = job;
    this.pieces = pieces;
    this.ready = ready;
  }

  /**
   * The list of a job that has at least one piece. {@code UNAVAILABLE} while there is none yet,
   * {@code CONFLICT} when there never will be.
   */
  static LivePlaylist of(JobSegments job) {
    List<JobSegment> pieces = job.shown().stream().map(job.segments()::get).toList();
    for (JobSegment piece : pieces) {
      if (piece.codec() != VideoCodec.H264) {
        throw unfit(piece.codec().name().toLowerCase(Locale.ROOT));
      }
    }
    if (job.audio() != null && !job.audio().audio().mediaType().equals(AAC)) {
      throw unfit("sound as " + job.audio().audio().mediaType());
    }
    int ready = 0;
    while (job.audio() != null && ready < pieces.size() && pieces.get(ready).video() != null) {
      ready++;
    }
    if (ready == 0) {
      throw nothing(job);
    }
    return new LivePlaylist(job, pieces, ready);
  }

  private static ServiceFailure unfit(String form) {
    return ServiceFailure.conflict(
        "This video is made of "
            + form
            + ", and only H.264 with AAC can be watched while it is rendered: order it with"
            + " output.codec h264, or fetch its files when it is completed");
  }

  private static ServiceFailure nothing(JobSegments job) {
    return job.state().terminal()
        ? ServiceFailure.conflict(
            "There is nothing to watch: the video was "
                + job.state().name().toLowerCase(Locale.ROOT)
                + " before its first segment was rendered")
        : ServiceFailure.unavailable(
            "There is nothing to watch yet: the first segment or the sound is not done. Ask again"
                + " in a few seconds");
  }

  /** The list as text. */
  String text() {
    StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n");
    // It must never change, so those still to come count as well.
    long longest = pieces.stream().mapToLong(p -> seconds(p, 0).longValueExact()).max().orElse(1);
    text.append("#EXT-X-TARGETDURATION:").append(Math.max(1, longest)).append('\n');
    text.append("#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    for (int i = 0; i < ready; i++) {
      String length = seconds(pieces.get(i), MICROSECONDS).toPlainString();
      text.append("#EXTINF:").append(length).append(",\n").append(i).append(".ts\n");
    }
    if (ready == pieces.size() || job.state().terminal()) {
      text.append("#EXT-X-ENDLIST\n");
    }
    return text.toString();
  }

  private static BigDecimal seconds(JobSegment piece, int digits) {
    return BigDecimal.valueOf(piece.frames())
        .divide(BigDecimal.valueOf(piece.canvas().fps()), digits, RoundingMode.HALF_UP);
  }

  /**
   * What has to be made to send one piece.
   *
   * @throws ServiceFailure {@code NOT_FOUND} when it is not in the list
   */
  StreamPiece piece(int number, PieceForm form) {
    if (number < 0 || number >= ready) {
      throw ServiceFailure.notFound(
          "The play list has no piece " + number + ", but 0 to " + (ready - 1));
    }
    int start = pieces.subList(0, number).stream().mapToInt(JobSegment::frames).sum();
    JobSegment segment = pieces.get(number);
    return new StreamPiece(
        segment.video(),
        job.audio().audio(),
        segment.canvas().fps(),
        start,
        segment.frames(),
        number == pieces.size() - 1,
        form);
  }
}
