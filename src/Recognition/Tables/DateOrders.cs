using Pupitre.Mining;

namespace Pupitre.Recognition.Tables;

/// <summary>
/// Which of day and month stands first in each column of dates: what the column itself proves, over the whole file where its beginning does not settle
/// it; else what another column of the same table proves; else what a person said.
/// </summary>
internal sealed class DateOrders
{
    /// <summary>Rows within which most columns prove their order.</summary>
    private const int SampleRows = 200;

    private readonly Dictionary<string, DayMonthProof> _proofs;
    private readonly bool _isElseMonthFirst;

    private DateOrders(Dictionary<string, DayMonthProof> proofs, bool isSaidMonthFirst)
    {
        _proofs = proofs;
        var (month, day) = (proofs.Values.Any(proof => IsProved(proof) && proof.Order == DayMonthOrder.MonthFirst), proofs.Values.Any(proof => IsProved(proof) && proof.Order == DayMonthOrder.DayFirst));
        _isElseMonthFirst = (month && !day) || (isSaidMonthFirst && !day);
    }

    /// <summary>Some column can only be read with the month first, and none only with the day first.</summary>
    public bool IsAnyMonthFirst => _isElseMonthFirst;

    public bool IsMonthFirst(string column) =>
        _proofs.TryGetValue(column, out var proof) && IsProved(proof) ? proof.Order == DayMonthOrder.MonthFirst : _isElseMonthFirst;

    /// <summary>What the rows that were looked at prove, before anybody has said anything.</summary>
    public static DateOrders Of(TableHead head)
    {
        var proofs = head.Columns.ToDictionary(column => column, _ => new DayMonthProof(), StringComparer.OrdinalIgnoreCase);
        foreach (var row in head.Rows)
        {
            foreach (var (place, column) in head.Columns.Index())
            {
                proofs[column].Add(row.At(place), row.Line);
            }
        }

        return new(proofs, isSaidMonthFirst: false);
    }

    /// <summary>What a table proves about the columns of dates of a mapping; leaves it before its first row.</summary>
    public static DateOrders Of(TableReader reader, TableMapping mapping)
    {
        var names = mapping.Shape == TableShape.Case ? mapping.Dates.Select(date => date.Column) : mapping.Time is { } time ? [time] : [];
        var columns = mapping.Columns.Index().Where(column => names.Contains(column.Item, StringComparer.OrdinalIgnoreCase)).Select(column => (column.Index, column.Item, Proof: new DayMonthProof())).ToList();
        for (var rows = 0; columns.Count > 0 && reader.Read();)
        {
            if (reader.Line <= mapping.HeaderLine || reader.Problem is not null)
            {
                continue;
            }

            foreach (var (place, _, proof) in columns)
            {
                if (place < reader.Cells.Count)
                {
                    proof.Add(reader.Cells[place], reader.Line);
                }
            }

            if (++rows >= SampleRows && columns.TrueForAll(column => IsSettled(column.Proof)))
            {
                break;
            }
        }

        reader.Rewind();
        return new(columns.ToDictionary(column => column.Item, column => column.Proof, StringComparer.OrdinalIgnoreCase), mapping.IsMonthFirst);
    }

    private static bool IsProved(DayMonthProof proof) => proof.DayFirstLine is null != proof.MonthFirstLine is null;

    // A day first stays what it is whatever follows; without any date that ends with the year there is nothing to settle.
    private static bool IsSettled(DayMonthProof proof) => proof.DayFirstLine is not null || (proof.MonthFirstLine is null && proof.Ambiguous == 0);
}
