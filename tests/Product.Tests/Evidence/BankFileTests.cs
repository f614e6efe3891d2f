using System.Globalization;
using System.Text;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Recognition.Bank;
using Pupitre.Recognition.Contents;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>Statements as French banks give them: separated text in several forms, OFX in both, camt; and what is none.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class BankFileTests
{
    private const string Expected = "2026-11-05 -1234.56 PRLV URSSAF ILE DE FRANCE | 2026-11-20 -2500.00 PRLV SEPA DGFIP TVA | 2026-11-27 3600.00 VIR CLIENT DUPONT";

    private static readonly CompanyMail _company = new([], [], DateTimeZoneProviders.Tzdb["Europe/Paris"]);

    public static TheoryData<string> Tables =>
    [
        "Date;Libellé;Débit;Crédit\n05/11/2026;PRLV URSSAF ILE DE FRANCE;-1 234,56;\n20/11/2026;PRLV SEPA DGFIP TVA;-2 500,00;\n27/11/2026;VIR CLIENT DUPONT;;3 600,00\n",
        "Compte n° 30004 00012 00012345678;;;\nTitulaire : ATELIER DES QUAIS;;;\n\nDate opération;Date valeur;Libellé;Débit;Crédit;\n05/11/26;06/11/26;PRLV URSSAF ILE DE FRANCE;1234,56;;\n20/11/26;20/11/26;PRLV SEPA DGFIP TVA;2500,00;;\n27/11/26;27/11/26;VIR CLIENT DUPONT;;3600,00;\n;;Solde au 30/11/2026;;12 000,00;\n",
        "\"Date\",\"Libelle\",\"Montant\"\n\"2026-11-05\",\"PRLV URSSAF ILE DE FRANCE\",\"-1234.56\"\n\"2026-11-20\",\"PRLV SEPA DGFIP TVA\",\"-2500\"\n\"2026-11-27\",\"VIR CLIENT DUPONT\",\"+3600.00\"\n",
        "Date de comptabilisation;Libelle simplifie;Debit;Credit\n05/11/2026;PRLV URSSAF ILE DE FRANCE;-1.234,56;\n20/11/2026;PRLV SEPA DGFIP TVA;-2.500,00;\n27/11/2026;VIR CLIENT DUPONT;;+3.600,00\n",
        "Date\tNature de l'opération\tMontant (EUR)\tDevise\n05.11.2026\tPRLV URSSAF ILE DE FRANCE\t-1234,56\tEUR\n20.11.2026\tPRLV SEPA DGFIP TVA\t-2500,00\tEUR\n27.11.2026\tVIR CLIENT DUPONT\t3600,00\tEUR\n",
    ];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Separated_lines_are_read_whatever_the_bank(string text)
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        Words(Read(windows.GetBytes(text))).ShouldBe(Expected);
        Kind(windows.GetBytes(text)).Kind.ShouldBe(RecognisedKind.BankStatement);
    }

    [Theory]
    [InlineData("OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30004<ACCTID>00012345678<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261105<TRNAMT>-1234,56<FITID>1<NAME>PRLV URSSAF<MEMO>ILE DE FRANCE</STMTTRN><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261120120000<TRNAMT>-2500.00<FITID>2<NAME>PRLV SEPA DGFIP TVA<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261127<TRNAMT>+3600.00<FITID>3<NAME>VIR CLIENT DUPONT</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\n<OFX>\n <BANKTRANLIST>\n <STMTTRN>\n <DTPOSTED>20261105000000.000[+1:CET]</DTPOSTED>\n <TRNAMT>-1234.56</TRNAMT>\n <NAME>PRLV URSSAF ILE DE FRANCE</NAME>\n </STMTTRN><STMTTRN><DTPOSTED>20261120</DTPOSTED><TRNAMT>-2500.00</TRNAMT><NAME>PRLV SEPA DGFIP TVA</NAME></STMTTRN><STMTTRN><DTPOSTED>20261127</DTPOSTED><TRNAMT>3600.00</TRNAMT><NAME>VIR CLIENT DUPONT</NAME></STMTTRN></BANKTRANLIST></OFX>")]
    public void Both_forms_of_ofx_are_read(string text)
    {
        Words(Read(Encoding.UTF8.GetBytes(text))).ShouldBe(Expected);
        Kind(Encoding.UTF8.GetBytes(text)).Kind.ShouldBe(RecognisedKind.BankStatement);
    }

    [Theory]
    [InlineData("camt.053.001.02", "<Sts>BOOK</Sts>")]
    [InlineData("camt.053.001.08", "<Sts><Cd>BOOK</Cd></Sts>")]
    [InlineData("camt.054.001.04", "")]
    public void Camt_gives_day_words_amount_and_sign(string version, string booked)
    {
        var text = $"<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:{version}\"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR7630004000031234567890143</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Atelier des Quais</Nm></Ownr></Acct>"
            + Entry("1234.56", "DBIT", "2026-11-05", booked, "<NtryDtls><TxDtls><RltdPties><Cdtr><Nm>PRLV URSSAF ILE DE FRANCE</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>")
            + Entry("2500.00", "DBIT", "2026-11-20", booked, "<AddtlNtryInf>PRLV SEPA DGFIP TVA</AddtlNtryInf>")
            + Entry("3600.00", "CRDT", "2026-11-27", booked, "<NtryDtls><TxDtls><RmtInf><Ustrd>VIR CLIENT DUPONT</Ustrd></RmtInf></TxDtls></NtryDtls>")
            + Entry("9.00", "DBIT", "2026-11-30", "<Sts>PDNG</Sts>", "")
            + "</Stmt></BkToCstmrStmt></Document>";

        var read = Read(Encoding.UTF8.GetBytes(text));

        Words(read).ShouldBe(Expected);
        (read.Account, read.Holder, read.Currency).ShouldBe(("FR7630004000031234567890143", "Atelier des Quais", "EUR"));
        var finding = Kind(Encoding.UTF8.GetBytes(text));
        (finding.Kind, finding.Reference, finding.SubjectIdentity!.Name).ShouldBe((RecognisedKind.BankStatement, "FR7630004000031234567890143", "Atelier des Quais"));
    }

    [Theory]
    [InlineData("N° pièce;Fournisseur;Montant;Date\nF1;Bois;12,00;13/05/2026\n")]
    [InlineData("Date;Libellé\n13/05/2026;Réunion\n")]
    [InlineData("Dossier;Date;Libellé;Montant\nD1;13/05/2026;x;12,00\n")]
    [InlineData("Mois;Pièces déposées\naoût 2026;04/09/2026\n")]
    public void Other_tables_are_no_statements(string text) => Kind(Encoding.UTF8.GetBytes(text)).Kind.ShouldNotBe(RecognisedKind.BankStatement);

    [Fact]
    public void A_line_that_cannot_be_read_is_named_and_the_others_count()
    {
        var read = Read("Date;Libellé;Montant\n05/11/2026;A;-1,00\n32/11/2026;B;-2,00\n06/11/2026;C;deux\n07/11/2026;D;-3,00\n"u8.ToArray());

        read.Lines.Select(line => line.Label).ShouldBe(["A", "D"]);
        read.Unread.Select(line => line.Line).ShouldBe([3, 4]);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">&a;</Document>")]
    [InlineData("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>")]
    [InlineData("OFXHEADER:100\n\nno tags at all")]
    public void A_damaged_or_hostile_statement_is_refused(string text) => Should.Throw<Refused>(() => Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Too_deep_and_too_many_are_refused()
    {
        var deep = "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">" + string.Concat(Enumerable.Repeat("<a>", 80)) + string.Concat(Enumerable.Repeat("</a>", 80)) + "</Document>";
        Should.Throw<Refused>(() => Read(Encoding.UTF8.GetBytes(deep)));
        Should.Throw<Refused>(() => Read(Encoding.UTF8.GetBytes("<OFX>" + string.Concat(Enumerable.Repeat("<A>", 400)))));
        Should.Throw<Refused>(() => Read(Encoding.UTF8.GetBytes("<OFX>" + string.Concat(Enumerable.Repeat("<STMTTRN><DTPOSTED>20261105<TRNAMT>1</STMTTRN>", BankFile.MaxLines + 1)))));
    }

    [Theory]
    [InlineData("-1 234,56", -1234.56)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1,234.56", 1234.56)]
    [InlineData("(12,00)", -12)]
    [InlineData("12,00-", -12)]
    [InlineData("+12.5", 12.5)]
    [InlineData("1 234 567,89 €", 1234567.89)]
    [InlineData("1.234", 1234)]
    [InlineData("0,123", 0.123)]
    [InlineData("−5,00", -5)]
    public void Amounts_are_read_as_banks_write_them(string text, double expected)
    {
        BankAmount.TryRead(text, out var amount).ShouldBeTrue();
        amount.ShouldBe((decimal)expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("deux")]
    [InlineData("-")]
    [InlineData("12 %")]
    public void What_is_no_amount_is_none(string text) => BankAmount.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_written_comes_back_in_every_form()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var lines = Lines(new Random(seed));
            var csv = "Date;Libellé;Montant\n" + string.Concat(lines.Select(line => FormattableString.Invariant($"{line.On:dd/MM/yyyy};{line.Label};") + line.Amount.ToString("0.00", CultureInfo.GetCultureInfo("fr-FR")) + "\n"));
            var ofx = "OFXHEADER:100\n\n<OFX>" + string.Concat(lines.Select(line => FormattableString.Invariant($"<STMTTRN><DTPOSTED>{line.On:yyyyMMdd}<TRNAMT>{line.Amount:0.00}<NAME>{line.Label}\n")));
            var camt = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">" + string.Concat(lines.Select(line => FormattableString.Invariant($"<Ntry><Amt Ccy=\"EUR\">{Math.Abs(line.Amount):0.00}</Amt><CdtDbtInd>{(line.Amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><BookgDt><Dt>{line.On:yyyy-MM-dd}</Dt></BookgDt><AddtlNtryInf>{line.Label}</AddtlNtryInf></Ntry>"))) + "</Document>";
            foreach (var text in new[] { csv, ofx, camt })
            {
                Read(Encoding.UTF8.GetBytes(text)).Lines.Select(line => (line.On, line.Label, line.Amount)).ShouldBe(lines.Select(line => (line.On, line.Label, line.Amount)), $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Whatever_stands_in_a_file_a_reader_answers_or_refuses()
    {
        const string Signs = "<>/OFXSTMTRN20261105;,.\n \"-&ABC";
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => Signs[random.Next(Signs.Length)]));
            foreach (var start in new[] { "<OFX><STMTTRN>", "Date;Libellé;Montant\n", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><Ntry>" })
            {
                try
                {
                    Read(Encoding.UTF8.GetBytes(start + text)).Lines.Count.ShouldBeLessThanOrEqualTo(BankFile.MaxLines);
                }
                catch (Refused refused)
                {
                    refused.Message.ShouldNotBeEmpty();
                }
            }
        }
    }

    private static List<BankLine> Lines(Random random) => [.. Enumerable.Range(1, random.Next(1, 20)).Select(at => new BankLine(
        at, new DateOnly(2026, random.Next(1, 13), random.Next(1, 29)), BankFile.Label("A" + string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => "BCDEF GHIJK"[random.Next(11)]))), random.Next(-9_999_999, 9_999_999) / 100m))];

    private static string Entry(string amount, string sign, string day, string status, string details) =>
        $"<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>{status}<BookgDt><Dt>{day}</Dt></BookgDt>{details}</Ntry>";

    private static string Words(BankStatement statement) => string.Join(" | ", statement.Lines.Select(line => FormattableString.Invariant($"{line.On:yyyy-MM-dd} {line.Amount:0.00} {line.Label}")));

    private static BankStatement Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return BankFile.Read(stream);
    }

    private static Finding Kind(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return RecogniseFile.Run(stream, "export.dat", _company, 0);
    }
}
