package eu.sotto.register;

import eu.sotto.notice.Notice;
import eu.sotto.notice.NoticePart;
import eu.sotto.permit.Operation;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.RuleKind;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a register must not say, because one of its declarations denies another. */
final class Contradictions {
  private final Register register;
  private final List<Problem> found = new ArrayList<>();

  private Contradictions(Register register) {
    this.register = register;
  }

  static List<Problem> of(Register register) {
    Contradictions contradictions = new Contradictions(register);
    contradictions.duplicates();
    contradictions.lines();
    contradictions.notices();
    contradictions.purposes();
    List<Problem> found = contradictions.found;
    found.addAll(RecipientContradictions.of(register));
    found.addAll(UseContradictions.of(register));
    found.addAll(NoticeContradictions.of(register));
    found.addAll(SpecialData.of(register));
    found.addAll(ConsentContradictions.of(register));
    found.addAll(ContactContradictions.of(register));
    found.addAll(Accountability.contradictions(register));
    found.addAll(DecisionContradictions.of(register));
    found.addAll(IntakeContradictions.of(register));
    found.addAll(RightsContradictions.of(register));
    return found;
  }

  private void duplicates() {
    unique("lines", register.lines(), Line::id);
    unique("purposes", register.purposes(), Purpose::id);
    unique("recipients", register.recipients(), Recipient::id);
    unique("staff", register.staff(), Standing::id);
    unique("roles", register.roles(), StaffRole::name);
  }

  private <T> void unique(String list, List<T> declared, Function<T, ?> key) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < declared.size(); i++) {
      if (!seen.add(key.apply(declared.get(i)))) {
        add("$." + list + "[" + i + "]", "declared twice");
      }
    }
  }

  private void lines() {
    Set<NoticeId> known = new HashSet<>();
    register.notices().forEach(n -> known.add(n.id()));
    for (int i = 0; i < register.lines().size(); i++) {
      List<NoticeId> notices = register.lines().get(i).notices();
      for (int j = 0; j < notices.size(); j++) {
        if (!known.contains(notices.get(j))) {
          add("$.lines[" + i + "].notices[" + j + "]", "unknown notice " + notices.get(j));
        }
      }
    }
  }

  private void notices() {
    for (int i = 0; i < register.notices().size(); i++) {
      Notice notice = register.notices().get(i);
      for (PurposeId asked : sorted(notice.questions().keySet())) {
        question("$.notices[" + i + "].questions", asked);
      }
    }
  }

  private void question(String path, PurposeId asked) {
    register
        .purpose(asked)
        .ifPresentOrElse(
            purpose -> {
              if (purpose.basis() != LegalBasis.CONSENT) {
                add(path, "asks consent for " + asked + ", whose legal basis is not consent");
              }
            },
            () -> add(path, "unknown purpose " + asked));
  }

  private void purposes() {
    Set<RetentionClass> known = new HashSet<>();
    Set<RetentionClass> bounded = new HashSet<>();
    for (RetentionRule rule : register.retentionPolicy().rules()) {
      known.add(rule.retentionClass());
      if (rule.kind() == RuleKind.MUST_DELETE_BY && rule.inForceThrough().isEmpty()) {
        bounded.add(rule.retentionClass());
      }
      keptFor(rule);
    }
    for (int i = 0; i < register.purposes().size(); i++) {
      Purpose purpose = register.purposes().get(i);
      String path = "$.purposes[" + i + "]";
      if (register.controller().name().equals(purpose.responsibility().reference())) {
        add(path + ".role", "the controller cannot be its own processor or joint controller");
      }
      scope(purpose, path);
      asked(purpose, path);
      purpose.retentionClass().ifPresent(c -> retention(c, path, known, bounded));
    }
  }

  private void scope(Purpose purpose, String path) {
    for (RecipientId recipient : sorted(purpose.recipients())) {
      if (register.recipient(recipient).isEmpty()) {
        add(path + ".recipients", "unknown recipient " + recipient);
      }
    }
    for (Operation<?> operation : sorted(purpose.operations())) {
      if (register.forbidden().contains(operation)) {
        add(path + ".operations", operation + " is forbidden by this register");
      }
    }
    if (purpose.operations().contains(Operation.RECORD) && !recordingAnnounced()) {
      add(path + ".operations", "record, but no notice on any line announces recording");
    }
  }

  private boolean recordingAnnounced() {
    return register.lines().stream()
        .flatMap(line -> line.notices().stream())
        .flatMap(id -> register.notices().stream().filter(n -> n.id().equals(id)))
        .anyMatch(n -> n.tells(NoticePart.RECORDING));
  }

  private void asked(Purpose purpose, String path) {
    boolean asked = register.notices().stream().anyMatch(n -> n.question(purpose.id()).isPresent());
    if (purpose.basis() == LegalBasis.CONSENT && !asked) {
      add(path + ".legalBasis", "consent, but no notice asks for it");
    }
  }

  private void keptFor(RetentionRule rule) {
    rule.justification()
        .map(why -> why.purpose().name())
        .filter(name -> register.purposes().stream().noneMatch(p -> p.id().value().equals(name)))
        .ifPresent(name -> add("$.retention", "rule " + rule + " keeps for an unknown purpose"));
  }

  private void retention(
      RetentionClass retentionClass,
      String path,
      Set<RetentionClass> known,
      Set<RetentionClass> bounded) {
    if (!known.contains(retentionClass)) {
      add(path + ".retentionClass", "unknown retention class " + retentionClass);
    } else if (!bounded.contains(retentionClass)) {
      add(
          path + ".retentionClass",
          "retention class " + retentionClass + " has no upper bound (must-delete-by) that stays");
    }
  }

  private static <T> List<T> sorted(Collection<T> names) {
    return names.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }

  private void add(String path, String message) {
    found.add(Problem.at(path, message));
  }
}
