package im.myna.sasl;

import java.text.Normalizer;

/**
 * The form of a password that is hashed (RFC 4013, as RFC 5802, 2.2 asks for). Not the OpaqueString of RFC 8265, which is newer:
 * the clients at the other end of SCRAM do this one, and both sides have to hash the same bytes. Code points that Unicode 3.2 did
 * not know pass unchanged, as they do in those clients.
 */
final class Saslprep {
    private Saslprep() {}

    /** @throws IllegalArgumentException when the text is empty or has a prohibited character */
    static String prepare(String text) {
        var prepared = isPrintableAscii(text) ? text : Normalizer.normalize(mapped(text), Normalizer.Form.NFKC);
        if (prepared.isEmpty()) {
            throw new IllegalArgumentException("a password is not empty");
        }
        if (prepared.codePoints().anyMatch(Saslprep::isProhibited)) {
            throw new IllegalArgumentException("a password has no control characters");
        }
        checkDirections(prepared);
        return prepared;
    }

    private static boolean isPrintableAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    /** RFC 4013, 2.1. */
    private static String mapped(String text) {
        var mapped = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !isMappedToNothing(point))
                .forEach(point -> mapped.appendCodePoint(isSpace(point) ? ' ' : point));
        return mapped.toString();
    }

    /** RFC 3454, B.1. */
    private static boolean isMappedToNothing(int point) {
        return switch (point) {
            case 0xAD, 0x34F, 0x1806, 0x180B, 0x180C, 0x180D, 0x200C, 0x200D, 0x2060, 0xFEFF -> true;
            default -> point >= 0xFE00 && point <= 0xFE0F;
        };
    }

    /** RFC 3454, C.1.2; U+200B is in this table and in B.1, and RFC 4013 maps it to a space. */
    private static boolean isSpace(int point) {
        return point == 0x200B || Character.getType(point) == Character.SPACE_SEPARATOR;
    }

    /** RFC 4013, 2.3: the tables C.1.2 to C.9 of RFC 3454. */
    private static boolean isProhibited(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            case Character.SPACE_SEPARATOR -> point != ' ';
            default -> isSpecial(point);
        };
    }

    private static boolean isSpecial(int point) {
        boolean noncharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        boolean inappropriate = point >= 0xFFF9 && point <= 0xFFFD;
        boolean description = point >= 0x2FF0 && point <= 0x2FFB;
        boolean format = point == 0x6DD
                || point == 0x70F
                || point == 0x180E
                || (point >= 0x1D173 && point <= 0x1D17A)
                || (point >= 0x2060 && point <= 0x2063)
                || (point >= 0x206A && point <= 0x206F);
        boolean direction = point == 0x340
                || point == 0x341
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E);
        boolean tag = point == 0xE0001 || (point >= 0xE0020 && point <= 0xE007F);
        return noncharacter || inappropriate || description || format || direction || tag;
    }

    /** RFC 3454, 6. */
    private static void checkDirections(String text) {
        boolean rightToLeft = text.codePoints().anyMatch(Saslprep::isRightToLeft);
        boolean leftToRight = text.codePoints()
                .anyMatch(point -> Character.getDirectionality(point) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
        if (rightToLeft
                && (leftToRight
                        || !isRightToLeft(text.codePointAt(0))
                        || !isRightToLeft(text.codePointBefore(text.length())))) {
            throw new IllegalArgumentException("a password mixes directions of writing");
        }
    }

    private static boolean isRightToLeft(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
