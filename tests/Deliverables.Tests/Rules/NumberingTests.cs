using System.Globalization;
using Pupitre.Deliverables.Fec;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>FEC-03: a single odd record stays one odd record, and what a program writes into a number besides the running one is no gap.</summary>
public sealed class NumberingTests
{
    [Theory]
    [InlineData("BNK1/{0:yyyy}/{0:MM}/{1:0000}")]
    [InlineData("{0:yyyy}-{0:MM}-{1:000}")]
    [InlineData("{0:yyyyMM}{1:000}")]
    [InlineData("{0:yyMM}{1:0000}")]
    [InlineData("VE{0:MM}{0:yyyy}{1:000}")]
    [InlineData("{1}/{0:MM}/{0:yyyy}")]
    [InlineData("{1}-{0:yyyyMM}")]
    public void Numbers_that_begin_anew_each_month_have_no_gap(string form)
    {
        var report = Read(Enumerable.Range(1, 12).SelectMany(month => Enumerable.Range(1, 4).Select(number => Entry("BQ", Written(form, month, number), new DateOnly(2022, month, 3)))));

        Said(report).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("BNK1/{0:yyyy}/{0:MM}/{1:0000}")]
    [InlineData("{0:yyyyMM}{1:000}")]
    public void A_number_that_is_missing_within_a_month_is_one_gap(string form)
    {
        var report = Read(Enumerable.Range(1, 12).SelectMany(month => Enumerable.Range(1, 4).Where(number => (month, number) != (5, 3)).Select(number => Entry("BQ", Written(form, month, number), new DateOnly(2022, month, 3)))));

        Said(report).ShouldBe(["Gap 1"]);
    }

    [Fact]
    public void A_file_numbered_as_a_whole_with_one_number_borne_twice_names_the_double_and_the_gap()
    {
        // Number 7 in two journals, number 8 in none.
        int[] numbers = [1, 2, 3, 4, 5, 6, 7, 7, 9, 10, 11, 12];
        var report = Read(numbers.Select((number, at) => Entry(new[] { "AC", "BQ", "VE" }[at % 3], number.ToString(CultureInfo.InvariantCulture), new DateOnly(2022, 1, 3).AddDays(at))));

        Said(report).ShouldBe(["Double 1", "Gap 1"]);
    }

    [Fact]
    public void One_number_far_beyond_the_others_is_one_gap_over_the_file()
    {
        int[] numbers = [.. Enumerable.Range(1, 60), 990_000];
        var report = Read(numbers.Select((number, at) => Entry(new[] { "AC", "BQ", "VE" }[at % 3], number.ToString(CultureInfo.InvariantCulture), new DateOnly(2022, 1, 3).AddDays(at))));

        Said(report).ShouldBe(["Gap 1"]);
    }

    [Fact]
    public void Each_journal_from_one_with_a_gap_in_one_of_them_is_one_gap()
    {
        var report = Read(new[] { "AC", "BQ", "VE" }.SelectMany(journal => Enumerable.Range(1, 20).Where(number => journal != "BQ" || number != 9)
            .Select(number => Entry(journal, number.ToString(CultureInfo.InvariantCulture), new DateOnly(2022, 1, 3).AddDays(number)))));

        Said(report).ShouldBe(["Gap 1"]);
    }

    [Fact]
    public void Numbers_that_stray_from_the_form_of_their_journal_do_not_make_the_others_gaps()
    {
        var entries = Enumerable.Range(1, 12).SelectMany(month => Enumerable.Range(1, 4).Select(number => Entry("BQ", Written("{0:yyyy}/{0:MM}/{1:000}", month, number), new DateOnly(2022, month, 3))));
        var report = Read([.. entries, Entry("BQ", "A8", new DateOnly(2022, 12, 20))]);

        Said(report).ShouldBeEmpty();
    }

    private static string Written(string form, int month, int number) => string.Format(CultureInfo.InvariantCulture, form, new DateOnly(2022, month, 1), number);

    private static IEnumerable<string> Entry(string journal, string number, DateOnly day)
    {
        var date = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        yield return $"{journal}\tJournal {journal}\t{number}\t{date}\t606000\tAchats\t\t\tP{number}\t{date}\tFournitures\t100,00\t0,00\t\t\t{date}\t\t";
        yield return $"{journal}\tJournal {journal}\t{number}\t{date}\t512000\tBanque\t\t\tP{number}\t{date}\tFournitures\t0,00\t100,00\t\t\t{date}\t\t";
    }

    private static FecReport Read(IEnumerable<IEnumerable<string>> entries) =>
        Check.Text(string.Join('\n', [string.Join('\t', Files.ValidFec.Header), .. entries.SelectMany(entry => entry), ""]));

    private static IEnumerable<string> Said(FecReport report) =>
        report.Controls.Where(finding => finding.Rule == "FEC-03" && finding.Variant != "Disorder").Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Variant} {finding.Count}"));
}
