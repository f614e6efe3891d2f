using System.Globalization;
using Pupitre.Kernel;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>Sentences of a scorecard.</summary>
internal static class ScorecardWords
{
    /// <summary>"la moitié en moins de 3 h, 9 sur 10 en moins de 11 h".</summary>
    public static string? Pace(Quantiles? pace) => pace is null ? null : Texts.Scorecard_Pace.With(pace.Half.Text(), pace.NineInTen.Text(), pace.Count.ToString("N0", CultureInfo.CurrentCulture));

    /// <summary>"95 % des questions, engagement de service accepté le ..." or an internal target.</summary>
    public static string? Target(CommitmentFacts commitment)
    {
        var version = commitment.Newest;
        return CommitmentSentence.Target(version) is not { } target ? null
            : version.IsInternalTarget ? Texts.Scorecard_Internal.With(target) : Texts.Scorecard_Agreed.With(target, version.AgreedBy);
    }

    /// <summary>What changes when the provider's word alone is left out, in obligations and in open time.</summary>
    public static string Difference(Scorecard card)
    {
        var cases = card.Whole.Differing switch { 0 => Texts.Scorecard_NoDifference, 1 => Texts.Scorecard_DifferenceOne, var many => Texts.Scorecard_DifferenceMany.With(many.ToString("N0", CultureInfo.CurrentCulture)) };
        return card.Pace is { ProviderOnly.TotalMinutes: >= 1 } pace ? cases + " " + Texts.Scorecard_DifferenceTime.With(pace.ProviderOnly.Text()) : cases;
    }

    /// <summary>Title of the trend: from the first to the last month that has enough obligations.</summary>
    public static string Finding(Scorecard card)
    {
        var known = card.Months.Where(month => !month.Tally.IsFew).ToList();
        return Texts.Scorecard_Finding.With(
            TallyWords.Percent(known[0].Tally.Proven, known[0].Tally.Base), MonthNumber.ToMonth(known[0].Number).MonthName(),
            TallyWords.Percent(known[^1].Tally.Proven, known[^1].Tally.Base), MonthNumber.ToMonth(known[^1].Number).MonthName());
    }
}
