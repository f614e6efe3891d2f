using System.Text;
using CsCheck;
using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>XML has no lines: written in one, it says what it says in many, of the same records, and the check ends.</summary>
public sealed class RecordsAreNotLinesTests
{
    private const string Name = ValidFec.Siren + "FEC20221231.xml";

    /// <summary>Every list of lines there is: balance, numbering, dates, lettering, signs, doubles, names.</summary>
    private static readonly string[] _breaks =
    [
        "FEC-02 Blocking", "FEC-03 Major", "FEC-03 Minor", "FEC-04 Minor", "FEC-05 Major", "FEC-07 Major", "FEC-08 Minor", "FEC-10 Major", "FEC-11 Minor",
        "FEC-12 Info", "FEC-14 Info", "TCD-12 V", "TCD-16 A",
    ];

    public static TheoryData<string> Breaks => [.. _breaks];

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_broken_file_on_one_line_has_the_findings_of_the_same_on_many(string rule)
    {
        var text = FecXml.Write(FecBreaks.Broken(rule));
        var (one, many) = (Check.Text(OneLine(text), name: Name), Check.Text(text, name: Name));

        Said(one).ShouldBe(Said(many));
        one.Summary.ShouldBe(many.Summary);
        one.Controls.Where(finding => !finding.Lines.IsEmpty).ShouldAllBe(finding => finding.Lines.SequenceEqual(new long[] { 1 }));
        one.Controls.Select(finding => Numbers(finding.Records)).ShouldBe(many.Controls.Select(finding => Numbers(finding.Records)));
    }

    [Fact]
    public void Wherever_the_breaks_stand_the_findings_are_the_same() => Gen.Select(Gen.Int[0, _breaks.Length - 1], Gen.Int[0, 10_000]).Sample(
        (rule, seed) =>
        {
            var text = FecXml.Write(FecBreaks.Broken(_breaks[rule]));
            return Said(Check.Text(Broken(text, new(seed)), name: Name)) == Said(Check.Text(text, name: Name));
        },
        iter: 40);

    [Fact]
    public void Mutations_on_one_line_and_on_many_agree_and_end() => Gen.Int[0, 100_000].Sample(
        seed =>
        {
            var text = Mutated(FecXml.Write(FecDraft.Valid(30)), new(seed));
            var (one, many) = (Answer(OneLine(text)), Answer(text));
            return one == many;
        },
        iter: 300);

    [Fact]
    public void The_lines_of_a_finding_are_those_of_its_entries_alone()
    {
        var text = OneLine(FecXml.Write(FecBreaks.Broken("FEC-02 Blocking")));
        var finding = Check.Text(text, name: Name).Controls.Single(finding => (finding.Rule, finding.Variant) == ("FEC-02", "Entries"));

        var lines = FecLines.InTheirEntries(Check.Of(Encoding.UTF8.GetBytes(text), Name), finding.Records, 1000, TestContext.Current.CancellationToken);

        lines.Select(line => (line.Journal, line.Entry)).Distinct().ShouldHaveSingleItem();
        lines.ShouldAllBe(line => line.Number == 1);
        lines.Select(line => line.Record).ShouldBe(finding.Records);
        finding.Lines.ShouldBe([1]);
    }

    [Fact]
    public void Two_files_of_one_year_are_compared_by_their_entries()
    {
        var (before, now) = (FecXml.Write(FecDraft.Valid(60)), FecXml.Write(FecDraft.Valid(90)));
        FecFile Of(string text) => Check.Of(Encoding.UTF8.GetBytes(text), Name);

        var one = Check.File(Of(OneLine(now)), previous: Of(OneLine(before))).Interim.ShouldNotBeNull();
        var many = Check.File(Of(now), previous: Of(before)).Interim.ShouldNotBeNull();

        (one.Added, one.Changed, one.Deleted).ShouldBe((many.Added, many.Changed, many.Deleted));
        one.Changes.ShouldAllBe(change => change.Entry.Line == 1);
        one.Changes.Select(change => change.Entry with { Line = 0 }).ShouldBe(many.Changes.Select(change => change.Entry with { Line = 0 }));
    }

    private static string Answer(string text)
    {
        try
        {
            return Said(Check.Text(text, name: Name));
        }
        catch (UnreadableFec)
        {
            return "unreadable";
        }
    }

    /// <summary>All that does not depend on where lines break: the official layer's first departure from the schema is told by its words.</summary>
    private static string Said(FecReport report) => string.Join(
        '\n',
        report.Official.Findings.Where(finding => finding.Rule != "TCD-02").Select(finding => $"{finding.Rule} {finding.Class} {finding.Count} {Numbers(finding.Records)}")
            .Concat(report.Controls.Select(finding => $"{finding.Rule} {finding.Variant} {finding.Count} {finding.Amount} {Numbers(finding.Records)}"))
            .Append(report.Official.Verdict.ToString()));

    private static string Numbers(IEnumerable<long> numbers) => string.Join(',', numbers);

    private static string OneLine(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    private static string Broken(string text, Random random)
    {
        var broken = new StringBuilder();
        foreach (var piece in OneLine(text).Split("><"))
        {
            // Never before an end: what stands there may be an empty element, which a break would fill.
            var kind = piece[0] == '/' ? 3 : random.Next(4);
            broken.Append(broken.Length > 0 ? kind switch { 0 => ">\n<", 1 => "> <", 2 => ">\r\n\n<", _ => "><" } : "").Append(piece);
        }

        return broken.ToString();
    }

    /// <summary>An element emptied, blanked, doubled, taken out, or filled with something else.</summary>
    private static string Mutated(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var matches = System.Text.RegularExpressions.Regex.Matches(text, "<(?<name>[A-Z][A-Za-z]+)>(?<value>[^<]*)</", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
            var match = matches[random.Next(matches.Count)];
            string[] values = ["", " ", "00000000", "1.2E2", "a|b", "-5.00", "12,50", "2022-13-01", "X", "\u00a0", "œ", match.Groups["value"].Value + " "];
            text = random.Next(5) == 0
                ? text.Remove(match.Index, match.Length).Insert(match.Index, "</")
                : text.Remove(match.Groups["value"].Index, match.Groups["value"].Length).Insert(match.Groups["value"].Index, values[random.Next(values.Length)]);
        }

        return text;
    }
}
