package org.relais.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two ways of doing the same, measured in turns of one run so that both meet the same machine. */
public final class Turns {

    /** How many turns count; one before them warms up. */
    public static final int COUNT = Integer.getInteger("relais.bench.repeats", 5);

    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> ones = new ArrayList<>();
    private final List<Double> others = new ArrayList<>();

    /** Remembers a turn: what both took, in the same unit. */
    public void add(double one, double other) {
        ones.add(one);
        others.add(other);
        ratios.add(one / other);
    }

    /** The median of the ratios. */
    public double ratio() {
        return median(ratios);
    }

    /** One line: the median ratio, the least and the greatest, and the medians of both in milliseconds. */
    public String line(String what) {
        return String.format(
                Locale.ROOT,
                "%-44s %6.2f (%.2f to %.2f in %d turns); %.3f ms against %.3f ms%n",
                what,
                ratio(),
                ratios.stream().min(Double::compare).orElseThrow(),
                ratios.stream().max(Double::compare).orElseThrow(),
                ratios.size(),
                median(ones) * 1_000,
                median(others) * 1_000);
    }

    /** Keeps the lines in a file under {@code target/}. */
    public static void write(String name, String lines) throws IOException {
        Files.writeString(Files.createDirectories(TestServer.target()).resolve(name), lines);
    }

    /** The value below which this part of them lies. */
    public static double quantile(List<Double> values, double part) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size()) - 1));
    }

    private static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    public static Path file(String name) {
        return TestServer.target().resolve(name);
    }
}
