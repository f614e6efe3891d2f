using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Pupitre.Collecting.Mailboxes;
using Pupitre.ContractLife.Acceptances;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Notices.Waits;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.People;
using Pupitre.Platform.Replies;
using Pupitre.Product.Tests.Service;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>What a mail asks can be answered by a mail, from the address that was asked, and by nothing else.</summary>
public sealed class AnswerByMailTests(RunningPupitre pupitre, DovecotServer server) : IClassFixture<RunningPupitre>,
    IClassFixture<DovecotServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_is_confirmed_by_the_first_line_and_only_from_who_was_asked()
    {
        var world = await HaveAsync();
        var asked = await AskAsync(world);
        asked.ReplyTo.ShouldBe(ReplyToken.Address(world.Address, asked.ReplyToken!));
        asked.Body.ShouldContain("oui, non, ou envoyé le 12/05");
        var address = asked.ReplyTo!;

        (await AnswerAsync(world, "autre@exemple.fr", "oui", address)).ShouldBe(ReplyState.OtherSender);
        (await AnswerAsync(world, asked.To, "peut-être", address)).ShouldBe(ReplyState.Unclear);
        (await AnswerAsync(world, asked.To, "oui", ReplyToken.Address(world.Address, ReplyToken.New()))).ShouldBe(ReplyState.UnknownToken);
        (await AnswerAsync(world, asked.To, "oui", address, "auto-generated")).ShouldBeNull();
        (await QuestionAsync(world)).Answer.ShouldBeNull();

        (await AnswerAsync(world, asked.To.ToUpperInvariant(), "Oui, merci\n\n> non", address)).ShouldBe(ReplyState.Taken);
        (await QuestionAsync(world)).Answer.ShouldBe(WaitAnswer.Exact);
        (await AnswerAsync(world, asked.To, "non", address)).ShouldBe(ReplyState.Late);
        (await QuestionAsync(world)).Answer.ShouldBe(WaitAnswer.Exact);

        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/evidence?show=tray");
        owner.Text.ShouldContain("Réponse refusée");
        owner.Text.ShouldContain("Réponse à lire");
    }

    [Fact]
    public async Task An_answer_is_found_by_the_message_that_it_answers_and_its_files_are_evidence()
    {
        var world = await HaveAsync();
        var asked = await AskAsync(world);
        using var sent = DeliverMails.Message(asked, "pupitre@exemple.fr");
        var answer = MailboxWorld.Message(asked.To, "RE: " + asked.Subject, "", world.Address);
        answer.InReplyTo = sent.MessageId;
        answer.Body = new Multipart("mixed")
        {
            new TextPart("plain") { Text = "Envoyé le 25/11\n" },
            new MimePart("text", "plain") { FileName = "releve.txt",
                Content = new MimeContent(new MemoryStream("Relevé de novembre"u8.ToArray())) },
        };

        (await GiveAsync(world, answer)).ShouldBe(ReplyState.Taken);

        var question = await QuestionAsync(world);
        (question.Answer, question.SentOn).ShouldBe((WaitAnswer.Sent, new DateOnly(2026, 11, 25)));
        (await world.FilesAsync()).ShouldContain(file => file.Name == "releve.txt");
    }

    [Fact]
    public async Task The_token_of_another_company_settles_nothing_anywhere()
    {
        var (one, other) = (await HaveAsync(), await HaveAsync());
        var asked = await AskAsync(other);

        (await AnswerAsync(one, asked.To, "oui", ReplyToken.Address(one.Address, asked.ReplyToken!))).ShouldBe(ReplyState.OtherCompany);

        (await QuestionAsync(other)).Answer.ShouldBeNull();
        (await one.FilesAsync()).Last(file => file.Recognised == "mail" || file.ParentId is null).Note!.ShouldContain("autre entreprise");
    }

    [Fact]
    public async Task A_commitment_is_accepted_by_a_mail_where_the_program_has_no_public_address()
    {
        var world = await HaveAsync();
        var (commitment, person) = await world.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<Db>();
            var provider = await db.Set<Provider>().SingleAsync(Token);
            var named = await services.GetRequiredService<SavePerson>().CreateAsync(
                new PersonInput { Name = "Manon Delcourt", Email = "manon@cabinet-martin.fr", SideKey = PersonInput.KeyOf(provider.Ref) },
                    Token);
            return (await db.Set<Commitment>().Select(row => row.Id).FirstAsync(Token), named.Id);
        });
        var mail = await world.InsideAsync(async services =>
        {
            var outbox = ActivatorUtilities.CreateInstance<Outbox>(services,
                services.GetRequiredService<MailSettings>() with { IsPublic = false });
            var ask = ActivatorUtilities.CreateInstance<AskAcceptance>(services,
                ActivatorUtilities.CreateInstance<AcceptanceMail>(services, outbox));
            await ask.RunAsync(commitment, new AskAcceptanceInput { PersonId = person }, "https://interne.example", Token);
            return await services.GetRequiredService<Db>().Set<OutgoingMail>().AsNoTracking()
                .SingleAsync(row => row.To == "manon@cabinet-martin.fr" && row.CompanyId == world.Company.Id, Token);
        });
        mail.Body.ShouldNotContain("https://");
        mail.Body.ShouldContain("« oui » pour accepter".Replace("« ", "«\u00a0", StringComparison.Ordinal)
            .Replace(" »", "\u00a0»", StringComparison.Ordinal));

        (await AnswerAsync(world, mail.To, "non", mail.ReplyTo!)).ShouldBe(ReplyState.Unclear, "A refusal needs its reason.");
        (await AnswerAsync(world, mail.To, "Oui", mail.ReplyTo!)).ShouldBe(ReplyState.Taken);

        var version = await world.InsideAsync(services => services.GetRequiredService<Db>().Set<Commitment>().Include(row => row.Versions)
            .Where(row => row.Id == commitment).Select(row => row.Versions[0]).SingleAsync(Token));
        (version.IsInternalTarget, version.AgreedBy, version.AcceptedWay).ShouldBe((false, "Manon Delcourt", AcceptedWay.Mail));
        (await AnswerAsync(world, mail.To, "oui", mail.ReplyTo!)).ShouldBe(ReplyState.Late);
    }

    private async Task<MailboxWorld> HaveAsync()
    {
        DovecotServer.Need();
        pupitre.Clock.Now = TestClock.Start;
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Martin", ReadyCommitments.SupplierInvoiceRecorded);
            var commitment = await builder.CommitmentAsync(ReadyCommitments.SupplierInvoiceRecorded);
            var rule = commitment.Versions[0].Rule.Clock!;
            await builder.ImportAsync(commitment.Id, new SourceRules(SourceClass.Provider, []),
            [
                ServiceBuilder.Event("F1", WordOf(rule.Start), Instant.FromUtc(2026, 11, 26, 13, 0), 2),
                ServiceBuilder.Event("F1", WordOf(rule.Pause!.From), Instant.FromUtc(2026, 11, 27, 8, 0), 3),
                ServiceBuilder.Event("F2", WordOf(rule.Start), Instant.FromUtc(2026, 11, 30, 9, 0), 4),
                ServiceBuilder.Event("F2", WordOf(rule.Stop), Instant.FromUtc(2026, 11, 30, 9, 30), 5),
            ]);
            return true;
        });
        return await new MailboxWorld(pupitre, server, company).EnterAsync();
    }

    private static string WordOf(EventPattern pattern) => pattern.Alternatives[0].Parts[0].Values[0];

    private async Task<OutgoingMail> AskAsync(MailboxWorld world)
    {
        pupitre.Clock.Now = Instant.FromUtc(2026, 11, 30, 10, 0);
        return await world.InsideAsync(async services =>
        {
            await services.GetRequiredService<AskWaits>().RunAsync(Token);
            return await services.GetRequiredService<Db>().Set<OutgoingMail>().AsNoTracking()
                .SingleAsync(mail => mail.CompanyId == world.Company.Id, Token);
        });
    }

    private Task<ReplyState?> AnswerAsync(MailboxWorld world, string from, string text, string to, string? auto = null)
    {
        var answer = MailboxWorld.Message(from, "RE: question", text, to);
        if (auto is not null)
        {
            answer.Headers.Add("Auto-Submitted", auto);
            answer.Cc.Add(MailboxAddress.Parse(MailboxWorld.Provider));
        }

        return GiveAsync(world, answer);
    }

    private async Task<ReplyState?> GiveAsync(MailboxWorld world, MimeMessage answer)
    {
        await server.DeliverAsync(world.User, [answer]);
        (await world.LookAsync(Token)).ShouldBe(1);
        return (await world.MessagesAsync())[^1].Reply;
    }

    private static Task<WaitQuestion> QuestionAsync(MailboxWorld world) => world.InsideAsync(services =>
        services.GetRequiredService<Db>().Set<WaitQuestion>().AsNoTracking().SingleAsync(Token));
}
