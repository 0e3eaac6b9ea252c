package io.moneyprinter.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every SQL statement of this service on a table of which the rows belong to tenants names the
 * tenant, but for those that are listed here with the reason why they need not.
 */
class TenantStatementsTest {
  private static final Path CODE = Path.of("src/main/java");
  private static final Path TABLES = Path.of("src/main/resources/db");
  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE (\\w+) *\\((.*?)\n\\)", Pattern.DOTALL);
  private static final Pattern OF_TENANT = Pattern.compile("(?m)^\\s*tenant\\s");
  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern STATEMENT =
      Pattern.compile("\\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\\b.*", Pattern.DOTALL);

  /** Beginnings of statements, each with the reason. */
  private static final Map<String, String> OF_ALL =
      Map.of(
          "UPDATE api_keys SET last_used_at",
          "by the prefix of a key of which the hash was just compared",
          "UPDATE sessions SET last_used_at",
          "by the id of a session of which the refresh token was just compared",
          "DELETE FROM sessions WHERE LEAST",
          "forgets what is over, of all tenants",
          "DELETE FROM one_time_tokens WHERE expires_at",
          "forgets what is over, of all tenants",
          "DELETE FROM video_uses WHERE at",
          "forgets what is long past, of all tenants",
          "INSERT INTO audit_log",
          "the tenant is in the list of columns, a text of its own",
          "SELECT id, sequence, hash FROM audit_log",
          "the receipts of records that were just written");

  @Test
  void everyStatementNamesTheTenantOrSaysWhyNot() throws IOException {
    Set<String> tables = tables();
    List<String> without = new ArrayList<>();
    int statements = 0;
    for (Path file : files(CODE, ".java")) {
      Matcher text = TEXT.matcher(Files.readString(file));
      while (text.find()) {
        String sql = (text.group(1) == null ? text.group(2) : text.group(1)).strip();
        if (!STATEMENT.matcher(sql).matches() || tables.stream().noneMatch(t -> uses(sql, t))) {
          continue;
        }
        statements++;
        if (!sql.matches("(?s).*\\btenant\\b.*")
            && OF_ALL.keySet().stream().noneMatch(sql::startsWith)) {
          without.add(file.getFileName() + ": " + sql.replaceAll("\\s+", " "));
        }
      }
    }

    assertThat(tables).contains("users", "sessions", "api_keys", "totp");
    assertThat(statements).isGreaterThan(30);
    assertThat(without).isEmpty();
  }

  private static boolean uses(String sql, String table) {
    return Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+" + table + "\\b").matcher(sql).find();
  }

  private static Set<String> tables() throws IOException {
    Set<String> tables = new TreeSet<>();
    for (Path file : files(TABLES, ".sql")) {
      Matcher table = TABLE.matcher(Files.readString(file));
      while (table.find()) {
        if (OF_TENANT.matcher(table.group(2)).find()) {
          tables.add(table.group(1));
        }
      }
    }
    return tables;
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(end)).toList();
    }
  }
}
