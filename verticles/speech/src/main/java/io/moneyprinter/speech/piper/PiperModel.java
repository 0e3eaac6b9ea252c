package io.moneyprinter.speech.piper;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A voice of Piper as it lies in a folder: the model and, beside it, {@code .onnx.json}, of which
 * is read what Piper's own code reads ({@code audio.sample_rate}, {@code language.code}, {@code
 * num_speakers}).
 *
 * @param name of the file, without its ending
 * @param language BCP 47 tag
 * @param rate samples a second of what it says
 */
record PiperModel(String name, Path file, String language, int rate) {
  private static final String ENDING = ".onnx";
  private static final int USUAL_RATE = 22_050;

  /**
   * All whole voices of a folder by name. Blocking.
   *
   * @param complaints hears of those that are not whole
   */
  static List<PiperModel> in(Path folder, Consumer<String> complaints) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<PiperModel> models = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().endsWith(ENDING)) {
          read(file, complaints).ifPresent(models::add);
        }
      }
    }
    return models;
  }

  private static Optional<PiperModel> read(Path file, Consumer<String> complaints)
      throws IOException {
    String whole = file.getFileName().toString();
    String name = whole.substring(0, whole.length() - ENDING.length());
    Path description = file.resolveSibling(whole + ".json");
    if (!Files.isRegularFile(description)) {
      complaints.accept("%s is left out: %s.json is not beside it".formatted(whole, whole));
      return Optional.empty();
    }
    try {
      JsonObject json = Buffer.buffer(Files.readAllBytes(description)).toJsonObject();
      JsonObject audio = json.getJsonObject("audio", new JsonObject());
      JsonObject language = json.getJsonObject("language", new JsonObject());
      JsonObject espeak = json.getJsonObject("espeak", new JsonObject());
      String tag = language.getString("code", espeak.getString("voice", name.split("-", 2)[0]));
      return Optional.of(
          new PiperModel(
              name, file, tag.replace('_', '-'), audio.getInteger("sample_rate", USUAL_RATE)));
    } catch (DecodeException | ClassCastException e) {
      complaints.accept("%s is left out: %s.json cannot be read".formatted(whole, whole));
      return Optional.empty();
    }
  }
}
