package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** Makes telephone calls as a recogniser would write them, from a seed. */
final class CallMaker {
  private final Random random;
  private final boolean german;
  private final boolean written;
  private final Spoken spoken;
  private final MadeNames names;
  private final CallWords words;

  CallMaker(long seed, boolean german, boolean written) {
    this.random = new Random(seed);
    this.german = german;
    this.written = written;
    this.spoken = new Spoken(german, random);
    this.names = new MadeNames(random);
    this.words = CallWords.of(german);
  }

  MadeNames names() {
    return names;
  }

  LabelledCall call() {
    LabelledCall call = new LabelledCall();
    String given = names.given();
    String family = names.family();
    call.agent(pick(words.greetings()));
    introduce(call, given, family);
    List<Consumer<LabelledCall>> parts = new ArrayList<>();
    parts.add(c -> spell(c, family));
    parts.add(this::phone);
    parts.add(this::birth);
    parts.add(c -> email(c, given, family));
    parts.add(this::address);
    parts.add(this::iban);
    parts.add(this::customer);
    parts.add(this::card);
    parts.add(c -> other(c));
    parts.add(this::smallTalk);
    parts.add(this::smallTalk);
    parts.add(this::smallTalk);
    Collections.shuffle(parts, random);
    int count = 4 + random.nextInt(6);
    parts.subList(0, count).forEach(part -> part.accept(call));
    call.agent(form(pick(words.closings()), "", ""));
    for (String word : names.absent()) {
      call.absent(word);
    }
    return call;
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private static String form(String template, String one, String two) {
    return template.replace("{1}", one).replace("{2}", two);
  }

  private String lead() {
    return random.nextInt(3) == 0 ? pick(words.fillers()) : "";
  }

  /** Says a template of the caller in which {1} is the value. */
  private void tell(LabelledCall call, String template, PiiType type, String value) {
    int at = template.indexOf("{1}");
    call.say(cased(template.substring(0, at).trim()));
    call.value(type, value);
    call.say(template.substring(at + 3).trim());
  }

  private String cased(String text) {
    return written && !text.isEmpty()
        ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
        : text;
  }

  private String name(String given, String family) {
    return written ? cased(given) + " " + cased(family) : given + " " + family;
  }

  private void introduce(LabelledCall call, String given, String family) {
    if (random.nextBoolean()) {
      call.agent(pick(words.askName()));
    }
    call.turn(Role.CALLER).say(lead());
    tell(call, pick(words.tellName()), PiiType.PERSON, name(given, family));
    if (random.nextInt(3) == 0) {
      call.turn(Role.AGENT).say(pick(words.thanks()));
      call.value(PiiType.PERSON, cased(family));
      call.say(pick(words.howHelp()));
    }
    call.caller(pick(words.concerns()));
  }

  private void spell(LabelledCall call, String family) {
    call.agent(pick(words.askSpelling())).turn(Role.CALLER).say(lead());
    if (written) {
      call.value(PiiType.PERSON, String.join("-", family.toUpperCase(Locale.ROOT).split("", -1)));
    } else {
      call.value(PiiType.PERSON, spoken.spelled(family));
    }
  }

  private String number(String start, int digits) {
    StringBuilder number = new StringBuilder(start);
    while (number.length() < digits) {
      number.append(random.nextInt(10));
    }
    return number.toString();
  }

  private String said(String digits) {
    return written ? digits : spoken.digits(digits);
  }

  private void phone(LabelledCall call) {
    String number = german ? number("0", 10 + random.nextInt(2)) : number("07700900", 11);
    if (random.nextInt(4) > 0) {
      call.agent(pick(words.askPhone()));
    }
    call.turn(Role.CALLER).say(lead());
    if (random.nextInt(3) == 0 && !written) {
      int cut = 4 + random.nextInt(3);
      call.value(PiiType.PHONE, spoken.digits(number.substring(0, cut)));
      call.agent(pick(words.backchannels())).turn(Role.CALLER);
      call.value(PiiType.PHONE, spoken.digits(number.substring(cut)));
    } else {
      tell(call, pick(words.tellPhone()), PiiType.PHONE, said(number));
    }
    if (random.nextInt(4) == 0) {
      call.turn(Role.AGENT).say(pick(words.readBack()));
      call.value(PiiType.PHONE, said(number)).say(pick(words.correct()));
      call.caller(pick(words.yes()));
    }
  }

  private void birth(LabelledCall call) {
    LocalDate date =
        LocalDate.of(1940 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
    String said =
        written
            ? String.format(Locale.ROOT, german ? "%1$td.%1$tm.%1$tY" : "%1$td/%1$tm/%1$tY", date)
            : spoken.date(date);
    call.agent(pick(words.askBirth())).turn(Role.CALLER).say(lead());
    tell(call, pick(words.tellBirth()), PiiType.BIRTH_DATE, said);
  }

  private void email(LabelledCall call, String given, String family) {
    String sign = pick(new String[] {".", "_", "-", "."});
    String tail = random.nextBoolean() ? String.valueOf(10 + random.nextInt(80)) : "";
    String host = pick(new String[] {"gmx.de", "web.de", "example.com", "gmail.com", "posteo.de"});
    String address = given + sign + family + tail + "@" + host;
    call.agent(pick(words.askEmail())).turn(Role.CALLER).say(lead());
    tell(call, pick(words.tellEmail()), PiiType.EMAIL, written ? address : spoken.email(address));
  }

  private void address(LabelledCall call) {
    String street = names.street(german);
    String house = String.valueOf(1 + random.nextInt(140));
    String code = german ? number(String.valueOf(1 + random.nextInt(9)), 5) : "";
    String city = names.city(german);
    String houseSaid =
        written
            ? house
            : house.length() > 2 ? spoken.digits(house) : spoken.below100(Integer.parseInt(house));
    String first = german ? street + " " + houseSaid : houseSaid + " " + street;
    if (written) {
      first = german ? cased(street) + " " + house : house + " " + titled(street);
    }
    call.agent(pick(words.askAddress())).turn(Role.CALLER).say(lead());
    tell(call, pick(words.tellAddress()), PiiType.ADDRESS, first);
    String second = (code.isEmpty() ? "" : said(code) + " ") + cased(city);
    call.say("in").value(PiiType.ADDRESS, second);
  }

  private String titled(String street) {
    StringBuilder titled = new StringBuilder();
    for (String word : street.split(" ", -1)) {
      titled.append(titled.length() == 0 ? "" : " ").append(cased(word));
    }
    return titled.toString();
  }

  private void iban(LabelledCall call) {
    String bban = number("", 18);
    String check = Ibans.check("DE", bban);
    String letters = random.nextBoolean() ? "d e " : german ? "dora emil " : "delta echo ";
    call.agent(pick(words.askIban())).turn(Role.CALLER).say(lead());
    String said = written ? "DE" + check + bban : letters + spoken.digits(check + bban);
    tell(call, pick(words.tellIban()), PiiType.IBAN, said);
  }

  private void customer(LabelledCall call) {
    call.agent(pick(words.askCustomer())).turn(Role.CALLER).say(lead());
    tell(
        call,
        pick(words.tellCustomer()),
        PiiType.CUSTOMER_ID,
        said(number("", 6 + random.nextInt(4))));
  }

  private void card(LabelledCall call) {
    call.agent(pick(words.askCard())).turn(Role.CALLER).say(lead());
    call.value(PiiType.CREDIT_CARD, said(number("4", 16)));
  }

  private void other(LabelledCall call) {
    call.turn(Role.CALLER);
    tell(call, pick(words.tellOther()), PiiType.PERSON, name(names.given(), names.family()));
  }

  private void smallTalk(LabelledCall call) {
    String[] pair = words.talk()[random.nextInt(words.talk().length)];
    call.agent(pair[0]).caller(pair[1]);
  }
}
