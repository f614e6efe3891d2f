using System.Text;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Recognition.Tables;
using Pupitre.Recognition.Tracking;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>Tracking sheets as companies keep them: months along lines or columns, titles above, dates and words for done.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class TrackingSheetTests
{
    private static readonly DateTimeZone _paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("septembre 2026", 2026, 9, 1)]
    [InlineData("Sept. 2026", 2026, 9, 1)]
    [InlineData("sept-26", 2026, 9, 1)]
    [InlineData("déc.-25", 2025, 12, 1)]
    [InlineData("09/2026", 2026, 9, 1)]
    [InlineData("9/2026", 2026, 9, 1)]
    [InlineData("2026-09", 2026, 9, 1)]
    [InlineData("202609", 2026, 9, 1)]
    [InlineData("2026-09-01", 2026, 9, 1)]
    [InlineData("30/09/2026", 2026, 9, 1)]
    [InlineData("Août", null, 8, 1)]
    [InlineData("mois de mai", null, 5, 1)]
    [InlineData("March 2026", 2026, 3, 1)]
    [InlineData("T3 2026", 2026, 7, 3)]
    [InlineData("1er trimestre 2026", 2026, 1, 3)]
    public void A_cell_names_a_month(string cell, int? year, int month, int months) => MonthCell.Of(cell).ShouldBe(new MonthCell(year, month, months));

    [Theory]
    [InlineData("13/09/2026")]
    [InlineData("Total")]
    [InlineData("Marseille")]
    [InlineData("Maintenance")]
    [InlineData("T1")]
    [InlineData("Q4")]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("13")]
    public void What_names_no_month_is_none(string cell) => MonthCell.Of(cell).ShouldBeNull();

    [Theory]
    [InlineData("10/09/2026", Said.Dated, "2026-09-10")]
    [InlineData("fait le 10/09/2026", Said.Dated, "2026-09-10")]
    [InlineData("10/09", Said.Dated, "2026-09-10")]
    [InlineData("ok 3/10", Said.Dated, "2026-10-03")]
    [InlineData("le 12 janvier", Said.Dated, "2027-01-12")]
    [InlineData("OK", Said.Done, null)]
    [InlineData("x", Said.Done, null)]
    [InlineData("✓", Said.Done, null)]
    [InlineData("Oui", Said.Done, null)]
    [InlineData("Fait", Said.Done, null)]
    [InlineData("non", Said.Nothing, null)]
    [InlineData("-", Said.Nothing, null)]
    [InlineData("", Said.Nothing, null)]
    [InlineData("à faire", Said.Nothing, null)]
    [InlineData("prévu le 10/09/2026", Said.Unread, null)]
    [InlineData("à relancer", Said.Unread, null)]
    [InlineData("12", Said.Unread, null)]
    [InlineData("31/09", Said.Unread, null)]
    public void A_cell_says_when_or_that_it_is_done_or_nothing(string cell, object said, string? day)
    {
        var read = SaidCell.Of(cell, new DateOnly(2026, 9, 1), new CellDates(_paris, isMonthFirst: false, midnightIsDay: true));

        read.Said.ShouldBe((Said)said);
        (read.Said == Said.Dated ? EvidenceTime.ToDay(read.Date.At).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null).ShouldBe(day);
    }

    [Theory]
    [InlineData("Suivi du cabinet\nÉdité le 28/11/2026\n\nMois;Pièces déposées;Banque rapprochée\naoût 2026;04/09/2026;ok\nseptembre 2026;05/10/2026;non\nTotal;2;1\n")]
    [InlineData("Suivi 2026;;\nPériode;Pièces déposées;Banque rapprochée\nAoût;04/09;ok\nSeptembre;05/10;\n")]
    [InlineData("Mois\tPièces déposées\tBanque rapprochée\n08/2026\t4/9/2026\tx\n09/2026\t5/10/2026\t-\n")]
    public void Months_along_lines_are_read_with_titles_above(string text)
    {
        var sheet = Read(text)!;

        sheet.Along.ShouldBe(MonthsAlong.Lines);
        sheet.Series.Select(series => series.Title).ShouldBe(["Pièces déposées", "Banque rapprochée"]);
        Days(sheet, 0).ShouldBe(["2026-08: 2026-09-04", "2026-09: 2026-10-05"]);
        Days(sheet, 1).ShouldBe(["2026-08: Done", "2026-09: Nothing"]);
    }

    [Theory]
    [InlineData("Suivi des travaux\n\nDomaine;Document;août 2026;septembre 2026\nCompta;Pièces déposées;04/09/2026;05/10/2026\nCompta;Banque rapprochée;ok;\n")]
    [InlineData("2026;Août;Sept.;Total\nPièces déposées;04/09;05/10;2\nBanque rapprochée;x;;1\n")]
    [InlineData("Document;2026-08-01;2026-09-01;2026-10-01\nPièces déposées;2026-09-04;2026-10-05;\nBanque rapprochée;fait;-;\n")]
    public void Months_along_columns_are_read_by_line(string text)
    {
        var sheet = Read(text)!;

        sheet.Along.ShouldBe(MonthsAlong.Columns);
        sheet.Series.Select(series => series.Title).ShouldBe(["Pièces déposées", "Banque rapprochée"]);
        Days(sheet, 0).Take(2).ShouldBe(["2026-08: 2026-09-04", "2026-09: 2026-10-05"]);
        Days(sheet, 1)[0].ShouldBe("2026-08: Done");
    }

    [Theory]
    [InlineData("Mois;Pièces\nnovembre;02/12\ndécembre;05/01\njanvier;04/02\n", null, true)]
    [InlineData("Mois;Pièces\nnovembre;02/12\ndécembre;05/01\njanvier;04/02\n", 2025, false)]
    [InlineData("Mois;Pièces\njanvier;04/02\ndécembre;05/01\nnovembre;02/12\n", 2025, false)]
    [InlineData("Exercice 2025-2026;\nMois;Pièces\nnovembre;02/12\ndécembre;05/01\njanvier;04/02\n", null, false)]
    public void A_year_that_nothing_says_is_asked_and_turns_after_December(string text, int? said, bool asks)
    {
        var sheet = Read(text, said)!;

        sheet.AsksYear.ShouldBe(asks);
        if (!asks)
        {
            Days(sheet, 0).Order().ShouldBe(["2025-11: 2025-12-02", "2025-12: 2026-01-05", "2026-01: 2026-02-04"]);
        }
    }

    [Fact]
    public void A_line_without_a_month_is_named()
    {
        var sheet = Read("Mois;Pièces\naoût 2026;04/09/2026\nà revoir;05/09/2026\nseptembre 2026;05/10/2026\noctobre 2026;\nnovembre 2026;\n")!;

        sheet.UnreadLines.ShouldBe([3]);
    }

    [Theory]
    [InlineData("N° pièce;Fournisseur;Reçue le;Enregistrée le\nF1;Éditions;13/05/26;15/05/26\nF2;Bois;14/05/26;\n")]
    [InlineData("Facture;Mois;Reçue le\nF1;mai 2026;13/05/26\nF2;mai 2026;14/05/26\nF3;mai 2026;14/05/26\nF4;mai 2026;14/05/26\n")]
    [InlineData("N° pièce;Reçue le;Enregistrée le\nF1;01/05/2026;01/06/2026\nF2;31/05/2026;30/06/2026\nF3;01/07/2026;01/08/2026\n")]
    [InlineData("N° pièce;Fournisseur;Reçue le\nF1;Bois;13/05/26\nF8;Vis;01/06/2026\n")]
    [InlineData("N° pièce;Échéance;Relance\nF1;31/01/2026;08/02/2026\nF2;28/02/2026;08/03/2026\nF3;31/03/2026;08/04/2026\n")]
    [InlineData("Nom;Ville\nMars;Mai\nA;B\n")]
    [InlineData("Mois;Chiffre d’affaires\njanvier 2026;12000\nfévrier 2026;13000\n")]
    public void What_is_no_tracking_sheet_is_left_to_others(string text) => Read(text).ShouldBeNull();

    [Theory]
    [InlineData("Mois;Document;Remis le\naoût 2026;Pièces déposées;04/09/2026\naoût 2026;Banque rapprochée;ok\nseptembre 2026;Pièces déposées;05/10/2026\nseptembre 2026;Banque rapprochée;\n")]
    [InlineData("Suivi du cabinet\n\nObligation;Qui;Période;Échéance;Fait le\nPièces déposées;Cabinet;08/2026;10/09/2026;04/09/2026\nBanque rapprochée;Cabinet;08/2026;20/09/2026;x\nPièces déposées;Cabinet;09/2026;10/10/2026;5/10/2026\nBanque rapprochée;Cabinet;09/2026;20/10/2026;-\n")]
    public void Months_that_come_again_for_each_document_are_read_by_document(string text)
    {
        var sheet = Read(text)!;

        sheet.Along.ShouldBe(MonthsAlong.Both);
        sheet.Series.Select(series => series.Title).ShouldBe(["Pièces déposées", "Banque rapprochée"]);
        Days(sheet, 0).ShouldBe(["2026-08: 2026-09-04", "2026-09: 2026-10-05"]);
        Days(sheet, 1).ShouldBe(["2026-08: Done", "2026-09: Nothing"]);
    }

    [Theory]
    [InlineData("Mois;Salarié;Bulletin remis le\naoût 2026;Martin;04/09/2026\naoût 2026;Petit;05/09/2026\nseptembre 2026;Martin;05/10/2026\nseptembre 2026;Petit;06/10/2026\n")]
    [InlineData("Mois;Document;Montant\naoût 2026;Loyer;1200\naoût 2026;Énergie;340\nseptembre 2026;Loyer;1200\nseptembre 2026;Énergie;310\n")]
    [InlineData("Mois;Document;Échéance\naoût 2026;TVA;19/09/2026\naoût 2026;DSN;15/09/2026\nseptembre 2026;TVA;19/10/2026\nseptembre 2026;DSN;15/10/2026\n")]
    public void Lines_of_cases_of_amounts_and_of_due_days_do_not_say_what_was_done(string text) => Read(text).ShouldBeNull();

    [Theory]
    [InlineData("Comptabilité\nMois;Pièces déposées\naoût 2026;04/09/2026\nseptembre 2026;05/10/2026\n\nPaie\nMois;DSN déposée\naoût 2026;ok\nseptembre 2026;06/10/2026\n")]
    [InlineData("Comptabilité;;\nMois;Pièces déposées;\naoût 2026;04/09/2026;\nseptembre 2026;05/10/2026;\nPaie;;\nMois;DSN déposée;\naoût 2026;ok;\nseptembre 2026;06/10/2026;\n")]
    [InlineData("Comptabilité\n2026;août;septembre\nPièces déposées;04/09;05/10\n\nPaie\n2026;août;septembre\nDSN déposée;x;06/10\n")]
    public void Tables_below_each_other_are_read_each_by_itself(string text)
    {
        var sheets = ReadAll(text);

        sheets.Select(sheet => (sheet.Name, sheet.Series.Single().Title)).ShouldBe([("Comptabilité", "Pièces déposées"), ("Paie", "DSN déposée")]);
        Days(sheets[0], 0).ShouldBe(["2026-08: 2026-09-04", "2026-09: 2026-10-05"]);
        Days(sheets[1], 0).ShouldBe(["2026-08: Done", "2026-09: 2026-10-06"]);
    }

    [Theory]
    [InlineData("Mois;Pièces déposées\njuillet 2026;04/08/2026\naoût 2026;04/09/2026\n\nseptembre 2026;05/10/2026\noctobre 2026;\n")]
    [InlineData("Mois;Pièces déposées\njuillet 2026;04/08/2026\naoût 2026;04/09/2026\nAutomne;\nseptembre 2026;05/10/2026\noctobre 2026;\n")]
    public void A_gap_or_a_caption_within_a_table_does_not_cut_it(string text) =>
        Days(ReadAll(text).Single(), 0).ShouldBe(["2026-07: 2026-08-04", "2026-08: 2026-09-04", "2026-09: 2026-10-05", "2026-10: Nothing"]);

    private static TrackingSheet? Read(string text, int? year = null) => ReadAll(text, year).SingleOrDefault();

    private static IReadOnlyList<TrackingSheet> ReadAll(string text, int? year = null)
    {
        using var table = CsvTable.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return new ReadTrackingSheet(_paris, year).Of(table, "suivi.csv");
    }

    private static List<string> Days(TrackingSheet sheet, int series) =>
        [.. sheet.Series[series].Cells.Select(cell => $"{cell.Month:yyyy-MM}: {(cell.Said == Said.Dated ? EvidenceTime.ToDay(cell.Date.At).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : cell.Said.ToString())}")];
}
