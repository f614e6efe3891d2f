using CsCheck;
using Pupitre.Collecting.Mailboxes;
using Pupitre.Platform.Replies;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>Only what is meant for the company's evidence is taken; the rest is left unopened.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class WeighMessageTests
{
    private const string Box = "preuves@exemple.fr";

    private static readonly HashSet<string> _notTheirs = new(StringComparer.OrdinalIgnoreCase) { "gmail.com", "exemple.fr" };

    private static readonly MailRule _portal = MailRule.Create("@portail.example", "DSN acceptée", Guid.CreateVersion7(), null, default);

    private static readonly WeighMessage _weigh = new(Box,
        new KnownParties(["contact@cabinet.fr", "cabinet.durand@gmail.com"], _notTheirs), [_portal]);

    [Theory]
    [InlineData("contact@cabinet.fr", null)]
    [InlineData("Autre.Personne@CABINET.fr", null)]
    [InlineData("cabinet.durand@gmail.com", null)]
    [InlineData("quelquun@gmail.com", LeftReason.Unknown)]
    [InlineData("x@faux-cabinet.fr", LeftReason.Unknown)]
    [InlineData("x@cabinet.fr.example", LeftReason.Unknown)]
    [InlineData(null, LeftReason.Unknown)]
    public void Only_known_parties_are_taken(string? from, LeftReason? left) => _weigh.Run(Seen(from: from)).Left.ShouldBe(left);

    [Fact]
    public void What_is_sent_to_a_known_party_is_taken() =>
        _weigh.Run(Seen(from: "nous@exemple.fr", to: ["contact@cabinet.fr"])).Left.ShouldBeNull();

    [Theory]
    [InlineData("ne-pas-repondre@portail.example", "Votre DSN est acceptee", null)]
    [InlineData("a@envois.portail.example", "dsn ACCEPTÉE : mai", null)]
    [InlineData("a@portail.example", "Publicité", LeftReason.Unknown)]
    [InlineData("a@autreportail.example", "DSN acceptée", LeftReason.Unknown)]
    public void A_rule_takes_others(string from, string subject, LeftReason? left)
    {
        var verdict = _weigh.Run(Seen(from: from, subject: subject));

        verdict.Left.ShouldBe(left);
        (verdict.Rule is not null).ShouldBe(left is null);
    }

    [Theory]
    [InlineData("Personnel : mes congés", null, true)]
    [InlineData("RE: [Privé] rendez-vous", null, true)]
    [InlineData("TR : PERSONNEL et confidentiel", null, true)]
    [InlineData("Mutuelle - personnel", null, true)]
    [InlineData("Private: lunch", null, true)]
    [InlineData("Facture", "Private", true)]
    [InlineData("Facture", "Personal", true)]
    [InlineData("Facture", "Company-Confidential", false)]
    [InlineData("Registre du personnel de mai", null, false)]
    [InlineData("Gestion privée du dossier", null, false)]
    [InlineData("Personnalisation", null, false)]
    public void What_is_marked_as_personal_stays_whoever_sent_it(string subject, string? sensitivity, bool isLeft) => _weigh
        .Run(Seen(subject: subject, marks: sensitivity is null ? [] : [("Sensitivity", sensitivity)]))
            .Left.ShouldBe(isLeft ? LeftReason.Personal : null);

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied", LeftReason.Automatic)]
    [InlineData("Return-Path", "<>", LeftReason.Automatic)]
    [InlineData("Auto-Submitted", "auto-generated", null)]
    [InlineData("Precedence", "bulk", null)]
    [InlineData("X-Auto-Response-Suppress", "All", null)]
    [InlineData("List-Id", "<a.b>", null)]
    public void What_a_program_wrote_is_never_an_answer(string header, string value, LeftReason? left)
    {
        var verdict = _weigh.Run(Seen(to: [ReplyToken.Address(Box, ReplyToken.New())], marks: [(header, value)]));

        verdict.Left.ShouldBe(left);
        verdict.Secrets.ShouldBeEmpty();
    }

    [Fact]
    public void A_mail_of_the_program_itself_stays() =>
        _weigh.Run(Seen(id: ReplyToken.MessageId(Guid.CreateVersion7(), ReplyToken.New()))).Left.ShouldBe(LeftReason.Own);

    [Fact]
    public void A_large_message_is_not_fetched() =>
        _weigh.Run(Seen(size: WeighMessage.MaxBytes + 1)).Left.ShouldBe(LeftReason.TooLarge);

    [Fact]
    public void An_answer_is_found_by_its_address_and_by_what_it_answers()
    {
        var (one, two) = (ReplyToken.New(), ReplyToken.New());

        var verdict = _weigh.Run(Seen(
            from: "inconnu@ailleurs.fr", to: [ReplyToken.Address("PREUVES@exemple.FR", one.ToUpperInvariant())],
            references: ["<" + ReplyToken.MessageId(Guid.CreateVersion7(), two) + ">", "<x@y>"]));

        verdict.Left.ShouldBeNull();
        verdict.Secrets.ShouldBe([one, two]);
    }

    // A secret goes through an address and a Message-Id, and nothing else is one.
    [Fact]
    public void A_secret_survives_its_way() => Gen.Select(Gen.Char.AlphaNumeric.Array[1, 20], Gen.Char.AlphaNumeric.Array[1, 20])
        .Sample((name, domain) =>
    {
        var (box, secret) = ($"{new string(name)}@{new string(domain)}.fr", ReplyToken.New());
        return ReplyToken.InAddress(ReplyToken.Address(box, secret), box) == secret
            && ReplyToken.InAddress(box, box) is null
            && ReplyToken.InAddress(ReplyToken.Address(box, secret[1..]), box) is null
            && ReplyToken.InAddress(ReplyToken.Address("x" + box, secret), box) is null
            && ReplyToken.InReference(ReplyToken.MessageId(Guid.CreateVersion7(), secret)) == secret
            && ReplyToken.InReference(ReplyToken.MessageId(Guid.CreateVersion7(), null)) is null;
    });

    [Fact]
    public void No_text_breaks_what_looks_at_it() => Gen.Select(Gen.String, Gen.String, Gen.String).Sample((from, subject, to) =>
    {
        var seen = Seen(from: from, subject: subject, to: [to], references: [to]);
        return _weigh.Run(seen) is not null && seen.Identity.Length == 64;
    });

    // Whoever sends may give the Message-Id of another message: it is another one all the same.
    [Fact]
    public void A_message_is_known_by_its_name_and_its_size()
    {
        Seen(id: "a@b", size: 1).Identity.ShouldBe(Seen(id: "a@b", size: 1, subject: "autre").Identity);
        Seen(id: "a@b", size: 1).Identity.ShouldNotBe(Seen(id: "a@b", size: 2).Identity);
        Seen(id: null, subject: "un").Identity.ShouldNotBe(Seen(id: null, subject: "deux").Identity);
    }

    private static SeenMessage Seen(
        string? from = "contact@cabinet.fr", string? subject = "Bulletins de mai", string[]? to = null, string? id = "a@b",
            long size = 1_000,
        string[]? references = null, (string Name, string Value)[]? marks = null) =>
        new(1, size, id, from, to ?? [Box], [], subject, "2026-05-12", references ?? [],
            (marks ?? []).ToDictionary(mark => mark.Name, mark => mark.Value, StringComparer.OrdinalIgnoreCase));
}
