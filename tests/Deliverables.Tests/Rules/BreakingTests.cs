using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>Every rule has a file that it alone speaks of, and the valid file none.</summary>
public sealed class BreakingTests
{
    /// <summary>TCD-03 is how lines are cut, and TCD-17 is not checked.</summary>
    private static readonly string[] _silent = ["TCD-03", "TCD-17"];

    public static TheoryData<string> Rules => [.. FecBreaks.All.Keys.Append("FEC-13 Info")];

    [Theory]
    [InlineData(200)]
    [InlineData(300)]
    [InlineData(5_000)]
    public void The_valid_file_is_rejected_by_none(int lines)
    {
        var draft = FecDraft.Valid(lines);

        var report = Check.File(draft.File(), draft.Options);

        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        Said(report).Except(["FEC-13 Info", "FEC-14 Info"]).ShouldBe([], Why(report));
        report.HasFound.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_file_that_is_broken_in_one_way_is_spoken_of_by_one_rule(string rule)
    {
        var draft = FecBreaks.Broken(rule);

        var report = Check.File(draft.File(), draft.Options, draft.Previous?.File());

        Said(report).ShouldBe([rule], Why(report));
    }

    [Fact]
    public void Every_rule_has_its_broken_file()
    {
        var all = Enumerable.Range(1, 17).SelectMany(number => new[] { $"TCD-{number:00}", $"FEC-{number:00}" }).Except(_silent);

        Rules.Select(row => row.Data[..6]).Distinct().Order(StringComparer.Ordinal).ShouldBe(all.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_finding_explains_itself_in_both_languages(string rule)
    {
        var draft = FecBreaks.Broken(rule);
        var report = Check.File(draft.File(), draft.Options, draft.Previous?.File());

        var (french, english) = (Words(report, "fr-FR"), Words(report, "en-GB"));

        french.ShouldAllBe(word => word.Length > 10 && !word.Contains('{'));
        english.ShouldAllBe(word => word.Length > 10 && !word.Contains('{'));
        french.Zip(english).ShouldAllBe(pair => pair.First != pair.Second);
    }

    private static List<string> Words(FecReport report, string culture)
    {
        var before = (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture);
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
        try
        {
            return
            [
                .. report.Official.Findings.SelectMany(finding => new[] { finding.Message, finding.Explanation }),
                .. report.Controls.SelectMany(finding => new[] { finding.Message, finding.Explanation, finding.Question }),
                .. report.NotRun.Select(control => control.Reason),
            ];
        }
        finally
        {
            (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture) = before;
        }
    }

    /// <summary>The rules that found something, with their class; what the valid file says too (VAT by month, the months of an entry out of balance) left out.</summary>
    private static List<string> Said(FecReport report) =>
    [
        .. report.Official.Findings.Select(finding => $"{finding.Rule} {finding.Class}"),
        .. report.Controls.Where(finding => (finding.Rule, finding.Variant) is not ("FEC-09", "Months") and not ("FEC-02", "Months") and not ("FEC-08", "Open"))
            .Select(finding => $"{finding.Rule} {finding.Severity}").Distinct(),
    ];

    private static string Why(FecReport report) =>
        string.Join("\n", report.Official.Findings.Select(finding => finding.Message).Concat(report.Controls.Select(finding => $"{finding.Rule} {finding.Variant} {finding.Message}")));
}
