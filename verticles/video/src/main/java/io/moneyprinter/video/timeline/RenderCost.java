package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What rendering costs on this node: seconds to begin a piece, and seconds for each million pixels
 * of each frame. Learned from the pieces that were rendered, by a least-squares line in which an
 * old measurement counts less than a new one. Safe for use by many threads.
 */
public final class RenderCost {
  /** Of what is known, when a new measurement comes in. */
  private static final double MEMORY = 0.97;

  /** How many measurements the start values count for. */
  private static final double TRUST = 4;

  /** Seconds to begin a piece: an estimate that counts until the first pieces are rendered. */
  static final double FIRST_OVERHEAD = 0.5;

  /**
   * What that overhead leaves of docs/benchmarks.md: 7 pieces, 1495 frames of 1080 x 1920, in 22.3
   * seconds, two at a time on two cores.
   */
  static final double FIRST_RATE = 0.0133;

  private final int slots;
  private double weight;
  private double size;
  private double time;
  private double sizeSquared;
  private double sizeTime;

  /**
   * @param slots pieces that this node renders at the same time
   */
  public RenderCost(int slots) {
    this.slots = Math.max(1, slots);
    for (double known : new double[] {20, 200, 500, 1000}) {
      add(known, FIRST_OVERHEAD + FIRST_RATE * known, TRUST / 4);
    }
  }

  /** Takes a measurement in; one that was found in the store says nothing. */
  public synchronized void learn(Segment segment, RenderedSegment rendered) {
    if (!rendered.reused() && rendered.seconds() > 0) {
      weight *= MEMORY;
      size *= MEMORY;
      time *= MEMORY;
      sizeSquared *= MEMORY;
      sizeTime *= MEMORY;
      add(size(segment.canvas(), rendered.frames()), rendered.seconds(), 1);
    }
  }

  private void add(double pixels, double seconds, double counts) {
    weight += counts;
    size += counts * pixels;
    time += counts * seconds;
    sizeSquared += counts * pixels * pixels;
    sizeTime += counts * pixels * seconds;
  }

  /** Seconds for each million pixels of each frame. */
  public synchronized double rate() {
    double spread = weight * sizeSquared - size * size;
    double slope = spread <= 1e-9 ? 0 : (weight * sizeTime - size * time) / spread;
    return slope > 0 && slope * size <= time ? slope : time / size;
  }

  /** Seconds that a piece takes besides. */
  public synchronized double overhead() {
    return Math.max(0, (time - rate() * size) / weight);
  }

  /** Expected seconds until all pieces are rendered, each given to the slot that is free first. */
  public double wall(Canvas canvas, List<SegmentCuts.Piece> pieces) {
    double begin = overhead();
    double rate = rate();
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int i = 0; i < slots; i++) {
      free.add(0.0);
    }
    double end = 0;
    for (SegmentCuts.Piece piece : pieces) {
      double done = free.remove() + begin + rate * size(canvas, piece.frames());
      free.add(done);
      end = Math.max(end, done);
    }
    return end;
  }

  private static double size(Canvas canvas, int frames) {
    return canvas.width() * (double) canvas.height() * frames / 1e6;
  }
}
