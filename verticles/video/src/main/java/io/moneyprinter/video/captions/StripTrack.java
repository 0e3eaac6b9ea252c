package io.moneyprinter.video.captions;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Pictures with an alpha channel that lie over one region of the canvas, as a list that FFmpeg's
 * concat demuxer plays: it covers every frame of the segment, and its changes fall on whole frames.
 *
 * @param list the {@code ffconcat} file; the PNG files lie beside it
 * @param x pixels from the left edge of the canvas to the region, even
 * @param y pixels from the top, even
 * @param width of the region, pixels, even
 * @param height of the region, pixels, even
 */
public record StripTrack(Path list, int x, int y, int width, int height) {
  public StripTrack {
    Objects.requireNonNull(list, "list");
  }

  /**
   * The FFmpeg arguments that open it as an input. The list carries options, which the demuxer
   * takes only with {@code -safe 0}; the whitelist keeps it to PNG files all the same. Lay it over
   * the picture with {@code overlay=x:y} (with its default {@code eof_action=repeat}); no frame
   * rate or timestamp filter is needed in between.
   */
  public List<String> inputArguments() {
    return List.of(
        "-f",
        "concat",
        "-safe",
        "0",
        "-protocol_whitelist",
        "file",
        "-format_whitelist",
        "concat,png_pipe,image2",
        "-i",
        list.toString());
  }
}
