/**
 * What those who govern the server do, whatever they do it with: a program by REST, a person on a page.
 *
 * <p>Every method asks first whether its {@link im.myna.administration.Actor} may, so no window can forget to. What changes something
 * stands in the chronicle: together with the change where the database has both, before it where sessions are concerned.
 *
 * <p>What an actor may not see does not exist for him: he hears the same as about what nobody ever made.
 */
package im.myna.administration;
