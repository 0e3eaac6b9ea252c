package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * Asks for a segment together with the sound that belongs to it, as a piece of a stream.
 *
 * @param video a rendered segment, H.264
 * @param audio the sound of the whole video, AAC
 * @param fps frames per second
 * @param start frames of the video before the segment
 * @param frames how many the segment has
 * @param last whether the video ends with it; what is left of the sound then belongs to it
 * @param form {@code null} from an older node, for MPEG-TS
 */
public record StreamPiece(
    Blob video, Blob audio, int fps, int start, int frames, boolean last, PieceForm form) {
  public StreamPiece {
    Objects.requireNonNull(video, "video");
    Objects.requireNonNull(audio, "audio");
    form = form == null ? PieceForm.MPEG_TS : form;
    if (fps < 1 || start < 0 || frames < 1) {
      throw new IllegalArgumentException(
          "Not a piece: %d frames from %d at %d per second".formatted(frames, start, fps));
    }
  }
}
