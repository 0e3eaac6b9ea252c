package io.moneyprinter.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.config.FlagState;
import io.moneyprinter.codecs.config.PutSetting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be written as a setting. */
final class SettingRules {
  /** Bytes of a value as UTF-8. */
  static final int LONGEST_VALUE = 64 * 1024;

  private static final int LONGEST_KEY = 128;
  private static final Pattern KEY =
      Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*");

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private SettingRules() {}

  /** Fails with all violations at once. */
  static void check(PutSetting setting) {
    List<Violation> violations = new ArrayList<>();
    if (setting.key().length() > LONGEST_KEY || !KEY.matcher(setting.key()).matches()) {
      violations.add(
          new Violation(
              "/key",
              "A key is lower-case words joined by dots and hyphens, such as video.watermark, at"
                  + " most "
                  + LONGEST_KEY
                  + " characters"));
    }
    wrongValue(setting.value()).ifPresent(wrong -> violations.add(new Violation("/value", wrong)));
    if (setting.key().startsWith(Flag.PREFIX)) {
      wrongFlag(setting).ifPresent(violations::add);
    }
    if (setting.expectedVersion() != null && setting.expectedVersion() < 0) {
      violations.add(
          new Violation("/expectedVersion", "A version is 1 or more, or 0 for none yet"));
    }
    if (!violations.isEmpty()) {
      throw ServiceFailure.invalid("The setting cannot be written as it is", violations);
    }
  }

  /** A flag that nothing reads would only look as if it did something. */
  private static Optional<Violation> wrongFlag(PutSetting setting) {
    if (Flag.ofKey(setting.key()).isEmpty()) {
      return Optional.of(
          new Violation(
              "/key",
              "There is no such flag; there are "
                  + Arrays.stream(Flag.values()).map(Flag::key).collect(Collectors.joining(", "))));
    }
    return FlagState.read(setting.value()).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Violation(
                "/value",
                "A flag is true, false, or {\"on\": false, \"except\": [\"<tenant>\", …]} for all but"
                    + " some tenants"));
  }

  private static Optional<String> wrongValue(String value) {
    if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE) {
      return Optional.of("A value takes at most " + LONGEST_VALUE / 1024 + " KiB: shorten it");
    }
    try {
      return JSON.readTree(value).isMissingNode()
          ? Optional.of("The value is empty: write JSON, for instance null")
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of("The value is not JSON: " + e.getOriginalMessage());
    }
  }
}
