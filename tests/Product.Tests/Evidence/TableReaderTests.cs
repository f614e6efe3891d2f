using System.IO.Compression;
using System.Text;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Tables;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Evidence;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class TableReaderTests
{
    private static readonly DateTimeZone _paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("13/05/26", 2026, 5, 13)]
    [InlineData("2026-05-13", 2026, 5, 13)]
    [InlineData("13.05.2026", 2026, 5, 13)]
    [InlineData("13 mai 2026", 2026, 5, 13)]
    [InlineData("46155", 2026, 5, 13)]
    [InlineData("20260513", 2026, 5, 13)]
    [InlineData("13/05/99", 1999, 5, 13)]
    public void A_day_is_a_day_and_is_given_no_hour(string text, int year, int month, int day)
    {
        new CellDates(_paris, isMonthFirst: false, midnightIsDay: false).TryRead(text, out var date).ShouldBeTrue();
        date.IsDay.ShouldBeTrue();
        EvidenceTime.ToDay(date.At).ShouldBe(new DateOnly(year, month, day));
    }

    [Theory]
    [InlineData("2026-05-13T09:30:00+02:00", "2026-05-13T07:30:00Z")]
    [InlineData("2026-05-13T07:30:00Z", "2026-05-13T07:30:00Z")]
    [InlineData("13/05/2026 09:30", "2026-05-13T07:30:00Z")]
    [InlineData("13/05/2026 à 9h30", "2026-05-13T07:30:00Z")]
    [InlineData("46155.395833333336", "2026-05-13T07:30:00Z")]
    [InlineData("2026-05-13 09:30:00.250", "2026-05-13T07:30:00.25Z")]
    public void A_moment_without_an_offset_is_local(string text, string expected)
    {
        new CellDates(_paris, isMonthFirst: false, midnightIsDay: false).TryRead(text, out var date).ShouldBeTrue();
        EvidenceTime.ToInstant(date.At).ShouldBe(NodaTime.Text.InstantPattern.ExtendedIso.Parse(expected).Value);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("31/02/2026")]
    [InlineData("13/13/2026")]
    [InlineData("demain")]
    [InlineData("12")]
    [InlineData("2026-05-13T25:00")]
    public void What_is_no_date_is_refused(string text) => new CellDates(_paris, isMonthFirst: false, midnightIsDay: false).TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_another_in_each_row_names_the_case()
    {
        using var table = CsvTable.Open(new MemoryStream(Encoding.UTF8.GetBytes("Client;Question;Posée le;Répondue le\nA;Q1;04/05/26;05/05/26\nA;Q2;04/05/26;05/05/26\nB;Q3;04/05/26;05/05/26\n")));

        GuessMapping.Of(TableHead.Of(table), TableShape.Case, "Europe/Paris").Case.ShouldBe("Question");
    }

    [Fact]
    public void State_and_person_of_a_long_table_are_found_by_their_names()
    {
        using var table = CsvTable.Open(new MemoryStream(Encoding.UTF8.GetBytes("Dossier;Étape;Horodatage;Statut;Qui\nD1;Ouverte;2026-05-04 09:15;En cours;Alice\nD1;Fermée;2026-05-05 09:15;Clos;Bob\n")));

        var mapping = GuessMapping.Of(TableHead.Of(table), TableShape.Event, "Europe/Paris");

        (mapping.Case, mapping.Activity, mapping.Time, mapping.Transition, mapping.Resource).ShouldBe(("Dossier", "Étape", "Horodatage", "Statut", "Qui"));
    }

    [Fact]
    public void A_nul_spoils_its_row_only()
    {
        var rows = Read("a;b\n1;2\n3\0;4\n5;6\n");

        rows.Select(row => row.Problem is null).ShouldBe([true, true, false, true]);
    }

    [Fact]
    public void Five_thousand_columns_and_a_field_of_ten_megabytes_spoil_their_rows_only()
    {
        var rows = Read("a;b\n" + string.Join(';', Enumerable.Repeat("x", 5000)) + "\n" + new string('y', 10_000_000) + ";2\n1;2\n");

        rows.Select(row => row.Problem is null).ShouldBe([true, false, false, true]);
        rows.Max(row => row.Cells.Sum(cell => cell.Length)).ShouldBeLessThan(TableReader.MaxFieldLength + 10);
    }

    [Fact]
    public void Quotes_and_lines_inside_them_are_one_field_and_lines_are_those_of_the_file()
    {
        var rows = Read("a,b\n\"x, \"\"y\"\"\nz\",2\r\n3,4\n");

        rows[1].Cells.ShouldBe(["x, \"y\"\nz", "2"]);
        rows[2].Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public void Encodings_are_detected(string name, bool withMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] content = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Reçue le;Échéance\n13/05/26;14/05/26\n")];

        using var table = CsvTable.Open(new MemoryStream(content));
        table.Read().ShouldBeTrue();
        table.Cells.ShouldBe(["Reçue le", "Échéance"]);
    }

    [Fact]
    public void A_tenth_that_is_shown_as_ten_per_cent_is_read_as_that_and_a_word_in_a_format_changes_nothing()
    {
        using var table = WorkbookTable.Open(new MemoryStream(Workbook("""
            <row r="1"><c r="A1" s="2"><v>0.1</v></c><c r="B1" s="4"><v>7.0000000000000007E-2</v></c>
            <c r="C1" s="4"><v>1.255</v></c><c r="D1" s="3"><v>0.1</v></c><c r="E1"><v>0.1</v></c><c r="F1" s="2"><v>-0.005</v></c></row>
            """, "")));

        table.Read().ShouldBeTrue();

        table.Cells.ShouldBe(["10 %", "7 %", "125.5 %", "0.1", "0.1", "-0.5 %"]);
    }

    [Fact]
    public void A_workbook_gives_dates_cached_formulas_and_unrolled_cells()
    {
        using var table = WorkbookTable.Open(new MemoryStream(Workbook("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>Suivi</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Cas</t></is></c><c r="B3" t="inlineStr"><is><t>Reçu le</t></is></c><c r="C3" t="inlineStr"><is><t>Note</t></is></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>F1</t></is></c><c r="B4" s="1"><v>46155</v></c><c r="C4"><f>1+1</f><v>2</v></c></row>
            <row r="5"><c r="B5" s="1"><v>46156.5</v></c></row>
            """, "<mergeCells count=\"1\"><mergeCell ref=\"A4:A5\"/></mergeCells>")));

        var rows = new List<string>();
        while (table.Read())
        {
            rows.Add(string.Join('|', table.Cells));
        }

        rows.ShouldBe(["Suivi", "Cas|Reçu le|Note", "F1|2026-05-13|2", "F1|2026-05-14 12:00:00"]);
        table.Form.HasFormulas.ShouldBeTrue();
    }

    [Fact]
    public void A_million_empty_rows_are_passed_over()
    {
        var rows = new StringBuilder();
        for (var row = 2; row < 1_000_000; row++)
        {
            rows.Append("<row r=\"").Append(row).Append("\"/>");
        }

        using var table = WorkbookTable.Open(new MemoryStream(Workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Cas</t></is></c></row>" + rows, "")));
        var head = TableHead.Of(table);

        head.Columns.ShouldBe(["Cas"]);
        head.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void A_workbook_that_swells_is_refused() =>
        Should.Throw<Refused>(() => WorkbookTable.Open(new MemoryStream(Workbook("<row r=\"1\"><c r=\"A1\"><v>" + new string('1', 120_000_000) + "</v></c></row>", ""))).Dispose());

    [Fact]
    public void A_workbook_with_entities_is_refused() =>
        Should.Throw<Refused>(() => WorkbookTable.Open(new MemoryStream(Workbook("", "", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"))));

    [Fact]
    public void A_truncated_workbook_is_refused() =>
        Should.Throw<Refused>(() => WorkbookTable.Open(new MemoryStream(Workbook("<row r=\"1\"/>", "")[..^60])));

    [Fact]
    public void An_end_before_its_start_is_kept_as_told()
    {
        var mapping = new TableMapping { Shape = TableShape.Case, Columns = ["Cas", "Reçue", "Faite"], Case = "Cas", Dates = [new("Reçue", "Reçue", SourceClass.Company), new("Faite", "Faite", SourceClass.Provider)] };
        using var events = new TableEvents(CsvTable.Open(new MemoryStream("Cas;Reçue;Faite\nF1;15/05/26;13/05/26\n"u8.ToArray())), mapping);

        events.Read().ShouldBeTrue();
        events.Event.Activity.ShouldBe("Reçue");
        events.Read().ShouldBeTrue();
        events.Event.Activity.ShouldBe("Faite");
        events.Read().ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_zone_is_refused() =>
        Should.Throw<Refused>(() => new TableInput { Zone = "Europe/Atlantis", Case = "a" }.ToMapping(new TableMapping { Columns = ["a"] })).Message.ShouldContain("Europe/Atlantis");

    private static List<(int Line, List<string> Cells, string? Problem)> Read(string text)
    {
        using var table = CsvTable.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var rows = new List<(int, List<string>, string?)>();
        while (table.Read())
        {
            rows.Add((table.Line, [.. table.Cells], table.Problem));
        }

        return rows;
    }

    private static byte[] Workbook(string rows, string after, string prologue = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\"><sheets><sheet name=\"Suivi\" sheetId=\"1\"/></sheets></workbook>");
            Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>"
                + "<numFmt numFmtId=\"164\" formatCode=\"0.0&quot; % de hausse&quot;\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"0.0%\"/></numFmts><cellXfs count=\"5\"><xf/><xf numFmtId=\"14\"/>"
                + "<xf numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
            Part("xl/worksheets/sheet1.xml", $"{prologue}<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>");

            void Part(string name, string content)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Optimal).Open());
                writer.Write(content);
            }
        }

        return output.ToArray();
    }
}
