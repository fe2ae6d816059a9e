package im.myna.web.admin;

import java.util.List;
import java.util.Locale;

/**
 * How something was, moment by moment, as a line that can be drawn.
 *
 * @param name what it is, for its words
 */
public record Curve(String name, List<Double> values) {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 80;
    /** What an hour has; a shorter line begins further to the right. */
    private static final int MOMENTS = 360;

    private static final double TEN = 10;

    public Curve {
        values = List.copyOf(values);
    }

    public double last() {
        return values.isEmpty() ? 0 : values.get(values.size() - 1);
    }

    /** At least 1, so that nothing is a line at the bottom. */
    public double most() {
        return Math.max(
                1, values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    /** The last value, for people. */
    public String shown() {
        return text(last());
    }

    /** The greatest value, for people. */
    public String top() {
        return text(most());
    }

    /** "x,y x,y ..." in a picture of 300 by 80, the newest at its right edge. */
    public String line() {
        var points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(point(i)).append(' ');
        }
        return points.toString().strip();
    }

    /** The same, closed along the bottom. */
    public String area() {
        return values.isEmpty() ? "" : x(0) + "," + HEIGHT + " " + line() + " " + WIDTH + "," + HEIGHT;
    }

    private String point(int index) {
        return x(index) + "," + rounded(HEIGHT - values.get(index) / most() * (HEIGHT - 2));
    }

    private String x(int index) {
        return rounded(WIDTH - (values.size() - 1 - index) * (double) WIDTH / (MOMENTS - 1));
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String text(double number) {
        return number < TEN && number != Math.rint(number) ? rounded(number) : String.valueOf(Math.round(number));
    }
}
