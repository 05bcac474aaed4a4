package org.relais.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Between which values a sum of unknowns lies that are none below zero and of which some sums are known: the simplex
 * method with Bland's rule, which always ends. Knows of the unknowns nothing but the sums.
 */
final class LinearBounds {

    private static final double NOTHING = 1e-7;

    private final int unknowns;
    /** One row for each independent equation, the right side last; the basis is the unit matrix. */
    private final double[][] rows;

    private final int[] basis;

    /** @throws IllegalArgumentException when the equations contradict each other */
    LinearBounds(int unknowns, List<double[]> equations) {
        this.unknowns = unknowns;
        var independent = independent(equations);
        var count = independent.size();
        var tableau = new double[count][unknowns + count + 1];
        basis = new int[count];
        for (var row = 0; row < count; row++) {
            var sign = independent.get(row)[unknowns] < 0 ? -1 : 1;
            for (var column = 0; column < unknowns; column++) {
                tableau[row][column] = sign * independent.get(row)[column];
            }
            tableau[row][unknowns + row] = 1;
            tableau[row][unknowns + count] = sign * independent.get(row)[unknowns];
            basis[row] = unknowns + row;
        }
        var objective = new double[unknowns + count];
        Arrays.fill(objective, unknowns, unknowns + count, 1);
        if (minimum(tableau, basis, objective, unknowns + count) > NOTHING) {
            throw new IllegalArgumentException("No values add up to these sums");
        }
        for (var row = 0; row < count; row++) {
            if (basis[row] >= unknowns) {
                for (var column = 0; column < unknowns; column++) {
                    if (Math.abs(tableau[row][column]) > NOTHING) {
                        pivot(tableau, basis, row, column);
                        break;
                    }
                }
            }
        }
        rows = new double[count][];
        for (var row = 0; row < count; row++) {
            rows[row] = Arrays.copyOf(tableau[row], unknowns + 1);
            rows[row][unknowns] = tableau[row][unknowns + count];
        }
    }

    /** Whether the sum of these unknowns is the same whatever they are. */
    boolean isFixed(double[] sum) {
        var least = extreme(sum, 1);
        return Double.isFinite(least) && extreme(sum, -1) - least < 0.5;
    }

    private double extreme(double[] sum, int sign) {
        var tableau = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        var objective = new double[unknowns];
        for (var column = 0; column < unknowns; column++) {
            objective[column] = sign * sum[column];
        }
        return sign * minimum(tableau, basis.clone(), objective, unknowns);
    }

    private static double minimum(double[][] tableau, int[] basis, double[] objective, int columns) {
        while (true) {
            var enters = -1;
            for (var column = 0; column < columns && enters < 0; column++) {
                var reduced = objective[column];
                for (var row = 0; row < tableau.length; row++) {
                    reduced -= objective(objective, basis[row]) * tableau[row][column];
                }
                enters = reduced < -NOTHING ? column : -1;
            }
            if (enters < 0) {
                var value = 0.0;
                for (var row = 0; row < tableau.length; row++) {
                    value += objective(objective, basis[row]) * tableau[row][tableau[row].length - 1];
                }
                return value;
            }
            var leaves = -1;
            var least = Double.POSITIVE_INFINITY;
            for (var row = 0; row < tableau.length; row++) {
                if (tableau[row][enters] > NOTHING) {
                    var ratio = tableau[row][tableau[row].length - 1] / tableau[row][enters];
                    if (ratio < least - NOTHING || (ratio < least + NOTHING && basis[row] < basis[leaves])) {
                        least = Math.min(least, ratio);
                        leaves = row;
                    }
                }
            }
            if (leaves < 0) {
                return Double.NEGATIVE_INFINITY;
            }
            pivot(tableau, basis, leaves, enters);
        }
    }

    private static double objective(double[] objective, int column) {
        return column < objective.length ? objective[column] : 0;
    }

    private static void pivot(double[][] tableau, int[] basis, int row, int column) {
        var by = tableau[row][column];
        for (var at = 0; at < tableau[row].length; at++) {
            tableau[row][at] /= by;
        }
        for (var other = 0; other < tableau.length; other++) {
            var times = tableau[other][column];
            if (other != row && times != 0) {
                for (var at = 0; at < tableau[other].length; at++) {
                    tableau[other][at] -= times * tableau[row][at];
                }
            }
        }
        basis[row] = column;
    }

    private static List<double[]> independent(List<double[]> equations) {
        var kept = new ArrayList<double[]>();
        var reduced = new ArrayList<double[]>();
        var heads = new ArrayList<Integer>();
        for (var equation : equations) {
            var rest = equation.clone();
            for (var at = 0; at < reduced.size(); at++) {
                var times = rest[heads.get(at)];
                for (var column = 0; column < rest.length && times != 0; column++) {
                    rest[column] -= times * reduced.get(at)[column];
                }
            }
            var head = 0;
            while (head < rest.length && Math.abs(rest[head]) <= NOTHING) {
                head++;
            }
            if (head < rest.length) {
                var by = rest[head];
                for (var column = 0; column < rest.length; column++) {
                    rest[column] /= by;
                }
                reduced.add(rest);
                heads.add(head);
                kept.add(equation);
            }
        }
        return kept;
    }
}
