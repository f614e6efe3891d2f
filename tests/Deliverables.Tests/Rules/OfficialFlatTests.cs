using System.Text;
using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>How the tax office's tool reads a flat file, reading by reading (docs/fec.md has the table).</summary>
public sealed class OfficialFlatTests
{
    [Theory]
    [InlineData("FEC20221231.txt", OfficialVerdict.Refused)]
    [InlineData("1FEC20221231.txt", OfficialVerdict.Conforming)]
    [InlineData("société n°1fec20221231_v2.csv.bak", OfficialVerdict.Conforming)]
    [InlineData("123456782FEC20221931.txt", OfficialVerdict.Conforming)]
    [InlineData("123456782FEC20222031.txt", OfficialVerdict.Refused)]
    [InlineData("123456782FEC2022123.txt", OfficialVerdict.Refused)]
    public void A_name_holds_something_before_FEC_and_what_may_be_a_date_behind(string name, OfficialVerdict expected)
    {
        var draft = FecDraft.Valid(30);
        draft.Name = name;

        Check.File(draft.File()).Official.Verdict.ShouldBe(expected);
    }

    [Theory]
    [InlineData("EcritureDate", "", "E:TCD-11")]
    [InlineData("EcritureDate", "00000000", "E:TCD-15")]
    [InlineData("EcritureDate", "0-0", "E:TCD-15")]
    [InlineData("EcritureDate", "\u00a0 ", "E:TCD-11")]
    [InlineData("PieceDate", "00000000", "")]
    [InlineData("PieceDate", "", "V:TCD-12")]
    [InlineData("ValidDate", "0", "")]
    [InlineData("ValidDate", "//", "")]
    [InlineData("ValidDate", " ", "V:TCD-12")]
    [InlineData("DateLet", "./.", "")]
    [InlineData("DateLet", "21221939", "A:TCD-15")]
    [InlineData("DateLet", "21222040", "E:TCD-15")]
    [InlineData("ValidDate", "20221231 10:00", "E:TCD-15")]
    [InlineData("ValidDate", "2022-.12/31T1:02:3", "")]
    [InlineData("PieceRef", "\u202f", "")]
    [InlineData("PieceRef", "\t", "", "|")]
    [InlineData("CompteLib", "\t", "", "|")]
    [InlineData("ValidDate", "\t20221231", "E:TCD-15", "|")]
    [InlineData("PieceRef", "\0", "V:TCD-12")]
    [InlineData("CompteNum", "", "E:TCD-11")]
    [InlineData("CompteNum", "6a7000", "A:TCD-13")]
    [InlineData("Debit", "1,120,00", "E:TCD-14")]
    [InlineData("Debit", "1.0", "E:TCD-14")]
    [InlineData("Debit", "1 120,00", "E:TCD-14")]
    [InlineData("Debit", "0,30000000000000004", "")]
    [InlineData("Debit", "1E400", "")]
    [InlineData("Debit", "1E2-", "")]
    [InlineData("Debit", "1 -", "")]
    [InlineData("Debit", ",", "A:TCD-16")]
    [InlineData("Debit", "+-12", "A:TCD-16")]
    [InlineData("Debit", "abc", "A:TCD-16 E:TCD-14")]
    [InlineData("Debit", "12\u00a0", "")]
    [InlineData("Montantdevise", "1\u202f234,56", "E:TCD-14")]
    [InlineData("Montantdevise", "", "")]
    public void A_value_is_said_of_what_the_official_tool_says_of_it(string column, string value, string expected, string separator = "\t")
    {
        var draft = FecDraft.Valid(30);
        draft.Separator = separator;
        draft.Row("607000")[FecDraft.At(column)] = value;

        Said(draft).ShouldBe(expected);
    }

    [Theory]
    [InlineData("PieceDate", "pIEcEdATE", "")]
    [InlineData("PieceDate", "PièceDaté", "")]
    [InlineData("PieceDate", "PiÈceDate", "E:TCD-07 S:TCD-05")]
    [InlineData("PieceDate", "Piece Date", "E:TCD-07 S:TCD-05")]
    [InlineData("PieceDate", " PieceDate  ", "")]
    [InlineData("PieceDate", "PieceDate\u00a0", "E:TCD-07 S:TCD-05")]
    [InlineData("Debit", "Débit", "")]
    [InlineData("Debit", "DÉBIT", "A:TCD-16 O:TCD-06 S:TCD-05")]
    [InlineData("JournalCode", " JournalCode", "E:TCD-07 S:TCD-05")]
    [InlineData("JournalCode", "\ufeffJournalCode", "")]
    [InlineData("JournalCode", "\ufeff\ufeffJournalCode", "E:TCD-07 S:TCD-05")]
    [InlineData("Idevise", "Idevise ", "")]
    [InlineData("Idevise", "JournalLib", "E:TCD-07 S:TCD-05")]
    [InlineData("PieceDate", "date_piece", "")]
    public void A_name_is_compared_as_the_official_tool_compares_it(string column, string name, string expected)
    {
        var draft = FecDraft.Valid(30);
        draft.Header[FecDraft.At(column)] = name;

        Said(draft).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Commentaire", "S:TCD-05")]
    [InlineData("IdClient", "S:TCD-05")]
    [InlineData("NatOp", "S:TCD-05")]
    [InlineData("Result", "")]
    [InlineData("Sens", "E:TCD-14 A:TCD-16")]
    public void A_column_beside_the_legal_ones_is_extra_or_known_or_taken_for_another(string name, string expected)
    {
        var draft = FecDraft.Valid(30);
        draft.Header.Add(name);
        for (var at = 0; at < draft.Rows.Count; at++)
        {
            draft.Rows[at] = [.. draft.Rows[at], "D"];
        }

        Said(draft).ShouldBe(string.Join(' ', expected.Split(' ').Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(1, 1, "I:TCD-05")]
    [InlineData(2, 2, "E:TCD-10 I:TCD-05")]
    [InlineData(2, 1, "I:TCD-05")]
    [InlineData(0, 1, "E:TCD-10")]
    [InlineData(1, 0, "E:TCD-10 I:TCD-05")]
    public void Separators_at_the_ends_of_lines_make_one_imaginary_column_at_most(int ofHeader, int ofLines, string expected)
    {
        var draft = FecDraft.Valid(30);
        draft.Header.AddRange(Enumerable.Repeat("", ofHeader));
        for (var at = 0; at < draft.Rows.Count; at++)
        {
            draft.Rows[at] = [.. draft.Rows[at], .. Enumerable.Repeat("", ofLines)];
        }

        Said(draft).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("texte")]
    [InlineData("\u00a0")]
    public void A_line_of_one_field_is_an_empty_one(string line)
    {
        var draft = FecDraft.Valid(30);
        draft.Rows.Insert(4, [line]);

        var finding = Check.File(draft.File()).Official.Findings.ShouldHaveSingleItem();

        (finding.Rule, finding.Class).ShouldBe(("TCD-09", OfficialClass.E));
        finding.Lines.ShouldBe([6]);
    }

    [Fact]
    public void A_line_of_another_width_is_read_by_position_all_the_same()
    {
        var draft = FecDraft.Valid(30);
        draft.Rows[4] = draft.Rows[4][..5];

        Said(draft).ShouldBe("A:TCD-16 E:TCD-10 E:TCD-11 V:TCD-12");
    }

    [Theory]
    [InlineData("EcritureDate", "E:TCD-15")]
    [InlineData("CompteNum", "A:TCD-13")]
    [InlineData("Debit", "E:TCD-14")]
    [InlineData("PieceRef", "")]
    public void Blanks_before_the_first_field_are_kept(string column, string expected)
    {
        var draft = FecDraft.Valid(30);
        var at = FecDraft.At(column);
        draft.Header.RemoveAt(at);
        draft.Header.Insert(0, column);
        for (var row = 0; row < draft.Rows.Count; row++)
        {
            draft.Rows[row] = [(row == 4 ? " \u00a0" : "") + draft.Rows[row][at], .. draft.Rows[row][..at], .. draft.Rows[row][(at + 1)..]];
        }

        Said(draft).ShouldBe(expected);
    }

    [Theory]
    [InlineData("d", true)]
    [InlineData("+1", true)]
    [InlineData(" +1 ", true)]
    [InlineData("D ", false)]
    [InlineData("D\u00a0", false)]
    [InlineData("+1\u00a0", false)]
    [InlineData("X", false)]
    [InlineData("", false)]
    public void Sens_says_the_side_or_ends_the_check(string side, bool isSide)
    {
        var lines = Directed();
        lines[3] = lines[3].Replace("\tD\t", $"\t{side}\t", StringComparison.Ordinal).Replace("\tC\t", $"\t{side}\t", StringComparison.Ordinal);

        var report = Check.Text(string.Join('\n', lines));

        string.Join(' ', report.Official.Findings.Select(finding => $"{finding.Class}:{finding.Rule}:{string.Join(',', finding.Lines)}")).ShouldBe(isSide ? "" : "E:TCD-08:4");
    }

    [Fact]
    public void With_Montant_and_Sens_the_last_empty_fields_may_lack_or_be_too_many()
    {
        var lines = Directed();
        lines[2] = lines[2].TrimEnd('\t');
        lines[3] += "\t\t\t";

        Check.Text(string.Join('\n', lines)).Official.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("123456782FEC20121231.txt", ";", OfficialVerdict.Conforming)]
    [InlineData("123456782FEC20131231.txt", ";", OfficialVerdict.Refused)]
    [InlineData("123456782FEC20121231.txt", "\t", OfficialVerdict.Conforming)]
    [InlineData("123456782FEC20131231.txt", "\t", OfficialVerdict.NonConforming)]
    public void Before_2013_other_separators_pass_and_what_is_missing_does_not_count(string name, string separator, OfficialVerdict expected)
    {
        var draft = FecDraft.Valid(30);
        (draft.Name, draft.Separator) = (name, separator);
        draft.Rows[4][FecDraft.At("ValidDate")] = "";
        draft.Header[FecDraft.At("Idevise")] = "Autre";

        Check.File(draft.File()).Official.Verdict.ShouldBe(expected);
    }

    [Fact]
    public void Where_the_official_tool_gives_no_report_it_is_said_with_what_to_change()
    {
        var (nameless, doubled) = (FecDraft.Valid(30), FecDraft.Valid(30));
        FecBreaks.All["TCD-05 S"](nameless);
        nameless.Header[^1] = "";
        nameless.Header.Add("Fin");
        for (var at = 0; at < nameless.Rows.Count; at++)
        {
            nameless.Rows[at] = [.. nameless.Rows[at], ""];
        }

        FecBreaks.All["TCD-05 S"](doubled);
        FecBreaks.All["TCD-05 S"](doubled);
        var directed = Directed();
        directed.Insert(4, "");

        Ends(Check.File(nameless.File())).ShouldContain("colonnes");
        Ends(Check.File(doubled.File())).ShouldContain("colonnes");
        var empty = Check.Text(string.Join('\n', directed));
        Ends(empty).ShouldContain("vide");
        empty.Official.Findings[0].Lines.ShouldBe([5]);
        Check.File(nameless.File()).Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
    }

    private static string Ends(FecReport report)
    {
        var finding = report.Official.Findings.Single(finding => finding.Rule == "TCD-03");
        finding.Class.ShouldBe(OfficialClass.I);
        finding.Forbids.ShouldBeFalse();
        finding.Explanation.ShouldContain("1_00_10b");
        return finding.Message;
    }

    private static List<string> Directed() => [.. FecBreaks.Directed(FecDraft.Valid(30)).TrimEnd('\n').Split('\n')];

    private static string Said(FecDraft draft) => string.Join(' ', Check.Bytes(Encoding.UTF8.GetBytes(draft.Text())).Official.Findings
        .Select(finding => $"{finding.Class}:{finding.Rule}").Order(StringComparer.Ordinal));
}
