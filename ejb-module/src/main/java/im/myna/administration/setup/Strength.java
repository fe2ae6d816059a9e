package im.myna.administration.setup;

import im.myna.administration.setup.WrongChoiceException.Fault;
import im.myna.sasl.ScramVerifier;
import java.util.Locale;
import java.util.Set;

/** Whether a password is good enough for somebody who may do everything. */
final class Strength {
    static final int LEAST = 10;
    private static final int LONGEST = 1023;
    private static final int LEAST_DIFFERENT = 5;
    private static final int TELLING = 3;

    /** Of those that are long enough, what is tried first. */
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "12345678910",
            "password12",
            "password123",
            "password1234",
            "passw0rd123",
            "qwertyuiop",
            "qwerty12345",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "adminadmin",
            "administrator",
            "letmein123",
            "iloveyou123",
            "changeme123");

    private Strength() {}

    static void require(String password, String name, String domain) {
        requirePreparable(password);
        var lower = password.toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        refuse(
                length < LEAST || password.length() > LONGEST,
                Fault.SHORT,
                "it needs at least " + LEAST + " characters");
        refuse(
                lower.chars().distinct().count() < LEAST_DIFFERENT || COMMON.contains(lower),
                Fault.SIMPLE,
                "it would be guessed soon");
        refuse(tells(lower, name) || tells(lower, domain.split("\\.", 2)[0]), Fault.TELLING, "it says the name");
    }

    private static boolean tells(String password, String word) {
        return word.length() >= TELLING && password.contains(word.toLowerCase(Locale.ROOT));
    }

    private static void requirePreparable(String password) {
        refuse(password.isEmpty(), Fault.SHORT, "it is empty");
        try {
            ScramVerifier.all(password, 1);
        } catch (IllegalArgumentException e) {
            throw new WrongChoiceException(Fault.UNTYPABLE, "password", e.getMessage());
        }
    }

    private static void refuse(boolean wrong, Fault fault, String text) {
        if (wrong) {
            throw new WrongChoiceException(fault, "password", text);
        }
    }
}
