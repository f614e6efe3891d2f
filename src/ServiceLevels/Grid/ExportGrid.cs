using Microsoft.AspNetCore.Http;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel.Commitments;
using Pupitre.Processes;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>The grid as a table to take home: one row for each due date, and for each month of a clock commitment.</summary>
internal static class ExportGrid
{
    public static async Task<IResult> AnswerAsync(string format, string? provider, string? domain, ReadGrid read, CancellationToken token)
    {
        var view = await read.RunAsync(GridFilter.Parse(provider, domain), token);
        var rows = view.Rows.SelectMany(row => row.Cells.Select(cell => cell.Occurrence is { } item ? Occurrence(row.Commitment, cell, item) : Month(row.Commitment, cell)));
        return await new TableExport(Texts.Grid_FileName, Headers, rows).AnswerAsync(format, token);
    }

    private static IReadOnlyList<string> Headers =>
    [
        Texts.Grid_Domain, Texts.Grid_RowHead, Texts.Grid_Who, Texts.Grid_Month, Texts.Grid_Due, Texts.Grid_State, Texts.Reading_DeclaredShort, Texts.Reading_EvidencedShort,
        Texts.Reading_ProvenShort, Texts.Grid_Delay, Texts.Tally_Base, Texts.Tally_ProvenCount, Texts.Tally_KeptCount,
    ];

    private static object?[] Occurrence(CommitmentFacts commitment, GridCell cell, JudgedOccurrence item) =>
    [
        ProcessWords.Of(commitment.Row.Domain), commitment.Name, GridWords.Performer(commitment), OccurrenceKeys.OfMonth(cell.Month), cell.Due, GridWords.State(cell),
        item.Declared.Outcome.Text(), item.Evidenced.Outcome.Text(), item.Proven.Outcome.Text(), item.Delay?.Imputation.Text(), null, null, null,
    ];

    private static object?[] Month(CommitmentFacts commitment, GridCell cell) =>
    [
        ProcessWords.Of(commitment.Row.Domain), commitment.Name, GridWords.Performer(commitment), OccurrenceKeys.OfMonth(cell.Month), null, null, null, null, null, null,
        cell.Rate!.Base, cell.Rate.Proven, cell.Rate.Kept,
    ];
}
