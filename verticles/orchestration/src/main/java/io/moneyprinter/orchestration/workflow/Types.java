package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the bindings need to know of the messages' types. */
final class Types {
  private static final TypeFactory FACTORY = RecordJson.wire().getTypeFactory();

  /** Each number type may become one further right without loss of what matters. */
  private static final List<Class<?>> NUMBERS =
      List.of(Integer.class, Long.class, Float.class, Double.class);

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          int.class, Integer.class,
          long.class, Long.class,
          float.class, Float.class,
          double.class, Double.class,
          boolean.class, Boolean.class);

  static final JavaType DOUBLE = of(double.class);
  static final JavaType INT = of(int.class);

  private Types() {}

  static JavaType of(Class<?> type) {
    return FACTORY.constructType(type);
  }

  static JavaType listOf(JavaType item) {
    return FACTORY.constructCollectionType(List.class, item);
  }

  static List<RecordComponent> components(JavaType type) {
    RecordComponent[] components = type.getRawClass().getRecordComponents();
    return components == null ? List.of() : List.of(components);
  }

  static JavaType typeOf(RecordComponent component) {
    return FACTORY.constructType(component.getGenericType());
  }

  static Optional<JavaType> component(JavaType record, String name) {
    return components(record).stream()
        .filter(component -> component.getName().equals(name))
        .map(Types::typeOf)
        .findFirst();
  }

  static boolean isNumber(JavaType type) {
    return NUMBERS.contains(boxed(type));
  }

  static boolean isBoolean(JavaType type) {
    return boxed(type) == Boolean.class;
  }

  private static Class<?> boxed(JavaType type) {
    return BOXES.getOrDefault(type.getRawClass(), type.getRawClass());
  }

  /** Whether every value of the one type, written as JSON, reads as the other. */
  static boolean fits(JavaType from, JavaType to) {
    if (isNumber(from) && isNumber(to)) {
      return NUMBERS.indexOf(boxed(from)) <= NUMBERS.indexOf(boxed(to));
    }
    if (!boxed(to).isAssignableFrom(boxed(from))
        || from.containedTypeCount() < to.containedTypeCount()) {
      return false;
    }
    for (int i = 0; i < to.containedTypeCount(); i++) {
      if (!fits(from.containedType(i), to.containedType(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether this one value reads as the type. */
  static boolean fits(JsonNode value, JavaType to) {
    if (value.isNull()) {
      return !to.isPrimitive();
    }
    try {
      return RecordJson.strict().readerFor(to).readValue(RecordJson.strict().treeAsTokens(value))
          != null;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The type as the documentation writes it: {@code List<Speech>}. */
  static String name(JavaType type) {
    String raw = type.getRawClass().getSimpleName();
    if (type.containedTypeCount() == 0) {
      return raw;
    }
    return Stream.iterate(0, i -> i + 1)
        .limit(type.containedTypeCount())
        .map(i -> name(type.containedType(i)))
        .collect(Collectors.joining(", ", raw + "<", ">"));
  }
}
