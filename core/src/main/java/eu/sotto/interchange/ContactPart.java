package eu.sotto.interchange;

import eu.sotto.register.Contact;
import eu.sotto.register.ContactKind;
import eu.sotto.register.Register;
import eu.sotto.vocabulary.PurposeId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes why people are contacted for a purpose. */
final class ContactPart {
  private ContactPart() {}

  static Contact read(Fields f) {
    Part<PurposeId> purpose = f.text("purpose", PurposeId::of, RegisterReader.NAME);
    Part<ContactKind> kind = f.choice("kind", ContactKind.class);
    return new Contact(purpose.value(), kind.value());
  }

  static void write(Register register, ObjectNode root) {
    if (!register.contacts().isEmpty()) {
      ArrayNode contacts = root.putArray("contact");
      for (Contact contact : register.contacts()) {
        contacts
            .addObject()
            .put("purpose", contact.purpose().value())
            .put("kind", Fields.name(contact.kind()));
      }
    }
  }
}
