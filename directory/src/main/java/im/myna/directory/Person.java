package im.myna.directory;

import java.util.List;

/**
 * Somebody of a directory.
 *
 * @param dn where he stands there, normalized
 * @param username as it is written there: whether it can be a localpart is not known here
 * @param groups DNs of those that are written at him, normalized; none where they are written elsewhere
 */
public record Person(String dn, String username, String name, String mail, List<String> groups) {
    public Person {
        groups = List.copyOf(groups);
    }
}
