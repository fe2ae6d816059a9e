package im.myna.xml;

/** What our own code may put into an element. */
final class Checks {
    private Checks() {}

    static String name(String local) {
        boolean valid = !local.isEmpty() && Characters.isNameStart(local.codePointAt(0))
                && local.codePoints().allMatch(Characters::isName);
        if (!valid) {
            throw new IllegalArgumentException("not a name: " + local);
        }
        return local;
    }

    static String characters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit >= 0xD800) {
                int point = text.codePointAt(i);
                if (!Characters.isCharacter(point)) {
                    throw new IllegalArgumentException("a character that XML does not allow: U+" + Integer.toHexString(point));
                }
                i += Character.charCount(point) - 1;
            }
        }
        return text;
    }
}
