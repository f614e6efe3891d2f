using System.Globalization;
using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>The other shapes that the law knows: columns of a cash basis (LPF art. A47 A-1, VIII), and a first year of up to 24 months.</summary>
public sealed class RegimeTests
{
    private static readonly string[] _farm = ["DateRglt", "ModeRglt", "NatOp"];
    private static readonly string[] _profession = [.. _farm, "IdClient"];

    /// <summary>The broken files that are rows and columns; those that replace the whole text have a header of their own.</summary>
    public static TheoryData<string, bool> Broken => [.. FecBreaks.All.Keys.Where(rule => FecBreaks.Broken(rule).Whole is null).SelectMany(rule => new TheoryDataRow<string, bool>[] { new(rule, true), new(rule, false) })];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_valid_file_on_a_cash_basis_is_rejected_by_none(bool isProfession)
    {
        var draft = OnCash(FecDraft.Valid(), isProfession);

        var report = Check.File(draft.File(), draft.Options);

        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Official.Findings.ShouldBeEmpty();
        report.HasFound.ShouldBeFalse();
        report.Controls.Where(finding => finding.Severity != ControlSeverity.Info).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_is_spoken_of_by_the_same_rule_on_a_cash_basis(string rule, bool isProfession)
    {
        var (commercial, cash) = (FecBreaks.Broken(rule), OnCash(FecBreaks.Broken(rule), isProfession));

        Said(Check.File(cash.File(), cash.Options, cash.Previous?.File())).ShouldBe(Said(Check.File(commercial.File(), commercial.Options, commercial.Previous?.File())));
    }

    [Theory]
    [InlineData("NatOp", false)]
    [InlineData("NatOp", true)]
    public void A_missing_column_of_the_regime_does_not_conform(string column, bool isProfession)
    {
        var draft = OnCash(FecDraft.Valid(), isProfession);
        var at = draft.Header.IndexOf(column);
        draft.Header.RemoveAt(at);
        for (var row = 0; row < draft.Rows.Count; row++)
        {
            draft.Rows[row] = [.. draft.Rows[row][..at], .. draft.Rows[row][(at + 1)..]];
        }

        var finding = Check.File(draft.File(), draft.Options).Official.Findings.ShouldHaveSingleItem();

        (finding.Rule, finding.Class, finding.Count).ShouldBe(("TCD-07", OfficialClass.E, 1));
        finding.Message.ShouldContain(column);
    }

    [Theory]
    [InlineData("DateRglt", false, 2)]
    [InlineData("ModeRglt", false, 2)]
    [InlineData("DateRglt", true, 3)]
    [InlineData("ModeRglt", true, 3)]
    public void Without_the_day_and_the_mode_of_payment_the_columns_of_a_cash_basis_are_extra_ones(string column, bool isProfession, int extra)
    {
        var draft = OnCash(FecDraft.Valid(), isProfession);
        var at = draft.Header.IndexOf(column);
        draft.Header.RemoveAt(at);
        for (var row = 0; row < draft.Rows.Count; row++)
        {
            draft.Rows[row] = [.. draft.Rows[row][..at], .. draft.Rows[row][(at + 1)..]];
        }

        var report = Check.File(draft.File(), draft.Options);

        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Format.Regime.ShouldBe(FecRegime.Commercial);
        var finding = report.Official.Findings.ShouldHaveSingleItem();
        (finding.Rule, finding.Class, finding.Count).ShouldBe(("TCD-05", OfficialClass.S, extra));
    }

    [Theory]
    [InlineData("JournalLib", false)]
    [InlineData("ValidDate", false)]
    [InlineData("JournalLib", true)]
    [InlineData("ValidDate", true)]
    public void What_only_a_commercial_file_must_hold_may_be_blank_on_a_cash_basis(string column, bool isProfession)
    {
        var (commercial, cash) = (FecDraft.Valid(), OnCash(FecDraft.Valid(), isProfession));
        commercial.Rows[7][FecDraft.At(column)] = cash.Rows[7][FecDraft.At(column)] = "";

        Check.File(commercial.File(), commercial.Options).Official.Verdict.ShouldBe(OfficialVerdict.NonConforming);
        var report = Check.File(cash.File(), cash.Options);
        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Controls.Where(finding => finding.Severity < ControlSeverity.Info).Select(finding => finding.Rule).ShouldBe(column == "ValidDate" ? ["FEC-05"] : []);
    }

    [Theory]
    [InlineData("PieceRef")]
    [InlineData("PieceDate")]
    public void A_document_is_asked_for_on_a_cash_basis_too(string column)
    {
        var draft = OnCash(FecDraft.Valid(), isProfession: true);
        draft.Rows[7][FecDraft.At(column)] = "";

        var finding = Check.File(draft.File(), draft.Options).Official.Findings.ShouldHaveSingleItem();

        (finding.Rule, finding.Class).ShouldBe(("TCD-12", OfficialClass.V));
        finding.Lines.ShouldBe([9]);
    }

    [Theory]
    [InlineData(13)]
    [InlineData(18)]
    [InlineData(24)]
    public void A_first_year_of_up_to_24_months_is_worth_knowing_and_nothing_else(int months)
    {
        var draft = FirstYear(months);

        var report = Check.File(draft.File(), draft.Options);

        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Controls.Where(finding => finding.Severity != ControlSeverity.Info).Select(finding => finding.Message).ShouldBeEmpty();
        report.Controls.ShouldContain(finding => finding.Rule == "FEC-01" && finding.Variant == "LongYear");
        report.Books.Months.Length.ShouldBe(months);
    }

    [Fact]
    public void A_longer_first_year_does_not_exist()
    {
        var draft = FirstYear(25);

        Said(Check.File(draft.File(), draft.Options)).ShouldBe(["FEC-01 Major"], "A fact is said once.");
    }

    [Fact]
    public void Books_with_opening_balances_have_no_long_first_year()
    {
        var draft = FirstYear(18);
        draft.Rows.InsertRange(0, FecDraft.Valid().Entry("AN", 1).ConvertAll(row => Moved(row, -17)));

        Said(Check.File(draft.File(), draft.Options)).ShouldBe(["FEC-01 Major"], "A fact is said once.");
    }

    /// <summary>The same books with the columns of a cash basis: when and how each line was paid, what it was for, and the client.</summary>
    private static FecDraft OnCash(FecDraft draft, bool isProfession)
    {
        // Before a last column without a name, which must stay the last.
        var fromEnd = draft.Header[^1].Length == 0 ? 1 : 0;
        draft.Header.InsertRange(draft.Header.Count - fromEnd, isProfession ? _profession : _farm);
        for (var at = 0; at < draft.Rows.Count; at++)
        {
            var row = draft.Rows[at];
            draft.Rows[at] = [.. row[..^fromEnd], row[3], "VIR", "", .. isProfession ? ["C1"] : Array.Empty<string>(), .. row[^fromEnd..]];
        }

        return draft;
    }

    /// <summary>The valid year, and before it the same months again for as long as wanted; no opening balances.</summary>
    private static FecDraft FirstYear(int months)
    {
        var (draft, last) = (FecDraft.Valid(), FecDraft.Valid());
        draft.Rows.RemoveAll(row => row[0] == "AN");
        last.Rows.RemoveAll(row => row[0] == "AN");
        var before = new List<string[]>();
        for (var back = months - 12; back > 0; back -= 12)
        {
            var wanted = Math.Min(12, back);
            before.AddRange(last.Rows.Where(row => MonthOf(row) > 12 - wanted).Select(row => Moved(row, -12 * (((back - 1) / 12) + 1))));
        }

        // Numbered anew in the order of their months, and under documents of their own.
        var rows = before.Select(row => Renamed(row, "A")).Concat(draft.Rows).ToList();
        draft.Rows.Clear();
        var numbers = new Dictionary<(string, string), int>();
        var lastOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!numbers.TryGetValue((row[0], row[2]), out var number))
            {
                lastOf[row[0]] = number = lastOf.GetValueOrDefault(row[0]) + 1;
                numbers[(row[0], row[2])] = number;
            }

            row[2] = number.ToString(CultureInfo.InvariantCulture);
            draft.Rows.Add(row);
        }

        return draft;
    }

    private static int MonthOf(string[] row) => int.Parse(row[3].AsSpan(4, 2), CultureInfo.InvariantCulture);

    private static string[] Renamed(string[] row, string mark)
    {
        (row[2], row[8]) = (row[2] + mark + row[3][..4], mark + row[3][..4] + row[8]);
        return row;
    }

    private static string[] Moved(string[] row, int months)
    {
        string[] copy = [.. row];
        foreach (var column in new[] { "EcritureDate", "PieceDate", "DateLet", "ValidDate" }.Select(FecDraft.At))
        {
            copy[column] = copy[column].Length == 0 ? "" : DateOnly.ParseExact(copy[column], "yyyyMMdd", CultureInfo.InvariantCulture).AddMonths(months).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        }

        return copy;
    }

    private static List<string> Said(FecReport report) =>
        [.. report.Official.Findings.Select(finding => $"{finding.Rule} {finding.Class}"), .. report.Controls.Where(finding => finding.Severity != ControlSeverity.Info).Select(finding => $"{finding.Rule} {finding.Severity}")];
}
