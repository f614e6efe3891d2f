using Microsoft.AspNetCore.Http;
using Pupitre.Gathering.Exports;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>The scorecard of a contract as a table to take home: one row for each commitment and month.</summary>
internal static class ExportScorecard
{
    public static async Task<IResult> AnswerAsync(Guid contractId, string format, ReadScorecard read, CancellationToken token)
    {
        var contract = await read.OfContractAsync(contractId, token);
        return await new TableExport(Texts.Scorecard_FileName, Headers, contract.Cards.SelectMany(card => card.Months.Select(month => Row(card, month)))).AnswerAsync(format, token);
    }

    private static IReadOnlyList<string> Headers =>
    [
        Texts.Grid_RowHead, Texts.Grid_Who, Texts.Grid_Month, Texts.Tally_ProvenCount, Texts.Tally_KeptCount, Texts.Scorecard_Late, Texts.Scorecard_NoTrace, Texts.Scorecard_Excused, Texts.Tally_Base,
        Texts.Scorecard_Undated, Texts.Scorecard_NotYetProven, Texts.Scorecard_Waived,
    ];

    private static object?[] Row(Scorecard card, ScorecardMonth month) =>
    [
        card.Commitment.Name, GridWords.Performer(card.Commitment), OccurrenceKeys.OfMonth(month.Number), month.Tally.Proven, month.Tally.Kept, month.Tally.Late, month.Tally.NoTrace, month.Tally.Excused,
        month.Tally.Base, month.Tally.Undated, month.Tally[Standing.NotYetProven], month.Tally[Standing.Waived],
    ];
}
