using System.Globalization;
using Pupitre.Intake.Tray;
using Pupitre.Kernel.Commitments;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Product.Tests.Service;

/// <summary>What logs and files say, in words of the reader.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class EventWordsTests
{
    [Theory]
    [InlineData("fr-FR", "Première réponse", "Resolved", "Première réponse (résolu)")]
    [InlineData("fr-FR", "Accusé automatique", "In Progress", "Accusé automatique (en cours)")]
    [InlineData("fr-FR", "Close", "Completed", "Clos")]
    [InlineData("fr-FR", "Appel", "Chez Max", "Appel (« Chez Max »)")]
    [InlineData("fr-FR", "Appel", null, "Appel")]
    [InlineData("en-GB", "Appel", "IN_PROGRESS", "Appel (in progress)")]
    [InlineData("en-GB", "Appel", "Chez Max", "Appel (“Chez Max”)")]
    public void States_of_usual_tools_are_said_and_those_of_a_log_quoted(string language, string activity, string? state, string said)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            new CaseEvent { Activity = activity, Transition = state, Time = EventTime.On(new DateOnly(2026, 5, 4)) }.What().WithPlainSpaces().ShouldBe(said);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Months_in_a_row_are_one_stretch_and_what_stands_alone_stays_alone() =>
        MonthRuns.Of(["2026-03", "2025-12", "2026-01", "2026-02", "2026-06", "2026-07", "2026-Q3", "2026"]).Select(run => string.Join('+', run))
            .ShouldBe(["2025-12+2026-01+2026-02+2026-03", "2026", "2026-06", "2026-07", "2026-Q3"], ignoreOrder: true);
}
