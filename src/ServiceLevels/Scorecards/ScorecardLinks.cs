using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>Where the months of a scorecard lead.</summary>
internal static class ScorecardLinks
{
    /// <summary>The cases of a commitment, of one month or of all.</summary>
    public static string Cases(Tenant tenant, Guid commitmentId, int? month = null) =>
        tenant.Path("scorecards", commitmentId, "cases") + (month is { } number ? "?month=" + OccurrenceKeys.OfMonth(number) : "");

    /// <summary>What a month leads to: its cases, its only due date, else the scorecard.</summary>
    public static string Month(Tenant tenant, Scorecard card, int month)
    {
        if (card.IsClock)
        {
            return Cases(tenant, card.Commitment.Id, month);
        }

        var due = card.Occurrences.Where(item => item.Month == month).Take(2).ToList();
        return due.Count == 1 ? tenant.Path("due-dates", card.Commitment.Id, due[0].Key) : tenant.Path("scorecards", card.Commitment.Id);
    }
}
