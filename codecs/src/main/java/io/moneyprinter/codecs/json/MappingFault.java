package io.moneyprinter.codecs.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.moneyprinter.codecs.bus.Violation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says to people why JSON is not the record that it should be, and where (RFC 6901). */
public final class MappingFault {
  private MappingFault() {}

  public static Violation of(JsonMappingException fault) {
    return new Violation(pointer(fault.getPath()), sentence(fault));
  }

  /** A name as a step of a JSON pointer. */
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "/" + step.getIndex()
                    : "/" + escaped(step.getFieldName()))
        .collect(Collectors.joining());
  }

  private static String sentence(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "There is no field '%s' here; known are %s"
          .formatted(
              unknown.getPropertyName(),
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
      return "'%s' is not one of %s".formatted(wrong.getValue(), words(wrong.getTargetType()));
    }
    if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
      // Without a message it is a null within a list or map, which the record could not copy.
      String reason = refused.getCause().getMessage();
      return reason == null ? "holds a null where a value is wanted" : reason;
    }
    if (e instanceof MismatchedInputException other && other.getTargetType() != null) {
      // Jackson has no exception of its own for it: a figure that is absent comes as a null.
      boolean absent = String.valueOf(e.getOriginalMessage()).contains("`null` into type");
      String fault = absent ? "is missing; " : "is not of the right kind; ";
      return fault + kind(other.getTargetType()) + " is wanted";
    }
    return "cannot be read";
  }

  private static String kind(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Double.class || type == double.class) {
      return "a number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(word -> RecordJson.wire().convertValue(word, String.class))
        .collect(Collectors.joining(", "));
  }
}
