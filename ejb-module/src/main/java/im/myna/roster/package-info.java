/**
 * The contact lists of those who are here, and the rules by which subscriptions change. A roster changes in the database first,
 * then in memory, then the owner's clients are told: what a client has seen survives a crash. The changes of one account happen
 * one after the other and are told in that order; nobody is told while a lock is held.
 */
package im.myna.roster;
