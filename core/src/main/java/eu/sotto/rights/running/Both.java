package eu.sotto.rights.running;

import java.util.Map;

/**
 * The same in both languages.
 *
 * @param german in German
 * @param english in English
 */
record Both(String german, String english) {
  static Map.Entry<String, Both> entry(String name, String german, String english) {
    return Map.entry(name, new Both(german, english));
  }

  String in(Tongue tongue) {
    return tongue.say(german, english);
  }
}
