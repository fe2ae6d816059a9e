package im.myna.directory;

import java.util.Set;

/**
 * A group of a directory, with all who are in it by groups within groups.
 *
 * @param dn normalized
 * @param members DNs, normalized
 * @param shared whether it is on contact lists
 */
public record Team(String dn, String name, String description, Set<String> members, boolean shared) {
    public Team {
        members = Set.copyOf(members);
    }
}
