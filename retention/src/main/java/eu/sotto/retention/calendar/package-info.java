/**
 * Legal periods: how long they run and on which day they end. Values in, values out; no clock.
 *
 * <p>Source: BGB sections 186 to 193, AO section 108, Regulation (EEC, Euratom) 1182/71 Article 3.
 */
package eu.sotto.retention.calendar;
