package eu.sotto.register;

import eu.sotto.permit.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a register must not say about why people are contacted. UWG § 7(2). */
final class ContactContradictions {
  private ContactContradictions() {}

  static List<Problem> of(Register register) {
    List<Problem> found = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < register.contacts().size(); i++) {
      Contact contact = register.contacts().get(i);
      String path = "$.contact[" + i + "]";
      if (!seen.add(contact.purpose())) {
        found.add(Problem.at(path, "declared twice"));
      }
      register
          .purpose(contact.purpose())
          .ifPresentOrElse(
              purpose -> check(purpose, contact.kind(), path, found),
              () ->
                  found.add(Problem.at(path + ".purpose", "unknown purpose " + contact.purpose())));
    }
    return found;
  }

  private static void check(Purpose purpose, ContactKind kind, String path, List<Problem> found) {
    if (!purpose.operations().contains(Operation.CONTACT)) {
      found.add(Problem.at(path + ".purpose", purpose.id() + " contacts nobody"));
    }
    boolean carried =
        switch (kind) {
          case ADVERTISING -> true;
          case CONTRACT -> purpose.basis() == LegalBasis.CONTRACT;
          case DUTY ->
              purpose.basis() == LegalBasis.LEGAL_DUTY
                  || purpose.basis() == LegalBasis.VITAL_INTERESTS;
          case REQUESTED ->
              purpose.basis() != LegalBasis.LEGAL_DUTY
                  && purpose.basis() != LegalBasis.VITAL_INTERESTS;
        };
    if (!carried) {
      found.add(
          Problem.at(
              path + ".kind",
              purpose.id() + " has a legal basis that does not carry this kind of contact"));
    }
    if (kind != ContactKind.ADVERTISING && purpose.is(ConsentMark.TELEPHONE_ADVERTISING)) {
      found.add(Problem.at(path + ".kind", purpose.id() + " is advertising by telephone"));
    }
  }
}
