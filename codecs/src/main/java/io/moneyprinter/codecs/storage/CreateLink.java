package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * Makes a link by which whoever has it may fetch one file for a while.
 *
 * @param key of the file
 * @param subject what it is a file of, which the asker has made sure of that it is the caller's:
 *     {@code video/<id>/<file>} or {@code material/<id>/<version>}; {@code null} for a file that
 *     the caller's tenant stored itself
 * @param mediaType it is sent as; as it was stored when {@code null}
 * @param fileName it is saved under, 1 to 200 characters in any script; made of the key when {@code
 *     null}
 * @param disposition {@code INLINE} when {@code null}
 * @param lifeSeconds how long it is good for; the setting {@code storage.links.life} when {@code
 *     null}
 * @param maxDownloads how often the file may be fetched from its beginning, 1 to 1,000,000; any
 *     number of times when {@code null}
 */
public record CreateLink(
    String key,
    String subject,
    String mediaType,
    String fileName,
    LinkDisposition disposition,
    Integer lifeSeconds,
    Integer maxDownloads) {
  public CreateLink {
    Objects.requireNonNull(key, "key");
  }
}
