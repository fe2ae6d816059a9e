package im.myna.benchmark.measure;

/**
 * What went wrong with stanzas that were sent.
 *
 * @param lost never came
 * @param doubled came again
 * @param disordered came after one that was sent later
 * @param astray came to the wrong client, or back
 */
public record Faults(long lost, long doubled, long disordered, long astray) {
    public static final Faults NONE = new Faults(0, 0, 0, 0);

    public Faults plus(Faults other) {
        return new Faults(
                lost + other.lost, doubled + other.doubled, disordered + other.disordered, astray + other.astray);
    }

    public boolean none() {
        return equals(NONE);
    }

    @Override
    public String toString() {
        return none()
                ? "none"
                : lost + " lost, " + doubled + " doubled, " + disordered + " out of order, " + astray + " astray";
    }
}
