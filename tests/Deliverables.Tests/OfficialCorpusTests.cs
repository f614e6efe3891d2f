using Pupitre.Deliverables.Fec;

namespace Pupitre.Deliverables.Tests;

/// <summary>Small inputs that the tax office's own tool was run on, version 1_00_10b, with what it answered.</summary>
public sealed class OfficialCorpusTests
{
    /// <summary>Where our reading stays another, as docs/fec.md says: mixed line ends are split at each, and a DOCTYPE is refused unread.</summary>
    private static readonly Dictionary<string, OfficialVerdict> _ours = new(StringComparer.Ordinal)
    {
        ["l-head-crlf-rest-lf"] = OfficialVerdict.Conforming,
        ["l-lf-in-crlf"] = OfficialVerdict.NonConforming,
        ["x-doctype"] = OfficialVerdict.NonConforming,
    };

    [Fact]
    public void Every_verdict_and_every_finding_is_that_of_the_official_tool()
    {
        var index = Corpus.Case("fec-official", "index.tsv");
        var wrong = new List<string>();
        foreach (var cells in File.ReadLines(index).Skip(1).Select(line => line.Split('\t')).Where(cells => cells.Length >= 3))
        {
            var report = Check.File(FecFile.AtPath(Path.Combine(Path.GetDirectoryName(index)!, cells[0])));
            if (_ours.TryGetValue(cells[0].Split('/')[0], out var ours))
            {
                report.Official.Verdict.ShouldBe(ours, cells[0]);
                continue;
            }

            var (expected, actual) = (Expected(cells), Actual(report));
            if (expected != actual)
            {
                wrong.Add($"{cells[0]}: {expected} expected, {actual} found");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fec-deb-15", "nonConforming E:TCD-14")]
    [InlineData("fec-ecrd-2", "nonConforming E:TCD-15")]
    [InlineData("fec-ms-1", "conforming")]
    [InlineData("fec-nosiren", "refused E:TCD-01")]
    [InlineData("fec-r-float", "conforming")]
    [InlineData("fec-trail-two", "nonConforming E:TCD-10 I:TCD-05")]
    [InlineData("fec-valid-1", "conforming")]
    [InlineData("fec-valid-4", "conforming")]
    [InlineData("fec-valid-6", "conforming")]
    [InlineData("fec-valid-15", "nonConforming E:TCD-15")]
    [InlineData("fec-x-amt5", "nonConforming E:TCD-14")]
    [InlineData("fec-x-cn6", "nonConforming E:TCD-02")]
    [InlineData("fec-x-emptynum", "nonConforming E:TCD-11")]
    [InlineData("fec-x-emptypr", "nonConforming V:TCD-12")]
    [InlineData("fec-x-ms4", "nonConforming E:TCD-02")]
    [InlineData("fec-x-noloc", "nonConforming E:TCD-02")]
    [InlineData("manylines", "conforming")]
    [InlineData("oneline", "conforming")]
    public void A_file_made_after_a_public_report_has_the_verdict_of_the_official_tool(string folder, string expected)
    {
        var report = Check.File(FecFile.AtPath(Directory.GetFiles(Corpus.Case("fec", folder)).Single()));

        var rules = report.Official.Findings.Where(finding => finding.Class != OfficialClass.A).Select(finding => $"{finding.Class}:{finding.Rule}").Order(StringComparer.Ordinal);
        string.Join(' ', rules.Prepend(Camel(report.Official.Verdict))).ShouldBe(expected);
    }

    /// <summary>Rule and class with the number of lines; the tool's lines of an XML file are not those of the file.</summary>
    private static string Expected(string[] cells)
    {
        var isXml = cells[0].EndsWith(".xml", StringComparison.Ordinal);
        var findings = (cells.Length > 3 ? cells[3] : "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(finding => finding.Split(':'))
            .GroupBy(parts => $"{parts[0]}:{parts[1]}")
            .Select(group => $"{group.Key}:{Lines(group.Select(parts => int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)).Where(line => line > 0), isXml)}");
        return string.Join(' ', findings.Order(StringComparer.Ordinal).Prepend(cells[2]));
    }

    private static string Actual(FecReport report)
    {
        var isXml = report.Format.Separator == FecSeparator.Xml;
        var findings = report.Official.Findings.Where(finding => (finding.Rule, finding.Class) != ("TCD-05", OfficialClass.I)).Select(finding => finding.Rule is "TCD-02" or "TCD-05" or "TCD-06"
            ? $"{finding.Class}:{finding.Rule}:"
            : $"{finding.Class}:{finding.Rule}:{(isXml ? finding.Lines.IsEmpty ? "" : finding.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) : Lines(finding.Lines.Select(line => (int)line), isXml: false))}");
        return string.Join(' ', findings.Order(StringComparer.Ordinal).Prepend(Camel(report.Official.Verdict)));
    }

    private static string Lines(IEnumerable<int> lines, bool isXml)
    {
        var distinct = lines.Distinct().Order().ToList();
        return !isXml ? string.Join(',', distinct) : distinct.Count == 0 ? "" : distinct.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Camel(OfficialVerdict verdict) => char.ToLowerInvariant(verdict.ToString()[0]) + verdict.ToString()[1..];
}
