package io.moneyprinter.video.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.video.fonts.FontBook;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Names a segment by everything that decides its bytes: what shows (inputs by their content), the
 * fonts it is set in, the encoder, its settings and its build.
 */
public final class SegmentKeys {
  /** Raise when the same segment is drawn in another way, so that nothing old is taken for it. */
  private static final int DRAWING = 6;

  private static final ObjectWriter CANONICAL =
      RecordJson.wire().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final FontBook fonts;
  private final Function<Encoding, String> encoders;

  /**
   * @param encoders everything that decides the encoded bytes, build and all, for an encoding
   */
  public SegmentKeys(FontBook fonts, Function<Encoding, String> encoders) {
    this.fonts = fonts;
    this.encoders = encoders;
  }

  /** Everything that decides the encoded bytes, as one line. */
  public String encoder(Encoding encoding) {
    return encoders.apply(encoding);
  }

  /** The key of a segment, whatever key and index it bears. Reads fonts, so it may block. */
  public String of(Segment segment) {
    return of(segment, encoder(segment.encoding()));
  }

  /** The key of a segment that was encoded otherwise than planned. Reads fonts, so it may block. */
  public String of(Segment segment, String encoder) {
    Segment bare = segment.named("", 0);
    try {
      String spec =
          String.join(
              "\n",
              Integer.toString(DRAWING),
              encoder,
              fonts(segment),
              CANONICAL.writeValueAsString(RecordJson.wire().convertValue(bare, Map.class)));
      return Sha256.hex(spec);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A segment has no canonical form", e);
    }
  }

  /** Digest of the fonts that a segment is set in, hex. Reads fonts, so it may block. */
  public String fonts(Segment segment) {
    return fonts.digest(text(segment), segment.captionStyle().font());
  }

  /** Words of a picture that is drawn, which are set in capitals. */
  private static String drawn(Clip clip) {
    if (!(clip.picture() instanceof Picture.Generated picture)) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    picture.words().forEach(word -> text.append(word.toUpperCase(Locale.ROOT)).append(' '));
    picture
        .figures()
        .forEach(
            figure -> text.append("0123456789.,%").append(figure.unit()).append(figure.label()));
    return text.toString();
  }

  private static String text(Segment segment) {
    StringBuilder text = new StringBuilder();
    for (Clip clip : segment.clips()) {
      text.append(clip.title() == null ? "" : clip.title()).append(' ').append(drawn(clip));
    }
    segment.captions().forEach(caption -> text.append(' ').append(caption.text()));
    if (segment.captionStyle().uppercase()) {
      // Another font may draw the capitals.
      text.append(' ').append(UCharacter.toUpperCase(ULocale.ROOT, text.toString()));
    }
    return text.toString();
  }
}
