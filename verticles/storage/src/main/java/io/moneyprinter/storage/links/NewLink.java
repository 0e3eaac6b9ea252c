package io.moneyprinter.storage.links;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CreateLink;
import io.moneyprinter.codecs.storage.LinkDisposition;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes links of wishes, and refuses those that make no sense. */
final class NewLink {
  private static final int ID_BYTES = 16;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_DOWNLOADS = 1_000_000;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,60}(; charset=utf-8)?");

  private final LinksConfig config;
  private final SecureRandom random = new SecureRandom();

  NewLink(LinksConfig config) {
    this.config = config;
  }

  StoredLink of(CreateLink wish, Blob blob, CallContext caller, Instant now) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    // The signature counts whole seconds.
    Instant begin = now.truncatedTo(ChronoUnit.MILLIS);
    Instant end = begin.plus(life(wish)).truncatedTo(ChronoUnit.SECONDS);
    return new StoredLink(
        Base64.getUrlEncoder().withoutPadding().encodeToString(id),
        caller.tenant(),
        caller.subject(),
        Optional.ofNullable(wish.subject()).orElse("object/" + blob.key()),
        blob.key(),
        blob.size(),
        mediaType(wish, blob),
        fileName(wish, blob),
        Optional.ofNullable(wish.disposition()).orElse(LinkDisposition.INLINE),
        begin,
        end,
        downloads(wish),
        0,
        null,
        null);
  }

  private Duration life(CreateLink wish) {
    if (wish.lifeSeconds() == null) {
      return config.life();
    }
    Duration life = Duration.ofSeconds(wish.lifeSeconds());
    if (life.isZero() || life.isNegative() || life.compareTo(config.longest()) > 0) {
      throw ServiceFailure.invalid(
          "/expiresInSeconds",
          "A link is good for 1 to "
              + config.longest().toSeconds()
              + " seconds (storage.links.longest), not "
              + wish.lifeSeconds());
    }
    return life;
  }

  private static Integer downloads(CreateLink wish) {
    Integer most = wish.maxDownloads();
    if (most != null && (most < 1 || most > MOST_DOWNLOADS)) {
      throw ServiceFailure.invalid(
          "/maxDownloads", "1 to 1,000,000 downloads are wanted; leave it out for any number");
    }
    return most;
  }

  /** What breaks a header, or shows itself as another name than it is, is no name of a file. */
  private static String fileName(CreateLink wish, Blob blob) {
    String name = wish.fileName();
    if (name == null) {
      return blob.key().substring(0, ID_BYTES);
    }
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || UNPRINTABLE.matcher(name).find()
        || name.matches(".*[/\\\\].*")) {
      throw ServiceFailure.invalid(
          "/fileName",
          "A file name takes 1 to 200 characters, without / and \\ and control characters");
    }
    return name.strip();
  }

  private static String mediaType(CreateLink wish, Blob blob) {
    String type = wish.mediaType() == null ? blob.mediaType() : wish.mediaType();
    return MEDIA_TYPE.matcher(type).matches() ? type : "application/octet-stream";
  }
}
