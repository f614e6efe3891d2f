namespace Pupitre.Mining;

/// <summary>
/// Maximises <c>b x</c> under <c>A x &lt;= c</c>, x and c being 0 or more, by the simplex method (Dantzig, 1951) on a dense tableau. Zero
/// satisfies every row, so it can stop at any step with an answer that does; the number of steps is bounded.
/// </summary>
internal sealed class PriceSimplex
{
    private const int MostPivots = 3_000;

    /// <summary>Steps without gain after which the smallest variable enters, which cannot go in circles (Bland, 1977).</summary>
    private const int MostIdlePivots = 50;
    private const double Tiny = 1e-9;

    private readonly double[][] _rows;
    private readonly double[] _objective;

    /// <summary>By row the variable that it gives the value of; the slacks are numbered after the variables.</summary>
    private readonly int[] _inside;

    /// <summary>By column the variable that is 0.</summary>
    private readonly int[] _outside;
    private int _idle;

    private PriceSimplex(List<(double[] Row, double Most)> constraints, double[] objective)
    {
        _objective = [.. objective, 0];
        _rows = [.. constraints.Select(constraint => (double[])[.. constraint.Row, constraint.Most])];
        _outside = [.. Enumerable.Range(0, objective.Length)];
        _inside = [.. Enumerable.Range(objective.Length, _rows.Length)];
    }

    /// <returns>Values of the variables: the best ones, or good ones when the steps ran out or the objective grows without end.</returns>
    /// <exception cref="OperationCanceledException"/>
    public static double[] Maximise(List<(double[] Row, double Most)> constraints, double[] objective, CancellationToken token)
    {
        var simplex = new PriceSimplex(constraints, objective);
        simplex.Run(token);
        var values = new double[objective.Length];
        for (var row = 0; row < simplex._rows.Length; row++)
        {
            if (simplex._inside[row] < values.Length)
            {
                values[simplex._inside[row]] = simplex._rows[row][^1];
            }
        }

        return values;
    }

    private void Run(CancellationToken token)
    {
        for (var pivot = 0; pivot < MostPivots; pivot++)
        {
            token.ThrowIfCancellationRequested();
            var column = Entering();
            var row = column < 0 ? -1 : Leaving(column);
            if (row < 0)
            {
                return;
            }

            _idle = _rows[row][^1] > Tiny ? 0 : _idle + 1;
            Pivot(row, column);
        }
    }

    /// <summary>The column that promises most, or the first variable that promises anything; -1 at the optimum.</summary>
    private int Entering()
    {
        var best = -1;
        for (var column = 0; column < _outside.Length; column++)
        {
            if (_objective[column] > Tiny &&
                (best < 0 || (_idle < MostIdlePivots ? _objective[column] > _objective[best] : _outside[column] < _outside[best])))
            {
                best = column;
            }
        }

        return best;
    }

    /// <summary>The row that first stops the column from growing; -1 when none does.</summary>
    private int Leaving(int column)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var row = 0; row < _rows.Length; row++)
        {
            if (_rows[row][column] <= Tiny)
            {
                continue;
            }

            var most = _rows[row][^1] / _rows[row][column];
            if (most < least - Tiny || (most <= least + Tiny && _inside[row] < _inside[best]))
            {
                (best, least) = (row, Math.Min(most, least));
            }
        }

        return best;
    }

    private void Pivot(int row, int column)
    {
        var pivot = _rows[row];
        var by = 1 / pivot[column];
        pivot[column] = 1;
        for (var at = 0; at < pivot.Length; at++)
        {
            pivot[at] *= by;
        }

        foreach (var other in _rows)
        {
            if (!ReferenceEquals(other, pivot))
            {
                Subtract(other, pivot, column);
            }
        }

        Subtract(_objective, pivot, column);
        (_inside[row], _outside[column]) = (_outside[column], _inside[row]);
    }

    private static void Subtract(double[] row, double[] pivot, int column)
    {
        var times = row[column];
        if (times == 0)
        {
            return;
        }

        row[column] = 0;
        for (var at = 0; at < row.Length; at++)
        {
            row[at] -= times * pivot[at];
        }
    }
}
