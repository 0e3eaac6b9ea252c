package io.moneyprinter.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SQL statements in the code of the module whose tests run, on tables of which the rows belong
 * to tenants. Texts that are put together from literals and constants of the same file are read as
 * a whole; what else a statement is made of is left out.
 *
 * @param tables those with a column {@code tenant}
 * @param all how many statements there are
 * @param without those that do not name the tenant, each with its file
 */
public record TenantStatements(Set<String> tables, int all, List<String> without) {
  private static final Path CODE = Path.of("src/main/java");
  private static final Path TABLES = Path.of("src/main/resources/db");
  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE (\\w+) *\\((.*?)\n\\)", Pattern.DOTALL);
  private static final Pattern OF_TENANT = Pattern.compile("(?m)^\\s*tenant\\s");
  private static final String TEXT = "(?:\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\")";
  private static final String PART = "(?:" + TEXT + "|[A-Z][A-Z_]+)";
  private static final String SUM = PART + "(?:\\s*\\+\\s*" + PART + ")*";
  private static final Pattern CONSTANT =
      Pattern.compile("\\b([A-Z][A-Z_]+)\\s*=\\s*(" + SUM + ")");
  private static final Pattern SUMS = Pattern.compile(SUM);
  private static final Pattern PARTS = Pattern.compile(PART);
  private static final Pattern STATEMENT =
      Pattern.compile("\\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\\b.*", Pattern.DOTALL);

  /** That a statement answers with the tenant does not keep it to one. */
  private static final Pattern ANSWER = Pattern.compile("\\bRETURNING\\b[^)]*$");

  private static final Pattern NAMED = Pattern.compile("\\btenant\\b");

  /**
   * Reads the module's code.
   *
   * @param ofAll beginnings of statements that need not name the tenant
   */
  public static TenantStatements read(Set<String> ofAll) {
    Set<String> tables = ofTenants();
    List<String> without = new ArrayList<>();
    int all = 0;
    for (Path file : files(CODE, ".java")) {
      for (String sql : texts(text(file))) {
        if (STATEMENT.matcher(sql).matches() && tables.stream().anyMatch(t -> uses(sql, t))) {
          all++;
          if (!NAMED.matcher(ANSWER.matcher(sql).replaceFirst("")).find()
              && ofAll.stream().noneMatch(sql::startsWith)) {
            without.add(file.getFileName() + ": " + sql);
          }
        }
      }
    }
    return new TenantStatements(tables, all, without);
  }

  private static List<String> texts(String code) {
    Map<String, String> constants = new HashMap<>();
    Matcher constant = CONSTANT.matcher(code);
    while (constant.find()) {
      constants.put(constant.group(1), joined(constant.group(2), constants));
    }
    List<String> texts = new ArrayList<>();
    Matcher sum = SUMS.matcher(code);
    while (sum.find()) {
      if (sum.group().startsWith("\"")) {
        texts.add(joined(sum.group(), constants).strip().replaceAll("\\s+", " "));
      }
    }
    return texts;
  }

  private static String joined(String sum, Map<String, String> constants) {
    StringBuilder whole = new StringBuilder();
    Matcher part = PARTS.matcher(sum);
    while (part.find()) {
      String text = part.group();
      if (text.startsWith("\"\"\"")) {
        whole.append(text, 3, text.length() - 3);
      } else if (text.startsWith("\"")) {
        whole.append(text, 1, text.length() - 1);
      } else {
        whole.append(constants.getOrDefault(text, ""));
      }
    }
    return whole.toString();
  }

  private static boolean uses(String sql, String table) {
    return Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+" + table + "\\b").matcher(sql).find();
  }

  private static Set<String> ofTenants() {
    Set<String> tables = new TreeSet<>();
    for (Path file : files(TABLES, ".sql")) {
      Matcher table = TABLE.matcher(text(file));
      while (table.find()) {
        if (OF_TENANT.matcher(table.group(2)).find()) {
          tables.add(table.group(1));
        }
      }
    }
    return tables;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String end) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
