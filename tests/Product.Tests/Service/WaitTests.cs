using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Notices.Escalations;
using Pupitre.Notices.Waits;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>
/// What one side says that it waits for, the other is asked about once; what it confirms is proof, by word or by an agreed silence.
/// </summary>
public sealed class WaitTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly Instant _monday = Instant.FromUtc(2026, 11, 30, 10, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_company_is_asked_once_and_what_it_confirms_by_the_link_is_proof()
    {
        var world = await HaveAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(world, _monday)));
        await AskAsync(world, _monday + Duration.FromDays(1));
        var mail = (await MailsAsync(world)).ShouldHaveSingleItem();
        mail.To.ShouldBe(world.Company.Email);
        mail.Body.ShouldContain("Cabinet Martin attend de vous");
        using var clerk = pupitre.Browser();
        await clerk.OpenAsync("/wait?token=" + await SecretAsync(world, mail));
        (await ConfirmedAsync(world)).ShouldBeFalse();

        await clerk.SendAsync("form[action='/wait/answer']", ("how", nameof(WaitAnswer.Exact)));

        (await ConfirmedAsync(world)).ShouldBeTrue();
        (await QuestionAsync(world)).Answer.ShouldBe(WaitAnswer.Exact);
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        (await owner.OpenAsync($"/{world.Company.Slug}/waits")).Text.ShouldContain("exact, selon ");
        await clerk.OpenAsync("/wait?token=inconnu");
        clerk.Text.ShouldContain("Ce lien ne fonctionne plus");
    }

    [Fact]
    public async Task Silence_confirms_where_the_contract_says_so_and_an_answer_takes_it_back()
    {
        var world = await HaveAsync();
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/contracts/{world.Contract}");
        await owner.SendAsync("form[action$='/silence']");
        await AskAsync(world, _monday);
        await AskAsync(world, _monday + Duration.FromDays(7));
        (await ConfirmedAsync(world)).ShouldBeFalse("No server has taken the mail.");
        await TakenAsync(world, _monday);

        await AskAsync(world, Instant.FromUtc(2026, 12, 2, 22, 59));
        (await ConfirmedAsync(world)).ShouldBeFalse();
        await AskAsync(world, Instant.FromUtc(2026, 12, 2, 23, 0));

        (await ConfirmedAsync(world)).ShouldBeTrue();
        pupitre.Clock.Now = Instant.FromUtc(2026, 12, 3, 9, 0);
        try
        {
            await owner.SignInAsync(world.Company);
            (await owner.OpenAsync($"/{world.Company.Slug}/waits")).Text.ShouldContain("confirmé par silence le 03/12/2026");
            await owner.SendAsync("form[action$='/answer']", ("how", nameof(WaitAnswer.Wrong)));
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }

        (await ConfirmedAsync(world)).ShouldBeFalse();
        owner.Text.ShouldContain("non, selon ");
    }

    [Fact]
    public async Task Without_an_agreement_silence_confirms_nothing_and_a_day_that_cannot_be_is_refused()
    {
        var world = await HaveAsync();
        await AskAsync(world, _monday);
        await TakenAsync(world, _monday);
        await AskAsync(world, _monday + Duration.FromDays(7));
        (await ConfirmedAsync(world)).ShouldBeFalse();
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/waits");

        await owner.SendAsync("form[action$='/answer']", ("how", nameof(WaitAnswer.Sent)), ("on", "2030-01-01"));
        (await QuestionAsync(world)).Answer.ShouldBeNull();
        await owner.OpenAsync($"/{world.Company.Slug}/waits");
        await owner.SendAsync("form[action$='/answer']", ("how", nameof(WaitAnswer.Sent)), ("on", "2026-11-25"));

        var question = await QuestionAsync(world);
        (question.Answer, question.SentOn).ShouldBe((WaitAnswer.Sent, new DateOnly(2026, 11, 25)));
        (await ConfirmedAsync(world)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_sent_ends_the_wait_that_day_by_our_word_alone()
    {
        var world = await HaveAsync();
        await AskAsync(world, _monday);
        (await PausedAsync(world)).ShouldBe((true, 1));
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/waits");

        pupitre.Clock.Now = _monday;
        await owner.SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/waits");
        await owner.SendAsync("form[action$='/answer']", ("how", nameof(WaitAnswer.Sent)), ("on", "2026-11-28"));
        pupitre.Clock.Now = TestClock.Start;

        // In every word the wait ended on Saturday; what is proven knows of no wait at all.
        (await PausedAsync(world)).ShouldBe((false, 1));
        var story = await StoryAsync(world);
        story.ShouldContain("l’attente prend fin le 28/11/2026, selon ");
        (await ConfirmedAsync(world)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_denied_pauses_nothing_until_whoever_denied_it_says_otherwise()
    {
        var world = await HaveAsync();
        await AskAsync(world, _monday);
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/waits");

        await owner.SendAsync("form[action$='/answer']", ("how", nameof(WaitAnswer.Wrong)));
        (await PausedAsync(world)).ShouldBe((false, 0));

        await owner.OpenAsync($"/{world.Company.Slug}/waits");
        await owner.SendAsync("form[action$='/answer']", ("how", nameof(WaitAnswer.Exact)));
        (await PausedAsync(world)).ShouldBe((true, 1));
        (await ConfirmedAsync(world)).ShouldBeTrue();
    }

    [Fact]
    public async Task Evidence_to_the_contrary_reopens_what_silence_confirmed_and_silence_does_not_confirm_it_again()
    {
        var world = await HaveAsync();
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/contracts/{world.Contract}");
        await owner.SendAsync("form[action$='/silence']");
        await AskAsync(world, _monday);
        await TakenAsync(world, _monday);
        var confirmed = Instant.FromUtc(2026, 12, 2, 23, 0);
        await AskAsync(world, confirmed);
        (await QuestionAsync(world)).Answer.ShouldBe(WaitAnswer.Silence);

        // Our own trace, brought on Friday, shows that it was there on Tuesday.
        pupitre.Clock.Now = Instant.FromUtc(2026, 12, 4, 9, 0);
        await ImportMoreAsync(world, "F1", Instant.FromUtc(2026, 12, 1, 8, 0));
        await AskAsync(world, Instant.FromUtc(2026, 12, 4, 9, 0));

        var question = await QuestionAsync(world);
        (question.Answer, question.ReopenedAt is null, question.MailId is null).ShouldBe((null, false, false));
        (await ConfirmedAsync(world)).ShouldBeFalse();
        (await MailsAsync(world)).Count.ShouldBe(2);
        const string reopened = "une preuve reçue depuis dit autre chose";
        (await MailsAsync(world)).ShouldContain(mail => mail.Body.Contains(reopened, StringComparison.Ordinal));
        pupitre.Clock.Now = Instant.FromUtc(2026, 12, 4, 9, 30);
        await owner.SignInAsync(world.Company);
        (await owner.OpenAsync($"/{world.Company.Slug}/today")).Text.ShouldContain("attente");
        pupitre.Clock.Now = TestClock.Start;
        await TakenAsync(world, Instant.FromUtc(2026, 12, 4, 9, 0));
        await AskAsync(world, Instant.FromUtc(2026, 12, 14, 9, 0));
        (await QuestionAsync(world)).Answer.ShouldBeNull();
    }

    [Fact]
    public async Task What_we_say_that_we_wait_for_the_providers_contact_is_asked_about()
    {
        var world = await HaveAsync(SourceClass.Company);
        await WaitsOnProviderAsync(world, accepted: false);
        await AskAsync(world, _monday);
        (await MailsAsync(world)).ShouldBeEmpty("Of a target that it never accepted a provider is not asked.");
        await WaitsOnProviderAsync(world, accepted: true);

        await AskAsync(world, _monday);

        var mail = (await MailsAsync(world)).ShouldHaveSingleItem();
        (mail.To, mail.ReplyTo).ShouldBe(("contact@cabinet-martin.fr", world.Company.Email));
        mail.Body.ShouldContain("attend de vous");
        using var clerk = pupitre.Browser();
        await clerk.OpenAsync("/wait?token=" + await SecretAsync(world, mail));
        await clerk.SendAsync("form[action='/wait/answer']", ("how", nameof(WaitAnswer.Exact)));
        (await ConfirmedAsync(world)).ShouldBeTrue();
    }

    private async Task<World> HaveAsync(SourceClass word = SourceClass.Provider)
    {
        var company = await pupitre.HaveCompanyAsync();
        return await pupitre.InsideAsync(company, async services =>
        {
            var (db, builder) = (services.GetRequiredService<Db>(), new ServiceBuilder(services));
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Martin", ReadyCommitments.SupplierInvoiceRecorded);
            var commitment = await builder.CommitmentAsync(ReadyCommitments.SupplierInvoiceRecorded);
            var rule = commitment.Versions[0].Rule.Clock!;
            var (start, wait) = (WordOf(rule.Start), WordOf(rule.Pause!.From));

            // The end of a wait is seen by our own server.
            var seen = new SourceRule(EventPattern.Activity(WordOf(rule.Pause.To!)), SourceClass.Observed);
            await builder.ImportAsync(commitment.Id, new SourceRules(word, [seen]),
            [
                ServiceBuilder.Event("F1", start, Instant.FromUtc(2026, 11, 26, 13, 0), 2),
                ServiceBuilder.Event("F1", wait, Instant.FromUtc(2026, 11, 27, 8, 0), 3),
                ServiceBuilder.Event("F2", start, Instant.FromUtc(2026, 11, 30, 9, 0), 4),
                ServiceBuilder.Event("F2", WordOf(rule.Stop), Instant.FromUtc(2026, 11, 30, 9, 30), 5),
            ]);
            return new World(company, commitment.ContractId!.Value);
        });
    }

    /// <summary>The case that waits, as all words tell it: whether it waits now, and how many pauses it had.</summary>
    private Task<(bool Waits, int Pauses)> PausedAsync(World world) => pupitre.InsideAsync(world.Company, async services =>
    {
        var facts = await services.GetRequiredService<ReadCompanyFacts>().RunAsync(Token);
        var cases = await services.GetRequiredService<ReadRunningCases>()
            .RunAsync(facts.Commitments.Single(item => item.IsClock), facts.Stamp.Evidence, Token);
        var one = cases.Single(item => item.Case == "F1");
        return (one.Replay.WaitingOn is not null, one.Replay.Stretches.Count(stretch => stretch.Kind == StretchKind.Paused));
    });

    private async Task<string> StoryAsync(World world)
    {
        var question = await QuestionAsync(world);
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        var number = DelayCorrection.CaseOf(question.Obligation);
        await owner.OpenAsync($"/{world.Company.Slug}/scorecards/{question.CommitmentId}/cases/{number}");
        return owner.Text;
    }

    private Task<bool> ImportMoreAsync(World world, string name, Instant at) => pupitre.InsideAsync(world.Company, async services =>
    {
        var (db, builder) = (services.GetRequiredService<Db>(), new ServiceBuilder(services));
        var commitment = await builder.CommitmentAsync(ReadyCommitments.SupplierInvoiceRecorded);
        var source = await db.Set<Pupitre.Evidence.Sources.EvidenceSource>().FirstAsync(Token);
        var end = WordOf(commitment.Versions[0].Rule.Clock!.Pause!.To!);
        await builder.ImportAsync(source, [ServiceBuilder.Event(name, end, at, 9)], pupitre.Clock.Now);
        return true;
    });

    private Task<bool> WaitsOnProviderAsync(World world, bool accepted) => pupitre.InsideAsync(world.Company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var commitment = await db.Set<Commitment>().Include(row => row.Versions).SingleAsync(Token);
        await db.Database.ExecuteSqlAsync(
            $"update commitment_versions set rule_json = replace(rule_json, '\"waitsOn\":\"company\"', '\"waitsOn\":\"provider\"')", Token);
        if (accepted)
        {
            commitment.Versions[0].Accept("Luc Martin", new DateOnly(2026, 1, 1), AcceptedWay.Paper, "lettre.pdf", new string('0', 64));
            commitment.Versions[0].ObserveUntil(null);
        }

        db.Record("CommitmentAccepted", commitment.Ref, new { commitment.Name, Version = 1, By = "Luc Martin" });
        await db.SaveChangesAsync(Token);
        return true;
    });

    private static string WordOf(EventPattern pattern) => pattern.Alternatives[0].Parts[0].Values[0];

    private async Task AskAsync(World world, Instant now)
    {
        pupitre.Clock.Now = now;
        try
        {
            await pupitre.InsideAsync(world.Company, async services =>
            {
                await services.GetRequiredService<AskWaits>().RunAsync(Token);
                return true;
            });
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }
    }

    private Task<string> SecretAsync(World world, OutgoingMail mail) => pupitre.InsideAsync(world.Company, async services =>
    {
        var secret = services.GetRequiredService<UseLink>().Issue(
            new LinkRequest("wait", new SubjectRef(OutgoingMail.Kind, mail.Id), mail.To, null, IsOnce: false, world.Company.Id));
        await services.GetRequiredService<Db>().SaveChangesAsync(Token);
        return secret;
    });

    private Task<int> TakenAsync(World world, Instant at) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<OutgoingMail>().Where(mail => mail.CompanyId == world.Company.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.SentAt, at), Token));

    private async Task<bool> ConfirmedAsync(World world)
    {
        var asked = await QuestionAsync(world);
        return await pupitre.InsideAsync(world.Company, async services =>
            (await services.GetRequiredService<ReadCompanyFacts>().RunAsync(Token)).Adjustments.IsConfirmed(asked.EventId));
    }

    private Task<WaitQuestion> QuestionAsync(World world) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<WaitQuestion>().AsNoTracking().SingleAsync(Token));

    private Task<List<OutgoingMail>> MailsAsync(World world) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<OutgoingMail>().AsNoTracking().Where(mail => mail.CompanyId == world.Company.Id)
            .ToListAsync(Token));

    private sealed record World(TestCompany Company, Guid Contract);
}
