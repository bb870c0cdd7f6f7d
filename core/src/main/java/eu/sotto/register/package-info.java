/**
 * The processing register that a controller declares (GDPR Art. 30), and what is wrong with it.
 * Pure values.
 */
package eu.sotto.register;
