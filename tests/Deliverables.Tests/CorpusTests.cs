using System.Globalization;
using Pupitre.Deliverables.Fec;

namespace Pupitre.Deliverables.Tests;

/// <summary>Two real files, and the boxes of the tax return that somebody else derived from the first.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void Reads_the_first_file_whole_and_finds_it_conforming()
    {
        var report = Check.File(FecFile.AtPath(Corpus.Fec("0000000001FEC20220831.txt")));

        report.Format.ShouldBe(new FecFormat(FecSeparator.Tab, FecCharset.Utf8, HasByteOrderMark: true, FecLineEnd.Lf, FecRegime.Commercial, 2));
        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Official.Findings.ShouldBeEmpty();
        report.Summary.ShouldBe(new FecSummary(5422, 2033, 9, 153, 10186219.81m, 10186219.81m, new(2021, 9, 1), new(2022, 8, 31)));
    }

    [Fact]
    public void The_five_figures_of_the_first_file_are_those_of_its_tax_return()
    {
        var boxes = File.ReadLines(Corpus.Fec("0000000001FEC20220831-expected.csv")).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => decimal.TryParse(cells[1], CultureInfo.InvariantCulture, out var value) ? value : 0);

        var figures = Check.File(FecFile.AtPath(Corpus.Fec("0000000001FEC20220831.txt"))).Books.Figures;

        Math.Truncate(figures.Result).ShouldBe(boxes["FJ"]);
        Math.Truncate(figures.Turnover).ShouldBe(boxes["EA"] + boxes["EB"] + boxes["EC"] + boxes["EE"]);
        Math.Truncate(figures.TotalAssets).ShouldBe(boxes["CP"]);
        Math.Truncate(figures.Equity).ShouldBe(boxes["CG"]);
        Math.Truncate(figures.Cash).ShouldBe(boxes["BJ"]);
    }

    [Fact]
    public void Reads_padded_fields_between_bars()
    {
        var report = Check.File(FecFile.AtPath(Corpus.Fec("111111111FEC20221231.TXT")));

        report.Format.Separator.ShouldBe(FecSeparator.Bar);
        report.Format.Charset.ShouldBe(FecCharset.Iso885915);
        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Official.Findings.Select(finding => (finding.Rule, finding.Class)).ShouldBe([("TCD-05", OfficialClass.I)]);
        report.Summary.ShouldBe(new FecSummary(934, 248, 9, 48, 225682.23m, 225682.23m, new(2023, 1, 1), new(2023, 7, 31)));
    }
}
