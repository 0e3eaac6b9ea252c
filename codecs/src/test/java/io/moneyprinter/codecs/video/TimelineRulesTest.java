package io.moneyprinter.codecs.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineRulesTest {
  private static final String BLOB =
      "{\"key\": \"" + "0".repeat(64) + "\", \"size\": 1, \"mediaType\": \"video/mp4\"}";

  private static final String DRAWN =
      "{\"kind\": \"generated\", \"style\": \"WAVES\", \"seed\": 1,"
          + " \"colors\": [\"#101020\", \"#406080\", \"#A0C0E0\"]}";

  private static final String FOOTAGE =
      "{\"kind\": \"footage\", \"width\": 64, \"height\": 64, \"seconds\": 2, \"blob\": "
          + BLOB
          + "}";

  private static final String NAMED = "{\"kind\": \"named\", \"media\": \"a.mp4\"}";

  @Test
  void aTimelineWithoutFaultsPasses() throws Exception {
    assertThat(
            pointers(
                timeline(
                    clip(0, 30, 0, 6, DRAWN) + "," + clip(30, 30, 6, 0, NAMED),
                    overlay(10, 50, "{\"frame\": 0, \"x\": 0.5, \"y\": 0.5}"),
                    "{\"start\": 2, \"end\": 20, \"words\":"
                        + " [{\"text\": \"Hello\", \"start\": 2, \"end\": 20}]}",
                    "{\"kind\": \"effect\", \"media\": \"ding.wav\", \"start\": 1, \"in\": 0,"
                        + " \"decibels\": -6}",
                    2)))
        .isEmpty();
  }

  @Test
  void gapsOverlapsAndBlendsThatDoNotMeetAreFound() throws Exception {
    assertThat(
            pointers(
                timeline(
                    clip(0, 30, 3, 6, DRAWN)
                        + ","
                        + clip(31, 30, 5, 2, DRAWN)
                        + ","
                        + clip(55, 5, 0, 1, DRAWN),
                    "",
                    "",
                    "",
                    2)))
        .containsExactlyInAnyOrder(
            "/clips/0/lead",
            "/clips/0/tail",
            "/clips/1/start",
            "/clips/1/tail",
            "/clips/2/start",
            "/clips/2/tail");
  }

  @Test
  void theLengthIsThatOfTheClipsAndOfTheSound() throws Exception {
    assertThat(pointers(timeline(clip(0, 50, 0, 0, DRAWN), "", "", "", 1.5)))
        .containsExactlyInAnyOrder("/frames", "/audio/seconds");
  }

  @Test
  void footageCannotBeginAfterItsEndAndOnlyFootageHasASpeed() throws Exception {
    String late = clip(0, 30, 0, 0, FOOTAGE).replace("\"in\": 0", "\"in\": 2.5");
    String fast = clip(30, 30, 0, 0, DRAWN).replace("\"in\": 0", "\"in\": 0, \"speed\": 2");

    assertThat(pointers(timeline(late + "," + fast, "", "", "", 2)))
        .containsExactlyInAnyOrder("/clips/0/in", "/clips/1/speed");
  }

  @Test
  void overlaysStayInTheVideoAndTheirPathsGoForward() throws Exception {
    String places =
        "{\"frame\": 5, \"x\": 0.5, \"y\": 9}, {\"frame\": 5, \"x\": 0.5, \"y\": 0.5,"
            + " \"opacity\": 1.5}";
    String overlays =
        overlay(60, 10, "{\"frame\": 0, \"x\": 0, \"y\": 0}")
            + ","
            + overlay(0, 61, places)
            + ","
            + overlay(0, 60, "").replace("\"width\": 0.3", "\"width\": 0, \"radius\": 0.6");

    assertThat(pointers(timeline(clip(0, 60, 0, 0, DRAWN), overlays, "", "", 2)))
        .containsExactlyInAnyOrder(
            "/overlays/0/start",
            "/overlays/0/frames",
            "/overlays/1/frames",
            "/overlays/1/path/0/y",
            "/overlays/1/path/1/frame",
            "/overlays/1/path/1/opacity",
            "/overlays/2/width",
            "/overlays/2/radius",
            "/overlays/2/path");
  }

  @Test
  void captionsDoNotOverlapAndHoldTheirWords() throws Exception {
    String captions =
        "{\"start\": 0, \"end\": 30, \"words\": [{\"text\": \"a\", \"start\": 0, \"end\": 40}]},"
            + "{\"start\": 20, \"end\": 70, \"words\": []}";

    assertThat(pointers(timeline(clip(0, 60, 0, 0, DRAWN), "", captions, "", 2)))
        .containsExactlyInAnyOrder(
            "/captions/0/words/0", "/captions/1/start", "/captions/1/end", "/captions/1/words");
  }

  @Test
  void soundsBeginInTheVideoAndHaveOneSource() throws Exception {
    String sounds =
        "{\"kind\": \"effect\", \"media\": \"a.wav\", \"start\": 2, \"in\": 0, \"decibels\": 40},"
            + "{\"kind\": \"clip\", \"start\": 0, \"in\": 0, \"decibels\": 0}";

    assertThat(pointers(timeline(clip(0, 60, 0, 0, DRAWN), "", "", sounds, 2)))
        .containsExactlyInAnyOrder(
            "/audio/sounds/0/start", "/audio/sounds/0/decibels", "/audio/sounds/1");
  }

  @Test
  void anotherVersionAndATooLargeCanvasAreRefused() throws Exception {
    String json =
        timeline(clip(0, 60, 0, 0, DRAWN), "", "", "", 2)
            .replace("\"version\": 2", "\"version\": 1")
            .replace("\"9:16\"", "{\"width\": 2400, \"height\": 2200, \"fps\": 30}");

    assertThat(pointers(json)).containsExactlyInAnyOrder("/version", "/canvas");
  }

  @Test
  void aBriefWithATimelineRefusesWhatWouldNotCount() throws Exception {
    String json =
        "{\"voice\": \"amy\", \"seed\": 5, \"canvas\": \"16:9\", \"overlays\":"
            + " [{\"media\": \"a.png\"}], \"timeline\": "
            + timeline(clip(0, 50, 0, 0, DRAWN), "", "", "", 2)
            + "}";
    VideoBrief brief = RecordJson.strict().readValue(json, VideoBrief.class);

    assertThat(BriefRules.violations(brief))
        .extracting(Violation::pointer)
        .contains("/voice", "/seed", "/canvas", "/overlays", "/timeline/frames");
  }

  private static List<String> pointers(String json) throws Exception {
    Timeline timeline = RecordJson.strict().readValue(json, Timeline.class);
    return TimelineRules.violations(timeline).stream().map(Violation::pointer).toList();
  }

  private static String timeline(
      String clips, String overlays, String captions, String sounds, double seconds) {
    return """
        {"version": 2, "canvas": "9:16", "frames": 60, "seed": 1, "clips": [%s],
         "overlays": [%s], "captions": [%s],
         "audio": {"musicDecibels": -16, "seconds": %s, "loudness": -14, "sounds": [%s]}}
        """
        .formatted(clips, overlays, captions, seconds, sounds);
  }

  private static String clip(int start, int frames, int lead, int tail, String picture) {
    return """
        {"scene": 0, "start": %d, "frames": %d, "lead": %d, "tail": %d, "in": 0, "picture": %s}
        """
        .formatted(start, frames, lead, tail, picture);
  }

  private static String overlay(int start, int frames, String path) {
    return """
        {"start": %d, "frames": %d, "in": 0, "width": 0.3, "picture": %s, "path": [%s]}
        """
        .formatted(start, frames, NAMED, path);
  }
}
