/**
 * Records of processing and figures, for authorities and impact assessments (Art. 5(2), 30, 35).
 */
package eu.sotto.accountability;
