package eu.sotto.register;

import eu.sotto.notice.FullText;
import eu.sotto.notice.Notice;
import eu.sotto.notice.Question;
import eu.sotto.retention.Justification;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.calendar.RetentionTerm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a register's content. Every value is written with its length, every list with its
 * size, every set in order, so that two different registers never share a preimage.
 */
final class CanonicalHash {
  private static final String PREFIX = "sotto.eu/register/v1";
  private static final int ABSENT = -1;

  private final MessageDigest digest;

  private CanonicalHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String of(Register register) {
    CanonicalHash hash = new CanonicalHash();
    hash.put(PREFIX);
    hash.organisation(register);
    hash.put(register.zone().getId());
    hash.put(register.defaultRegion());
    hash.put(register.defaultLanguage().toLanguageTag());
    hash.names(register.forbidden());
    hash.names(register.forbiddenRecipients());
    hash.put(register.onlyInEea());
    hash.list(register.lines(), l -> hashed(h -> h.line(l)));
    hash.each(register.notices(), n -> hashed(h -> h.notice(n)));
    hash.each(register.purposes(), p -> hashed(h -> h.purpose(p)));
    hash.each(register.recipients(), r -> hashed(h -> h.recipient(r)));
    hash.each(register.staff(), s -> hashed(h -> h.staff(s)));
    hash.each(register.roles(), r -> hashed(h -> h.role(r)));
    hash.each(register.furtherUses(), u -> hashed(h -> h.furtherUse(u)));
    hash.each(register.retentionPolicy().rules(), r -> hashed(h -> h.rule(r)));
    hash.assumptions(register);
    hash.contacts(register.contacts());
    hash.accountability(register);
    hash.oversight(register);
    hash.intake(register.intake());
    if (!register.rights().equals(RightsTerms.NONE)) {
      hash.rights(register.rights());
    }
    return hash.hex();
  }

  /** Named, so that a register without this section keeps its version. */
  private void contacts(List<Contact> contacts) {
    if (!contacts.isEmpty()) {
      put("contact");
      each(contacts, c -> c.purpose() + "=" + c.kind());
    }
  }

  private static String hashed(Consumer<CanonicalHash> content) {
    CanonicalHash hash = new CanonicalHash();
    content.accept(hash);
    return hash.hex();
  }

  private void organisation(Register register) {
    Controller controller = register.controller();
    put(controller.name());
    put(controller.address());
    put(controller.contact());
    contact(register.dataProtectionOfficer().orElse(null));
    contact(register.supervisoryAuthority());
  }

  private void contact(@Nullable ContactPoint contact) {
    put(contact == null ? null : contact.name());
    put(contact == null ? null : contact.contact());
  }

  private void line(Line line) {
    put(line.id().value());
    put(line.channel().name());
    put(line.direction().name());
    put(line.ai());
    put(line.counselling());
    list(line.notices(), Object::toString);
  }

  private void notice(Notice notice) {
    put(notice.id().value());
    put(notice.version());
    put(notice.language().toLanguageTag());
    put(notice.text());
    FullText full = notice.fullText();
    put(full == null ? null : full.url().toString());
    names(full == null ? List.of() : full.parts());
    names(notice.parts());
    each(notice.questions().values(), q -> hashed(h -> h.question(q)));
  }

  private void question(Question question) {
    put(question.purpose().value());
    each(question.keys().entrySet(), e -> e.getKey() + "=" + e.getValue());
    list(question.givenPhrases(), p -> p);
    list(question.refusedPhrases(), p -> p);
    put(question.refusalRoute());
    put(question.answerWindow().toString());
    put(question.leastConfidence().toString());
  }

  private void purpose(Purpose purpose) {
    put(purpose.id().value());
    put(purpose.role().name());
    put(purpose.responsibility().reference());
    put(purpose.basis().name());
    balancing(purpose.ground().balancing());
    put(purpose.validity().map(Object::toString).orElse(null));
    names(purpose.ground().marks());
    names(purpose.operations());
    names(purpose.categories());
    names(purpose.recipients());
    put(purpose.retentionClass().map(RetentionClass::name).orElse(null));
    put(purpose.onWithdrawal().name());
    put(purpose.keptOn().map(KeepGround::name).orElse(null));
    put(purpose.redact());
    put(purpose.transientOnly());
  }

  private void balancing(@Nullable Balancing balancing) {
    put(balancing == null ? null : balancing.interest());
    put(balancing == null ? null : balancing.outcome());
    put(balancing == null ? null : balancing.owner());
    put(balancing == null ? null : balancing.date());
    put(balancing == null ? null : balancing.review());
  }

  private void recipient(Recipient recipient) {
    put(recipient.id().value());
    put(recipient.name());
    put(recipient.role().name());
    put(recipient.country().map(Country::code).orElse(null));
    put(recipient.transfer().map(t -> t.mechanism().name()).orElse(null));
    put(recipient.transfer().map(Transfer::evidence).orElse(null));
    put(recipient.transfer().map(Transfer::date).orElse(null));
    put(recipient.contract());
    put(recipient.processor().map(Object::toString).orElse(null));
    names(recipient.ownPurposes());
  }

  private void role(StaffRole role) {
    put(role.name());
    names(role.purposes());
    names(role.tasks());
    put(role.authentication().name());
    put(role.trainedWithin().toString());
  }

  private void furtherUse(FurtherUse use) {
    put(use.from().value());
    put(use.to().value());
    put(use.notice().value());
    put(use.assessment().link());
    put(use.assessment().context());
    put(use.assessment().nature());
    put(use.assessment().consequences());
    put(use.assessment().safeguards());
    put(use.assessment().owner());
    put(use.assessment().date());
    put(use.assessment().review());
  }

  private void staff(Standing standing) {
    put(standing.id());
    put(standing.authority().name());
    put(standing.evidence());
    put(standing.basis().name());
    put(standing.since());
    names(standing.purposes());
  }

  private void assumptions(Register register) {
    // a register without any keeps the version that it had before there were assumptions
    if (!register.assumptions().isEmpty()) {
      each(register.assumptions(), a -> hashed(h -> h.assumption(a)));
    }
  }

  private void assumption(Assumption assumption) {
    put(assumption.field());
    put(assumption.text());
    assumption.toCheck().ifPresent(check -> put(check.owner() + " " + check.review()));
  }

  private void accountability(Register register) {
    // a register without these keeps the version that it had before they could be declared
    register.incidentPlan().ifPresent(plan -> put("incidentPlan " + hashed(h -> h.plan(plan))));
    if (!register.assessments().isEmpty()) {
      put("assessments");
      each(register.assessments(), a -> hashed(h -> h.assessment(a)));
    }
  }

  private void plan(IncidentPlan plan) {
    each(plan.functions(), f -> hashed(h -> h.function(f)));
    contact(plan.authority());
    each(plan.controllers(), c -> hashed(h -> h.contact(c)));
    put(plan.bounds().persons().toString());
    put(plan.bounds().controllers().toString());
  }

  private void function(IncidentPlan.Function function) {
    put(function.name());
    put(function.contact());
    names(function.tasks());
  }

  private void assessment(ImpactAssessment assessment) {
    put(assessment.reference());
    put(assessment.owner());
    put(assessment.date());
    put(assessment.review());
    names(assessment.purposes());
  }

  /** Named, so that neither is taken for the other; absent they change nothing. */
  private void oversight(Register register) {
    if (!register.automatedDecisions().isEmpty()) {
      put("automatedDecisions");
      each(register.automatedDecisions(), d -> hashed(h -> h.decision(d)));
    }
    if (!register.reviews().isEmpty()) {
      put("reviews");
      each(register.reviews(), r -> hashed(h -> h.review(r)));
    }
  }

  private void decision(AutomatedDecision decision) {
    put(decision.purpose().value());
    put(decision.effect().name());
    put(decision.door().map(d -> d.kind().name()).orElse(null));
    put(decision.door().map(AutomatedDecision.Door::evidence).orElse(null));
    put(decision.specialDoor().map(d -> d.kind().name()).orElse(null));
    put(decision.specialDoor().map(AutomatedDecision.SpecialDoor::evidence).orElse(null));
    AutomatedDecision.Intervention review = decision.review();
    put(review.route());
    names(review.reviewers());
    put(review.always());
    put(decision.logic().procedure());
    list(decision.logic().principles(), p -> p);
  }

  private void review(RecurringReview review) {
    put(review.id());
    put(review.topic().name());
    put(review.interval().toString());
    put(review.function());
    put(review.since());
  }

  private void intake(Intake intake) {
    // a register without it keeps the version that it had before it could be declared
    if (!intake.equals(Intake.NONE)) {
      put("intake");
      each(intake.fields(), f -> hashed(h -> h.field(f)));
      each(intake.own().entrySet(), own -> own.getKey() + "=" + own.getValue());
    }
  }

  private void field(IntakeField field) {
    put(field.purpose().value());
    put(field.name());
    put(field.category().value());
    put(field.kind().map(Enum::name).orElse(null));
    IntakeField.Need need = field.need();
    put(need == null ? null : need.reason());
    put(need == null ? null : need.consent().value());
  }

  private void rule(RetentionRule rule) {
    put(rule.id().name());
    put(rule.retentionClass().name());
    put(rule.retentionClass().material().name());
    put(rule.kind().name());
    put(rule.isAbsolute());
    put(rule.trigger().toString());
    put(rule.trigger().backstop().map(RetentionTerm::toString).orElse(null));
    put(rule.term().map(RetentionTerm::toString).orElse(null));
    put(rule.source());
    put(rule.justification().map(j -> j.purpose().name()).orElse(null));
    put(rule.justification().map(Justification::reason).orElse(null));
    put(rule.justification().map(j -> j.onlyForClaims() ? "claims" : "purpose").orElse(null));
    put(rule.disposal().name());
    put(rule.inForceFrom().orElse(null));
    put(rule.inForceThrough().orElse(null));
  }

  private void rights(RightsTerms terms) {
    put("rights");
    names(terms.methods().entrySet());
    names(terms.levels().entrySet());
    names(terms.directMarketing());
    names(terms.despiteRestriction().entrySet());
  }

  private void names(Collection<?> names) {
    each(names, Object::toString);
  }

  private <T> void each(Collection<T> unordered, Function<T, String> content) {
    list(unordered.stream().map(content).sorted().toList(), s -> s);
  }

  private <T> void list(List<T> ordered, Function<T, String> content) {
    put(ordered.size());
    ordered.forEach(item -> put(content.apply(item)));
  }

  private void put(boolean value) {
    put(value ? 1 : 0);
  }

  private void put(@Nullable LocalDate value) {
    put(value == null ? null : value.toString());
  }

  private void put(@Nullable String value) {
    if (value == null) {
      put(ABSENT);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    put(bytes.length);
    digest.update(bytes);
  }

  private void put(int value) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
