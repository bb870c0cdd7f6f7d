package eu.sotto;

import static eu.sotto.Practice.ACTOR;
import static eu.sotto.Practice.IDENTITY;

import eu.sotto.records.RecordEntry;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Callee;
import eu.sotto.vocabulary.Party;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that can be seen of a store whose script has ended, line by line, without whatever is
 * drawn at random: what opens, what is gone, who is found, who is barred, what is certified, what
 * lies in the files, and what is left of it all after years.
 */
final class CrashLook {
  private static final Pattern KIND = Pattern.compile("\"kind\" : \"([a-z_]+)\"");
  private static final Pattern COUNT = Pattern.compile("(class .*): (\\d+)");
  private static final Duration YEARS = Duration.ofDays(20 * 366);

  private final List<String> lines = new ArrayList<>();
  private final Path folder;
  private final List<CrashScript.Step> steps;
  private final Instant end;

  private CrashLook(Path folder, List<CrashScript.Step> steps) {
    this.folder = folder;
    this.steps = steps;
    this.end = steps.get(steps.size() - 1).at().plusSeconds(60);
  }

  /** The sight of a store; it is used up by being looked at. */
  static List<String> at(Path folder, List<CrashScript.Step> steps) {
    CrashLook look = new CrashLook(folder, steps);
    look.look();
    return look.lines;
  }

  private void look() {
    CrashScript script = new CrashScript(folder, end);
    try (CallPrivacy privacy = script.privacy()) {
      add("ledger", privacy.verify().intact());
      add("contents", contents());
      add("requests", privacy.requests().stream().map(r -> r.stated().toString()).sorted());
      add("anonymous", privacy.retention().anonymous().sorted());
      for (int person = 0; person < CrashScript.PEOPLE; person++) {
        look(privacy, person);
      }
      lookAtCalls(privacy);
      add("certified", certified(privacy));
      script.now(end.plus(YEARS));
      privacy.retention().sweep(privacy.retention().plan());
      privacy.retention().sweep(privacy.retention().plan());
      add("contents after years", contents());
      add("certified after years", certified(privacy));
      add("intact after years", privacy.verify().intact());
    }
    tables();
    add("files", files());
  }

  private void add(String what, Object seen) {
    lines.add(
        what + ": " + (seen instanceof Stream<?> all ? all.map(String::valueOf).toList() : seen));
  }

  private void look(CallPrivacy privacy, int person) {
    Party party = new CrashScript.Step(CrashScript.Kind.NAME, person, 0, end).party();
    String who = "person " + person + " ";
    Actor finder = Actor.of("e-" + person, "desk");
    add(who + "found", privacy.find(CrashScript.named(person), finder).size());
    add(
        who + "dialled",
        Practice.reasons(
            privacy
                .contact()
                .dial(
                    CallId.of("dialled"), Outreach.CALLS, party, Outreach.MOVED, Callee.CONSUMER)));
    privacy
        .subject(party)
        .ifPresentOrElse(
            subject -> look(privacy, who, subject), () -> add(who + "is", "not known"));
  }

  private void look(CallPrivacy privacy, String who, Subject subject) {
    add(who + "consents", subject.consents().values().stream().map(status -> status.state()));
    add(who + "records", subject.records().stream().map(entry -> line(privacy, entry)).sorted());
    add(who + "export", export(subject));
  }

  private static String line(CallPrivacy privacy, RecordEntry entry) {
    return String.join(
        " ",
        entry.what().kind().name(),
        entry.what().purpose().value(),
        entry.what().retentionClass(),
        entry.due().firstDeletionDay().toString(),
        new TreeSet<>(entry.what().labels().keySet()).toString(),
        privacy.retention().explain(entry.id()).orElseThrow().text(Locale.ENGLISH));
  }

  /** What the person gets, without the names of files, which are random. */
  private List<String> export(Subject subject) {
    try {
      Path parent = Files.createTempDirectory("look");
      subject.request(IDENTITY, ACTOR).access().exportTo(parent.resolve("access"));
      List<String> seen = new ArrayList<>();
      for (Path file : StoredBytes.files(parent)) {
        String name = file.getFileName().toString();
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (name.equals("data.json")) {
          Set<String> kinds =
              new TreeSet<>(KIND.matcher(text).results().map(CrashLook::one).toList());
          // A record is the proof that it is kept; a crash may come before its entry in the ledger.
          kinds.remove("record_kept");
          seen.add("events " + kinds);
        } else if (name.startsWith("transcript-") || name.startsWith("recording-")) {
          seen.add(text);
        }
      }
      StoredBytes.delete(parent);
      return seen.stream().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String one(MatchResult result) {
    return result.group(1);
  }

  private void lookAtCalls(CallPrivacy privacy) {
    steps.stream()
        .map(CrashScript.Step::id)
        .distinct()
        .forEach(
            id ->
                add(
                    id.value(),
                    privacy.resume(id).map(call -> call.records().size() + " records")));
  }

  private static Map<String, Integer> certified(CallPrivacy privacy) {
    Map<String, Integer> sums = new TreeMap<>();
    privacy
        .retention()
        .certificates()
        .flatMap(one -> COUNT.matcher(one.statement()).results())
        .forEach(
            count -> sums.merge(count.group(1), Integer.parseInt(count.group(2)), Integer::sum));
    return sums;
  }

  private long contents() {
    try {
      return StoredBytes.files(folder.resolve("data").resolve("content")).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much lies in each table of the index, in the end. */
  private void tables() {
    Path file = folder.resolve("data").resolve("records.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      for (String table :
          List.of(
              "subject",
              "party",
              "call",
              "record",
              "erasure",
              "evidence",
              "suppression",
              "finding",
              "disposal",
              "anonymous")) {
        try (ResultSet rows =
            connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
          add("table " + table, rows.getInt(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String files() {
    try {
      return StoredBytes.files(folder).stream()
          .map(path -> folder.relativize(path).toString().replaceAll("[0-9a-f]{16,}", "#"))
          // what a person was handed is the host's
          .filter(name -> !name.startsWith("answer"))
          .distinct()
          .sorted()
          .collect(Collectors.joining(" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
