package io.moneyprinter.launcher.template;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template as the command line names it: {@code daily-fact} or {@code daily-fact@2}.
 *
 * @param version {@code null} for the latest
 */
public record TemplateName(String name, Integer version) {
  private static final Pattern FORM = Pattern.compile("([^@]+)(?:@(\\d{1,9}))?");

  public static TemplateName of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new ServiceFailure(
          FailureCode.INVALID,
          "A template is named like daily-fact, or daily-fact@2 for its second version, not "
              + text);
    }
    Integer version = form.group(2) == null ? null : Integer.valueOf(form.group(2));
    return new TemplateName(form.group(1), version);
  }
}
