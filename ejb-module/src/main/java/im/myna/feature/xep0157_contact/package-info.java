/** Whom to turn to, in what discovery tells of the server. */
package im.myna.feature.xep0157_contact;
