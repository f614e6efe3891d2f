using System.Text;
using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>How the tax office's tool reads an XML file: what it asks around the schema, and what it makes of the file behind it.</summary>
public sealed class OfficialXmlTests
{
    private const string Name = ValidFec.Siren + "FEC20221231.xml";
    private const string Location = "xsi:noNamespaceSchemaLocation=\"formatA47A-I-VII-1.xsd\"";

    [Theory]
    [InlineData(Location, true)]
    [InlineData("xsi:noNamespaceSchemaLocation=\"file:formatA47A-I-VII-1.xsd\"", true)]
    [InlineData("", false)]
    [InlineData("xsi:noNamespaceSchemaLocation='formatA47A-I-VII-1.xsd'", false)]
    [InlineData("xsi:noNamespaceSchemaLocation = \"formatA47A-I-VII-1.xsd\"", false)]
    [InlineData("xsi:noNamespaceSchemaLocation=\"formatA47A-I-VII-2.xsd\"", false)]
    [InlineData("xsi:noNamespaceSchemaLocation=\"http://autre/formatA47A-I-VII-1.xsd\"", false)]
    [InlineData("xsi:noNamespaceSchemaLocation=\"formatA47A-I-VII-1.xsd\" version=\"1\"", false)]
    public void The_schema_is_named_in_one_way(string location, bool isNamed) =>
        Said(Entry().Replace(Location, location, StringComparison.Ordinal)).ShouldBe(isNamed ? "" : "E:TCD-02");

    [Fact]
    public void The_schema_is_named_within_the_first_bytes()
    {
        var text = Entry().Replace("<comptabilite", $"<!-- {new string('x', 200)} --><comptabilite", StringComparison.Ordinal);

        Said(text).ShouldBe("E:TCD-02");
    }

    [Theory]
    [InlineData("<PieceRef>F1</PieceRef>", "<PieceRef></PieceRef>", "V:TCD-12")]
    [InlineData("<PieceRef>F1</PieceRef>", "<PieceRef/>", "V:TCD-12")]
    [InlineData("<EcritureNum>1</EcritureNum>", "<EcritureNum></EcritureNum>", "E:TCD-11")]
    [InlineData("<EcritureNum>2</EcritureNum>", "<EcritureNum></EcritureNum>", "")]
    [InlineData("<PieceRef>F2</PieceRef>", "<PieceRef></PieceRef>", "")]
    [InlineData("<PieceRef>F2</PieceRef>", "<PieceRef> </PieceRef>", "V:TCD-12")]
    [InlineData("<PieceRef>F2</PieceRef>", "<PieceRef>\u00a0</PieceRef>", "V:TCD-12")]
    [InlineData("<CompteLib>Banque</CompteLib>", "<CompteLib></CompteLib>", "E:TCD-11")]
    [InlineData("<CompteNum>512000</CompteNum>", "<CompteNum>512000 </CompteNum>", "E:TCD-02")]
    [InlineData("<CompteNum>512000</CompteNum>", "<CompteNum type=\"b\">512000</CompteNum>", "E:TCD-02")]
    [InlineData("<CompteLib>Banque</CompteLib>", "<CompteLib>Banque</CompteLib><CompAuxNum>B1</CompAuxNum>", "S:TCD-05")]
    [InlineData("<CompteLib>Banque</CompteLib>", "<CompteLib>Banque</CompteLib><CompteAuxNum>B1</CompteAuxNum>", "")]
    [InlineData("<ValidDate>2022-03-31</ValidDate>", "<ValidDate>2022-03-31T24:00:00</ValidDate>", "")]
    [InlineData("<ValidDate>2022-03-31</ValidDate>", "<ValidDate>2022-03-31Z</ValidDate>", "E:TCD-15")]
    [InlineData("<ValidDate>2022-03-31</ValidDate>", "<ValidDate>2022-02-31</ValidDate>", "E:TCD-02")]
    [InlineData("<ValidDate>2022-03-31</ValidDate>", "<ValidDate> 2022-03-31 </ValidDate>", "")]
    [InlineData("<EcritureLib>Vente</EcritureLib>", "<EcritureLib>Vente|Paris</EcritureLib>", "E:TCD-10 E:TCD-14 E:TCD-15 V:TCD-12")]
    [InlineData("<EcritureLib>Vente</EcritureLib>", "<EcritureLib>Vente\nParis</EcritureLib>", "A:TCD-16 E:TCD-10 E:TCD-11 V:TCD-12")]
    [InlineData("<CompteLib>Banque</CompteLib>", "<CompteLib>Œuvre</CompteLib>", "I:TCD-03")]
    public void What_stands_in_an_element_is_said_of_what_the_official_tool_says_of_it(string from, string to, string expected) =>
        Said(Entry().Replace(from, to, StringComparison.Ordinal)).ShouldBe(expected);

    [Theory]
    [InlineData("VIII-5", "", "", "E:TCD-10")]
    [InlineData("VIII-5", "<NatOp>Vente</NatOp>", "", "")]
    [InlineData("VIII-7", "<NatOp>Vente</NatOp>", "", "E:TCD-10")]
    [InlineData("VIII-7", "<NatOp>Vente</NatOp><IdClient>C1</IdClient>", "", "")]
    [InlineData("VIII-7", "", "<IdClient>C1</IdClient>", "E:TCD-10")]
    public void On_a_cash_basis_lines_are_too_short_until_an_entry_fills_the_last_field(string schema, string first, string second, string expected)
    {
        var text = Entry().Replace("VII-1", schema, StringComparison.Ordinal);
        var at = text.IndexOf("<ligne>", StringComparison.Ordinal);
        const string cash = "<DateRglt>2022-03-01</DateRglt><ModeRglt>VIR</ModeRglt>";
        text = text.Insert(at, cash + first);
        at = text.IndexOf("<ligne>", text.IndexOf("<EcritureNum>2", StringComparison.Ordinal), StringComparison.Ordinal);

        Said(text.Insert(at, cash + second)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("utf-8", "é", "")]
    [InlineData("US-ASCII", "é", "E:TCD-02")]
    [InlineData("US-ASCII", "e", "")]
    [InlineData("ISO-8859-15", "é€œ", "")]
    public void The_encoding_that_is_declared_must_hold_the_bytes(string encoding, string label, string expected)
    {
        var text = Entry().Replace("encoding=\"UTF-8\"", $"encoding=\"{encoding}\"", StringComparison.Ordinal).Replace("Banque", label, StringComparison.Ordinal);
        var bytes = encoding == "ISO-8859-15" ? FileText.Latin9.GetBytes(text) : Encoding.UTF8.GetBytes(text);

        Said(Check.Bytes(bytes, name: Name)).ShouldBe(expected);
    }

    [Fact]
    public void A_file_without_any_line_has_none_and_a_doctype_is_refused_and_said()
    {
        var none = Entry();
        var start = none.IndexOf("<ecriture>", StringComparison.Ordinal);
        Said(none.Remove(start, none.LastIndexOf("</ecriture>", StringComparison.Ordinal) + "</ecriture>".Length - start)).ShouldBe("E:TCD-09");

        var report = Check.Text(Entry().Replace("<comptabilite", "<!DOCTYPE comptabilite><comptabilite", StringComparison.Ordinal), name: Name);
        report.Official.Findings.ShouldHaveSingleItem().Message.ShouldContain("DOCTYPE");
    }

    private static string Said(string text) => Said(Check.Text(text, name: Name));

    private static string Said(FecReport report) =>
        string.Join(' ', report.Official.Findings.Select(finding => $"{finding.Class}:{finding.Rule}").Order(StringComparer.Ordinal));

    private static string Entry() => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <comptabilite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {Location}><exercice><DateCloture>2022-12-31</DateCloture><journal><JournalCode>VE</JournalCode>
        <JournalLib>Ventes</JournalLib><ecriture><EcritureNum>1</EcritureNum><EcritureDate>2022-03-01</EcritureDate><EcritureLib>Vente</EcritureLib>
        <PieceRef>F1</PieceRef><PieceDate>2022-03-01</PieceDate><ValidDate>2022-03-31</ValidDate>
        <ligne><CompteNum>512000</CompteNum><CompteLib>Banque</CompteLib><Debit>12.50</Debit></ligne>
        <ligne><CompteNum>707000</CompteNum><CompteLib>Ventes</CompteLib><Credit>12.50</Credit></ligne></ecriture>
        <ecriture><EcritureNum>2</EcritureNum><EcritureDate>2022-03-02</EcritureDate><EcritureLib>Autre</EcritureLib>
        <PieceRef>F2</PieceRef><PieceDate>2022-03-02</PieceDate><ValidDate>2022-03-31</ValidDate>
        <ligne><CompteNum>512000</CompteNum><CompteLib>Caisse</CompteLib><Debit>5.00</Debit></ligne>
        <ligne><CompteNum>707000</CompteNum><CompteLib>Ventes</CompteLib><Credit>5.00</Credit></ligne></ecriture></journal></exercice></comptabilite>
        """;
}
