using System.IO.Compression;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Pupitre.Evidence.Events;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>Tables as exports write them: encodings, separators, quotes, orders of day and month, forms of dates, formulas.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class ReceivedTableTests
{
    private static readonly DateTimeZone _paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("2026-05-13 01:30:00 PM", "2026-05-13T11:30:00Z")]
    [InlineData("01/14/2020 7:06 AM", "2020-01-14T06:06:00Z")]
    [InlineData("2026-05-16 12:10:00 AM", "2026-05-15T22:10:00Z")]
    [InlineData("13/May/26 2:15 PM", "2026-05-13T12:15:00Z")]
    [InlineData("13/mai/26 2:15 PM", "2026-05-13T12:15:00Z")]
    [InlineData("Nov 3, 2023, 4:05 PM", "2023-11-03T15:05:00Z")]
    [InlineData("8 Apr 2024, 12:35:10", "2024-04-08T10:35:10Z")]
    [InlineData("8 avr. 2024 12:35", "2024-04-08T10:35:00Z")]
    [InlineData("Wed, 13 May 2026 09:30:00 +0200", "2026-05-13T07:30:00Z")]
    [InlineData("2024-04-08T12:35:10.460Z", "2024-04-08T12:35:10.46Z")]
    [InlineData("2026-05-13 09:30:00 +0000", "2026-05-13T09:30:00Z")]
    [InlineData("2026-05-13T09:30:00+02:00[Europe/Paris]", "2026-05-13T07:30:00Z")]
    [InlineData("13/05/2026 9h", "2026-05-13T07:00:00Z")]
    [InlineData("13/5/2026 9:5", "2026-05-13T07:05:00Z")]
    [InlineData("20260513T093000", "2026-05-13T07:30:00Z")]
    [InlineData("20260513093000", "2026-05-13T07:30:00Z")]
    [InlineData("46155,395833", "2026-05-13T07:30:00Z")]
    [InlineData("13/05/2026 24:00", "2026-05-13T22:00:00Z")]
    [InlineData("29/03/2026 02:30", "2026-03-29T01:00:00Z")]
    [InlineData("25/10/2026 02:30", "2026-10-25T00:30:00Z")]
    public void Moments_that_exports_write_are_read(string text, string expected)
    {
        new CellDates(_paris, isMonthFirst: text.StartsWith("01/14", StringComparison.Ordinal), midnightIsDay: false).TryRead(text, out var date).ShouldBeTrue();
        EvidenceTime.ToInstant(date.At).ShouldBe(InstantPattern.ExtendedIso.Parse(expected).Value);
    }

    [Theory]
    [InlineData("November 3, 2023", "2023-11-03")]
    [InlineData("8 Apr 2024", "2024-04-08")]
    [InlineData("1er janvier 2026", "2026-01-01")]
    [InlineData("lundi 13 mai 2026", "2026-05-13")]
    [InlineData("mar. 13 janv. 2026", "2026-01-13")]
    [InlineData("13-déc.-2026", "2026-12-13")]
    [InlineData("13.mai.2026", "2026-05-13")]
    [InlineData("2026/5/3", "2026-05-03")]
    [InlineData("2026.05.13", "2026-05-13")]
    [InlineData("13 05 2026", "2026-05-13")]
    [InlineData("13/05/2026 (mercredi)", "2026-05-13")]
    public void Days_are_read_and_a_name_leaves_nothing_to_choose(string text, string expected)
    {
        foreach (var isMonthFirst in new[] { false, true }.Take(text.Any(char.IsLetter) && !text.Contains('(', StringComparison.Ordinal) ? 2 : 1))
        {
            new CellDates(_paris, isMonthFirst, midnightIsDay: false).TryRead(text, out var date).ShouldBeTrue();
            (date.IsDay, EvidenceTime.ToDay(date.At)).ShouldBe((true, DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [InlineData("13052026")]
    [InlineData("1778657400")]
    [InlineData("0000-00-00")]
    [InlineData("00/00/0000")]
    [InlineData("29/02/2025")]
    [InlineData("31/04/2026")]
    [InlineData("2026-05")]
    [InlineData("05/2026")]
    [InlineData("mai 2026")]
    [InlineData("2000-01-01T12:00:00.0Z AD")]
    [InlineData("2026-05-13 09:30:00 CET")]
    [InlineData("2026-05-13 13:30 PM")]
    public void What_is_no_day_is_not_guessed(string text) => new CellDates(_paris, isMonthFirst: false, midnightIsDay: false).TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void A_column_that_can_only_be_month_first_is_so_in_all_its_rows()
    {
        var days = Days("Ticket,Created date,Closed date\nT1,04/05/2026,04/06/2026\nT2,05/06/2026,05/07/2026\nT3,04/20/2026,04/21/2026\n");

        days.ShouldBe(["2026-04-05", "2026-04-06", "2026-05-06", "2026-05-07", "2026-04-20", "2026-04-21"]);
    }

    [Fact]
    public void A_proof_far_below_counts_for_the_rows_above()
    {
        var rows = string.Concat(Enumerable.Range(0, 400).Select(row => $"T{row},04/05/2026,04/06/2026\n"));

        Days("Ticket,Created date,Closed date\n" + rows + "T9,04/20/2026,04/21/2026\n").Take(2).ShouldBe(["2026-04-05", "2026-04-06"]);
    }

    [Fact]
    public void Each_column_has_its_own_order() =>
        Days("Ticket,Created date,Closed date\nT1,04/05/2026,05/04/2026\nT2,04/20/2026,21/04/2026\n").Take(2).ShouldBe(["2026-04-05", "2026-04-05"]);

    [Fact]
    public void Accents_that_come_late_decide_the_encoding()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var content = windows.GetBytes("Dossier;Reçue le\n".Replace("ç", "c", StringComparison.Ordinal) + string.Concat(Enumerable.Range(0, 6000).Select(row => $"D{row};04/05/2026\n")) + "Hélène;04/05/2026\n");

        using var table = CsvTable.Open(new MemoryStream(content));
        var last = "";
        while (table.Read())
        {
            last = table.Cells[0];
        }

        last.ShouldBe("Hélène");
    }

    [Theory]
    [InlineData("Dossier;Objet;Posée le;Répondue le\nA1;un, deux, trois;04/05/2026;05/05/2026\nA2;un, deux, trois;06/05/2026;07/05/2026;\nA3;un, deux, trois;06/05/2026;07/05/2026;\n", ';')]
    [InlineData("sep=;\na;b\n1,5;2,5\n", ';')]
    [InlineData("a,b\n\"x;y;z\",1\n\"x;y;z\",2\n", ',')]
    public void The_separator_is_that_of_the_header(string text, char separator)
    {
        using var table = CsvTable.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        table.Form.Separator.ShouldBe(separator);
        table.Read().ShouldBeTrue();
        table.Cells[0].ShouldNotStartWith("sep");
    }

    [Fact]
    public void A_quote_that_is_never_closed_names_its_line()
    {
        using var table = CsvTable.Open(new MemoryStream("Dossier;Objet\nA1;\"écran 24\" cassé\"\nA2;\"Dupont\nA3;x\n"u8.ToArray()));
        table.Read();
        table.Read();

        Should.Throw<Refused>(() => table.Read()).Message.ShouldContain("3");
    }

    [Fact]
    public void A_formula_without_a_value_is_named_and_is_not_nothing()
    {
        const string Sheet = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Dossier</t></is></c><c r="B1" t="inlineStr"><is><t>Posée le</t></is></c><c r="C1" t="inlineStr"><is><t>Répondue le</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>A1</t></is></c><c r="B2" s="1"><v>46146</v></c><c r="C2" s="1"><f>B2+2</f></c></row>
            """;
        using var table = WorkbookTable.Open(new MemoryStream(Workbook(Sheet)));
        table.Form.Unsaved.Count.ShouldBe(1);
        table.Form.Unsaved.First.ShouldBe(["C2"]);

        var mapping = new TableMapping { Shape = TableShape.Case, Columns = ["Dossier", "Posée le", "Répondue le"], Case = "Dossier", Dates = [new("Posée le", "Posée", SourceClass.Company), new("Répondue le", "Répondue", SourceClass.Provider)] };
        using var events = TableFile.OpenEvents(new MemoryStream(Workbook(Sheet)), mapping);
        events.Read().ShouldBeTrue();
        events.Bad!.Value.Reason.ShouldContain("C2");
    }

    [Fact]
    public void A_number_of_a_workbook_from_1904_counts_from_there()
    {
        const string Sheet = """<row r="1"><c r="A1" t="inlineStr"><is><t>Cas</t></is></c><c r="B1" t="inlineStr"><is><t>Reçu le</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>F1</t></is></c><c r="B2"><v>44693</v></c></row>""";
        var mapping = new TableMapping { Shape = TableShape.Case, Columns = ["Cas", "Reçu le"], Case = "Cas", Dates = [new("Reçu le", "Reçu", SourceClass.Company)] };

        using var events = TableFile.OpenEvents(new MemoryStream(Workbook(Sheet, "<workbookPr date1904=\"1\"/>")), mapping);

        events.Read().ShouldBeTrue();
        EvidenceTime.ToDay(events.Event.At).ShouldBe(new DateOnly(2026, 5, 13));
    }

    [Fact]
    public void A_cell_of_megabytes_spoils_its_row_only()
    {
        using var table = WorkbookTable.Open(new MemoryStream(Workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + new string('a', 3_000_000) + "</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")));

        table.Read().ShouldBeTrue();
        table.Problem.ShouldNotBeNull();
        table.Cells[0].Length.ShouldBe(TableReader.MaxFieldLength);
        table.Read().ShouldBeTrue();
        table.Cells.ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><bordereau><logiciel>Sage</logiciel></bordereau>", RecognisedKind.Unknown)]
    [InlineData("<?xml version=\"1.0\"?><x><log/></x>", RecognisedKind.Unknown)]
    [InlineData("<?xml version=\"1.0\"?><!-- <log> --><a>pain.001 <b/></a>", RecognisedKind.Unknown)]
    [InlineData("<?xml version=\"1.0\"?><lettre>Voir &lt;comptabilite&gt;<comptabilite/></lettre>", RecognisedKind.Unknown)]
    [InlineData("<log><object-types/><event-types/><objects/><events/></log>", RecognisedKind.Unknown)]
    [InlineData("\n<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n<log xmlns=\"http://www.xes-standard.org/\"><trace/></log>", RecognisedKind.EventLog)]
    [InlineData("<p:comptabilite xmlns:p=\"x\"><exercice/></p:comptabilite>", RecognisedKind.AccountingFile)]
    public void A_document_is_what_its_root_is(string content, object kind)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));

        RecogniseFile.Run(stream, "x.xml", new CompanyMail([], [], _paris), 0).Kind.ShouldBe((RecognisedKind)kind);
    }

    private static List<string> Days(string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        using var table = CsvTable.Open(new MemoryStream(content));
        var mapping = GuessMapping.Of(TableHead.Of(table), TableShape.Case, "Europe/Paris");
        using var events = TableFile.OpenEvents(new MemoryStream(content), mapping);
        var days = new List<string>();
        while (events.Read())
        {
            days.Add(events.Bad is { } bad ? bad.Reason : EvidenceTime.ToDay(events.Event.At).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        return days;
    }

    private static byte[] Workbook(string rows, string properties = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\">{properties}<sheets><sheet name=\"Suivi\" sheetId=\"1\"/></sheets></workbook>");
            Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");

            void Part(string name, string content)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Optimal).Open());
                writer.Write(content);
            }
        }

        return output.ToArray();
    }
}
