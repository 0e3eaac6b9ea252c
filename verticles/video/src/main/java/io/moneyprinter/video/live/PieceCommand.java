package io.moneyprinter.video.live;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.PieceForm;
import io.moneyprinter.codecs.video.StreamPiece;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.video.ffmpeg.MediaInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How FFmpeg copies a segment and its share of the sound into MPEG-TS or fragmented MP4. Times go
 * on from piece to piece, and each packet of sound is in exactly one: the one whose pictures show
 * when it begins. The packet before the first sample, which decoders need to begin with, is in the
 * first. Pure.
 */
final class PieceCommand {
  /** Raise when the same piece comes out otherwise. */
  private static final int FORM = 1;

  /** What every mix has. */
  private static final int SAMPLES_PER_SECOND = 48_000;

  /**
   * Where the stream's clock begins. Neither MPEG-TS nor fragmented MP4 knows a time before 0, but
   * the first picture is decoded, and the first sound begins, before they show.
   */
  private static final int CLOCK_SECONDS = 1;

  private static final List<String> TRANSPORT =
      List.of(
          "-muxdelay",
          "0",
          "-muxpreload",
          "0",
          "-mpegts_copyts",
          "1",
          // Every piece counts its packets from 0, which is no loss of packets.
          "-mpegts_flags",
          "+initial_discontinuity",
          "-f",
          "mpegts");

  /**
   * The description is written once the first packets are known, and no edit list: browsers pass it
   * over, and pictures then show as much too late as they are decoded early. The fragments keep the
   * stream's clock instead of beginning at 0.
   */
  private static final List<String> FRAGMENTS =
      List.of(
          "-movflags",
          "+frag_keyframe+delay_moov+default_base_moof+frag_discont",
          "-use_editlist",
          "0",
          "-f",
          "mp4");

  private final StreamPiece piece;
  private final String build;

  /**
   * @param build digest of the FFmpeg that makes it
   */
  PieceCommand(StreamPiece piece, String build) {
    this.piece = piece;
    this.build = build;
  }

  /** Names the piece by everything that decides its bytes. */
  String key() {
    String all =
        String.join(
            " ",
            "stream-piece",
            "" + FORM,
            build,
            piece.video().key(),
            piece.audio().key(),
            "" + piece.fps(),
            "" + piece.start(),
            "" + piece.frames(),
            piece.form() == PieceForm.MPEG_TS ? "" + piece.last() : piece.last() + " mp4");
    return Sha256.hex(all);
  }

  List<String> arguments(Function<Blob, Path> files, Path target) {
    double start = piece.start() / (double) piece.fps();
    List<String> line = new ArrayList<>(List.of("-loglevel", "error", "-copyts"));
    line.addAll(List.of("-itsoffset", String.format(Locale.ROOT, "%.6f", start)));
    line.addAll(MediaInput.open(files.apply(piece.video())));
    line.addAll(MediaInput.open(files.apply(piece.audio())));
    line.addAll(List.of("-map", "0:v:0", "-map", "1:a:0", "-c", "copy"));
    line.addAll(List.of("-bsf:a", "noise=drop=" + others()));
    line.addAll(List.of("-avoid_negative_ts", "disabled", "-fflags", "+bitexact"));
    line.addAll(List.of("-output_ts_offset", "" + CLOCK_SECONDS, "-map_metadata", "-1"));
    line.addAll(piece.form() == PieceForm.MP4 ? FRAGMENTS : TRANSPORT);
    line.add(target.toString());
    return line;
  }

  /** Which packets of sound belong to other pieces. */
  private String others() {
    String before = "lt(pts\\," + firstSample(piece.start()) + ")";
    String after = "gte(pts\\," + firstSample(piece.start() + piece.frames()) + ")";
    if (piece.start() == 0) {
      return piece.last() ? "0" : after;
    }
    return piece.last() ? before : before + "+" + after;
  }

  /** The first sample at or after the moment when a frame comes on. */
  private long firstSample(long frame) {
    return (frame * SAMPLES_PER_SECOND + piece.fps() - 1) / piece.fps();
  }
}
