using System.Text;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Contents;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>Mails as programs write them: parts by what they are, forwards, mailboxes, dates that cannot be read.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class ReceivedMailTests
{
    private static readonly CompanyMail _company = new(["mx.atelier.fr"], ["atelier.fr"], DateTimeZoneProviders.Tzdb["Europe/Paris"]);

    private const string Received = "Received: from smtp.cabinet.fr (smtp.cabinet.fr [203.0.113.9]) by mx.atelier.fr (Postfix) with ESMTPS id 1; Wed, 23 Sep 2026 10:00:05 +0200 (CEST)\n";
    private const string Headers = "From: Paie <paie@cabinet.fr>\nTo: nous@atelier.fr\nSubject: Bulletins de paie septembre 2026\nDate: Wed, 23 Sep 2026 10:00:00 +0200\nMIME-Version: 1.0\n";

    [Theory]
    [InlineData("Content-Disposition: inline; filename=\"bulletins.pdf\"", "Content-Type: application/pdf", "bulletins.pdf")]
    [InlineData("Content-Description: x", "Content-Type: application/pdf; name=\"bulletins.pdf\"", "bulletins.pdf")]
    [InlineData("Content-Description: x", "Content-Type: application/pdf", "piece-1.pdf")]
    [InlineData("Content-Disposition: inline; filename=\"suivi.csv\"", "Content-Type: text/plain", "suivi.csv")]
    [InlineData("Content-Disposition: attachment", "Content-Type: image/png; name=\"scan.png\"", "scan.png")]
    public void A_part_with_a_name_or_that_is_not_the_text_is_a_file(string disposition, string type, string name) =>
        Read(Received + Mixed($"{type}\n{disposition}\n\nabc")).Inside.ShouldHaveSingleItem().Name.ShouldBe(name);

    [Theory]
    [InlineData("Content-Type: image/png; name=\"logo.png\"\nContent-ID: <logo@x>\nContent-Disposition: inline; filename=\"logo.png\"\n\nabc")]
    [InlineData("Content-Type: text/html\n\n<p>Bonjour</p>")]
    [InlineData("Content-Type: text/plain\n\nPied de page de la liste")]
    public void Pictures_of_the_text_and_the_text_itself_are_none(string part) => Read(Received + Mixed(part)).Inside.ShouldBeEmpty();

    [Fact]
    public void A_mail_inside_a_mail_is_a_file_however_it_is_marked()
    {
        var inner = Read(Received + Mixed("Content-Type: message/rfc822\nContent-Disposition: inline\n\nFrom: a@b.fr\nTo: c@d.fr\nSubject: Original\nDate: Wed, 9 Sep 2026 10:00:00 +0200\n\nBonjour")).Inside.ShouldHaveSingleItem();

        inner.Name.ShouldBe("Original.eml");
        Encoding.UTF8.GetString(inner.Content).ShouldContain("Bonjour");
    }

    [Theory]
    [InlineData("TR: Bulletins de paie septembre 2026", "Pour info\n\n________________________________\nDe : Paie <paie@cabinet.fr>\nEnvoyé : mercredi 9 septembre 2026 09:00\nÀ : Collègue <c@autre.fr>\nObjet : Bulletins\n\nBonjour")]
    [InlineData("Bulletins de paie septembre 2026", "Pour info\n\nDe : Paie <paie@autre.fr>\nEnvoyé : mercredi 9 septembre 2026 09:00\nÀ : Collègue\nObjet : Bulletins\n\nBonjour")]
    [InlineData("Bulletins", "From: Payroll <paie@autre.fr>\nSent: Wednesday, September 9, 2026 9:00 AM\nTo: Me\nSubject: Payslips\n\nHello")]
    [InlineData("Fwd: Bulletins", "voir pièce jointe")]
    [InlineData("WG: Bulletins", "siehe Anhang")]
    [InlineData("Bulletins", "---------- Forwarded message ---------\nDe : Paie\n")]
    [InlineData("Bulletins", "-------- Message transféré --------\nSujet : Bulletins\nDate : x\nDe : Paie\nPour : Moi\n")]
    [InlineData("Bulletins", "Début du message transféré :\n\n> De: Paie\n> Objet: Bulletins\n")]
    [InlineData("Bulletins", "Begin forwarded message:\n\n> From: Paie\n")]
    [InlineData("Bulletins", "----- Mail transféré -----\nDe: \"Paie\"\n")]
    [InlineData("Bulletins", "> Von: Paie <paie@autre.fr>\n> Gesendet: Mittwoch\n> An: x\n> Betreff: y\n")]
    public void A_forward_is_never_a_third_partys_proof(string subject, string text)
    {
        var plain = Read(Received + Headers.Replace("Bulletins de paie septembre 2026", subject, StringComparison.Ordinal) + "Content-Type: text/plain; charset=utf-8\n\n" + text);
        var html = Read(Received + Headers.Replace("Bulletins de paie septembre 2026", subject, StringComparison.Ordinal) + "Content-Type: text/html; charset=utf-8\n\n<html><body><div>"
            + text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal) + "</div></body></html>");

        foreach (var finding in new[] { plain, html })
        {
            finding.ReceiptAt.ShouldBeNull();
            finding.Word.ShouldBe(SourceClass.Company);
            finding.Note.ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("RE: Bulletins", "Voici.\n\nDe : Lucie <lucie@atelier.fr>\nEnvoyé : mercredi 9 septembre 2026 09:00\nÀ : Paie\nObjet : Bulletins\n\nBonjour")]
    [InlineData("RE: Bulletins", "Voici.\n\nDe : Lucie\nEnvoyé : mercredi 9 septembre 2026 09:00\nÀ : Paie\nObjet : Bulletins\n")]
    [InlineData("Bulletins", "Bonjour,\nDate : mercredi\nObjet : les bulletins sont joints.\n----- Transfert SEPA -----\n")]
    public void An_answer_that_quotes_us_is_no_forward(string subject, string text) =>
        Read(Received + Headers.Replace("Bulletins de paie septembre 2026", subject, StringComparison.Ordinal) + "Content-Type: text/plain; charset=utf-8\n\n" + text).ReceiptAt.ShouldBe(Instant.FromUtc(2026, 9, 23, 8, 0, 5));

    [Fact]
    public void Headers_behind_a_blank_line_are_headers() => Read("\n" + Received + Headers + "\nBonjour").ReceiptAt.ShouldNotBeNull();

    [Fact]
    public void What_the_sender_says_in_brackets_is_not_our_server() =>
        Read("Received: from x (helo by mx.atelier.fr) by relais.cabinet.fr with SMTP; Wed, 23 Sep 2026 10:00:05 +0200\n" + Headers + "\nBonjour").ReceiptAt.ShouldBeNull();

    [Theory]
    [InlineData("Wed, 13 May 2026 09:30:00 +0200", "2026-05-13T07:30:00Z", null)]
    [InlineData("13 May 2026 09:30 GMT", "2026-05-13T09:30:00Z", null)]
    [InlineData("Wed, 13 May 2026 09:00:60 +0200", "2026-05-13T07:00:59Z", null)]
    [InlineData("Wed, 13 May 2026 09:00:00 +02:00 (CEST)", "2026-05-13T07:00:00Z", null)]
    [InlineData("Wed, 13 May 2026 09.00.00 +0200", null, "2026-05-13")]
    [InlineData("Wed, 13 May 2026 25:00:00 +0200", null, "2026-05-13")]
    [InlineData("Wed, 13 May 2026 09:00:00 XYZT", null, "2026-05-13")]
    [InlineData("Wed, 13 May 2026", null, "2026-05-13")]
    [InlineData("Wed, 32 May 2026 09:00:00 +0200", null, null)]
    [InlineData("hier matin", null, null)]
    [InlineData("", null, null)]
    public void An_unreadable_hour_is_a_day_and_an_unreadable_date_is_none(string text, string? at, string? on)
    {
        var date = MailDate.Read(text);

        date.At.ShouldBe(at is null ? null : NodaTime.Text.InstantPattern.ExtendedIso.Parse(at).Value);
        date.On.ShouldBe(on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void From_inside_a_text_cuts_no_mail()
    {
        var first = Headers + "\nBonjour\n\nFrom ici on va bien\nFin\n";
        var finding = Read("From paie@cabinet.fr Wed Sep 23 10:00:00 2026\n" + first + "\nFrom x@y Thu Sep 24 10:00:00 2026\n" + Headers + "\nDeux\n>From ici aussi\n");

        finding.Kind.ShouldBe(RecognisedKind.Archive);
        finding.Note.ShouldBeNull();
        finding.Inside.Count.ShouldBe(2);
        Encoding.UTF8.GetString(finding.Inside[0].Content).ShouldBe(first);
        Encoding.UTF8.GetString(finding.Inside[1].Content).ShouldEndWith("Deux\nFrom ici aussi\n");
    }

    [Fact]
    public void A_text_that_begins_with_From_is_no_mailbox() => Read("From here on\nall is well\n").Kind.ShouldBe(RecognisedKind.Unknown);

    [Fact]
    public void A_mailbox_larger_than_the_budget_says_how_many_mails_were_read()
    {
        var mail = "From a@b.fr Wed Sep 23 10:00:00 2026\n" + Headers + "\nUn\n\n";
        using var budget = new UnpackingBudget(new() { MaxFiles = 2 });

        var finding = Read(mail + mail + mail, budget);

        finding.Inside.Count.ShouldBe(2);
        finding.Note!.ShouldContain("2");
        finding.Note!.ShouldContain("3");
    }

    [Fact]
    public void An_html_body_of_nothing_but_brackets_is_read_at_once()
    {
        var finding = Read(Received + Headers + "Content-Type: text/html\n\n" + new string('<', 2_000_000));

        finding.Kind.ShouldBe(RecognisedKind.Mail);
        finding.ReceiptAt.ShouldNotBeNull();
    }

    private static string Mixed(string part) => Headers + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nBonjour\n--b\n" + part + "\n--b--\n";

    private static Finding Read(string text, UnpackingBudget? budget = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return RecogniseFile.Run(stream, "x.eml", _company, depth: 0, budget);
    }
}
