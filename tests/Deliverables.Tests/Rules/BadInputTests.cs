using System.Globalization;
using System.Text;
using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>Files as they arrive when something went wrong: refused, or reported by rule and line.</summary>
public sealed class BadInputTests
{
    private static string Header => string.Join('\t', ValidFec.Header) + "\n";

    [Fact]
    public void An_empty_file_is_refused()
    {
        var report = Check.Bytes([]);

        report.Official.Verdict.ShouldBe(OfficialVerdict.Refused);
        report.Official.Findings.Select(finding => finding.Rule).ShouldBe(["TCD-04"]);
        report.Controls.ShouldBeEmpty();
        report.Format.Separator.ShouldBeNull();
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("")]
    public void A_header_alone_has_no_line(string end)
    {
        var report = Check.Text(Header.TrimEnd('\n') + end);

        report.Official.Verdict.ShouldBe(OfficialVerdict.NonConforming);
        report.Official.Findings.ShouldHaveSingleItem().Rule.ShouldBe("TCD-09");
        report.Summary.Lines.ShouldBe(0);
    }

    [Theory]
    [InlineData("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n")]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\u0008\0")]
    public void Another_kind_of_file_is_refused_for_its_first_line(string start)
    {
        var bytes = Encoding.Latin1.GetBytes(start).Concat(Enumerable.Range(0, 5000).Select(at => (byte)(at * 37))).ToArray();

        Check.Bytes(bytes).Official.Findings.ShouldHaveSingleItem().Rule.ShouldBe("TCD-04");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(19)]
    public void A_last_line_of_another_width_is_named_by_its_number(int fields)
    {
        var draft = FecDraft.Valid();
        draft.Rows[^1] = [.. draft.Rows[^1].Concat(["", ""]).Take(fields)];

        var finding = Check.File(draft.File()).Official.Findings.First(finding => finding.Rule == "TCD-10");

        finding.Count.ShouldBe(1);
        finding.Lines.ShouldBe([draft.Rows.Count + 1]);
    }

    [Fact]
    public void A_line_of_fifty_megabytes_is_read_as_any_other()
    {
        var draft = FecDraft.Valid();
        draft.Rows[7][FecDraft.At("EcritureLib")] = new string('x', 50 << 20);

        var report = Check.File(draft.File(), draft.Options);

        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Summary.Lines.ShouldBe(draft.Rows.Count);
    }

    [Fact]
    public void A_longer_line_is_unreadable_and_named()
    {
        var start = Encoding.UTF8.GetBytes(Header);
        var file = FecFile.Of(Check.Name, () => new Endless(start, (long)FlatReader.MostLineBytes * 2));

        Should.Throw<UnreadableFec>(() => Check.File(file)).Message.ShouldContain("2");
    }

    [Fact]
    public void Invalid_bytes_prove_another_character_set_and_are_located()
    {
        var draft = FecDraft.Valid();
        draft.Rows.RemoveAll(row => row[5].Contains('é'));
        var bytes = draft.Bytes();
        var at = Array.LastIndexOf(bytes, (byte)'V');
        bytes[at] = 0xE9;

        var report = Check.Bytes(bytes, draft.Options);

        report.Format.Charset.ShouldBe(FecCharset.Iso885915);
        report.Format.FirstProofLine.ShouldNotBeNull().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("1234567890123456789,00")]
    [InlineData("9999999999999999999999999999999999999999")]
    [InlineData("1E300")]
    public void An_amount_of_too_many_digits_passes_and_is_named_with_its_line(string amount)
    {
        var draft = FecDraft.Valid();
        draft.Rows[7][FecDraft.At("Debit")] = amount;

        var report = Check.File(draft.File());

        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Controls.Single(finding => (finding.Rule, finding.Variant) == ("FEC-02", "TooLong")).Lines.ShouldBe([9]);
    }

    [Fact]
    public void Totals_beyond_what_can_be_counted_are_no_figures_at_all()
    {
        var draft = FecDraft.Valid();
        var row = draft.Row("607000");
        row[FecDraft.At("Debit")] = new string('9', 18);
        draft.Rows.AddRange(Enumerable.Repeat(row, 20_000));

        Should.Throw<UnreadableFec>(() => Check.File(draft.File()));
    }

    [Fact]
    public void Keeps_a_thousand_journals_apart()
    {
        var draft = FecDraft.Valid();
        draft.Rows.AddRange(Enumerable.Range(0, 1000).SelectMany(journal => draft.Entry("PA", 1).Select(row =>
            (string[])[$"J{journal.ToString(CultureInfo.InvariantCulture)}", $"Journal {journal.ToString(CultureInfo.InvariantCulture)}", .. row[2..]])).ToList());

        var report = Check.File(draft.File(), draft.Options);

        report.Summary.Journals.ShouldBe(1005);
        report.Books.Journals.Length.ShouldBe(1005);
    }

    [Fact]
    public void Two_companies_in_one_call_are_two_files()
    {
        var bytes = FecDraft.Valid().Bytes();
        FecPart Part(string name) => new(name, () => new MemoryStream(bytes));

        var files = FecFile.Group([Part("123456782FEC20221231_1.txt"), Part("732829320FEC20221231_2.txt"), Part("123456782FEC20221231_2.txt")]);

        files.Select(file => file.Parts.Length).ShouldBe([2, 1]);
    }

    [Fact]
    public void A_previous_file_of_another_company_is_refused()
    {
        var draft = FecDraft.Valid();

        Should.Throw<UnreadableFec>(() => Check.File(draft.File(), draft.Options, Check.Of(draft.Bytes(), "732829320FEC20211231.txt"))).Message.ShouldContain("732829320");
    }

    [Fact]
    public void A_file_that_somebody_still_writes_is_refused()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("fec").FullName, ValidFec.Name);
        File.WriteAllBytes(path, FecDraft.Valid().Bytes());
        var part = FecFile.PartAtPath(path);
        var growing = FecFile.Group([new(part.Name, () =>
        {
            var stream = part.Open();
            File.AppendAllText(path, "more\n");
            return stream;
        })])[0];

        Should.Throw<UnreadableFec>(() => Check.File(growing)).Message.ShouldContain(path);
        File.Delete(path);
    }

    [Fact]
    public void A_file_that_does_not_exist_is_named() =>
        Should.Throw<UnreadableFec>(() => Check.File(FecFile.AtPath("/nowhere/123456782FEC20221231.txt"))).Message.ShouldContain("/nowhere/");

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><comptabilite>&b;</comptabilite>")]
    [InlineData("<?xml version=\"1.0\"?><comptabilite><exercice>")]
    [InlineData("<?xml version=\"1.0\"?>")]
    public void Broken_or_dangerous_xml_is_reported_and_gives_no_figure(string text)
    {
        var report = Check.Text(text);

        report.Official.Verdict.ShouldBe(OfficialVerdict.NonConforming);
        report.Official.Findings.ShouldHaveSingleItem().Rule.ShouldBe("TCD-02");
        report.Controls.ShouldBeEmpty();
        report.Summary.Lines.ShouldBe(0);
    }

    /// <summary>A beginning, then the same letter for as long as wanted.</summary>
    private sealed class Endless(byte[] start, long length) : MemoryStream(start)
    {
        private long _left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            if (read > 0)
            {
                return read;
            }

            var more = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, more).Fill((byte)'x');
            _left -= more;
            return more;
        }
    }
}
