package io.moneyprinter.storage.links;

import java.nio.charset.StandardCharsets;

/**
 * What a link's signature vouches for: none of it can be changed, here or in the books, without the
 * key.
 *
 * @param id of the link
 * @param tenant whose it is
 * @param subject what it is a file of
 * @param blobKey of the file
 * @param expires seconds since 1970
 */
record LinkClaims(String id, String tenant, String subject, String blobKey, long expires) {
  /** What is signed: one claim a line, none of which can hold a line break. */
  byte[] text(String keyId) {
    return String.join(
            "\n",
            "moneyprinter link 1",
            keyId,
            id,
            oneLine(tenant),
            oneLine(subject),
            blobKey,
            Long.toString(expires))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String oneLine(String text) {
    if (text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("A claim of a link has one line");
    }
    return text;
  }
}
