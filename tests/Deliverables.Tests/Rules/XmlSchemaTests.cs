using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Deliverables.Tests.Rules;

/// <summary>The four official schemas, formatA47A-I-VII-1 and VIII-3, 5, 7, where they differ and where they let more pass than one would think.</summary>
public sealed class XmlSchemaTests
{
    private const string Name = ValidFec.Siren + "FEC20221231.xml";
    private const string Journal = "<JournalCode>OD</JournalCode><JournalLib>Divers</JournalLib>";
    private const string Cash = "<DateRglt>2022-03-01</DateRglt><ModeRglt>VIR</ModeRglt>";
    private const string Debit = "<Debit>12.50</Debit>";

    [Theory]
    [InlineData("VII-1", Journal, "", true)]
    [InlineData("VII-1", "", "", false)]
    [InlineData("VII-1", Journal, Cash, false)]
    [InlineData("VIII-3", "", "", false)]
    [InlineData("VIII-3", Journal, "", true)]
    [InlineData("VIII-3", Journal, Cash, false)]
    [InlineData("VIII-5", "", Cash, false)]
    [InlineData("VIII-5", "", Cash + "<NatOp>Vente</NatOp>", true)]
    [InlineData("VIII-5", Journal, "", false)]
    [InlineData("VIII-5", Journal, Cash + "<IdClient>C1</IdClient>", false)]
    [InlineData("VIII-7", Journal, Cash + "<NatOp>Vente</NatOp><IdClient>C1</IdClient>", true)]
    [InlineData("VIII-7", Journal, "", false)]
    [InlineData("VIII-7", "", Cash + "<NatOp>Vente</NatOp>", false)]
    [InlineData(null, Journal, "", false)]
    [InlineData(null, Journal, Cash, false)]
    [InlineData(null, "", "", false)]
    public void A_file_follows_the_schema_that_it_names(string? schema, string journal, string cash, bool isConforming) =>
        Verdict(Text(schema, journal, cash, Debit)).ShouldBe(isConforming ? OfficialVerdict.Conforming : OfficialVerdict.NonConforming);

    [Theory]
    [InlineData("VIII-5", FecRegime.FarmCash)]
    [InlineData("VIII-7", FecRegime.ProfessionCash)]
    [InlineData("VIII-3", FecRegime.Commercial)]
    public void The_schema_says_the_regime(string schema, FecRegime regime) =>
        Check.Text(Text(schema, Journal, schema == "VIII-3" ? "" : Cash, Debit), null, Name).Format.Regime.ShouldBe(regime);

    [Theory]
    [InlineData("<Debit>12.50</Debit>", 12.50)]
    [InlineData("<Debit>12.5</Debit><Credit>0.00</Credit>", 12.50)]
    [InlineData("<Debit>12.5</Debit><Analytique><Axe>A1</Axe></Analytique><Utilisateur>marie</Utilisateur>", 12.50)]
    [InlineData("<Montant>12.50</Montant><Sens>+1</Sens><Utilisateur>marie</Utilisateur>", 12.50)]
    [InlineData("<Montant>12.50</Montant><Sens>d</Sens>", 12.50)]
    [InlineData("<Montant>1.25e1</Montant><Sens>D</Sens>", 12.50)]
    [InlineData("<Debit>125e-1</Debit>", 12.50)]
    [InlineData("<Debit>+12.5</Debit>", 12.50)]
    [InlineData("<Montantdevise>14.10</Montantdevise><Debit>12.50</Debit>", 12.50)]
    [InlineData("<Montantdevise>14,10</Montantdevise><Debit>12.50</Debit>", 12.50)]
    public void Allows_what_the_schema_and_the_rules_allow_and_reads_it(string side, double debit)
    {
        var report = Check.Text(Text("VII-1", Journal, "", side), null, Name);
        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Summary.Debit.ShouldBe((decimal)debit);
        report.Summary.Credit.ShouldBe(12.50m);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<Montant>12.50</Montant>")]
    [InlineData("<Sens>D</Sens>")]
    [InlineData("<Montant>12.50</Montant><Utilisateur>marie</Utilisateur><Sens>D</Sens>")]
    [InlineData("<Utilisateur>marie</Utilisateur><Debit>12.50</Debit>")]
    [InlineData("<Debit>12,50</Debit>")]
    [InlineData("<Debit>1 234.50</Debit>")]
    [InlineData("<Debit></Debit>")]
    [InlineData("<Debit>NaN</Debit>")]
    [InlineData("<Debit>12<b/>.50</Debit>")]
    [InlineData("<Montant>12.50</Montant><Sens>X</Sens>")]
    [InlineData("<Montant>12.50</Montant><Sens>D </Sens>")]
    [InlineData("<Montant unite=\"EUR\">12.50</Montant><Sens>D</Sens>")]
    [InlineData("<Debit>1.25e1</Debit>")]
    [InlineData("<Debit> +12.5 </Debit>")]
    [InlineData("<Debit>INF</Debit>")]
    [InlineData("<Montantdevise>douze livres</Montantdevise><Debit>12.50</Debit>")]
    [InlineData("<Montantdevise>1.2E1</Montantdevise><Debit>12.50</Debit>")]
    public void Refuses_what_the_schema_or_the_rules_refuse(string side) => Verdict(Text("VII-1", Journal, "", side)).ShouldBe(OfficialVerdict.NonConforming);

    [Fact]
    public void A_journal_may_be_empty() =>
        Verdict(Text("VII-1", Journal, "", Debit).Replace("<journal>", $"<journal>{Journal}</journal><journal>", StringComparison.Ordinal)).ShouldBe(OfficialVerdict.Conforming);

    [Fact]
    public void The_elements_stand_in_no_namespace() =>
        Verdict(Text("VII-1", Journal, "", Debit).Replace("<comptabilite ", "<comptabilite xmlns=\"urn:autre\" ", StringComparison.Ordinal)).ShouldBe(OfficialVerdict.NonConforming);

    [Fact]
    public void What_freely_follows_a_line_does_not_reach_the_next()
    {
        var report = Check.Text(Text("VII-1", Journal, "", "<Debit>12.50</Debit><PieceRef>autre</PieceRef><CompteLib>autre</CompteLib>"), null, Name);
        report.Official.Verdict.ShouldBe(OfficialVerdict.Conforming);
        report.Books.TrialBalance.Select(account => account.Name).ShouldBe(["Banque", "Ventes"]);
    }

    private static OfficialVerdict Verdict(string text) => Check.Text(text, null, Name).Official.Verdict;

    private static string Text(string? schema, string journal, string cash, string side)
    {
        var location = schema is null ? "" : $"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"formatA47A-I-{schema}.xsd\"";
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <comptabilite {location}><exercice><DateCloture>2022-12-31</DateCloture><journal>{journal}<ecriture>
            <EcritureNum>1</EcritureNum><EcritureDate>2022-03-01</EcritureDate><EcritureLib>Vente</EcritureLib><PieceRef>F1</PieceRef><PieceDate>2022-03-01</PieceDate>
            <ValidDate>2022-03-31T10:00:00</ValidDate>{cash}
            <ligne><CompteNum>512000</CompteNum><CompteLib>Banque</CompteLib>{side}</ligne>
            <ligne><CompteNum>707000</CompteNum><CompteLib>Ventes</CompteLib><Credit>12.50</Credit></ligne>
            </ecriture></journal></exercice></comptabilite>
            """;
    }
}
