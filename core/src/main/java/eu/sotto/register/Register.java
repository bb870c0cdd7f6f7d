package eu.sotto.register;

import eu.sotto.notice.Notice;
import eu.sotto.permit.Operation;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RetentionRule;
import eu.sotto.vocabulary.LineId;
import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a controller declares about its processing of calls: whatever it does not declare is
 * refused. A register that contradicts itself cannot be built. Immutable and thread-safe. Source:
 * GDPR Art. 5(1)(b), 25(2), 30.
 */
public final class Register {
  private final Organisation organisation;
  private final Settings settings;
  private final List<Line> lines;
  private final List<Purpose> purposes;
  private final List<Recipient> recipients;
  private final List<Standing> staff;
  private final List<Assumption> assumptions;
  private final List<Contact> contacts;
  private final @Nullable IncidentPlan incidentPlan;
  private final List<ImpactAssessment> assessments;
  private final List<AutomatedDecision> automatedDecisions;
  private final List<RecurringReview> reviews;
  private final List<StaffRole> roles;
  private final List<FurtherUse> furtherUses;
  private final RetentionPolicy retentionPolicy;
  private final Intake intake;
  private final Notices notices;
  private final RightsTerms rights;
  private final Map<LineId, Line> linesById;
  private final Map<PurposeId, Purpose> purposesById;
  private final Map<RecipientId, Recipient> recipientsById;
  private final List<Problem> warnings;
  private final String version;

  Register(Organisation organisation, Settings settings, RegisterBuilder from) {
    this.organisation = organisation;
    this.settings = settings;
    this.lines = List.copyOf(from.lines);
    this.purposes = List.copyOf(from.purposes);
    this.recipients = List.copyOf(from.recipients);
    this.staff = List.copyOf(from.staff);
    this.assumptions = List.copyOf(from.assumptions);
    this.contacts = List.copyOf(from.contacts);
    this.incidentPlan = from.incidentPlan;
    this.assessments = List.copyOf(from.assessments);
    this.automatedDecisions = List.copyOf(from.automatedDecisions);
    this.reviews = List.copyOf(from.reviews);
    this.roles = List.copyOf(from.roles);
    this.furtherUses = List.copyOf(from.furtherUses);
    this.intake = from.intake;
    this.rights = from.rights;
    this.linesById = byId(lines, Line::id);
    this.purposesById = byId(purposes, Purpose::id);
    this.recipientsById = byId(recipients, Recipient::id);
    this.retentionPolicy = RetentionPolicy.of(from.retentionRules, settings.zone());
    this.notices = new Notices(from.notices, settings.defaultLanguage());
    this.warnings = Warnings.of(this);
    this.version = CanonicalHash.of(this);
  }

  /** By id; of two with the same, which is found to be a contradiction, the first. */
  private static <I, T> Map<I, T> byId(List<T> declared, Function<T, I> id) {
    return declared.stream()
        .collect(Collectors.toUnmodifiableMap(id, one -> one, (first, second) -> first));
  }

  /**
   * Begins an empty register.
   *
   * @return a builder, for one thread
   */
  public static RegisterBuilder builder() {
    return new RegisterBuilder();
  }

  /**
   * Who is responsible.
   *
   * @return the controller
   */
  public Controller controller() {
    return organisation.controller();
  }

  /**
   * The data protection officer.
   *
   * @return the officer, or empty if there is none
   */
  public Optional<ContactPoint> dataProtectionOfficer() {
    return Optional.ofNullable(organisation.dataProtectionOfficer());
  }

  /**
   * The authority that callers may complain to (GDPR Art. 77).
   *
   * @return the authority
   */
  public ContactPoint supervisoryAuthority() {
    return organisation.supervisoryAuthority();
  }

  /**
   * The controller's time zone, in which legal periods are counted.
   *
   * @return the zone
   */
  public ZoneId zone() {
    return settings.zone();
  }

  /**
   * The country whose telephone numbers are written without a country code.
   *
   * @return an ISO 3166-1 alpha-2 code
   */
  public String defaultRegion() {
    return settings.defaultRegion().code();
  }

  /**
   * The language of a notice that does not exist in the one asked for.
   *
   * @return the language
   */
  public Locale defaultLanguage() {
    return settings.defaultLanguage();
  }

  /**
   * Operations that are refused for every purpose, whatever the consent.
   *
   * @return the operations, unmodifiable
   */
  public Set<Operation<?>> forbidden() {
    return settings.forbidden();
  }

  /**
   * Recipients that are refused by name for every purpose, declared or not.
   *
   * @return the recipients, unmodifiable
   */
  public Set<RecipientId> forbiddenRecipients() {
    return settings.forbiddenRecipients();
  }

  /**
   * Whether recipients outside the European Economic Area are refused, whatever the mechanism.
   *
   * @return true if data must not leave
   */
  public boolean onlyInEea() {
    return settings.onlyInEea();
  }

  /**
   * The lines in the order of declaration.
   *
   * @return the lines, unmodifiable
   */
  public List<Line> lines() {
    return lines;
  }

  /**
   * The notices in the order of declaration, every version and language.
   *
   * @return the wordings, unmodifiable
   */
  public List<Notice> notices() {
    return notices.all();
  }

  /**
   * The purposes in the order of declaration.
   *
   * @return the purposes, unmodifiable
   */
  public List<Purpose> purposes() {
    return purposes;
  }

  /**
   * The recipients in the order of declaration.
   *
   * @return the recipients, unmodifiable
   */
  public List<Recipient> recipients() {
    return recipients;
  }

  /**
   * The staff who need not be asked anew in each call, in the order of declaration.
   *
   * @return the standings, unmodifiable
   */
  public List<Standing> staff() {
    return staff;
  }

  /**
   * The roles in which somebody may act for the controller, in the order of declaration.
   *
   * @return the roles, unmodifiable; where there are none nobody may open content
   */
  public List<StaffRole> roles() {
    return roles;
  }

  /**
   * The new purposes that were found compatible with old ones, in the order of declaration.
   *
   * @return the further uses, unmodifiable
   */
  public List<FurtherUse> furtherUses() {
    return furtherUses;
  }

  /**
   * Which data is taken in.
   *
   * @return the fields and the data beside the content of calls
   */
  public Intake intake() {
    return intake;
  }

  /**
   * Why a speaker need not be asked anew.
   *
   * @param speakerId the label under which that person speaks
   * @return the standing, or empty if there is none
   */
  public Optional<Standing> standing(String speakerId) {
    return staff.stream().filter(one -> one.id().equals(speakerId)).findFirst();
  }

  /**
   * What the register says without a source and somebody has to confirm.
   *
   * @return the assumptions in declared order, unmodifiable
   */
  public List<Assumption> assumptions() {
    return assumptions;
  }

  /**
   * Why people are contacted, in the order of declaration.
   *
   * @return the declarations, unmodifiable
   */
  public List<Contact> contacts() {
    return contacts;
  }

  /**
   * Why people are contacted for a purpose.
   *
   * @param purpose the purpose
   * @return the kind declared, or advertising if none is
   */
  public ContactKind contactKind(PurposeId purpose) {
    return contacts.stream()
        .filter(one -> one.purpose().equals(purpose))
        .map(Contact::kind)
        .findFirst()
        .orElse(ContactKind.ADVERTISING);
  }

  /**
   * Who does what when data is breached.
   *
   * @return the plan, or empty if none is declared
   */
  public Optional<IncidentPlan> incidentPlan() {
    return Optional.ofNullable(incidentPlan);
  }

  /**
   * Where the impact assessments stand, in the order of declaration.
   *
   * @return the references, unmodifiable
   */
  public List<ImpactAssessment> assessments() {
    return assessments;
  }

  /**
   * What automated decisions may do, in the order of declaration. Source: GDPR Art. 22.
   *
   * @return the declarations, unmodifiable
   */
  public List<AutomatedDecision> automatedDecisions() {
    return automatedDecisions;
  }

  /**
   * What automated decisions for a purpose may do.
   *
   * @param purpose the purpose
   * @return the declaration, or empty if there is none: then nothing may be decided
   */
  public Optional<AutomatedDecision> automatedDecision(PurposeId purpose) {
    return automatedDecisions.stream().filter(one -> one.purpose().equals(purpose)).findFirst();
  }

  /**
   * What has to be looked at again and again, in the order of declaration.
   *
   * @return the recurring reviews, unmodifiable
   */
  public List<RecurringReview> reviews() {
    return reviews;
  }

  /**
   * On what terms rights are exercised.
   *
   * @return the terms; {@link RightsTerms#NONE} if nothing is declared
   */
  public RightsTerms rights() {
    return rights;
  }

  /**
   * The retention rules, in the controller's time zone.
   *
   * @return the policy
   */
  public RetentionPolicy retentionPolicy() {
    return retentionPolicy;
  }

  /**
   * The retention class of a name.
   *
   * @param name the name as declared
   * @return the class, or empty if no rule is declared for it
   */
  public Optional<RetentionClass> retentionClass(String name) {
    Objects.requireNonNull(name, "name");
    return retentionPolicy.rules().stream()
        .map(RetentionRule::retentionClass)
        .filter(c -> c.name().equals(name))
        .findFirst();
  }

  /**
   * The line of an id.
   *
   * @param id the id
   * @return the line, or empty if it is not declared
   */
  public Optional<Line> line(LineId id) {
    return Optional.ofNullable(linesById.get(id));
  }

  /**
   * The purpose of an id.
   *
   * @param id the id
   * @return the purpose, or empty if it is not declared
   */
  public Optional<Purpose> purpose(PurposeId id) {
    return Optional.ofNullable(purposesById.get(id));
  }

  /**
   * The recipient of an id.
   *
   * @param id the id
   * @return the recipient, or empty if it is not declared
   */
  public Optional<Recipient> recipient(RecipientId id) {
    return Optional.ofNullable(recipientsById.get(id));
  }

  /**
   * The newest version of a notice in a language: that language, else the same language of another
   * region, else the default language. An older version is never given because it was translated.
   *
   * @param id the notice
   * @param language the language wished for
   * @return the wording, or empty if the notice is not declared
   */
  public Optional<Notice> notice(NoticeId id, Locale language) {
    return notices.newest(id, language);
  }

  /**
   * One wording of a notice, however old.
   *
   * @param id the notice
   * @param version its version
   * @param language its language, exactly
   * @return the wording, or empty if it is not declared
   */
  public Optional<Notice> notice(NoticeId id, String version, Locale language) {
    return notices.exact(id, version, language);
  }

  /**
   * What is doubtful: each warning stands for something that is denied until it is mended, or that
   * a person should look at.
   *
   * @return the warnings, unmodifiable
   */
  public List<Problem> warnings() {
    return warnings;
  }

  /**
   * Identifies the content: a SHA-256 in lower-case hex over every declaration. The order of lines
   * counts, that of other declarations and of the names in a set makes no difference.
   *
   * @return 64 hexadecimal digits
   */
  public String version() {
    return version;
  }

  /** Registers are equal if their content is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Register register && version.equals(register.version);
  }

  @Override
  public int hashCode() {
    return version.hashCode();
  }

  @Override
  public String toString() {
    return "Register[" + version + "]";
  }
}
