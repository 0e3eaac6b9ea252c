package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionRules;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.PreviewCaptions;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws one moment of a caption, a word of it being spoken, over a quiet backdrop or none: by the
 * same layout and the same painter that draw it in a video. Takes some 100 ms: call it on a worker.
 * Safe for use by many threads.
 */
public final class CaptionPreviewer {
  private static final double SECONDS_PER_WORD = 0.4;

  private final FontBook fonts;
  private final SafeAreaCheck check;

  public CaptionPreviewer(FontBook fonts) {
    this.fonts = fonts;
    this.check = new SafeAreaCheck(fonts);
  }

  /**
   * A picture and what it shows.
   *
   * @param image in the size of the canvas
   * @param warnings what may look bad on a phone
   */
  public record Preview(BufferedImage image, String description, List<String> warnings) {}

  /**
   * @throws ServiceFailure INVALID for a style, font, text or language that cannot be drawn
   */
  public Preview draw(PreviewCaptions request) {
    CaptionStyle style = request.style();
    Canvas canvas = request.canvas();
    List<Violation> wrong = CaptionRules.violations(style, "/style");
    if (!wrong.isEmpty()) {
      throw ServiceFailure.invalid("The style cannot be drawn", wrong);
    }
    Caption caption = phrase(request);
    BufferedImage image = request.transparent() ? clear(canvas) : backdrop(canvas);
    Spring spring = new Spring(canvas.fps());
    CaptionLayout layout = CaptionLayout.of(fonts, canvas, style, spring, List.of(caption));
    CaptionLayout.State state = moment(layout, caption);
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(
        new CaptionPainter(style, spring)
            .paint(layout.texts().get(state.text()), state.look(), layout.region()),
        layout.region().x,
        layout.region().y,
        null);
    graphics.dispose();
    List<String> warnings =
        check.check(canvas, style, List.of(caption)).stream()
            .map(SafeAreaCheck.Finding::sentence)
            .toList();
    return new Preview(image, describe(style, caption, state), warnings);
  }

  /** The first phrase of the text, as a voice would speak it. */
  private Caption phrase(PreviewCaptions request) {
    String text =
        request.text() == null || request.text().isBlank()
            ? SampleText.of(request.language())
            : request.text().strip();
    if (text.length() > PreviewCaptions.MAX_TEXT) {
      throw ServiceFailure.invalid(
          "/text", "may have at most %d characters".formatted(PreviewCaptions.MAX_TEXT));
    }
    fonts.requireCovered(text);
    List<WordTiming> words = new ArrayList<>();
    for (String word : SpokenWords.words(text, request.language())) {
      double start = words.size() * SECONDS_PER_WORD;
      words.add(new WordTiming(word, 0, 0, start, start + SECONDS_PER_WORD));
    }
    int fps = request.canvas().fps();
    int end = request.canvas().framesFor((words.size() + 1) * SECONDS_PER_WORD);
    return CaptionPhrases.of(words, request.language(), 0, end, fps, request.style().maxWords())
        .stream()
        .findFirst()
        .orElseThrow(() -> ServiceFailure.invalid("/text", "has no word to show"));
  }

  /** When the word in the middle has come to rest. */
  private static CaptionLayout.State moment(CaptionLayout layout, Caption caption) {
    Caption.Word word = caption.words().get(caption.words().size() / 2);
    return layout.states().stream()
        .filter(state -> state.from() < word.end() && state.to() > word.start())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static String describe(CaptionStyle style, Caption caption, CaptionLayout.State state) {
    String shown =
        caption.words().stream().map(Caption.Word::text).collect(Collectors.joining(" "));
    String look = style.preset() == null ? "A caption" : "Preset " + style.preset();
    String mode = RecordJson.wire().convertValue(style.mode(), String.class);
    int spoken = state.look().spoken();
    return "%s, mode %s: %s%s"
        .formatted(
            look,
            mode,
            shown,
            spoken == Look.NONE
                ? ""
                : ", while \"%s\" is spoken".formatted(caption.words().get(spoken).text()));
  }

  private static BufferedImage clear(Canvas canvas) {
    return new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_ARGB);
  }

  /** Neither bright nor dark, cooler above than below, as most pictures are. */
  private static BufferedImage backdrop(Canvas canvas) {
    BufferedImage image =
        new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(
        new GradientPaint(
            0, 0, new Color(0x6F8294), canvas.width(), canvas.height(), new Color(0x4A4038)));
    graphics.fillRect(0, 0, canvas.width(), canvas.height());
    graphics.dispose();
    return image;
  }
}
