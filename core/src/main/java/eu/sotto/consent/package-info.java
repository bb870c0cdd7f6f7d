/**
 * Consent as a fold over what happened in a call: what was played, asked and answered, and what
 * that amounts to at any time. Pure values; time is passed in. Only an affirmative act gives
 * consent, and the library, not the host, says which act is one. Source: GDPR Art. 4(11), 6(1)(a),
 * 7.
 */
package eu.sotto.consent;
