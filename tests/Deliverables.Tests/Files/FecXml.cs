using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Pupitre.Deliverables.Tests.Files;

/// <summary>The XML form of a draft.</summary>
internal static class FecXml
{
    public static string Write(FecDraft draft)
    {
        var journals = draft.Rows.GroupBy(row => row[0]).Select(journal => new XElement(
            "journal", new XElement("JournalCode", journal.Key), new XElement("JournalLib", journal.First()[1]), journal.GroupBy(row => row[2]).Select(Entry)));
        var root = new XElement("comptabilite", Schema("VII-1"), new XElement("exercice", new XElement("DateCloture", "2022-12-31"), journals));
        return new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").Append(root).Append('\n').ToString();
    }

    /// <summary>The attributes by which a file says which schema it follows.</summary>
    public static object[] Schema(string number)
    {
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        return [new XAttribute(XNamespace.Xmlns + "xsi", instance.NamespaceName), new XAttribute(instance + "noNamespaceSchemaLocation", $"formatA47A-I-{number}.xsd")];
    }

    private static XElement Entry(IGrouping<string, string[]> entry)
    {
        var row = entry.First();
        return new(
            "ecriture", new XElement("EcritureNum", row[2]), new XElement("EcritureDate", Day(row[3])), new XElement("EcritureLib", row[10]),
            new XElement("PieceRef", row[8]), new XElement("PieceDate", Day(row[9])),
            row[13].Length > 0 || entry.Any(line => line[13].Length > 0) ? new object[] { new XElement("EcritureLet", entry.Max(line => line[13])), new XElement("DateLet", Day(row[3])) } : [],
            new XElement("ValidDate", Day(row[15])), entry.Select(Line));
    }

    private static XElement Line(string[] row) => new(
        "ligne", new XElement("CompteNum", row[4]), new XElement("CompteLib", row[5]),
        row[6].Length > 0 ? new object[] { new XElement("CompAuxNum", row[6]), new XElement("CompAuxLib", row[7]) } : [],
        row[11] == "0,00" ? new XElement("Credit", row[12].Replace(',', '.')) : new XElement("Debit", row[11].Replace(',', '.')));

    private static string Day(string date) =>
        DateOnly.ParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
