using System.Text;
using NodaTime;
using Pupitre.Recognition.Contents;
using Pupitre.Start.Sample.Files;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>Whom a paper is about: never who declared, sold, or keeps the account.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class ReadSubjectTests
{
    private static readonly CompanyMail _company = new(["mx.atelier.fr"], ["atelier.fr"], DateTimeZoneProviders.Tzdb["Europe/Paris"]);

    [Theory]
    [InlineData("Certificat de conformité DSN\nÉtablissement : AUTRE SOCIETE SA - SIRET 552 100 554 00025\nDéclarant : CABINET X - SIRET 732 829 320 00074", "55210055400025", "732829320")]
    [InlineData("Siret déclarant : 73282932000074\nSiret de l'établissement : 55210055400025", "55210055400025", "732829320")]
    [InlineData("Déclarant\nCABINET X\nSIREN : 732829320\nEntreprise déclarée : AUTRE\nSIREN : 552100554", "552100554", "732829320")]
    [InlineData("Fournisseur : ACME SIREN 732 829 320\nFacturé à : ATELIER, N° TVA FR 62 552100554", "552100554", "732829320")]
    [InlineData("Banque : BNP SIREN 662 042 449\nTitulaire du compte : ATELIER - SIREN 552 100 554", "552100554", null)]
    [InlineData("Client : ATELIER (552 100 554)\nCabinet : X\nSIRET 732 829 320 00074", "552100554", "732829320")]
    public void A_number_belongs_to_the_word_before_it(string text, string subject, string? provider)
    {
        var named = ReadSubject.Of(text, isOfAuthority: false);

        named.Subject!.Number.ShouldBe(subject);
        (named.Provider?.Number?[..9]).ShouldBe(provider);
    }

    [Theory]
    [InlineData("Facture n° 1\nTotal 120,00\nSIRET 732 829 320 00074 - RCS Paris")]
    [InlineData("Émetteur : ACME SIREN 732829320")]
    [InlineData("Identifiant du flux : 20260912345678\nNuméro d'enregistrement : 202609123456")]
    [InlineData("Client : A SIREN 552100554\nClient : B SIREN 732829320")]
    public void What_is_the_sellers_or_contradicts_itself_is_no_subject(string text) => ReadSubject.Of(text, isOfAuthority: false).Subject?.Number.ShouldBeNull();

    [Fact]
    public void The_only_number_of_an_authoritys_paper_is_whom_it_writes_to() =>
        ReadSubject.Of("Accusé de réception\nSIREN : 552 100 554\nTVA 3310-CA3", isOfAuthority: true).Subject.ShouldBe(new ReadIdentity("552100554", null, IdentityPlace.OnlyNumber));

    [Fact]
    public void A_certificate_gives_its_subject_and_its_declarant()
    {
        var content = PdfPaper.Write("net-entreprises.fr - Déclaration sociale nominative (DSN)", "Certificat de conformité",
            ["Mois principal déclaré : septembre 2026", "Établissement : AUTRE SOCIETE SA - SIRET 552 100 554 00025", "Déclarant : CABINET X", "Date de dépôt : 14/10/2026 à 09:31:05"], new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero));
        using var stream = new MemoryStream(content);

        var finding = RecogniseFile.Run(stream, "certificat.pdf", _company, 0);

        finding.SubjectIdentity.ShouldBe(new ReadIdentity("55210055400025", "AUTRE SOCIETE SA", IdentityPlace.Label));
        finding.ProviderIdentity!.Name.ShouldBe("CABINET X");
    }

    [Theory]
    [InlineData("123456789FEC20241231.txt", "JournalCode\tJournalLib\n", "123456789")]
    [InlineData("releve.csv", "Titulaire;ATELIER;SIREN 552100554\nCompte;courant\nDate;Libellé;Débit;Crédit\n01/09/2026;x;1;\n02/09/2026;y;;2\n", "552100554")]
    [InlineData("ordre.xml", "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\"><CstmrCdtTrfInitn><PmtInf><Dbtr><Nm>ATELIER</Nm><Id><OrgId><Othr><Id>552100554</Id></Othr></OrgId></Id></Dbtr></PmtInf></CstmrCdtTrfInitn></Document>", "552100554")]
    [InlineData("facture.xml", "<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:r\" xmlns:ram=\"urn:a\"><ram:SellerTradeParty><ram:SpecifiedLegalOrganization><ram:ID>732829320</ram:ID></ram:SpecifiedLegalOrganization></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>ATELIER</ram:Name><ram:SpecifiedTaxRegistration><ram:ID>FR62552100554</ram:ID></ram:SpecifiedTaxRegistration></ram:BuyerTradeParty></rsm:CrossIndustryInvoice>", "552100554")]
    public void Files_say_whom_they_are_about_where_their_kind_says_it(string name, string content, string subject)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));

        RecogniseFile.Run(stream, name, _company, 0).SubjectIdentity!.Number.ShouldBe(subject);
    }

    [Fact]
    public void The_columns_of_a_table_are_no_identity()
    {
        using var stream = new MemoryStream("Client;Facture;Échéance\nA;1;01/09/2026\nB;2;02/09/2026\n"u8.ToArray());

        RecogniseFile.Run(stream, "relances.csv", _company, 0).SubjectIdentity.ShouldBeNull();
    }
}
