using NodaTime;

namespace Pupitre.Kernel.Escalations;

/// <summary>Why a level that was reached is not written about.</summary>
public enum PassedOver : byte
{
    /// <summary>A higher one was reached as well when it was first looked at, or had gone already: only the highest goes.</summary>
    ByHigher,

    /// <summary>Somebody had answered for the level below it.</summary>
    ByAnswer,
}

/// <summary>What is known of an obligation's ladder: nothing of it goes twice.</summary>
/// <param name="Known">Levels that went or were passed over.</param>
/// <param name="Answered">The highest level for which somebody has answered; null while nobody has.</param>
/// <param name="Since">From when on the ladder is there: a level that was reached before is none of its own.</param>
public sealed record LadderPast(IReadOnlyCollection<Rung> Known, Rung? Answered = null, Instant? Since = null)
{
    public static LadderPast None { get; } = new([]);
}

/// <summary>What happens at one moment: one level at most goes, and others are passed over for ever.</summary>
public sealed record LadderStep(RungMoment? Goes, IReadOnlyList<(RungMoment Moment, PassedOver Why)> Passed)
{
    public static LadderStep Nothing { get; } = new(null, []);

    public bool IsNothing => Goes is null && Passed.Count == 0;
}

/// <summary>Climbs a ladder: decides which of the levels that were reached goes. Pure.</summary>
/// <remarks>
/// Of several that were reached since anybody looked, only the highest goes. An answer silences the level after the one that it
/// answers, and
/// no more: the next but one goes.
/// </remarks>
public static class Climb
{
    /// <param name="rungs">The levels of the obligation, in order.</param>
    /// <param name="past">What is known of it.</param>
    /// <param name="now">The instant at which somebody looks.</param>
    /// <param name="knownUntil">The last instant for which the obligation is known: what would be reached after it is not reached
    /// yet.</param>
    public static LadderStep At(IReadOnlyList<RungMoment> rungs, LadderPast past, Instant now, Instant knownUntil)
    {
        var reached = rungs.Where(moment => moment.GoesAt <= now && moment.At <= knownUntil && !(moment.At < past.Since)
            && !past.Known.Contains(moment.Rung)).ToList();
        if (reached.Count == 0)
        {
            return LadderStep.Nothing;
        }

        var highest = reached[^1];
        var goes = (int)highest.Rung > Highest(past) && !IsAnswered(highest.Rung, past);
        return new(
            goes ? highest : null,
            [.. reached.Where(moment => !goes || moment.Rung != highest.Rung)
                .Select(moment => (moment, IsAnswered(moment.Rung, past) ? PassedOver.ByAnswer : PassedOver.ByHigher))]);
    }

    private static bool IsAnswered(Rung rung, LadderPast past) => past.Answered is { } answered && rung == answered + 1;

    private static int Highest(LadderPast past) => past.Known.Count == 0 ? -1 : (int)past.Known.Max();
}
