using System.Text;
using System.Text.Json;
using CsCheck;
using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>What must not change a report.</summary>
public sealed class SameReportTests
{
    [Fact]
    public void The_pieces_in_which_bytes_arrive_do_not_matter() => Gen.Int[0, 10_000].Sample(
        seed =>
        {
            var bytes = Broken().Bytes();
            var whole = Said(Check.Bytes(bytes));
            var cut = Said(Check.File(FecFile.Of(ValidFec.Name, () => new InPieces(bytes, seed))));
            return cut == whole;
        },
        iter: 60);

    [Fact]
    public void The_order_of_columns_does_not_matter() => Gen.Shuffle(Enumerable.Range(0, 18).ToArray()).Sample(
        order =>
        {
            var (draft, shuffled) = (Broken(), Broken());
            shuffled.Header.Clear();
            shuffled.Header.AddRange(order.Select(column => ValidFec.Header[column]));
            for (var at = 0; at < shuffled.Rows.Count; at++)
            {
                var row = shuffled.Rows[at];
                shuffled.Rows[at] = [.. order.Select(column => row[column])];
            }

            return Said(Check.File(draft.File())) == Said(Check.File(shuffled.File()));
        },
        iter: 60);

    [Theory]
    [InlineData("\r\n", FecLineEnd.CrLf)]
    [InlineData("\r", FecLineEnd.Cr)]
    [InlineData("\n", FecLineEnd.Lf)]
    public void Line_ends_change_only_the_form(string end, FecLineEnd expected)
    {
        var draft = Broken();
        draft.LineEnd = end;

        var report = Check.File(draft.File());

        report.Format.LineEnd.ShouldBe(expected);
        Said(report with { Format = Check.File(Broken().File()).Format }).ShouldBe(Said(Check.File(Broken().File())));
    }

    [Fact]
    public void Mixed_line_ends_count_each_physical_line_once()
    {
        var draft = Broken();
        var lines = draft.Text().TrimEnd('\n').Split('\n');
        string[] ends = ["\r", "\n", "\r\n"];
        var mixed = string.Concat(lines.Select((line, at) => line + ends[at % 3]));

        var report = Check.Text(mixed, name: ValidFec.Name);

        report.Format.LineEnd.ShouldBe(FecLineEnd.Mixed);
        Said(report with { Format = Check.File(draft.File()).Format }).ShouldBe(Said(Check.File(draft.File())));
    }

    [Fact]
    public void Bars_padding_a_mark_and_nul_bytes_change_only_the_form()
    {
        var draft = Broken();
        var plain = Check.File(draft.File());
        for (var at = 0; at < draft.Rows.Count; at++)
        {
            draft.Rows[at] = [.. draft.Rows[at].Select((value, column) => column is 11 or 12 && value.Length > 0 ? value.PadLeft(13, '0') : " " + value.PadRight(20) + "\u00a0")];
        }

        draft.Separator = "|";
        var bytes = (byte[])[.. Encoding.UTF8.Preamble, .. draft.Bytes(), 0, 0];

        var report = Check.Bytes(bytes, name: ValidFec.Name);

        report.Format.Separator.ShouldBe(FecSeparator.Bar);
        report.Format.HasByteOrderMark.ShouldBeTrue();
        Said(report with { Format = plain.Format }).ShouldBe(Said(plain));
    }

    [Fact]
    public void The_signs_of_Windows_are_read_as_such()
    {
        var draft = FecDraft.Valid();
        draft.Row("707000")[FecDraft.At("EcritureLib")] = "L’œuvre à 18 €";
        var windows = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(draft.Text());
        var file = Check.Of(windows, ValidFec.Name);

        var report = Check.File(file);

        report.Format.ShouldBe(new(FecSeparator.Tab, FecCharset.Iso885915, HasByteOrderMark: false, FecLineEnd.Lf, FecRegime.Commercial, report.Format.FirstProofLine, HasWindowsSigns: true));
        FecLines.OfAccount(file, "707000", null, most: 1, TestContext.Current.CancellationToken).Single().Label.ShouldBe("L’œuvre à 18 €");
    }

    [Fact]
    public void Montant_and_Sens_say_the_same_as_debit_and_credit()
    {
        var draft = Broken();
        var directed = Check.Text(FecBreaks.Directed(draft), name: ValidFec.Name);

        Said(directed).ShouldBe(Said(Check.File(draft.File())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parts_are_read_as_one_file(bool repeatsHeader)
    {
        var draft = FecDraft.Valid();
        var (first, second) = (new FecDraft(), new FecDraft());
        first.Rows.AddRange(draft.Rows[..100]);
        second.Rows.AddRange(draft.Rows[100..]);
        var rest = repeatsHeader ? second.Text() : second.Text()[(second.Text().IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var parts = new[] { ("2", rest), ("1", first.Text()) }
            .Select(part => new FecPart($"{ValidFec.Siren}FEC20221231_{part.Item1}.txt", () => new MemoryStream(Encoding.UTF8.GetBytes(part.Item2))));

        var report = Check.File(FecFile.Group(parts).ShouldHaveSingleItem(), draft.Options);

        report.Summary.ShouldBe(Check.File(draft.File(), draft.Options).Summary);
        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
    }

    [Fact]
    public void The_xml_form_adds_up_to_the_same_books()
    {
        var draft = FecDraft.Valid();

        var xml = Check.Text(FecXml.Write(draft), draft.Options, ValidFec.Siren + "FEC20221231.xml");

        xml.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        xml.Format.Separator.ShouldBe(FecSeparator.Xml);
        var flat = Check.File(draft.File(), draft.Options);
        xml.Summary.ShouldBe(flat.Summary);
        xml.Books.Figures.ShouldBe(flat.Books.Figures);
        xml.Controls.ShouldNotContain(finding => finding.Severity < ControlSeverity.Info);
    }

    /// <summary>A file with findings of several rules, on one line each.</summary>
    private static FecDraft Broken()
    {
        var draft = FecDraft.Valid(200);
        foreach (var rule in new[] { "TCD-11 E", "TCD-12 V", "TCD-13 A", "TCD-15 E", "FEC-02 Blocking", "FEC-05 Major", "FEC-12 Info" })
        {
            FecBreaks.All[rule](draft);
        }

        return draft;
    }

    private static string Said(FecReport report) => JsonSerializer.Serialize(report with { File = "" });

    private sealed class InPieces(byte[] bytes, int seed) : MemoryStream(bytes)
    {
        private readonly Random _random = new(seed);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, _random.Next(1, 400)));
    }
}
