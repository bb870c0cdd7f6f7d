package eu.sotto.register;

import eu.sotto.vocabulary.PurposeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a register must not say about who may use data and for what else. GDPR Art. 6(4), 29. */
final class UseContradictions {
  private final Register register;
  private final List<Problem> found = new ArrayList<>();

  private UseContradictions(Register register) {
    this.register = register;
  }

  static List<Problem> of(Register register) {
    UseContradictions contradictions = new UseContradictions(register);
    Set<List<PurposeId>> seen = new HashSet<>();
    for (int i = 0; i < register.furtherUses().size(); i++) {
      FurtherUse use = register.furtherUses().get(i);
      String path = "$.furtherUses[" + i + "]";
      if (!seen.add(List.of(use.from(), use.to()))) {
        contradictions.add(path, "declared twice");
      }
      contradictions.furtherUse(use, path);
    }
    for (int i = 0; i < register.roles().size(); i++) {
      contradictions.role(register.roles().get(i), "$.roles[" + i + "]");
    }
    return contradictions.found;
  }

  private void furtherUse(FurtherUse use, String path) {
    Optional<Purpose> from = declared(use.from(), path + ".from");
    Optional<Purpose> to = declared(use.to(), path + ".to");
    if (from.filter(p -> p.basis() == LegalBasis.CONSENT).isPresent()) {
      add(path + ".from", use.from() + " rests on consent, which no assessment extends");
    }
    if (from.filter(SpecialData::in).isPresent() || to.filter(SpecialData::in).isPresent()) {
      add(path, "special categories of data are not opened by an assessment (GDPR Art. 9)");
    }
    if (register.notices().stream().noneMatch(n -> n.id().equals(use.notice()))) {
      add(path + ".notice", "unknown notice " + use.notice());
    }
  }

  private void role(StaffRole role, String path) {
    role.purposes().stream()
        .sorted(Comparator.comparing(PurposeId::value))
        .forEach(purpose -> declared(purpose, path + ".purposes"));
  }

  private Optional<Purpose> declared(PurposeId id, String path) {
    Optional<Purpose> purpose = register.purpose(id);
    if (purpose.isEmpty()) {
      add(path, "unknown purpose " + id);
    }
    return purpose;
  }

  private void add(String path, String message) {
    found.add(Problem.at(path, message));
  }
}
