package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.video.Publication;
import java.util.List;
import java.util.Optional;

/**
 * What a completed job gave.
 *
 * @param seconds length of the video
 * @param rendered how many segments were rendered; {@code null} where that was not counted
 * @param reused how many segments were found rendered; {@code null} where that was not counted
 */
record VideoResult(
    String title, double seconds, List<File> files, Integer rendered, Integer reused) {
  /**
   * @param href path on this server
   * @param size bytes
   */
  record File(String name, String href, long size, String mediaType) {}

  /** {@code null} while there is none. */
  static VideoResult of(Job job) {
    Publication result = job.result();
    if (result == null) {
      return null;
    }
    String folder = Links.of(job.id()).files() + "/";
    return new VideoResult(
        result.title(),
        result.seconds(),
        result.files().stream()
            .filter(file -> FileType.of(file.name()).isPresent())
            .map(
                file ->
                    new File(
                        file.name(),
                        folder + file.name(),
                        file.blob().size(),
                        FileType.of(file.name()).orElseThrow().mediaType()))
            .toList(),
        result.rendered(),
        result.reused());
  }

  /** The moving picture itself, as whoever points at a video is shown some of; empty for sound. */
  static Optional<Publication.File> film(Job job) {
    return job.result() == null
        ? Optional.empty()
        : job.result().files().stream()
            .filter(file -> file.name().startsWith("video."))
            .findFirst();
  }
}
