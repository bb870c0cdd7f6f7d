package eu.sotto.rights.running;

import eu.sotto.ledger.Event;
import eu.sotto.ledger.Recorded;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.Recipient;
import eu.sotto.register.RecipientRole;
import eu.sotto.register.Register;
import eu.sotto.rights.ErasureReceipt;
import eu.sotto.rights.RecipientNotice;
import eu.sotto.rights.RecipientNotice.Addressee;
import eu.sotto.rights.RecipientNotices;
import eu.sotto.rights.ToldRecipient;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.Kinds;
import eu.sotto.session.OpenMatters;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.PurposeId;
import eu.sotto.vocabulary.RecipientId;
import eu.sotto.vocabulary.Right;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has to be told of what, as entries that name nobody and so outlive an erasure: owed until
 * there is a receipt, and remembered until then. Thread-safe.
 */
public final class OwedNotices {
  private static final System.Logger LOG = System.getLogger("eu.sotto.rights");
  private static final String NOTICE = "notice";
  private static final String RECIPIENT = "recipient";

  private final OpenMatters<String, RecipientNotice> open;

  private OwedNotices(Engine engine) {
    this.open = new OpenMatters<>(engine, Entries.notices(), OwedNotices::heard);
  }

  private static void heard(Recorded entry, Map<String, RecipientNotice> open) {
    if (entry.kind().equals(Kinds.NOTICE_OWED.name())) {
      RecipientNotice notice = notice(entry);
      open.put(notice.id(), notice);
    } else {
      open.remove(RequestFacts.text(entry, NOTICE));
    }
  }

  /**
   * Owes a notice to everybody to whom something of a person went.
   *
   * @param subject whose data
   * @param request because of which request
   * @param right what became of it
   * @return how many
   */
  static int owe(SubjectSession subject, String request, Right right) {
    Engine engine = subject.engine();
    RequestFacts facts = RequestFacts.of(subject, request);
    Map<String, Set<String>> received = received(subject, facts.behalf(engine.register()));
    Set<String> owed = owedTo(engine, request, Addressee.RECIPIENT);
    received.forEach(
        (to, documents) -> {
          if (!owed.contains(to)) {
            List<String> digests = List.copyOf(documents);
            RecipientNotice notice =
                new RecipientNotice(
                    engine.randomId(), request, right, Addressee.RECIPIENT, to, digests);
            engine.journal().record(event(engine, notice));
          }
        });
    return received.size() + HandOver.passOn(subject, facts);
  }

  /** To whom notices because of a request are owed already, as after a crash among them. */
  static Set<String> owedTo(Engine engine, String request, Addressee addressee) {
    return becauseOf(engine, request)
        .filter(one -> one.addressee() == addressee)
        .map(RecipientNotice::to)
        .collect(Collectors.toSet());
  }

  /**
   * Whom something was handed to or allowed to go to for what the controller decides on, with the
   * digests of what the library made.
   */
  private static Map<String, Set<String>> received(SubjectSession subject, Behalf behalf) {
    Map<String, Set<String>> received = new TreeMap<>();
    for (SubjectEntry entry : subject.entries()) {
      for (Recorded event :
          subject.engine().journal().ledger().events(Entries.subject(entry.id())).entries()) {
        String to = RequestFacts.text(event, RECIPIENT);
        if (went(event, behalf) && !to.isEmpty() && outside(behalf.register(), to)) {
          Set<String> documents = received.computeIfAbsent(to, one -> new TreeSet<>());
          Optional.of(RequestFacts.text(event, "digest"))
              .filter(Predicate.not(String::isEmpty))
              .ifPresent(documents::add);
        }
      }
    }
    return received;
  }

  private static boolean went(Recorded event, Behalf behalf) {
    String kind = event.kind();
    return (kind.equals("call_disclosed") || kind.equals("permit_granted"))
        && behalf.covers(PurposeId.of(RequestFacts.text(event, "purpose")));
  }

  private static boolean outside(Register register, String id) {
    return register
        .recipient(RecipientId.of(id))
        .filter(recipient -> recipient.role() == RecipientRole.INTERNAL)
        .isEmpty();
  }

  /** What makes a notice owed; the same event when it is tried again. */
  static Event event(Engine engine, RecipientNotice notice) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(NOTICE, notice.id());
    fields.put("request", notice.request());
    fields.put("right", notice.right().name());
    fields.put("addressee", notice.addressee().name());
    fields.put("to", notice.to());
    fields.put("documents", String.join(" ", notice.documents()));
    return Entries.ofNobody(
            Kinds.NOTICE_OWED,
            engine.clock().instant(),
            Fields.of(fields).step("owed " + notice.id()))
        .indexed(Entries.notices())
        .indexed(Entries.notices(notice.request()));
  }

  private static Stream<RecipientNotice> becauseOf(Engine engine, String request) {
    return entries(engine, request)
        .filter(entry -> entry.kind().equals(Kinds.NOTICE_OWED.name()))
        .map(OwedNotices::notice);
  }

  private static Stream<Recorded> entries(Engine engine, String request) {
    return engine.journal().ledger().events(Entries.notices(request)).entries().stream();
  }

  private static RecipientNotice notice(Recorded entry) {
    return new RecipientNotice(
        RequestFacts.text(entry, NOTICE),
        RequestFacts.text(entry, "request"),
        Right.valueOf(RequestFacts.text(entry, "right")),
        Addressee.valueOf(RequestFacts.text(entry, "addressee")),
        RequestFacts.text(entry, "to"),
        Arrays.stream(RequestFacts.text(entry, "documents").split(" ", -1))
            .filter(Predicate.not(String::isEmpty))
            .toList());
  }

  private static Set<String> receipted(Engine engine, String request) {
    return entries(engine, request)
        .filter(entry -> entry.kind().equals(Kinds.NOTICE_RECEIPTED.name()))
        .map(entry -> RequestFacts.text(entry, NOTICE))
        .collect(Collectors.toSet());
  }

  /**
   * What is owed.
   *
   * @param engine what everything runs on
   * @return the notices without a receipt, in the order owed
   */
  public static List<RecipientNotice> owed(Engine engine) {
    return List.copyOf(
        engine
            .remembered(OwedNotices.class, OwedNotices::new)
            .open
            .look((id, notice) -> Optional.of(notice)));
  }

  /**
   * Delivers what is owed.
   *
   * @param engine what everything runs on
   * @param port the way to the recipients
   * @return how many are still owed
   */
  public static int deliver(Engine engine, RecipientNotices port) {
    int left = 0;
    for (RecipientNotice notice : owed(engine)) {
      left += deliver(engine, port, notice) ? 0 : 1;
    }
    return left;
  }

  private static boolean deliver(Engine engine, RecipientNotices port, RecipientNotice notice) {
    String receipt;
    try {
      receipt = port.deliver(notice);
    } catch (IOException | RuntimeException e) {
      // the host's message may carry personal data: only the type is logged
      LOG.log(System.Logger.Level.WARNING, "A notice failed: {0}", e.getClass().getName());
      return false;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(NOTICE, notice.id());
    fields.put("receipt", ErasureReceipt.digest(receipt));
    engine
        .journal()
        .record(
            Entries.ofNobody(
                    Kinds.NOTICE_RECEIPTED,
                    engine.clock().instant(),
                    Fields.of(fields).step("receipted " + notice.id()))
                .indexed(Entries.notices())
                .indexed(Entries.notices(notice.request())));
    return true;
  }

  /** Who is told because of a request. */
  static List<ToldRecipient> of(Engine engine, String request) {
    Set<String> done = receipted(engine, request);
    return becauseOf(engine, request)
        .map(notice -> new ToldRecipient(name(engine, notice), done.contains(notice.id())))
        .toList();
  }

  private static String name(Engine engine, RecipientNotice notice) {
    return notice.addressee() == Addressee.CONTROLLER
        ? notice.to()
        : engine
            .register()
            .recipient(RecipientId.of(notice.to()))
            .map(Recipient::name)
            .orElse(notice.to());
  }
}
