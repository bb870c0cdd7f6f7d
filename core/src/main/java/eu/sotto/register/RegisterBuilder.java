package eu.sotto.register;

import eu.sotto.notice.Notice;
import eu.sotto.permit.Operation;
import eu.sotto.retention.RetentionRule;
import eu.sotto.vocabulary.RecipientId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a register together and refuses it if it contradicts itself. Not thread-safe; used once.
 * Nothing is declared at the start but the language German, the region Germany and the time zone
 * Europe/Berlin.
 */
public final class RegisterBuilder {
  final List<Line> lines = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();
  final List<Purpose> purposes = new ArrayList<>();
  final List<Recipient> recipients = new ArrayList<>();
  final List<Standing> staff = new ArrayList<>();
  final List<Contact> contacts = new ArrayList<>();
  final List<AutomatedDecision> automatedDecisions = new ArrayList<>();
  final List<RecurringReview> reviews = new ArrayList<>();
  final List<StaffRole> roles = new ArrayList<>();
  final List<FurtherUse> furtherUses = new ArrayList<>();
  final List<RetentionRule> retentionRules = new ArrayList<>();
  final List<Assumption> assumptions = new ArrayList<>();
  final List<ImpactAssessment> assessments = new ArrayList<>();
  @Nullable IncidentPlan incidentPlan;
  private final Set<Operation<?>> forbidden = new LinkedHashSet<>();
  private final Set<RecipientId> forbiddenRecipients = new LinkedHashSet<>();
  Intake intake = Intake.NONE;
  RightsTerms rights = RightsTerms.NONE;
  private boolean onlyInEea;
  private ZoneId zone = ZoneId.of("Europe/Berlin");
  private Country defaultRegion = Country.of("DE");
  private Locale defaultLanguage = Locale.GERMAN;
  private @Nullable Controller controller;
  private @Nullable ContactPoint dataProtectionOfficer;
  private @Nullable ContactPoint supervisoryAuthority;

  RegisterBuilder() {}

  /**
   * Declares who is responsible; required.
   *
   * @param controller the controller
   * @return this builder
   */
  public RegisterBuilder controller(Controller controller) {
    this.controller = Objects.requireNonNull(controller, "controller");
    return this;
  }

  /**
   * Declares the data protection officer.
   *
   * @param officer the officer
   * @return this builder
   */
  public RegisterBuilder dataProtectionOfficer(ContactPoint officer) {
    this.dataProtectionOfficer = Objects.requireNonNull(officer, "officer");
    return this;
  }

  /**
   * Declares the authority that callers may complain to; required.
   *
   * @param authority the authority
   * @return this builder
   */
  public RegisterBuilder supervisoryAuthority(ContactPoint authority) {
    this.supervisoryAuthority = Objects.requireNonNull(authority, "authority");
    return this;
  }

  /**
   * Declares the controller's time zone.
   *
   * @param zone the zone
   * @return this builder
   */
  public RegisterBuilder zone(ZoneId zone) {
    this.zone = Objects.requireNonNull(zone, "zone");
    return this;
  }

  /**
   * Declares the country whose telephone numbers are written without a country code.
   *
   * @param region the country
   * @return this builder
   */
  public RegisterBuilder defaultRegion(Country region) {
    this.defaultRegion = Objects.requireNonNull(region, "region");
    return this;
  }

  /**
   * Declares the language that every notice exists in.
   *
   * @param language the language
   * @return this builder
   */
  public RegisterBuilder defaultLanguage(Locale language) {
    this.defaultLanguage = Objects.requireNonNull(language, "language");
    return this;
  }

  /**
   * Declares a line.
   *
   * @param line the line
   * @return this builder
   */
  public RegisterBuilder line(Line line) {
    lines.add(Objects.requireNonNull(line, "line"));
    return this;
  }

  /**
   * Declares one wording of a notice.
   *
   * @param notice the wording
   * @return this builder
   */
  public RegisterBuilder notice(Notice notice) {
    notices.add(Objects.requireNonNull(notice, "notice"));
    return this;
  }

  /**
   * Declares a purpose.
   *
   * @param purpose the purpose
   * @return this builder
   */
  public RegisterBuilder purpose(Purpose purpose) {
    purposes.add(Objects.requireNonNull(purpose, "purpose"));
    return this;
  }

  /**
   * Declares a recipient.
   *
   * @param recipient the recipient
   * @return this builder
   */
  public RegisterBuilder recipient(Recipient recipient) {
    recipients.add(Objects.requireNonNull(recipient, "recipient"));
    return this;
  }

  /**
   * Declares that a member of staff need not be asked anew in each call.
   *
   * @param standing why
   * @return this builder
   */
  public RegisterBuilder staff(Standing standing) {
    staff.add(Objects.requireNonNull(standing, "standing"));
    return this;
  }

  /**
   * Declares why people are contacted for a purpose.
   *
   * @param contact the purpose and the kind
   * @return this builder
   */
  public RegisterBuilder contact(Contact contact) {
    contacts.add(Objects.requireNonNull(contact, "contact"));
    return this;
  }

  /**
   * Declares what automated decisions for a purpose may do.
   *
   * @param decision the declaration
   * @return this builder
   */
  public RegisterBuilder automatedDecision(AutomatedDecision decision) {
    automatedDecisions.add(Objects.requireNonNull(decision, "decision"));
    return this;
  }

  /**
   * Declares what a role needs and what it demands of whoever acts in it.
   *
   * @param role the role
   * @return this builder
   */
  public RegisterBuilder role(StaffRole role) {
    roles.add(Objects.requireNonNull(role, "role"));
    return this;
  }

  /**
   * Declares something that has to be looked at again and again.
   *
   * @param review the recurring review
   * @return this builder
   */
  public RegisterBuilder review(RecurringReview review) {
    reviews.add(Objects.requireNonNull(review, "review"));
    return this;
  }

  /**
   * Declares that a person found a new purpose compatible with the one that data was collected for.
   *
   * @param use the further use
   * @return this builder
   */
  public RegisterBuilder furtherUse(FurtherUse use) {
    furtherUses.add(Objects.requireNonNull(use, "use"));
    return this;
  }

  /**
   * Declares a retention rule.
   *
   * @param rule the rule
   * @return this builder
   */
  public RegisterBuilder retentionRule(RetentionRule rule) {
    retentionRules.add(Objects.requireNonNull(rule, "rule"));
    return this;
  }

  /**
   * Marks something that the register says without a source.
   *
   * @param assumption what is assumed
   * @return this builder
   */
  public RegisterBuilder assumption(Assumption assumption) {
    assumptions.add(Objects.requireNonNull(assumption, "assumption"));
    return this;
  }

  /**
   * Declares who does what when data is breached.
   *
   * @param plan the plan
   * @return this builder
   */
  public RegisterBuilder incidentPlan(IncidentPlan plan) {
    this.incidentPlan = Objects.requireNonNull(plan, "plan");
    return this;
  }

  /**
   * Refers to an impact assessment.
   *
   * @param assessment where it stands
   * @return this builder
   */
  public RegisterBuilder assessment(ImpactAssessment assessment) {
    assessments.add(Objects.requireNonNull(assessment, "assessment"));
    return this;
  }

  /**
   * Forbids an operation for every purpose, whatever the consent.
   *
   * @param operation the operation
   * @return this builder
   */
  public RegisterBuilder forbid(Operation<?> operation) {
    forbidden.add(Objects.requireNonNull(operation, "operation"));
    return this;
  }

  /**
   * Forbids a recipient by name, for every purpose and whatever the consent; it need not be
   * declared.
   *
   * @param recipient the recipient
   * @return this builder
   */
  public RegisterBuilder forbid(RecipientId recipient) {
    forbiddenRecipients.add(Objects.requireNonNull(recipient, "recipient"));
    return this;
  }

  /**
   * Says whether recipients outside the European Economic Area are refused, whatever the mechanism.
   *
   * @param only true to refuse them
   * @return this builder
   */
  public RegisterBuilder onlyInEea(boolean only) {
    this.onlyInEea = only;
    return this;
  }

  /**
   * Declares which data is taken in; without it none is.
   *
   * @param intake the fields and the data beside the content of calls
   * @return this builder
   */
  public RegisterBuilder intake(Intake intake) {
    this.intake = Objects.requireNonNull(intake, "intake");
    return this;
  }

  /**
   * Declares on what terms rights are exercised.
   *
   * @param terms the terms
   * @return this builder
   */
  public RegisterBuilder rights(RightsTerms terms) {
    this.rights = Objects.requireNonNull(terms, "terms");
    return this;
  }

  /**
   * Checks everything and builds the register.
   *
   * @return the register
   * @throws RegisterException if anything is missing or contradicts something else, with every
   *     problem found
   */
  public Register build() {
    List<Problem> problems = new ArrayList<>(RetentionContradictions.of(retentionRules));
    if (controller == null) {
      problems.add(Problem.at("$.controller", "missing"));
    }
    if (supervisoryAuthority == null) {
      problems.add(Problem.at("$.supervisoryAuthority", "missing (GDPR Art. 77)"));
    }
    if (controller == null || supervisoryAuthority == null || !problems.isEmpty()) {
      throw new RegisterException("register", problems);
    }
    Register register =
        new Register(
            new Organisation(controller, dataProtectionOfficer, supervisoryAuthority),
            new Settings(
                zone, defaultRegion, defaultLanguage, forbidden, forbiddenRecipients, onlyInEea),
            this);
    problems.addAll(Contradictions.of(register));
    if (!problems.isEmpty()) {
      throw new RegisterException("register", problems);
    }
    return register;
  }
}
