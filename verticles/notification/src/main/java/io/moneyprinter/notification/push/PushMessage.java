package io.moneyprinter.notification.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.platform.digest.Sha256;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a browser is told, and what the push service may know of it.
 *
 * @param text JSON, read by the studio's service worker
 * @param topic a later message of the same replaces one that still waits (RFC 8030, section 5.4)
 * @param urgency whether a sleeping device is woken for it (RFC 8030, section 5.3)
 */
record PushMessage(byte[] text, String topic, String urgency) {
  /** Of each of its two texts; even if every character is escaped, both fit into one record. */
  private static final int LONGEST = 250;

  /** 24 bytes are the 32 characters that a topic may have. */
  private static final int TOPIC_BYTES = 24;

  private record Told(
      String id, String title, String text, String href, String language, long at) {}

  static PushMessage of(Notice notice, String language) {
    try {
      return new PushMessage(
          RecordJson.wire()
              .writeValueAsBytes(
                  new Told(
                      notice.id(),
                      cut(notice.title()),
                      cut(notice.text()),
                      notice.href(),
                      language,
                      notice.at().toEpochMilli())),
          topic(about(notice)),
          notice.weight() == NoticeKind.Weight.URGENT ? "high" : "normal");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is told is always JSON", e);
    }
  }

  /** That a video is ready is worth more than that it waited; all else stands for itself. */
  private static String about(Notice notice) {
    String what = notice.data().getOrDefault("video", notice.data().get("batch"));
    return what == null ? notice.id() : what;
  }

  /** The push service learns no more of it than that it is the same. */
  private static String topic(String what) {
    byte[] hash = Sha256.of(what);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOPIC_BYTES));
  }

  /** Never through the middle of a character of two halves. */
  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
