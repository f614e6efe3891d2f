using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Processes;

namespace Pupitre.Deciding.Decisions;

/// <summary>The list of verdicts and decisions, to take home.</summary>
internal static class DecisionRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapAnswer(
            "/{company}/processes/decisions.{format}",
            async (string format, ReadDecisions read, CancellationToken token) =>
                await Export(await read.AllAsync(token)).AnswerAsync(format, token))
        .WithMetadata(new RequiresPermitAttribute(Permit.ReadProcesses));

    private static TableExport Export(IReadOnlyList<DecisionLine> lines) => new(
        Texts.Decision_ExportName,
        [
            Texts.Process_Name, Texts.Process_Domain, Texts.Diagnosis_Verdict, .. Leanings.Ways.Select(way => VerdictWords.Of(way)),
            Texts.Decision_State, Texts.Decision_Chosen, Texts.Decision_On,
        ],
        lines.Select(line => (IReadOnlyList<object?>)
        [
            line.Name, ProcessWords.Of(line.Domain), VerdictWords.Of(line.Verdict.Kind), .. line.Verdict.Means.Select(VerdictWords.Mean),
            DecisionWords.Of(line.State), line.Chosen is { } chosen ? VerdictWords.Of(chosen) : null, line.DecidedOn,
        ]));
}
