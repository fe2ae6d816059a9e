/**
 * What the container knows of who asks (ADR 0130): Jakarta Security, on the account store.
 *
 * <ul>
 *   <li>It is told by {@link im.myna.administration.container.Identity} who somebody is when that is proved, and never asks itself: a
 *       wrong password has to come late, and whoever is no governor's guest has nothing to pay.
 *   <li>What it knows holds for one request: a role that was taken away is gone at the next.
 * </ul>
 */
package im.myna.administration.container;
