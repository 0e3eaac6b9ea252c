package io.moneyprinter.video.render;

import io.moneyprinter.video.ffmpeg.MediaInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The inputs of a graph in the order of their numbers. Not thread-safe. */
final class GraphInputs {
  private final List<String> arguments = new ArrayList<>();
  private int count;

  /**
   * Opens a file under the restrictions for what came from outside.
   *
   * @return its number
   */
  int file(List<String> options, Path file) {
    List<String> all = new ArrayList<>(options);
    all.addAll(MediaInput.open(file));
    return add(all);
  }

  /**
   * Opens what is named in the arguments, which end with it.
   *
   * @return its number
   */
  int add(List<String> all) {
    arguments.addAll(all);
    return count++;
  }

  List<String> arguments() {
    return List.copyOf(arguments);
  }
}
