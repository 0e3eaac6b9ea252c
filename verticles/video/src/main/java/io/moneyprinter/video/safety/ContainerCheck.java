package io.moneyprinter.video.safety;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the structure of a file from outside before any decoder does: which kind it is, whether
 * its parts lie within it, and whether what it declares (tracks, pixels, length) is within bounds.
 * It refuses what is insane; what it merely cannot read is left for FFmpeg to judge.
 */
public final class ContainerCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerCheck.class);

  private final MediaLimits limits;

  public ContainerCheck(MediaLimits limits) {
    this.limits = limits;
  }

  /**
   * Checks a file. Blocks, for {@code lookTime} at most; reads 1 GB at most, into a few kilobytes
   * of memory.
   *
   * @param size bytes it is known to have
   * @throws ServiceFailure INVALID with what is wrong, RESOURCE when it cannot be read
   */
  public void check(Path file, long size) {
    check(file, size, false);
  }

  /**
   * Checks the beginning of an MP4 whose index stands in front; the last of its boxes may be cut
   * off. Otherwise as {@link #check}; anything but such an MP4 is refused.
   */
  public void checkHead(Path file, long size) {
    check(file, size, true);
  }

  private void check(Path file, long size, boolean head) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        throw Refusal.of(
            "This is no plain file but a link, pipe, device or folder: give the file itself");
      }
      if (attributes.size() != size) {
        throw Refusal.of(
            "The file has %d bytes, not the %d it had when it was stored: wait until it is written"
                + " to its end, then give it again",
            attributes.size(), size);
      }
      try (BoundedFile in = BoundedFile.open(file, limits.lookTime())) {
        parse(in, head);
      }
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE, "A stored file cannot be read (" + e + "): check the data folder");
    }
  }

  /**
   * Compares what FFmpeg found with the limits; it may have found more than the header told.
   *
   * @throws ServiceFailure INVALID with what is too much
   */
  public void compare(int streams, int width, int height, double seconds, boolean still) {
    Dimensions allowed = new Dimensions(limits);
    allowed.streams(streams);
    allowed.seconds(seconds);
    if (still) {
      allowed.still(width, height, 1);
    } else {
      allowed.frame(width, height);
    }
  }

  private void parse(BoundedFile in, boolean beginning) throws IOException {
    ByteBuffer head = in.read(0, MediaSignature.HEAD);
    MediaSignature kind = MediaSignature.of(head);
    if (beginning && kind != MediaSignature.ISO_MEDIA) {
      throw Refusal.of("This is not the beginning of an MP4 file");
    }
    try {
      switch (kind) {
        case ISO_MEDIA -> new BoxCheck(in, limits, beginning).check();
        case MATROSKA -> new EbmlCheck(in, limits).check();
        case AVI, WAVE -> new RiffCheck(in, limits).check();
        case TRANSPORT_STREAM ->
            new TransportCheck(in, limits).check(MediaSignature.packetSize(head));
        case PNG, JPEG, GIF, BMP, WEBP, TIFF -> new PictureCheck(in, limits).check(kind);
        case TEXT ->
            throw Refusal.of(
                "This is not a picture, clip or sound but %s, whatever its name says: give the"
                    + " media file itself",
                MediaSignature.kindOfText(head));
        case OTHER -> LOG.debug("Left for FFmpeg: a file of no kind that is parsed here");
      }
    } catch (ServiceFailure refusal) {
      throw refusal;
    } catch (RuntimeException e) {
      // JCodec throws runtime exceptions of many kinds at what it does not know. That alone is no
      // reason to refuse: the file goes on to FFmpeg, which is confined.
      LOG.debug("Left for FFmpeg: a file of kind {} that is not understood here", kind, e);
    }
  }
}
