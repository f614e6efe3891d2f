using System.IO.Compression;
using System.Text;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Contents;
using Pupitre.Start.Sample.Files;

namespace Pupitre.Product.Tests.Evidence;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class RecogniseFileTests
{
    private static readonly CompanyMail _company = new(["mx.atelier.fr"], ["atelier.fr"], DateTimeZoneProviders.Tzdb["Europe/Paris"]);

    private const string Received = "Received: from smtp.cabinet.fr (smtp.cabinet.fr [203.0.113.9])\n\tby mx.atelier.fr (Postfix) with ESMTPS id 1\n\tfor <paie@atelier.fr>; Tue, 29 Sep 2026 10:12:30 +0200\n";
    private const string Mail = "From: Cabinet <paie@cabinet.fr>\nTo: paie@atelier.fr\nSubject: =?utf-8?q?Bulletins_de_paie_septembre_2026?=\nDate: Tue, 29 Sep 2026 10:12:26 +0200\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nBonjour, voici les bulletins.\n";

    [Fact]
    public void The_header_of_our_own_server_is_a_receipt()
    {
        var finding = Read(Received + Mail, "x.eml");

        finding.Kind.ShouldBe(RecognisedKind.Mail);
        finding.Sender.ShouldBe("paie@cabinet.fr");
        finding.Subject.ShouldBe("Bulletins de paie septembre 2026");
        finding.ReceiptAt.ShouldBe(Instant.FromUtc(2026, 9, 29, 8, 12, 30));
        finding.Period.ShouldBe(new DateOnly(2026, 9, 1));
        finding.Templates.ShouldBe([2]);
        finding.Note.ShouldBeNull();
    }

    [Fact]
    public void Without_our_servers_header_the_date_is_only_the_senders_word()
    {
        var finding = Read(Mail, "x.eml");

        finding.ReceiptAt.ShouldBeNull();
        finding.StatedAt.ShouldBe(Instant.FromUtc(2026, 9, 29, 8, 12, 26));
        finding.Word.ShouldBeNull();
        finding.Note.ShouldNotBeNull();
    }

    [Fact]
    public void A_trace_of_our_server_below_a_strangers_is_not_believed()
    {
        var forged = "Received: from a (a [198.51.100.1])\n\tby smtp.cabinet.fr with SMTP id 2; Wed, 30 Sep 2026 09:00:00 +0200\n" + Received + Mail;

        Read(forged, "x.eml").ReceiptAt.ShouldBeNull();
    }

    [Fact]
    public void A_forged_date_is_pointed_out_and_the_reception_counts()
    {
        var finding = Read(Received + Mail.Replace("29 Sep 2026 10:12:26", "21 Sep 2026 08:00:00", StringComparison.Ordinal), "x.eml");

        finding.ReceiptAt.ShouldBe(Instant.FromUtc(2026, 9, 29, 8, 12, 30));
        finding.Note.ShouldNotBeNull();
    }

    [Fact]
    public void A_mail_forwarded_inline_is_our_own_word()
    {
        var finding = Read(Received + Mail.Replace("Bonjour, voici", "---------- Forwarded message ---------\nDe : Cabinet\n\nBonjour, voici", StringComparison.Ordinal), "x.eml");

        finding.Word.ShouldBe(SourceClass.Company);
        finding.ReceiptAt.ShouldBeNull();
    }

    [Fact]
    public void Our_own_mail_is_our_word() =>
        Read(Mail.Replace("paie@cabinet.fr", "lucie@atelier.fr", StringComparison.Ordinal), "x.eml").Word.ShouldBe(SourceClass.Company);

    [Theory]
    [InlineData("From: a@b.fr\nSubject: x\nContent-Type: multipart/mixed; boundary=\"never\"\n\n--other\nbroken")]
    [InlineData("From: \nDate: not a date\nSubject: =?utf-8?b?%%%?=\n\n\0\0\u0001")]
    [InlineData("Received: ;;;by\nFrom: a\n\n")]
    public void Broken_mime_is_kept_without_an_error(string text) => Read(text, "x.eml").Kind.ShouldBe(RecognisedKind.Mail);

    [Fact]
    public void Attachments_are_files_of_their_own_with_a_safe_name()
    {
        var mail = Received + Mail.Replace("text/plain; charset=utf-8", "multipart/mixed; boundary=\"b\"", StringComparison.Ordinal)
            + "--b\nContent-Type: text/plain\n\nBonjour\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"../../etc/bulletins.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0x\n--b--\n";

        var inside = Read(mail, "x.eml").Inside.ShouldHaveSingleItem();
        inside.Name.ShouldBe("bulletins.pdf");
        Encoding.ASCII.GetString(inside.Content).ShouldBe("%PDF-1");
    }

    [Fact]
    public void A_mailbox_gives_its_mails()
    {
        var finding = Read("From paie@cabinet.fr Tue Sep 29 10:12:30 2026\n" + Received + Mail + "\nFrom paie@cabinet.fr Tue Sep 29 10:12:30 2026\n" + Received + Mail, "boite.mbox");

        finding.Inside.Count.ShouldBe(2);
        Read(finding.Inside[0].Content, finding.Inside[0].Name).ReceiptAt.ShouldNotBeNull();
    }

    [Fact]
    public void A_certificate_of_conformity_is_the_acceptance_of_the_declaration()
    {
        var finding = Paper("net-entreprises.fr - Déclaration sociale nominative (DSN)", "Certificat de conformité", "Mois principal déclaré : septembre 2026 (01/09/2026)", "Date de dépôt : 14/10/2026 à 09:31:05", "Identifiant du flux : 20260912345678");

        finding.Kind.ShouldBe(RecognisedKind.DsnCertificate);
        finding.Templates.ShouldBe([3]);
        finding.Period.ShouldBe(new DateOnly(2026, 9, 1));
        finding.ReceiptAt.ShouldBe(Instant.FromUtc(2026, 10, 14, 7, 31, 5));
        finding.Reference.ShouldBe("20260912345678");
    }

    [Theory]
    [InlineData("Accusé d'enregistrement électronique", "Cet accusé ne vaut pas conformité : un certificat de conformité ou un bilan d'anomalies suivra.")]
    [InlineData("Avis de dépôt", "Nous accusons réception du dépôt de votre fichier.")]
    public void The_mere_acknowledgement_of_deposit_is_not_acceptance(string title, string line)
    {
        var finding = Paper("net-entreprises.fr - Déclaration sociale nominative (DSN)", title, "Mois principal déclaré : septembre 2026", "Date de dépôt : 14/10/2026 à 09:31:05", line);

        finding.Kind.ShouldBe(RecognisedKind.DsnDeposit);
        finding.Templates.ShouldBeEmpty();
        finding.Note.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Accusé de réception de télédéclaration", "Déclaration : TVA - formulaire 3310-CA3", RecognisedKind.VatReceipt, 10)]
    [InlineData("Accusé de réception", "Liasse fiscale EDI-TDFC - formulaire 2065", RecognisedKind.TaxReturnReceipt, 14)]
    [InlineData("Récépissé de dépôt - Greffe du tribunal de commerce", "Dépôt des comptes annuels", RecognisedKind.RegistryReceipt, 15)]
    [InlineData("AR24 - Preuve de dépôt d'une lettre recommandée électronique", "Numéro de suivi : 2C12345678901", RecognisedKind.RegisteredLetter, 18)]
    public void Receipts_are_known_by_their_wording(string title, string line, object kind, int template)
    {
        var finding = Paper("En-tête", title, line, "Votre déclaration a été déposée le 19/10/2026 à 15 h 04 (heure de Paris).");

        finding.Kind.ShouldBe((RecognisedKind)kind);
        finding.Templates.ShouldBe([template]);
        finding.ReceiptAt.ShouldBe(Instant.FromUtc(2026, 10, 19, 13, 4));
    }

    [Fact]
    public void A_pdf_without_text_says_so()
    {
        var finding = Read("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>", "scan.pdf");

        finding.Kind.ShouldBe(RecognisedKind.Pdf);
        finding.Note.ShouldNotBeNull();
    }

    [Fact]
    public void A_broken_pdf_is_kept() => Read("%PDF-1.7\nnothing more", "x.pdf").Note.ShouldNotBeNull();

    [Theory]
    [InlineData("a;b\n1;2\n3;4\n", RecognisedKind.Table)]
    [InlineData("<?xml version=\"1.0\"?><log xes.version=\"1.0\"></log>", RecognisedKind.EventLog)]
    [InlineData("JournalCode\tJournalLib\n", RecognisedKind.AccountingFile)]
    [InlineData("EcritureNum|EcritureDate|CompteNum|CompteLib|EcritureLib|Debit|Credit\r\n", RecognisedKind.AccountingFile)]
    [InlineData("<?xml version=\"1.0\"?><comptabilite><exercice/></comptabilite>", RecognisedKind.AccountingFile)]
    [InlineData("<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\"/>", RecognisedKind.SepaTransfer)]
    [InlineData("just words", RecognisedKind.Unknown)]
    [InlineData("", RecognisedKind.Unknown)]
    public void Kinds_come_from_the_content_and_not_from_the_name(string content, object kind) => Read(content, "facture.pdf").Kind.ShouldBe((RecognisedKind)kind);

    [Fact]
    public void A_file_named_as_an_accounting_file_is_opened_even_with_a_header_that_is_none() =>
        Read("un;deux\n1;2\n", "000417220FEC20251231.csv").Kind.ShouldBe(RecognisedKind.AccountingFile);

    [Fact]
    public void Outlook_mails_and_protected_workbooks_say_how_to_save_them()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Read(ole, "x.msg").Kind.ShouldBe(RecognisedKind.OutlookMail);
        Read(ole, "x.msg").Note!.ShouldContain(".eml");
        Read([.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "x.xlsx").Note.ShouldNotBeNull();
    }

    [Fact]
    public void An_archive_gives_its_files_and_refuses_dangerous_names()
    {
        var finding = Read(Zip(("a/bulletins.txt", "x"u8.ToArray()), ("../../evil.txt", "x"u8.ToArray()), ("/abs.txt", "x"u8.ToArray())), "x.zip");

        finding.Inside.Select(file => file.Name).ShouldBe(["bulletins.txt"]);
        finding.Note!.ShouldContain("2");
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var finding = Read(Zip(("zeros.bin", new byte[60 * 1024 * 1024])), "x.zip");

        finding.Inside.ShouldBeEmpty();
        finding.Note.ShouldNotBeNull();
    }

    [Fact]
    public void A_third_level_of_archives_is_not_opened()
    {
        using var stream = new MemoryStream(Zip(("a.txt", "x"u8.ToArray())));
        RecogniseFile.Run(stream, "x.zip", _company, ReadArchive.MaxDepth).Inside.ShouldBeEmpty();
        RecogniseFile.Run(stream, "x.zip", _company, ReadArchive.MaxDepth - 1).Inside.Count.ShouldBe(1);
    }

    [Fact]
    public void A_truncated_archive_is_kept()
    {
        var whole = Zip(("a.txt", new byte[4000]));
        Read(whole[..^30], "x.zip").Inside.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bulletins-2026-09.pdf", 2026, 9)]
    [InlineData("Variables de paie d'août 2026", 2026, 8)]
    [InlineData("TVA 07/2026", 2026, 7)]
    [InlineData("édité le 3 octobre 2026, période : septembre 2026", 2026, 9)]
    public void The_month_of_a_document_is_found(string text, int year, int month) => DatesInText.Period(Folded.Of(text)).ShouldBe(new DateOnly(year, month, 1));

    private static Finding Paper(string from, params string[] lines) => Read(PdfPaper.Write(from, lines[0], lines[1..], new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero)), "papier.pdf");

    private static Finding Read(string text, string name) => Read(Encoding.UTF8.GetBytes(text), name);

    private static Finding Read(byte[] content, string name)
    {
        using var stream = new MemoryStream(content);
        return RecogniseFile.Run(stream, name, _company, depth: 0);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }
}
