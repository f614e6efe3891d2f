using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Evidence.Events;
using Pupitre.ServiceLevels.Evidence.Recognition;
using Pupitre.ServiceLevels.Evidence.Tables;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Evidence.Files;

/// <summary>
/// Reads a tracking table whose lines are months and whose columns are named after commitments ("Situation mensuelle remise le"):
/// each date is a cell of the grid. Its dates are the word of whoever does the thing, unless the table says whose it is.
/// </summary>
internal sealed class ProposeRows(ProposeCells propose, DateTimeZone zone)
{
    /// <summary>Of ten lines, how many name a month in the column of months: totals and remarks stand among them.</summary>
    private const int MonthTenths = 8;

    private readonly List<string> _unread = [];

    /// <summary>Columns of dates that no commitment was found for, once the rows are read.</summary>
    public IReadOnlyList<string> Unread => _unread;

    public IEnumerable<CellProposal> Of(EvidenceFile file, Finding finding, TableReader table)
    {
        var head = TableHead.Of(table);
        if (MonthColumn(head) is not { } months)
        {
            return [];
        }

        var orders = DateOrders.Of(head);
        var columns = NamedColumns.Of(head, propose.Commitments, months);
        _unread.AddRange(GuessMapping.DateColumns(head).Where(name => head.Columns[months] != name && !columns.Exists(column => column.Name == name)));
        return head.Rows.SelectMany(row => columns.Select(column => ProposalOf(file, finding, head, row, months, column, orders))).OfType<CellProposal>();
    }

    private CellProposal? ProposalOf(EvidenceFile file, Finding finding, TableHead head, TableSample row, int months, NamedColumn column, DateOrders orders)
    {
        var dates = new CellDates(zone, orders.IsMonthFirst(column.Name), midnightIsDay: true, head.Form.From1904);
        return DatesInText.Period(Folded.Of(row.At(months))) is { } month && dates.TryRead(row.At(column.Place), out var date) && propose.KeyOf(column.Commitment.Id, month) is { } key
            ? CellProposal.Create(file.Id, column.Commitment.Id, key, MomentOf(date), finding.Word ?? WordOf(column.Commitment), ProofReason.Of(ReasonKind.Row, file.Name, row.Line.ToString(CultureInfo.InvariantCulture), column.Name))
            : null;
    }

    // The first column that names a month in nearly every line that holds anything there.
    private static int? MonthColumn(TableHead head)
    {
        for (var column = 0; column < head.Columns.Count; column++)
        {
            var place = column;
            var named = head.Rows.Select(row => row.At(place)).Where(cell => cell.Length > 0).ToList();
            if (named.Count * 2 > head.Rows.Count && named.Count(cell => DatesInText.Period(Folded.Of(cell)) is not null) * 10 >= named.Count * MonthTenths)
            {
                return column;
            }
        }

        return null;
    }

    private static SourceClass WordOf(Commitment commitment) => commitment.Performer == Party.Company ? SourceClass.Company : SourceClass.Provider;

    private static ProofMoment MomentOf(CellDate date) => date.IsDay ? ProofMoment.Of(EvidenceTime.ToDay(date.At)) : ProofMoment.Of(EvidenceTime.ToInstant(date.At));
}
