package io.moneyprinter.notification.mail;

import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.notification.notice.Wording;
import io.moneyprinter.notification.sealing.Sealer;
import io.moneyprinter.platform.mail.Mail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes letters about notices, as text and as HTML, with a way to have no more of them. */
public final class LetterWriter {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final Wording wording;
  private final Sealer sealer;
  private final String publicUrl;
  private final String page;
  private final String one;

  private LetterWriter(Wording wording, Sealer sealer, String publicUrl, String page, String one) {
    this.wording = wording;
    this.sealer = sealer;
    this.publicUrl = publicUrl;
    this.page = page;
    this.one = one;
  }

  /**
   * Reads the templates. Blocking.
   *
   * @param publicUrl of the studio, without a slash at its end
   */
  public static LetterWriter load(Wording wording, Sealer sealer, String publicUrl) {
    return new LetterWriter(
        wording,
        sealer,
        publicUrl,
        read("/notification/mail.html"),
        read("/notification/mail-notice.html"));
  }

  private static String read(String file) {
    try (InputStream in =
        Objects.requireNonNull(LetterWriter.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The template " + file + " could not be read", e);
    }
  }

  /**
   * A letter about one notice or about several.
   *
   * @param notices in the language of the letter, at least one
   * @param digest whether it is one of several that are put together
   */
  Mail write(String recipient, List<Notice> notices, boolean digest, String language) {
    Notice first = notices.get(0);
    String token =
        new UnsubscribeToken(
                first.tenant(),
                first.subject(),
                digest ? UnsubscribeToken.DIGEST : first.kind().name())
            .text(sealer);
    String stop = publicUrl + "/v1/notifications/unsubscribe?token=" + token;
    String subject =
        notices.size() == 1
            ? first.title()
            : word(language, "mail.digest.title", "count", Integer.toString(notices.size()));
    return new Mail(
        recipient,
        subject,
        text(notices, language, stop),
        Optional.of(html(subject, notices, language, stop)),
        Map.of(
            "List-Unsubscribe", "<" + stop + ">",
            "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
            "Auto-Submitted", "auto-generated"));
  }

  private String text(List<Notice> notices, String language, String stop) {
    String all =
        notices.stream()
            .map(n -> n.title() + "\n" + n.text() + "\n" + link(n))
            .collect(Collectors.joining("\n\n"));
    return """
        %s

        --
        %s
        %s: %s/notifications
        %s: %s
        """
        .formatted(
            all,
            word(language, "mail.why", "site", publicUrl),
            wording.text(language, "mail.preferences", Map.of()),
            publicUrl,
            wording.text(language, "mail.unsubscribe", Map.of()),
            stop);
  }

  private String html(String subject, List<Notice> notices, String language, String stop) {
    String all =
        notices.stream()
            .map(
                n ->
                    filled(
                        one,
                        Map.of(
                            "title", escaped(n.title()),
                            "text", escaped(n.text()),
                            "href", escaped(link(n)),
                            "open", escaped(wording.text(language, "mail.open", Map.of())))))
            .collect(Collectors.joining());
    return filled(
        page,
        Map.of(
            "language", language,
            "subject", escaped(subject),
            "notices", all,
            "why", escaped(word(language, "mail.why", "site", publicUrl)),
            "preferences", escaped(publicUrl + "/notifications"),
            "choose", escaped(wording.text(language, "mail.preferences", Map.of())),
            "unsubscribe", escaped(stop),
            "stop", escaped(wording.text(language, "mail.unsubscribe", Map.of()))));
  }

  private String link(Notice notice) {
    return publicUrl + (notice.href() == null ? "/notifications" : notice.href());
  }

  private String word(String language, String key, String name, String value) {
    return wording.text(language, key, Map.of(name, value));
  }

  private static String filled(String template, Map<String, String> values) {
    Matcher place = PLACE.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      place.appendReplacement(filled, Matcher.quoteReplacement(values.get(place.group(1))));
    }
    return place.appendTail(filled).toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
