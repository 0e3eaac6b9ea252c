package io.moneyprinter.gateway.http;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads query parameters and path parts; what is wrong is refused by name. */
public final class Query {
  private Query() {}

  public static Optional<String> text(RoutingContext ctx, String name) {
    return ctx.queryParam(name).stream().findFirst().filter(value -> !value.isBlank());
  }

  public static int number(RoutingContext ctx, String name, int least, int most, int fallback) {
    return (int)
        (long) text(ctx, name).map(t -> whole(t, name, least, most)).orElse((long) fallback);
  }

  /** {@code true} or {@code false}; false when it is not there. */
  public static boolean flag(RoutingContext ctx, String name) {
    String text = text(ctx, name).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(name, "must be true or false, not '" + text + "'");
    }
    return text.equals("true");
  }

  /** A whole number, as text. */
  public static long whole(String text, String name, long least, long most) {
    try {
      long value = Long.parseLong(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, "must be a whole number, not '" + text + "'");
    }
    throw wrong(name, "must be " + least + " to " + most + ", not " + text);
  }

  /** A point in time: {@code 2026-01-31T12:00:00Z} or {@code 2026-01-31} for its beginning, UTC. */
  public static Instant instant(RoutingContext ctx, String name, Instant fallback) {
    return text(ctx, name).map(t -> instant(t, name)).orElse(fallback);
  }

  private static Instant instant(String text, String name) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw wrong(name, "must be a date such as 2026-01-31 or 2026-01-31T12:00:00Z");
    }
  }

  public static <E extends Enum<E>> E word(RoutingContext ctx, String name, Class<E> type) {
    Optional<String> text = text(ctx, name);
    if (text.isEmpty()) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(text.get()))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    name,
                    "must be one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
  }

  /** The id in the path. What has not the form of one cannot exist. */
  public static String id(RoutingContext ctx) {
    return id(ctx, "video");
  }

  /**
   * The id in the path.
   *
   * @param what it is of, in one word
   */
  public static String id(RoutingContext ctx, String what) {
    String id = ctx.pathParam("id");
    if (!isId(id)) {
      throw ServiceFailure.notFound("There is no " + what + " with this id");
    }
    return id;
  }

  /** Whether this is a UUID in its usual form; only such ids travel further. */
  public static boolean isId(String text) {
    if (text == null || text.length() != 36) {
      return false;
    }
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  public static ServiceFailure wrong(String name, String message) {
    return ServiceFailure.invalid("/" + name, name + " " + message);
  }
}
