/**
 * People over machines: outcomes of AI, their review by persons, what callers are told of them, and
 * what has to be looked at again and again. Source: GDPR Art. 15(1)(h), 22, 24(1).
 */
package eu.sotto.oversight;
