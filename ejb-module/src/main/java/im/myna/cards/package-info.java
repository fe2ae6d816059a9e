/**
 * Who the users are, whoever says so: they themselves, or a directory. The features that speak of it, in one format or the other,
 * share what stands here; what changes is told by an event, so nobody here knows who wants to hear it.
 */
package im.myna.cards;
