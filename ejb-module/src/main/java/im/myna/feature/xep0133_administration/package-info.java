/**
 * The commands by which people govern the server from their client. They translate between forms and {@code im.myna.administration}, which
 * decides who may do what, and writes it down. A command concerns the domain that it was addressed to; accounts are named in full.
 */
package im.myna.feature.xep0133_administration;
