package io.moneyprinter.video.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.video.fonts.FontBook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Cuts a timeline into segments, one a clip, each with the blend at its beginning. A segment knows
 * nothing of where it stands in the video, so one that an edit merely moves keeps its key.
 */
public final class RenderPlanner {
  /** Raise when the same segment is drawn in another way, so that nothing old is taken for it. */
  private static final int DRAWING = 1;

  private static final ObjectMapper CANONICAL =
      RecordJson.wire()
          .copy()
          .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
          .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private final FontBook fonts;
  private final String encoder;

  /**
   * @param encoder everything that decides the encoded bytes, build and all
   */
  public RenderPlanner(FontBook fonts, String encoder) {
    this.fonts = fonts;
    this.encoder = encoder;
  }

  /** Cuts the timeline. Reads fonts, so it may block. */
  public RenderPlan plan(Timeline timeline) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < timeline.clips().size(); i++) {
      Clip clip = timeline.clips().get(i);
      Clip previous = clip.lead() > 0 && i > 0 ? timeline.clips().get(i - 1) : null;
      Segment unnamed =
          new Segment(
              "",
              0,
              timeline.canvas(),
              unplaced(clip, clip.lead(), clip.title()),
              // Of the clip before, only the picture goes on.
              previous == null ? null : unplaced(previous, 0, null),
              timeline.captionStyle(),
              timeline.captionStyle().enabled() ? within(timeline.captions(), clip) : List.of());
      segments.add(
          new Segment(
              key(unnamed),
              i,
              unnamed.canvas(),
              unnamed.clip(),
              unnamed.previous(),
              unnamed.captionStyle(),
              unnamed.captions()));
    }
    return new RenderPlan(timeline, segments, encoder);
  }

  /** The tail belongs to the next segment, and changes nothing of this one. */
  private static Clip unplaced(Clip clip, int lead, String title) {
    return new Clip(
        0, 0, clip.frames(), lead, clip.tail(), clip.picture(), clip.in(), clip.motion(), title);
  }

  private static List<Caption> within(List<Caption> captions, Clip clip) {
    List<Caption> own = new ArrayList<>();
    for (Caption caption : captions) {
      int start = Math.max(0, caption.start() - clip.start());
      int end = Math.min(clip.frames(), caption.end() - clip.start());
      if (end > start) {
        List<Caption.Word> words =
            caption.words().stream()
                .map(
                    word ->
                        new Caption.Word(
                            word.text(), word.start() - clip.start(), word.end() - clip.start()))
                .toList();
        own.add(new Caption(start, end, words));
      }
    }
    return own;
  }

  private String key(Segment segment) {
    StringBuilder text =
        new StringBuilder(segment.clip().title() == null ? "" : segment.clip().title());
    segment.captions().forEach(caption -> text.append(' ').append(caption.text()));
    String font = fonts.digest(text.toString(), segment.captionStyle().font());
    try {
      String spec =
          DRAWING + "\n" + encoder + "\n" + font + "\n" + CANONICAL.writeValueAsString(segment);
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(spec.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("A segment has no canonical form", e);
    }
  }
}
