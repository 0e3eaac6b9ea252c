package io.moneyprinter.materials.meaning;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/**
 * Vectors, small enough to be kept: each the Base64 of its numbers as 32-bit floats.
 *
 * @param packed one for each text that was asked about
 */
public record Vectors(List<String> packed) {
  public Vectors {
    packed = List.copyOf(packed);
  }

  static String pack(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length);
    for (float number : vector) {
      bytes.putFloat(number);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  static float[] unpack(String packed) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
    float[] vector = new float[bytes.remaining() / 4];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = bytes.getFloat();
    }
    return vector;
  }

  /** The cosine of the angle between two vectors, -1 to 1; 0 where their models differ. */
  static double cosine(float[] one, float[] other) {
    if (one.length != other.length) {
      return 0;
    }
    double dot = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
      a += one[i] * one[i];
      b += other[i] * other[i];
    }
    return a == 0 || b == 0 ? 0 : dot / Math.sqrt(a * b);
  }
}
