using NodaTime;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>The usual day of a measured commitment.</summary>
internal static class UsualDays
{
    /// <summary>How long the calendar that a clock is measured by now is open on most of its days; zero without one.</summary>
    public static Duration UsualDay(this CommitmentFacts commitment) =>
        commitment.Terms.Versions[^1].Calendars is [.., var calendar] ? calendar.Calendar.UsualDay() : Duration.Zero;
}
