package io.moneyprinter.video.frames;

import java.time.Duration;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Has the reading of a picture given up when it takes too long. */
final class ReadingTime implements IIOReadProgressListener {
  private final long until;
  private boolean over;

  ReadingTime(Duration longest) {
    this.until = System.nanoTime() + longest.toNanos();
  }

  /** Whether it was given up. */
  boolean over() {
    return over;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (System.nanoTime() > until) {
      over = true;
      source.abort();
    }
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {
    // Only time counts.
  }

  @Override
  public void sequenceComplete(ImageReader source) {
    // Only time counts.
  }

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {
    // Only time counts.
  }

  @Override
  public void imageComplete(ImageReader source) {
    // Only time counts.
  }

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
    // Only time counts.
  }

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {
    // Only time counts.
  }

  @Override
  public void thumbnailComplete(ImageReader source) {
    // Only time counts.
  }

  @Override
  public void readAborted(ImageReader source) {
    // Only time counts.
  }
}
