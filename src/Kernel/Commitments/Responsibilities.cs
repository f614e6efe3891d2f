namespace Pupitre.Kernel.Commitments;

/// <summary>Whose delay an obligation is that was not kept: derived, shown with its reason, correctable by people.</summary>
internal static class Responsibilities
{
    public static Imputation ImputationOf(Party party) => party switch
    {
        Party.Company => Imputation.Company,
        Party.Provider => Imputation.Provider,
        _ => Imputation.ThirdParty,
    };

    /// <summary>
    /// Pauses of a clock have already been taken off its running time, so a delay is the performer's; unless the date is one that pauses
    /// do not move: then the wait on another explains the part of the delay that it covers.
    /// </summary>
    public static Responsibility? Of(ClockRule rule, in ClockVerdict verdict, Party performer)
    {
        if (verdict.Outcome != Outcome.Missed)
        {
            return null;
        }

        if (rule is { Target: DateTarget { PauseMovesDate: false }, Pause.WaitsOn: var waitsOn } && waitsOn != performer && verdict.PausedTicks > 0)
        {
            return verdict.PausedTicks >= verdict.LateTicks
                ? new(ImputationOf(waitsOn), Explanation.Of(ExplanationCode.WaitCoversDelay, waitsOn, verdict.Paused, verdict.Late))
                : new(Imputation.Shared, Explanation.Of(ExplanationCode.WaitCoversPart, waitsOn, verdict.Paused, verdict.Late));
        }

        return new(ImputationOf(performer), Explanation.Of(ExplanationCode.NothingStoodInTheWay, verdict.Late));
    }
}
