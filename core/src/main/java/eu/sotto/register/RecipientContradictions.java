package eu.sotto.register;

import eu.sotto.permit.Operation;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a register must not say about who receives data, for whom, and for whose purposes. */
final class RecipientContradictions {
  private final Register register;
  private final List<Problem> found = new ArrayList<>();

  private RecipientContradictions(Register register) {
    this.register = register;
  }

  static List<Problem> of(Register register) {
    RecipientContradictions contradictions = new RecipientContradictions(register);
    for (int i = 0; i < register.recipients().size(); i++) {
      Recipient recipient = register.recipients().get(i);
      String path = "$.recipients[" + i + "]";
      contradictions.itself(recipient, path);
      contradictions.chain(recipient, path);
      contradictions.own(recipient, path);
    }
    contradictions.forbidden();
    return contradictions.found;
  }

  private void itself(Recipient recipient, String path) {
    boolean itself = recipient.name().equals(register.controller().name());
    if (itself && recipient.role() != RecipientRole.INTERNAL) {
      add(path + ".role", "the controller cannot be its own recipient");
    }
  }

  private void chain(Recipient recipient, String path) {
    Set<RecipientId> passed = new HashSet<>(Set.of(recipient.id()));
    Optional<RecipientId> next = recipient.processor();
    while (next.isPresent()) {
      RecipientId id = next.get();
      Optional<Recipient> processor = register.recipient(id);
      if (processor.isEmpty()) {
        add(path + ".worksFor", "unknown recipient " + id);
      } else if (!processor.get().role().needsContract()) {
        add(path + ".worksFor", id + " is not a processor");
      } else if (!passed.add(id)) {
        add(path + ".worksFor", "works for itself in the end");
        return;
      }
      next = processor.flatMap(Recipient::processor);
    }
  }

  /** What somebody does for itself is disclosed to it under a basis, and is nobody else's. */
  private void own(Recipient recipient, String path) {
    for (PurposeId own : sorted(recipient.ownPurposes())) {
      Optional<Purpose> purpose = register.purpose(own);
      if (purpose.isEmpty()) {
        add(path + ".ownPurposes", "unknown purpose " + own);
        continue;
      }
      if (!purpose.get().recipients().contains(recipient.id())) {
        add(path + ".ownPurposes", own + " does not declare this recipient");
      }
      if (!Set.of(Operation.DISCLOSE).containsAll(purpose.get().operations())) {
        add(path + ".ownPurposes", own + " is its own: the controller can only disclose for it");
      }
      purpose.get().recipients().stream()
          .filter(other -> register.recipient(other).filter(r -> !has(r, own)).isPresent())
          .sorted(Comparator.comparing(RecipientId::value))
          .forEach(other -> add(path + ".ownPurposes", own + " is not a purpose of " + other));
    }
  }

  private static boolean has(Recipient recipient, PurposeId own) {
    return recipient.ownPurposes().contains(own);
  }

  private void forbidden() {
    for (RecipientId id : sorted(register.forbiddenRecipients())) {
      for (int i = 0; i < register.purposes().size(); i++) {
        if (register.purposes().get(i).recipients().contains(id)) {
          add("$.purposes[" + i + "].recipients", id + " is forbidden by this register");
        }
      }
      for (int i = 0; i < register.recipients().size(); i++) {
        boolean engaged = register.recipients().get(i).id().equals(id);
        if (engaged && register.recipients().get(i).processor().isPresent()) {
          add("$.recipients[" + i + "].worksFor", id + " is forbidden by this register");
        }
      }
    }
  }

  private static <T> List<T> sorted(Collection<T> names) {
    return names.stream().sorted(Comparator.comparing(Object::toString)).toList();
  }

  private void add(String path, String message) {
    found.add(Problem.at(path, message));
  }
}
