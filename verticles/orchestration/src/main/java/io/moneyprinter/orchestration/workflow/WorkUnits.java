package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.video.VideoMessages;

/** How much work a request asks for, so that what one took tells what another one will take. */
public final class WorkUnits {
  /** Text that is there has only to be split, which is nothing beside having it written. */
  private static final double GIVEN = 0.02;

  /** Pixels of a frame of 1080x1920, by which the frames of other sizes count. */
  private static final double USUAL_FRAME = 1080.0 * 1920;

  private WorkUnits() {}

  /**
   * Frames of a segment (as many of 1080x1920 as have its pixels), characters of a narration,
   * seconds of sound; 1 for a task whose requests all take about as long, less for a script that is
   * given. Always more than 0.
   *
   * @param address of the task
   */
  public static double of(String address, JsonNode request) {
    double units = 1;
    if (address.equals(ContentMessages.WRITE_SCRIPT.address())) {
      units = script(request.path("brief").path("topic").isTextual());
    } else if (address.equals(VideoMessages.RENDER_SEGMENT.address())) {
      units = frames(request.path("segment"));
    } else if (address.equals(SpeechMessages.SYNTHESIZE.address())) {
      units = request.path("text").asText().length();
    } else if (address.equals(VideoMessages.MIX_AUDIO.address())) {
      units = request.path("mix").path("seconds").asDouble(1);
    } else if (address.equals(MaterialsMessages.COMPOSE_MUSIC.address())) {
      units = request.path("seconds").asDouble(1);
    } else if (address.equals(VideoMessages.ASSEMBLE.address())) {
      units = request.path("audio").path("seconds").asDouble(1);
    }
    return units > 0 ? units : 1;
  }

  private static double frames(JsonNode segment) {
    JsonNode canvas = segment.path("canvas");
    double pixels = canvas.path("width").asDouble() * canvas.path("height").asDouble();
    double frames = segment.path("frames").asDouble(1);
    return pixels > 0 ? frames * pixels / USUAL_FRAME : frames;
  }

  /** Frames of a size, as frames of 1080x1920. */
  public static double frames(double frames, int width, int height) {
    return frames * width * height / USUAL_FRAME;
  }

  /**
   * Of a script.
   *
   * @param written whether it has to be written, rather than only split
   */
  public static double script(boolean written) {
    return written ? 1 : GIVEN;
  }
}
