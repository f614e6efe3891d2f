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
    public IEnumerable<CellProposal> Of(EvidenceFile file, Finding finding, TableReader table)
    {
        var head = TableHead.Of(table);
        var dates = new CellDates(zone, isMonthFirst: false, midnightIsDay: true);
        var columns = head.Columns.Index().Select(column => (column.Index, column.Item, Commitment: CommitmentOf(column.Item))).Where(column => column.Commitment is not null).ToList();
        if (columns.Count == 0 || MonthColumn(head) is not { } months)
        {
            yield break;
        }

        foreach (var row in head.Rows)
        {
            foreach (var (place, name, commitment) in columns)
            {
                if (DatesInText.Period(Folded.Of(row.At(months))) is { } month && dates.TryRead(row.At(place), out var date) && propose.KeyOf(commitment!.Id, month) is { } key)
                {
                    yield return CellProposal.Create(file.Id, commitment.Id, key, MomentOf(date), finding.Word ?? WordOf(commitment), Texts.Reason_Row.With(file.Name, row.Line, name));
                }
            }
        }
    }

    private Commitment? CommitmentOf(string column)
    {
        var name = Folded.Of(GuessMapping.ActivityOf(column));
        return propose.Commitments.FirstOrDefault(row => Folded.Of(row.Name) == name || (CommitmentTemplates.Find(row.TemplateNumber) is { } template && (Folded.Of(template.Name.French) == name || Folded.Of(template.Name.English) == name)));
    }

    // The first column that names a month in every line.
    private static int? MonthColumn(TableHead head)
    {
        for (var column = 0; column < head.Columns.Count; column++)
        {
            var place = column;
            if (head.Rows.Count > 0 && head.Rows.All(row => DatesInText.Period(Folded.Of(row.At(place))) is not null))
            {
                return column;
            }
        }

        return null;
    }

    private static SourceClass WordOf(Commitment commitment) => commitment.Performer == Party.Company ? SourceClass.Company : SourceClass.Provider;

    private static ProofMoment MomentOf(CellDate date) => date.IsDay ? ProofMoment.Of(EvidenceTime.ToDay(date.At)) : ProofMoment.Of(EvidenceTime.ToInstant(date.At));
}
