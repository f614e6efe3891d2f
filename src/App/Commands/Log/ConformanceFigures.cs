using System.Collections.Immutable;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Log;

/// <summary>What <c>log conform</c> tells, by either method.</summary>
/// <param name="Method">The word of the command line.</param>
/// <param name="Cases">Cases of the log.</param>
/// <param name="UnsolvedCases">Those of them that passed a limit, and stand in no figure below.</param>
/// <param name="FittingCases">Cases without a deviation.</param>
/// <param name="Deviations">Moves that cost, or tokens that are missing or remain.</param>
/// <param name="MeanTraceFitness">0 to 1, or null when no case is known.</param>
/// <param name="LogFitness">0 to 1, or null when no case is known.</param>
/// <param name="Moves">Deviations by activity.</param>
internal sealed record ConformanceFigures(
    string Method, int Cases, long UnsolvedCases, long FittingCases, long Deviations, double? MeanTraceFitness, double? LogFitness, ImmutableArray<Deviation> Moves)
{
    public const string Alignments = "alignments";
    public const string TokenReplay = "replay";
    public const int MostNamed = 10;

    /// <summary>Cases that the figures speak of.</summary>
    public long SolvedCases => Cases - UnsolvedCases;

    /// <summary>There is something to speak of: a log of which no case is solved says nothing, an empty one that there is no deviation.</summary>
    public bool IsKnown => Cases == 0 || SolvedCases > 0;

    /// <summary>How much of what the model allows is used, 0 to 1; null for the replay, and where it is not known.</summary>
    public double? Precision { get; private init; }

    /// <summary>Tokens of the replay; null for alignments.</summary>
    public TokenReplay? Replay { get; private init; }

    public static ConformanceFigures Of(Alignments alignments, EventLog log, CancellationToken token) => new(
        Alignments, log.CaseCount, alignments.UnsolvedCases, alignments.FittingCases, alignments.Deviations, alignments.MeanTraceFitness, alignments.LogFitness, alignments.ByActivity())
    {
        Precision = alignments.MeasurePrecision(token)?.Share,
    };

    public static ConformanceFigures Of(TokenReplay replay, EventLog log) => new(
        TokenReplay, log.CaseCount, 0, replay.FittingCases, replay.Deviations, replay.MeanTraceFitness, replay.LogFitness, replay.ByActivity())
    {
        Replay = replay,
    };
}
