/**
 * The window of programs: what administrators do, by REST.
 *
 * <ul>
 *   <li>Every request passes the {@link im.myna.web.rest.Gate}, and whom the gate did not let in gets to no resource: the proof goes
 *       with the request, not with its path, so it does not matter how many ways there are to write a path.
 *   <li>What somebody may do is not decided here but in the administration, which other windows use as well.
 * </ul>
 */
package im.myna.web.rest;
