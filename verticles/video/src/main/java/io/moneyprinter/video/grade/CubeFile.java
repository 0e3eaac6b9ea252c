package io.moneyprinter.video.grade;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads a look-up table in the CUBE format (Adobe, Cube LUT Specification 1.0), line by line and
 * strictly. FFmpeg never sees the file of a user, only a table that was written anew.
 */
final class CubeFile {
  private static final long LARGEST = 16L * 1024 * 1024;
  private static final int LONGEST_LINE = 250;
  private static final int MOST_CUBED = 65;
  private static final int MOST_SINGLE = 4096;

  private int size;
  private boolean cube;
  private final double[] low = {0, 0, 0};
  private final double[] high = {1, 1, 1};
  private float[] values;
  private int filled;

  private CubeFile() {}

  /**
   * @throws ServiceFailure INVALID, with the line, when it is no such table or too large
   */
  static CubeTable read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw refused("is larger than 16 MB: save it with 33 or 65 entries along a side");
      }
      try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        CubeFile table = new CubeFile();
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          table.take(line, ++number);
        }
        return table.finished();
      }
    } catch (IOException e) {
      throw refused("cannot be read: " + e.getMessage());
    }
  }

  private void take(String raw, int number) {
    String line = raw.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.length() > LONGEST_LINE) {
      throw refused("has a line " + number + " that is too long for a table");
    }
    String[] words = line.split("\\s+");
    String key = words[0].toUpperCase(Locale.ROOT);
    try {
      switch (key) {
        case "TITLE" -> {}
        case "LUT_3D_SIZE" -> begin(Integer.parseInt(words[1]), true, number);
        case "LUT_1D_SIZE" -> begin(Integer.parseInt(words[1]), false, number);
        case "DOMAIN_MIN" -> colors(words, 1, low);
        case "DOMAIN_MAX" -> colors(words, 1, high);
        case "LUT_1D_INPUT_RANGE", "LUT_3D_INPUT_RANGE" -> {
          Arrays.fill(low, finite(words[1]));
          Arrays.fill(high, finite(words[2]));
        }
        default -> entry(words, number);
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw refused("has a line " + number + " that is no entry of a table");
    }
  }

  private void begin(int wanted, boolean cubed, int number) {
    int most = cubed ? MOST_CUBED : MOST_SINGLE;
    if (values != null || wanted < 2 || wanted > most) {
      throw refused("gives its size in line " + number + ": it must be once, and 2 to " + most);
    }
    size = wanted;
    cube = cubed;
    values = new float[3 * (cubed ? wanted * wanted * wanted : wanted)];
  }

  private void entry(String[] words, int number) {
    if (values == null || words.length != 3 || filled + 3 > values.length) {
      throw refused("has a line " + number + " that does not belong to its table");
    }
    double[] rgb = new double[3];
    colors(words, 0, rgb);
    for (double value : rgb) {
      values[filled++] = (float) value;
    }
  }

  private static void colors(String[] words, int from, double[] into) {
    for (int i = 0; i < 3; i++) {
      into[i] = finite(words[from + i]);
    }
  }

  private static double finite(String word) {
    double value = Double.parseDouble(word);
    if (!(Math.abs(value) < 1e4)) {
      throw new NumberFormatException(word);
    }
    return value;
  }

  private CubeTable finished() {
    if (values == null) {
      throw refused("gives no LUT_3D_SIZE or LUT_1D_SIZE");
    }
    if (filled < values.length) {
      throw refused(
          "ends after %d of %d entries: it is cut off".formatted(filled / 3, values.length / 3));
    }
    for (int i = 0; i < 3; i++) {
      if (!(low[i] < high[i])) {
        throw refused("has a DOMAIN_MIN that is not below its DOMAIN_MAX");
      }
    }
    return new CubeTable(size, cube, low, high, values);
  }

  private static ServiceFailure refused(String what) {
    return ServiceFailure.invalid(
        "/grade/lut", "The colour table " + what + ". Export it again as a .cube file");
  }
}
