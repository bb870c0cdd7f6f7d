package eu.sotto.redaction;

/** The words around the values in made calls, one language. */
@SuppressWarnings("ArrayRecordComponent")
record CallWords(
    String[] greetings,
    String[] askName,
    String[] tellName,
    String[] thanks,
    String[] howHelp,
    String[] concerns,
    String[] fillers,
    String[] askSpelling,
    String[] askPhone,
    String[] tellPhone,
    String[] backchannels,
    String[] readBack,
    String[] correct,
    String[] yes,
    String[] askBirth,
    String[] tellBirth,
    String[] askEmail,
    String[] tellEmail,
    String[] askAddress,
    String[] tellAddress,
    String[] askIban,
    String[] tellIban,
    String[] askCustomer,
    String[] tellCustomer,
    String[] askCard,
    String[] tellOther,
    String[] closings,
    String[][] talk) {
  static CallWords of(boolean german) {
    return german ? german() : english();
  }

  private static CallWords german() {
    return new CallWords(
        new String[] {
          "Guten Tag, Sie sprechen mit der digitalen Assistenz der Stadtwerke.",
          "Willkommen bei der Hausverwaltung, was kann ich für Sie tun?",
          "Praxis am Markt, guten Morgen."
        },
        new String[] {
          "Wie ist Ihr Name?", "Mit wem spreche ich bitte?",
          "Sagen Sie mir bitte Ihren Vor- und Nachnamen?", "Darf ich Ihren Namen erfahren?"
        },
        new String[] {
          "mein name ist {1}",
          "hier ist {1}",
          "ich heiße {1}",
          "guten tag hier spricht {1}",
          "ja also ich bin {1}",
          "{1} am apparat",
          "hallo {1} mein name",
          "ja guten tag {1} ist mein name"
        },
        new String[] {"Danke, Frau", "Vielen Dank, Herr", "Gern, Herr"},
        new String[] {"was kann ich für Sie tun?", "worum geht es denn?"},
        new String[] {
          "ich habe eine frage zu meiner rechnung",
          "ich möchte gern einen termin vereinbaren am liebsten nächste woche",
          "es geht um die abrechnung vom letzten monat die ist viel zu hoch",
          "unser internet geht seit drei tagen nicht mehr",
          "ich wollte fragen ob sie am samstag geöffnet haben",
          "ich ziehe um und muss den vertrag ändern"
        },
        new String[] {"äh", "ja", "ja also", "ähm", "gern", "moment"},
        new String[] {
          "Können Sie den Nachnamen buchstabieren?",
          "Wie schreibt man das?",
          "Buchstabieren Sie bitte den Namen?"
        },
        new String[] {
          "Unter welcher Nummer können wir Sie erreichen?", "Wie lautet Ihre Telefonnummer?",
          "Geben Sie mir bitte eine Rückrufnummer?", "Und Ihre Handynummer?"
        },
        new String[] {
          "meine nummer ist die {1}",
          "das ist die {1}",
          "{1}",
          "meine handynummer lautet {1}",
          "sie erreichen mich unter {1}"
        },
        new String[] {"Ja?", "Mhm.", "Ja, weiter?", "Okay."},
        new String[] {"Ich wiederhole,", "Also"},
        new String[] {"richtig?", "stimmt das?"},
        new String[] {"ja genau", "richtig"},
        new String[] {
          "Wie ist Ihr Geburtsdatum?", "Wann sind Sie geboren?", "Ihr Geburtsdatum bitte?"
        },
        new String[] {"der {1}", "am {1}", "{1}", "geboren bin ich am {1}"},
        new String[] {
          "Wie lautet Ihre E-Mail-Adresse?", "An welche E-Mail soll ich die Bestätigung schicken?"
        },
        new String[] {"{1}", "das ist {1}", "meine adresse ist {1}"},
        new String[] {
          "Wie ist Ihre Adresse?", "Wo wohnen Sie?", "Nennen Sie mir bitte Straße und Hausnummer?"
        },
        new String[] {"{1}", "ich wohne in der {1}", "das ist die {1}"},
        new String[] {"Wie lautet Ihre IBAN?", "Von welchem Konto sollen wir abbuchen?"},
        new String[] {"{1}", "die iban ist {1}", "ja das ist {1}"},
        new String[] {"Wie lautet Ihre Kundennummer?", "Haben Sie die Vertragsnummer?"},
        new String[] {"{1}", "die nummer ist {1}", "das ist die {1}"},
        new String[] {"Ihre Kreditkartennummer bitte?"},
        new String[] {
          "und meine kollegin heißt {1}",
          "das ist wegen meiner schwester {1}",
          "ich rufe für meinen mann an sein name ist {1}"
        },
        new String[] {
          "Vielen Dank für Ihren Anruf, auf Wiederhören.",
          "Alles klar, ich habe das so eingetragen."
        },
        new String[][] {
          {
            "Wie hoch ist der Zählerstand?",
            "der zähler steht bei zwölftausenddreihundertvierzig kilowattstunden"
          },
          {
            "Passt es Ihnen um zehn Uhr fünfzehn?",
            "lieber am nachmittag um halb vier oder um sechzehn uhr"
          },
          {"Wie viele Personen sind Sie?", "wir sind vier personen und zwei kinder"},
          {"Seit wann besteht das Problem?", "seit ungefähr drei wochen würde ich sagen"},
          {
            "Wie viel haben Sie bezahlt?",
            "ich habe neunundvierzig euro neunzig bezahlt im letzten monat"
          },
          {"Kann ich sonst noch etwas tun?", "nein danke das war alles für heute"},
          {"Am Dienstag, den vierten März, ist etwas frei.", "ja der vierte märz passt mir gut"},
          {
            "Einen Moment bitte, ich schaue nach.",
            "kein problem lassen sie sich zeit ich bin gerade im auto"
          },
          {
            "Haben Sie die Rechnung vor sich?",
            "ich habe die rechnung gerade nicht da ich müsste sie suchen"
          }
        });
  }

  private static CallWords english() {
    return new CallWords(
        new String[] {
          "Good morning, you are through to the digital assistant of the clinic.",
          "Welcome to the hotel, how can I help?",
          "Thanks for calling the support line."
        },
        new String[] {
          "What is your name, please?",
          "Who am I speaking to?",
          "Could I have your first and last name?"
        },
        new String[] {
          "my name is {1}",
          "this is {1}",
          "yes hi it's {1} here",
          "i'm {1}",
          "hello my name's {1}",
          "{1} speaking"
        },
        new String[] {"Thank you, Mrs", "Thanks, Mr"},
        new String[] {"what can I do for you?", "how can I help?"},
        new String[] {
          "i have a question about my last bill",
          "i would like to book a table for four on friday evening",
          "my internet has been down for three days",
          "i'm calling about the delivery that never arrived",
          "i need to change my appointment to next week"
        },
        new String[] {"uh", "yes", "yeah so", "um", "sure"},
        new String[] {"Could you spell the surname?", "How do you spell that?"},
        new String[] {
          "What is your phone number?",
          "What's the best number to reach you?",
          "And a contact number?"
        },
        new String[] {"{1}", "my number is {1}", "it's {1}", "you can reach me on {1}"},
        new String[] {"Yes?", "Mhm.", "Go on.", "Okay."},
        new String[] {"Let me repeat,", "So that is"},
        new String[] {"correct?", "is that right?"},
        new String[] {"yes that's right", "correct"},
        new String[] {"What is your date of birth?", "When were you born?"},
        new String[] {"{1}", "it's {1}", "i was born on {1}"},
        new String[] {"What is your email address?", "Which email should I send it to?"},
        new String[] {"{1}", "it's {1}", "sure that's {1}"},
        new String[] {"What is your address?", "Where do you live?"},
        new String[] {"{1}", "i live at {1}", "it's {1}"},
        new String[] {"Could you read me the IBAN?", "Which account should we use?"},
        new String[] {"{1}", "the iban is {1}", "yes it's {1}"},
        new String[] {"What is your customer number?", "Do you have the contract number?"},
        new String[] {"{1}", "it's {1}", "my number is {1}"},
        new String[] {"What is the card number?"},
        new String[] {
          "and my colleague is called {1}",
          "it is for my sister {1}",
          "i'm calling for my husband his name is {1}"
        },
        new String[] {"Thank you for calling, goodbye.", "All right, I have noted that."},
        new String[][] {
          {
            "What does the meter say?",
            "it says twelve thousand three hundred and forty kilowatt hours"
          },
          {"Would ten fifteen suit you?", "i would rather come at half past three or four o'clock"},
          {"For how many people?", "four people and two children please"},
          {"How long has this been going on?", "for about three weeks i would say"},
          {"How much did you pay?", "i paid forty nine dollars and ninety cents last month"},
          {"Anything else?", "no thanks that was all for today"},
          {"The fourth of March is free.", "yes the fourth of march works for me"},
          {"One moment, let me check.", "no problem take your time i am just in the car"}
        });
  }
}
