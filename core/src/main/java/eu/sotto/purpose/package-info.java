/**
 * The decision: register and facts in, permitted, denied or needs review out, with obligations and
 * every reason. Pure; whatever is not declared and grounded is denied. Source: GDPR Art. 5, 6.
 */
package eu.sotto.purpose;
