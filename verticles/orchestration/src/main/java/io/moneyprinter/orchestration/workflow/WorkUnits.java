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

  private WorkUnits() {}

  /**
   * Frames of a segment, characters of a narration, seconds of sound; 1 for a task whose requests
   * all take about as long, less for a script that is given. Always more than 0.
   *
   * @param address of the task
   */
  public static double of(String address, JsonNode request) {
    double units = 1;
    if (address.equals(ContentMessages.WRITE_SCRIPT.address())) {
      units = request.path("brief").path("topic").isTextual() ? 1 : GIVEN;
    } else if (address.equals(VideoMessages.RENDER_SEGMENT.address())) {
      units = request.path("segment").path("frames").asDouble(1);
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
}
