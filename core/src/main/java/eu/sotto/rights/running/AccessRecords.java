package eu.sotto.rights.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.register.Register;
import eu.sotto.retention.DisposalMethod;
import eu.sotto.retention.Explanation;
import eu.sotto.rights.Assessment;
import eu.sotto.rights.Outcome;
import eu.sotto.session.Engine;
import eu.sotto.session.SubjectSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is and was kept of a person: what they get, what is withheld from them and on which ground,
 * and what is gone. Immutable.
 *
 * @param disclosed what they get
 * @param withheld what they do not get
 * @param gone what was kept once and is not there any more
 */
record AccessRecords(List<KeptFile> disclosed, List<Withheld> withheld, List<Gone> gone) {
  /**
   * A record that is kept.
   *
   * @param entry what it is
   * @param file the name of its file
   * @param why why it is still here, and until when; null if it was disposed of meanwhile
   */
  record KeptFile(RecordEntry entry, String file, @Nullable Explanation why) {}

  /** A record that is kept and not handed over, with the ground. */
  record Withheld(RecordEntry entry, Assessment why) {}

  /**
   * A record that was kept.
   *
   * @param kept the entry that says so
   * @param successor what took its place when it was put right, if that is why it went
   * @param anonymises whether the class of records leaves texts that belong to nobody
   */
  record Gone(Recorded kept, Optional<String> successor, boolean anonymises) {}

  AccessRecords {
    disclosed = List.copyOf(disclosed);
    withheld = List.copyOf(withheld);
    gone = List.copyOf(gone);
  }

  /**
   * What is not withheld, and what was kept after that was laid down, goes to the person; what
   * another controller decides on does not, whatever was laid down.
   */
  static AccessRecords of(
      SubjectSession subject,
      List<Assessment> assessments,
      Behalf behalf,
      Function<RecordEntry, String> files,
      List<Recorded> events) {
    Map<RecordId, Assessment> withholding =
        assessments.stream()
            .filter(one -> one.outcome() != Outcome.DISCLOSE)
            .collect(Collectors.toMap(Assessment::record, one -> one));
    Engine engine = subject.engine();
    Instant now = engine.clock().instant();
    List<KeptFile> disclosed = new ArrayList<>();
    List<Withheld> withheld = new ArrayList<>();
    for (RecordEntry entry : Proposals.records(subject, behalf)) {
      Assessment why = withholding.get(entry.id());
      if (!behalf.covers(entry)) {
        why = Proposals.passedOn(entry, behalf);
      }
      if (why == null) {
        Explanation explained = engine.records().lifetimes().explain(entry.id(), now).orElse(null);
        disclosed.add(new KeptFile(entry, files.apply(entry), explained));
      } else {
        withheld.add(new Withheld(entry, why));
      }
    }
    return new AccessRecords(disclosed, withheld, gone(subject, events));
  }

  private static List<Gone> gone(SubjectSession subject, List<Recorded> events) {
    Set<String> there =
        subject.records().stream().map(entry -> entry.id().toString()).collect(Collectors.toSet());
    Map<String, String> successors = new LinkedHashMap<>();
    events.stream()
        .filter(event -> event.kind().equals("record_rectified"))
        .forEach(
            event ->
                successors.put(
                    FieldWords.text(event, "replaces"), FieldWords.text(event, "record")));
    Register register = subject.engine().register();
    return events.stream()
        .filter(event -> event.kind().equals("record_kept"))
        .filter(event -> !there.contains(FieldWords.text(event, "record")))
        .map(
            event ->
                new Gone(
                    event,
                    Optional.ofNullable(successors.get(FieldWords.text(event, "record"))),
                    anonymises(register, FieldWords.text(event, "retention_class"))))
        .toList();
  }

  private static boolean anonymises(Register register, String retentionClass) {
    return register.retentionPolicy().rules().stream()
        .filter(rule -> rule.retentionClass().name().equals(retentionClass))
        .anyMatch(rule -> rule.disposal() == DisposalMethod.ANONYMISE);
  }

  List<RecordEntry> entries() {
    return disclosed.stream().map(KeptFile::entry).toList();
  }

  /** The rules that set a record's date, each with its source. */
  static List<String> rules(Register register, RecordEntry entry) {
    return entry.due().because().rules().stream()
        .map(id -> register.retentionPolicy().rule(id).map(rule -> id + ": " + rule.source()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What they get, as data. */
  List<Map<String, Object>> disclosedTree(Register register) {
    return disclosed.stream()
        .map(
            kept -> {
              Map<String, Object> tree = tree(kept.entry());
              tree.put("bytes", kept.entry().length());
              tree.put("deletedFrom", kept.entry().due().firstDeletionDay().toString());
              tree.put("because", rules(register, kept.entry()));
              tree.put("labels", kept.entry().what().labels());
              tree.put("file", kept.file());
              return tree;
            })
        .toList();
  }

  /** What they do not get, as data. */
  List<Map<String, Object>> withheldTree() {
    return withheld.stream()
        .map(
            one -> {
              Map<String, Object> tree = tree(one.entry());
              tree.put("outcome", one.why().outcome().name());
              tree.put("ground", one.why().ground());
              tree.put("lastDay", one.why().lastDay().map(LocalDate::toString).orElse(""));
              return tree;
            })
        .toList();
  }

  private static Map<String, Object> tree(RecordEntry entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("record", entry.id().toString());
    tree.put("kind", entry.what().kind().name());
    tree.put("purpose", entry.what().purpose().value());
    tree.put("keptAt", entry.keptAt().toString());
    return tree;
  }

  /** What is gone, as data. */
  List<Map<String, Object>> goneTree() {
    return gone.stream()
        .map(
            one -> {
              Map<String, Object> tree = new LinkedHashMap<>();
              for (String field : List.of("record", "kind", "purpose")) {
                tree.put(field, FieldWords.text(one.kept(), field));
              }
              tree.put("keptAt", one.kept().happenedAt().toString());
              tree.put("replacedBy", one.successor().orElse(""));
              return tree;
            })
        .toList();
  }
}
