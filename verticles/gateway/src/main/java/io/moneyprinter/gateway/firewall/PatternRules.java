package io.moneyprinter.gateway.firewall;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Known forms of attacks, each with a score. No expression repeats what repeats, so that the time
 * taken grows with the length of the text only. Bodies are not looked at: a video may well tell of
 * SQL; they are read strictly, field by field, and stored by parameters.
 */
final class PatternRules {
  /**
   * One form.
   *
   * @param pattern of texts in small letters
   * @param marks of which every text has one that the pattern finds; looking for them costs a
   *     fraction of the pattern, and nearly every text has none
   */
  private record Rule(String name, int score, Pattern pattern, List<String> marks) {
    static Rule of(String name, int score, String expression, String... marks) {
      return new Rule(name, score, Pattern.compile(expression), List.of(marks));
    }

    boolean finds(String text) {
      for (String mark : marks) {
        if (text.contains(mark)) {
          return pattern.matcher(text).find();
        }
      }
      return false;
    }
  }

  private static final List<Rule> TEXT =
      List.of(
          Rule.of("sql-union", 5, "\\bunion\\b.{1,30}\\bselect\\b", "union"),
          Rule.of("sql-always-true", 5, "['\"]\\s?(?:or|and)\\s.{0,20}=", "'", "\""),
          Rule.of("sql-stacked", 5, ";\\s?(?:drop|alter|insert|update|delete|truncate)\\s", ";"),
          Rule.of(
              "sql-timing",
              5,
              "\\b(?:pg_sleep|benchmark|waitfor delay|dbms_pipe)\\b",
              "pg_sleep",
              "benchmark",
              "waitfor delay",
              "dbms_pipe"),
          Rule.of("sql-comment", 2, "(?:--\\s|/\\*|\\*/|#$)", "--", "*", "#"),
          Rule.of("script", 5, "<\\s?(?:script|iframe|object|embed|svg)\\b", "<"),
          Rule.of("script-address", 4, "javascript\\s?:", "javascript"),
          Rule.of("event-handler", 4, "\\bon(?:error|load|click|mouseover|focus)\\s?=", "="),
          Rule.of("lookup-injection", 6, "\\$\\{(?:jndi|env|sys|lower|upper|\\$|::)", "${"),
          Rule.of("template-injection", 3, "(?:\\{\\{|<%|#\\{)", "{{", "<%", "#{"),
          Rule.of(
              "shell",
              4,
              "(?:[;|&`]|\\$\\()\\s?(?:cat|wget|curl|bash|sh|nc|id|uname|ping)(?:\\s|$)",
              ";",
              "|",
              "&",
              "`",
              "$("),
          Rule.of("traversal", 3, "\\.\\.[/\\\\]", ".."),
          Rule.of(
              "system-file",
              3,
              "(?:/etc/(?:passwd|shadow|hosts)|/proc/self|win\\.ini|boot\\.ini)",
              "/etc/",
              "/proc/self",
              "win.ini",
              "boot.ini"),
          Rule.of("wrapper", 4, "\\b(?:php|phar|gopher|dict|expect|jar)://?", ":/"),
          Rule.of(
              "header-injection",
              5,
              "[\\r\\n]\\s?(?:set-cookie|location|content-type|host)\\s?:",
              "\r",
              "\n"),
          Rule.of("object-stream", 4, "\\b(?:ro0ab|aced0005)", "ro0ab", "aced0005"));

  /** Of programs that we are not. */
  private static final List<Rule> PATH =
      List.of(
          Rule.of(
              "hidden-file",
              5,
              "/\\.(?:env|git|svn|hg|aws|ssh|htaccess|htpasswd|ds_store)\\b",
              "/."),
          Rule.of(
              "foreign-program",
              5,
              "\\.(?:php\\d?|asp|aspx|jsp|jspx|cgi)(?:/|$)",
              ".php",
              ".asp",
              ".jsp",
              ".cgi"),
          Rule.of(
              "foreign-page",
              5,
              "/(?:wp-admin|wp-login|wp-content|phpmyadmin|cgi-bin|actuator|manager/html|solr|hnap1|boaform)\\b",
              "/wp-",
              "/phpmyadmin",
              "/cgi-bin",
              "/actuator",
              "/manager/html",
              "/solr",
              "/hnap1",
              "/boaform"));

  private static final List<Rule> AGENT =
      List.of(
          Rule.of(
              "scanner",
              5,
              "\\b(?:sqlmap|nikto|nmap|masscan|zgrab|nuclei|acunetix|nessus|wpscan|dirbuster|gobuster|ffuf|havij)\\b",
              "sqlmap",
              "nikto",
              "nmap",
              "masscan",
              "zgrab",
              "nuclei",
              "acunetix",
              "nessus",
              "wpscan",
              "dirbuster",
              "gobuster",
              "ffuf",
              "havij"));

  /**
   * @param path decoded
   */
  void checkPath(String path, List<Finding> found) {
    String small = path.toLowerCase(Locale.ROOT);
    check(PATH, small, "path", found);
    check(TEXT, small, "path", found);
  }

  /**
   * @param text decoded
   * @param where it stands
   */
  void checkText(String text, String where, List<Finding> found) {
    if (!text.isEmpty()) {
      check(TEXT, text.toLowerCase(Locale.ROOT), where, found);
    }
  }

  /**
   * @param agent may be {@code null}: many good programs do not say what they are
   */
  void checkAgent(String agent, List<Finding> found) {
    if (agent != null) {
      check(AGENT, agent.toLowerCase(Locale.ROOT), "header User-Agent", found);
    }
  }

  private static void check(List<Rule> rules, String text, String where, List<Finding> found) {
    for (Rule rule : rules) {
      if (rule.finds(text)) {
        found.add(Finding.suspicious(rule.name(), where, rule.score()));
      }
    }
  }
}
