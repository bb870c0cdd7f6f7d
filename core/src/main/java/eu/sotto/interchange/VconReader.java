package eu.sotto.interchange;

import eu.sotto.crypto.Bytes;
import eu.sotto.interchange.LocatedJson.Limits;
import eu.sotto.interchange.VconCall.Content;
import eu.sotto.interchange.VconCall.ContentHash;
import eu.sotto.interchange.VconCall.Dialog;
import eu.sotto.interchange.VconCall.InlineAudio;
import eu.sotto.interchange.VconCall.NoAudio;
import eu.sotto.interchange.VconCall.Participant;
import eu.sotto.interchange.VconCall.ReferencedAudio;
import eu.sotto.register.Problem;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.Party;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads a vCon as a call, or says all that is wrong with it. Used once. */
final class VconReader {
  private static final int MAX_PARTIES = 100;
  private static final int MAX_PARTS = 1_000;
  private static final int MAX_NAME = 1_000;
  private static final int HASH_LENGTH = 64;
  private static final Set<String> UNDERSTOOD = Set.of("lawful_basis");

  private final Problems problems = new Problems();
  private final List<Participant> participants = new ArrayList<>();
  private final List<Dialog> dialogs = new ArrayList<>();
  private int caller;
  private boolean callerKnown;

  private VconReader() {}

  static VconCall read(byte[] document) {
    return new VconReader().call(document);
  }

  private VconCall call(byte[] document) {
    Optional<Json> json = LocatedJson.read(document, Limits.CALL, problems);
    refuse();
    LooseFields vcon = new LooseFields(json.orElseThrow(), problems);
    Optional<UUID> id = header(vcon);
    refuse();
    vcon.list("parties", MAX_PARTIES).forEach(party -> party(new LooseFields(party, problems)));
    VconTurns turns = new VconTurns(problems, this::isCaller, participants.size());
    List<Json> parts = vcon.list("dialog", MAX_PARTS);
    parts.forEach(part -> dialog(new LooseFields(part, problems), turns));
    if (participants.isEmpty()) {
      vcon.problem("parties", "names nobody");
    }
    if (parts.isEmpty()) {
      vcon.problem("dialog", "holds nothing");
    }
    refuse();
    List<Instant> starts = dialogs.stream().map(Dialog::start).toList();
    for (Json part : vcon.list("analysis", MAX_PARTS)) {
      turns.analysis(new LooseFields(part, problems), starts);
    }
    refuse();
    CallId call = CallId.of(id.orElseThrow().toString());
    return new VconCall(call, participants, caller, dialogs, turns.all());
  }

  private boolean isCaller(int party) {
    return party == caller;
  }

  private Optional<UUID> header(LooseFields vcon) {
    if (vcon.has("payload") || vcon.has("signatures")) {
      vcon.problem("is a signed vCon; verify and unwrap it first");
      return Optional.empty();
    }
    if (vcon.has("ciphertext") || vcon.has("recipients")) {
      vcon.problem("is an encrypted vCon; decrypt it first");
      return Optional.empty();
    }
    vcon.text("vcon", VconReader::version, "the version " + Vcon.VERSION);
    for (Json critical : vcon.list("critical", MAX_PARTS)) {
      if (!(critical instanceof Json.Text text) || !UNDERSTOOD.contains(text.value())) {
        problems.add(critical.place().problem("is an extension that is not understood"));
      }
    }
    if (!vcon.has("uuid")) {
      vcon.problem("uuid", "missing");
    }
    return vcon.text("uuid", UUID::fromString, "a UUID");
  }

  private static String version(String text) {
    if (!text.equals(Vcon.VERSION)) {
      throw new IllegalArgumentException("another version");
    }
    return text;
  }

  private void party(LooseFields party) {
    Optional<String> tel = party.text("tel").map(VconReader::withoutScheme);
    Optional<String> sip = party.text("sip");
    Optional<String> mail = party.text("mailto");
    Party reached =
        tel.or(() -> sip).or(() -> mail).map(Party::presented).orElseGet(Party::anonymous);
    Optional<String> name = party.text("name", VconReader::name, "at most 1,000 characters");
    participants.add(new Participant(reached, name.orElse(null)));
  }

  private static String withoutScheme(String tel) {
    return tel.regionMatches(true, 0, "tel:", 0, 4) ? tel.substring(4) : tel;
  }

  private static String name(String name) {
    if (name.length() > MAX_NAME) {
      throw new IllegalArgumentException("too long");
    }
    return name;
  }

  private void dialog(LooseFields dialog, VconTurns turns) {
    String type = dialog.text("type").orElse("");
    Optional<Instant> start = dialog.time("start");
    Duration duration = dialog.seconds("duration");
    Optional<Integer> first = dialog.firstIndex("parties", participants.size());
    Optional<Integer> originator = dialog.index("originator", participants.size());
    if (!callerKnown && (originator.isPresent() || first.isPresent())) {
      caller = originator.or(() -> first).orElseThrow();
      callerKnown = true;
    }
    if (!dialog.has("type") || !dialog.has("start")) {
      dialog.problem(dialog.has("type") ? "start" : "type", "missing");
    }
    if (start.isPresent()) {
      if (type.equals("text")) {
        turns.written(dialog, first);
      }
      Content content = type.equals("recording") ? audio(dialog) : new NoAudio();
      dialogs.add(new Dialog(start.get(), duration, content));
    }
  }

  private Content audio(LooseFields dialog) {
    String mediaType = dialog.text("mediatype").orElse("").toLowerCase(Locale.ROOT);
    if (dialog.has("url")) {
      Optional<URI> url = dialog.text("url", VconReader::https, "an HTTPS address");
      Optional<Bytes> hash = hash(dialog);
      return url.isPresent() && hash.isPresent()
          ? new ReferencedAudio(mediaType, url.get(), hash.get())
          : new NoAudio();
    }
    if (!dialog.has("body")) {
      return new NoAudio();
    }
    if (!dialog.text("encoding").orElse("").equals("base64url")) {
      dialog.problem("encoding", "must be base64url for audio");
      return new NoAudio();
    }
    return dialog
        .text("body", text -> Bytes.of(Base64.getUrlDecoder().decode(text)), "base64url")
        .<Content>map(bytes -> new InlineAudio(mediaType, bytes))
        .orElseGet(NoAudio::new);
  }

  private static URI https(String text) {
    URI url = URI.create(text);
    if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException("not HTTPS");
    }
    return url;
  }

  /** What is elsewhere counts only with a hash that can be checked. */
  private Optional<Bytes> hash(LooseFields dialog) {
    Json stated = dialog.value("content_hash");
    List<Json> hashes = stated instanceof Json.Arr list ? list.elements() : List.of();
    if (stated instanceof Json.Text) {
      hashes = List.of(stated);
    }
    for (Json hash : hashes) {
      if (hash instanceof Json.Text text && text.value().startsWith(ContentHash.PREFIX)) {
        return decoded(text);
      }
    }
    dialog.problem("content_hash", "must hold a SHA-512 of what is elsewhere");
    return Optional.empty();
  }

  private Optional<Bytes> decoded(Json.Text hash) {
    try {
      String base64 = hash.value().substring(ContentHash.PREFIX.length());
      byte[] bytes = Base64.getUrlDecoder().decode(base64);
      if (bytes.length == HASH_LENGTH) {
        return Optional.of(Bytes.of(bytes));
      }
    } catch (IllegalArgumentException e) {
      // told below, without the text
    }
    problems.add(hash.place().problem("must be a SHA-512 in base64url"));
    return Optional.empty();
  }

  private void refuse() {
    if (!problems.none()) {
      throw new VconException(problems.all().stream().map(VconReader::withoutNames).toList());
    }
  }

  /** Names of fields that are not the format's own may be personal. */
  private static Problem withoutNames(Problem problem) {
    StringBuilder path = new StringBuilder();
    for (String step : problem.path().split("(?=[.\\[])", -1)) {
      boolean own = !step.startsWith(".") || Vcon.NAMES.contains(step.substring(1));
      path.append(own ? step : "['?']");
    }
    return new Problem(path.toString(), problem.position(), problem.message());
  }
}
