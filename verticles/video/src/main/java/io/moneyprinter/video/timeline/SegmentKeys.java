package io.moneyprinter.video.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.video.fonts.FontBook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names a segment by everything that decides its bytes: what shows (inputs by their content), the
 * fonts it is set in, the encoder, its settings and its build.
 */
public final class SegmentKeys {
  /** Raise when the same segment is drawn in another way, so that nothing old is taken for it. */
  private static final int DRAWING = 2;

  private static final ObjectWriter CANONICAL =
      RecordJson.wire().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final FontBook fonts;
  private final String encoder;

  /**
   * @param encoder everything that decides the encoded bytes, build and all
   */
  public SegmentKeys(FontBook fonts, String encoder) {
    this.fonts = fonts;
    this.encoder = encoder;
  }

  public String encoder() {
    return encoder;
  }

  /** The key of a segment, whatever key and index it bears. Reads fonts, so it may block. */
  public String of(Segment segment) {
    Segment bare = segment.named("", 0);
    try {
      String spec =
          String.join(
              "\n",
              Integer.toString(DRAWING),
              encoder,
              fonts.digest(text(segment), segment.captionStyle().font()),
              CANONICAL.writeValueAsString(RecordJson.wire().convertValue(bare, Map.class)));
      byte[] bytes = spec.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("A segment has no canonical form", e);
    }
  }

  private static String text(Segment segment) {
    StringBuilder text = new StringBuilder();
    for (Clip clip : segment.clips()) {
      text.append(clip.title() == null ? "" : clip.title()).append(' ');
    }
    segment.captions().forEach(caption -> text.append(' ').append(caption.text()));
    return text.toString();
  }
}
