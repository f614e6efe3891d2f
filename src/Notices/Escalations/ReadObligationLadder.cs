using NodaTime;
using Pupitre.Kernel.Escalations;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Escalations;

/// <summary>One level on the page of an obligation.</summary>
/// <param name="GoesAt">When a notice may go; null for what is over.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Coming">How it stands while nothing is recorded.</param>
internal sealed record RungLine(
    Rung Rung, bool IsClock, Instant At, Instant? GoesAt, string To, string Coming, EscalationRow? Row);

/// <summary>The ladder of one obligation: its levels while it is open, and what went out in any case. One query.</summary>
internal sealed class ReadObligationLadder(
    ReadLadderSettings readSettings, ReadCompanyFacts readFacts, ReadNotices readNotices, IClock clock)
{
    /// <param name="of">Finds the ladder; null where the obligation is not open.</param>
    public async Task<(IReadOnlyList<RungLine> Lines, string? Silence)> RunAsync(
        ObligationKey name, Func<FindLadder, LadderObligation?> of, CancellationToken token)
    {
        var (facts, settings, now) = (await readFacts.RunAsync(token), await readSettings.RunAsync(token), clock.GetCurrentInstant());
        var item = of(new FindLadder(settings.Quiet, facts.Zone, now));
        var rows = (await readNotices.OfAsync(facts, name, isOpen: item is not null, token)).ToDictionary(row => row.Rung);
        if (item is null)
        {
            return ([.. rows.Values.OrderBy(row => row.Rung).Select(Past)], null);
        }

        // What a ladder says now, and what went by another one before the due instant moved.
        var one = new Ladders(facts, settings, [item], now);
        var lines = item.Rungs.Select(moment => Line(item, moment, rows.GetValueOrDefault(moment.Rung), one))
            .Concat(rows.Values.Where(row => item.Rungs.All(moment => moment.Rung != row.Rung)).Select(Past)).OrderBy(line => line.Rung);
        return ([.. lines], SilenceOf(item, one));
    }

    private static string? SilenceOf(LadderObligation item, Ladders one) =>
        one.Settings.IsOff(item.Commitment.Id) ? EscalationWords.Of(LadderSilence.SwitchedOff)
        : item.Silence is { } silence ? EscalationWords.Of(silence)
        : null;

    private static RungLine Past(EscalationRow row) => new(row.Rung, row.IsClock, row.ReachedAt, null, ToOf(row), "", row);

    private static RungLine Line(LadderObligation item, RungMoment moment, EscalationRow? row, Ladders one)
    {
        var coming = moment.At < one.Since(item.Commitment) ? Texts.Escalation_BeforeEntered
            : moment.At <= Instant.Min(item.KnownUntil, one.Now) ? Texts.Escalation_Reached
            : Texts.Escalation_Coming;
        return new RungLine(
            moment.Rung, item.CaseName is not null, moment.At, moment.GoesAt,
            row is { To.Count: > 0 } ? ToOf(row) : EscalationWords.All(one.TargetsOf(item, moment.Rung)), coming, row);
    }

    private static string ToOf(EscalationRow row) =>
        row.To.Count == 0 ? "—" : string.Join(", ", row.To.Select(to => EscalationWords.To(to.Recipient)));
}
