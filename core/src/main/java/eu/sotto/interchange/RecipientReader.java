package eu.sotto.interchange;

import eu.sotto.register.Country;
import eu.sotto.register.Recipient;
import eu.sotto.register.RecipientRole;
import eu.sotto.register.Transfer;
import eu.sotto.register.TransferMechanism;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.LocalDate;
import java.util.Set;

/** Reads recipients. */
final class RecipientReader {
  static final String COUNTRY = "an ISO 3166-1 alpha-2 country code such as DE";

  private RecipientReader() {}

  static Recipient recipient(Fields f) {
    Part<RecipientId> id = f.text("id", RecipientId::of, RegisterReader.NAME);
    Part<String> name = f.text("name");
    Part<RecipientRole> role = f.choice("role", RecipientRole.class);
    Part<Country> country = f.optionalText("country", Country::of, COUNTRY);
    Part<Transfer> transfer = f.optionalObject("transfer", RecipientReader::transfer);
    Part<String> contract = f.optionalText("contract", s -> s, "a text");
    Part<Recipient.Place> place =
        f.has("country") && !country.present()
            ? Part.missing()
            : f.attempt(() -> new Recipient.Place(country.orNull(), transfer.orNull()));
    boolean engaged = f.has("worksFor");
    Part<RecipientId> worksFor = f.optionalText("worksFor", RecipientId::of, RegisterReader.NAME);
    Set<PurposeId> own = f.names("ownPurposes", PurposeId::of, RegisterReader.NAME);
    return new Recipient(
        id.value(),
        name.value(),
        role.value(),
        place.value(),
        contract.orNull(),
        engaged ? worksFor.value() : null,
        own);
  }

  private static Transfer transfer(Fields f) {
    Part<TransferMechanism> mechanism = f.choice("mechanism", TransferMechanism.class);
    Part<String> evidence = f.text("evidence");
    Part<LocalDate> date = f.text("date", LocalDate::parse, PurposeReader.DATE);
    return new Transfer(mechanism.value(), evidence.value(), date.value());
  }
}
