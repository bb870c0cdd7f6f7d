/**
 * From a dry run to a certificate: a plan, the confirmation that releases it, its execution, which
 * decides each record again, and what is certified afterwards.
 */
package eu.sotto.retention.sweep;
