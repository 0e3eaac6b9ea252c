package io.moneyprinter.video.captions;

import java.util.ArrayList;
import java.util.List;

/** Breaks words into a given number of lines that are as equal in length as can be. */
public final class LineBreaks {
  private LineBreaks() {}

  /**
   * @param widths of the words, any unit
   * @param gaps room before each word when it does not begin a line; the first is not used
   * @param lines how many; at most as many as there are words
   * @return for each line the index after its last word
   */
  public static List<Integer> balanced(double[] widths, double[] gaps, int lines) {
    int words = widths.length;
    double[][] cost = new double[lines + 1][words + 1];
    int[][] from = new int[lines + 1][words + 1];
    for (double[] row : cost) {
      java.util.Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    cost[0][0] = 0;
    for (int line = 1; line <= lines; line++) {
      for (int end = line; end <= words; end++) {
        double width = 0;
        for (int start = end - 1; start >= line - 1; start--) {
          width += widths[start] + (start + 1 < end ? gaps[start + 1] : 0);
          // The sum of squares is least when all are equal. Of two equal ways the one with the
          // shorter first line wins: a pyramid sits better over a picture than a funnel.
          double total = cost[line - 1][start] + width * width * (line == 1 ? 1.0001 : 1);
          if (total < cost[line][end]) {
            cost[line][end] = total;
            from[line][end] = start;
          }
        }
      }
    }
    List<Integer> ends = new ArrayList<>();
    for (int line = lines, end = words; line > 0; line--) {
      ends.add(0, end);
      end = from[line][end];
    }
    return ends;
  }

  /** The width of the widest line. */
  public static double widest(double[] widths, double[] gaps, List<Integer> ends) {
    double widest = 0;
    int start = 0;
    for (int end : ends) {
      double width = widths[start];
      for (int word = start + 1; word < end; word++) {
        width += gaps[word] + widths[word];
      }
      widest = Math.max(widest, width);
      start = end;
    }
    return widest;
  }
}
