using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Evidence.Files;
using Pupitre.Gathering.Privacy;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Start.FirstRun;
using Pupitre.TwoSides.Statements;

namespace Pupitre.Product.Tests.Service;

/// <summary>Months are laid before both sides, closed once, and corrected without being changed.</summary>
public sealed class MonthStatementTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int QuestionsAMonth = 24;
    private const int LateOnes = 6;
    private const int DaysToAnswer = 30;
    private const int September = (2026 * 12) + 8;

    private static readonly Instant _october20 = Instant.FromUtc(2026, 10, 20, 8, 0);

    [Fact]
    public async Task A_month_is_a_draft_then_lies_before_both_sides_and_closes_by_itself_with_the_figures_of_its_draft()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        pupitre.Clock.Now = Instant.FromUtc(2026, 10, 2, 8, 0);
        await StartAsync(browser, world);

        await browser.OpenAsync(world.Page);
        browser.Text.ShouldContain("Provisoire");

        await Task.WhenAll(KeepAsync(world, _october20), KeepAsync(world, _october20));
        await KeepAsync(world, _october20);
        var row = (await RowsAsync(world)).ShouldHaveSingleItem();
        row.IsClosed.ShouldBeFalse();
        (await MailsAsync(world)).Count(mail => mail.Subject.StartsWith("Compte rendu à relire", StringComparison.Ordinal)).ShouldBe(2);

        pupitre.Clock.Now = _october20 + Duration.FromDays(9);
        await browser.OpenAsync(world.Page);
        var draft = Sentences(browser);
        draft[0].ShouldContain("sur 24");
        await Task.WhenAll(
            KeepAsync(world, _october20 + Duration.FromDays(9)), KeepAsync(world, _october20 + Duration.FromDays(9)));
        row = (await RowsAsync(world)).Single(item => item.Month == September);
        row.IsClosed.ShouldBeTrue();
        (await MailsAsync(world)).Count(mail => mail.Body.Contains(row.Hash!, StringComparison.Ordinal)).ShouldBe(2);
        await browser.OpenAsync(world.Page);
        browser.Text.ShouldContain("au terme du délai");
        browser.Text.ShouldContain(row.Hash!);
        Sentences(browser).ShouldBe(draft);
        pupitre.Clock.Now = TestClock.Start;
    }

    [Fact]
    public async Task A_month_that_both_agree_to_is_closed_at_once_and_its_file_verifies_offline()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await StartAsync(browser, world);
        await KeepAsync(world, _october20);

        await browser.OpenAsync(world.Page);
        await browser.SendAsync("form[action$='/comments']", ("text", "Nous avons eu un mois chargé."));
        await browser.SendAsync("form[action$='/agreement']");
        browser.Text.ShouldContain("il manque celui du prestataire");
        using var provider = pupitre.Browser();
        await provider.OpenAsync("/month-statement?token=" + await SecretAsync(world));
        provider.Text.ShouldContain("Nous avons eu un mois chargé.");
        await provider.SendAsync(
            "form:has([name='Input.Name'])", ("Input.Name", "Bruno Orvault"),
                ("Input.Comment", "Six réponses ont attendu vos pièces, dit Bruno Orvault."),
                ("Input.How", "agreed"));
        provider.Text.ShouldContain("Merci");

        await browser.OpenAsync(world.Page);
        browser.Text.ShouldContain("d’accord entre les deux parties");
        browser.Text.ShouldContain("Six réponses ont attendu vos pièces, dit Bruno Orvault.");
        var row = (await RowsAsync(world)).Single(item => item.Month == September);
        var bytes = await BytesAsync(browser, $"/{world.Company.Slug}/statements/{row.Id}/statement.json");
        var verdict = VerifyStatement.Run(bytes, row.Hash);
        verdict.Differences.ShouldBeEmpty();
        Encoding.UTF8.GetString(StatementFile.Read(bytes).Hashed.Span).ShouldNotContain("Orvault");
        (row.Base, row.Kept)
            .ShouldSatisfyAllConditions(
                sum => sum.Base.ShouldBeGreaterThanOrEqualTo(QuestionsAMonth), sum =>
                    sum.Kept.ShouldBeGreaterThanOrEqualTo(QuestionsAMonth - LateOnes));
        (await BytesAsync(browser, $"/{world.Company.Slug}/statements/{row.Id}/statement.pdf"))[..4].ShouldBe("%PDF"u8.ToArray());

        // Whoever has the link of the mail that says so downloads the same, without an account.
        var secret = await SecretAsync(world, ClosedByLink.Purpose);
        await provider.OpenAsync("/month-statement/closed?token=" + secret);
        provider.Text.ShouldContain(row.Hash!);
        (await BytesAsync(provider, "/month-statement/closed/statement.json?token=" + secret)).ShouldBe(bytes);
        (await provider.OpenAsync("/month-statement/closed/statement.json?token=x")).Status.ShouldBe(HttpStatusCode.NotFound);
        var csv = Encoding.UTF8.GetString(await BytesAsync(browser, $"/{world.Company.Slug}/statements/export.csv?state=closed"));
        csv.ShouldContain(row.Hash!);

        await pupitre.InsideAsync(world.Company, async services =>
        {
            var personal = services.GetServices<IPersonalData>().OfType<PersonalStatements>().Single();
            await personal.EraseAsync(new Whom(Guid.CreateVersion7(), "Bruno Orvault", null, null), CancellationToken.None);
            return true;
        });
        verdict = VerifyStatement.Run(await BytesAsync(browser, $"/{world.Company.Slug}/statements/{row.Id}/statement.json"), row.Hash);
        (verdict.IsValid, verdict.Erased.ShouldHaveSingleItem()).ShouldBe((true, "/statement/comments/1/text"));
        await browser.OpenAsync(world.Page);
        browser.Text.ShouldNotContain("Bruno");
        pupitre.Clock.Now = TestClock.Start;
    }

    [Fact]
    public async Task What_was_open_at_the_closing_comes_back_in_the_next_month_and_stands_in_one_base()
    {
        var world = await HaveAsync(openOnes: 2);
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await StartAsync(browser, world);
        await KeepAsync(world, _october20);
        await KeepAsync(world, _october20 + Duration.FromDays(9));
        var first = (await RowsAsync(world)).Single(item => item is { Month: September, Number: 0 });

        await KeepAsync(world, TestClock.Start);
        await KeepAsync(world, TestClock.Start + Duration.FromDays(9));
        var second = (await RowsAsync(world)).Single(item => item is { Month: September + 1, Number: 0 });

        second.Previous.ShouldBe(first.Hash);
        var before = await BytesAsync(browser, $"/{world.Company.Slug}/statements/{first.Id}/statement.json");
        TotalsOf(before).ShouldBe((0, 2));
        var after = await BytesAsync(browser, $"/{world.Company.Slug}/statements/{second.Id}/statement.json");
        VerifyStatement.Run(after, second.Hash, before).Differences.ShouldBeEmpty();
        TotalsOf(after).ShouldBe((2, 0));
        pupitre.Clock.Now = TestClock.Start;
    }

    [Fact]
    public async Task Months_close_in_their_order_whatever_both_agree_to_first()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await StartAsync(browser, world);
        await KeepAsync(world, TestClock.Start);
        var later = await pupitre.InsideAsync(world.Company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var row = await db.Set<MonthStatement>().SingleAsync(item => item.Month == September + 1);
            row.AgreeForProvider(TestClock.Start, "Bruno Orvault");
            await db.SaveChangesAsync();
            return await services.GetRequiredService<AnswerMonth>().AgreeAsync(row.Id, CancellationToken.None);
        });

        (later.IsAgreed, later.IsClosed).ShouldBe((true, false));
        await KeepAsync(world, TestClock.Start + Duration.FromDays(9));
        var rows = await RowsAsync(world);
        var first = rows.Single(item => item is { Month: September, Number: 0 });
        rows.Single(item => item.Month == September + 1).Previous.ShouldBe(first.Hash);
        pupitre.Clock.Now = TestClock.Start;
    }

    [Fact]
    public async Task Late_evidence_makes_one_correction_and_leaves_the_closed_month_as_it_was()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await StartAsync(browser, world);
        await KeepAsync(world, _october20);
        await KeepAsync(world, _october20 + Duration.FromDays(9));
        var closed = (await RowsAsync(world)).Single(item => item.Month == September);
        var bytes = await BytesAsync(browser, $"/{world.Company.Slug}/statements/{closed.Id}/statement.json");

        await pupitre.InsideAsync(world.Company, services => new ServiceBuilder(services).ProveAsync(
            world.Statement, "2026-09", ProofMoment.Of(Instant.FromUtc(2026, 10, 2, 9, 0)), SourceClass.Receipt));
        await browser.OpenAsync(world.Page);
        browser.Text.ShouldContain("Arrêté autrement");
        await KeepAsync(world, _october20 + Duration.FromDays(10));
        await KeepAsync(world, _october20 + Duration.FromDays(11));
        var correction = (await RowsAsync(world)).Single(item => item.Number == 1);
        await KeepAsync(world, _october20 + Duration.FromDays(20));

        correction = (await RowsAsync(world)).Single(item => item.Number == 1);
        (correction.IsClosed, correction.Previous).ShouldBe((true, closed.Hash));
        await browser.OpenAsync(world.Page + "/1");
        browser.Text.ShouldContain("Ce que le rectificatif change");
        browser.Page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var corrected = await BytesAsync(browser, $"/{world.Company.Slug}/statements/{correction.Id}/statement.json");
        VerifyStatement.Run(corrected, correction.Hash, bytes).Differences.ShouldBeEmpty();
        (await BytesAsync(browser, $"/{world.Company.Slug}/statements/{closed.Id}/statement.json")).ShouldBe(bytes);
        await KeepAsync(world, _october20 + Duration.FromDays(40));
        (await RowsAsync(world)).Count(item => item.Month == September).ShouldBe(2);
        pupitre.Clock.Now = TestClock.Start;
    }

    [Fact]
    public async Task A_rule_does_not_change_before_the_first_day_that_is_not_closed()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await StartAsync(browser, world);
        await KeepAsync(world, _october20);
        await KeepAsync(world, _october20 + Duration.FromDays(9));

        var refused = await pupitre.InsideAsync(world.Company, async services =>
        {
            var change = services.GetRequiredService<ChangeCommitment>();
            var input = await change.PrepareAsync(world.Questions, CancellationToken.None);
            (input.EffectiveFrom, input.ObservedUntil, input.Reason, input.TargetPercent) = (
                new DateOnly(2026, 9, 10), null, "Parce que", 12);
            return await Should.ThrowAsync<Refused>(() => change.RunAsync(input, CancellationToken.None));
        });

        (refused.Field, refused.Message.Contains("2026", StringComparison.Ordinal)).ShouldBe((nameof(CommitmentInput.EffectiveFrom), true));
        pupitre.Clock.Now = TestClock.Start;
    }

    [Fact]
    public async Task A_closed_month_takes_neither_a_word_nor_an_agreement()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await StartAsync(browser, world);
        await KeepAsync(world, _october20);
        await browser.OpenAsync(world.Page);
        var form = browser.Page.QuerySelector("form[action$='/comments']")!.GetAttribute("action")!;
        var secret = await SecretAsync(world);
        await KeepAsync(world, _october20 + Duration.FromDays(9));

        await browser.SendAsync("form[action$='/comments']", ("text", "Trop tard"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, form);
        using var provider = pupitre.Browser();
        await provider.OpenAsync("/month-statement?token=" + secret);
        provider.Text.ShouldContain("Ce mois est arrêté");
        pupitre.Clock.Now = TestClock.Start;
    }

    private static (int Earlier, int Open) TotalsOf(byte[] bytes)
    {
        var totals = VerifyStatement.Open(StatementFile.Read(bytes)).Results.Commitments
            .Select(commitment => commitment.Totals).OfType<StatementTotals>().ToList();
        return (totals.Sum(item => item.Earlier), totals.Sum(item => item.Open));
    }

    // What the provider owes, then what we owe.
    private static List<string> Sentences(TestBrowser browser) =>
        [.. browser.Page.QuerySelectorAll("main table").Take(2).Select(table => table.QuerySelector("tbody")!.TextContent.Trim())];

    private static async Task StartAsync(TestBrowser browser, World world)
    {
        await browser.OpenAsync($"/{world.Company.Slug}/statements/new");
        await browser.SendAsync(
            "main form[method='post']", ("Input.ContractId", world.Contract.ToString()), ("Input.FirstMonth", "2026-09"));
        browser.Text.ShouldContain("septembre 2026");
    }

    private async Task KeepAsync(World world, Instant now)
    {
        pupitre.Clock.Now = now;
        await pupitre.InsideAsync(world.Company, async services =>
        {
            await services.GetRequiredService<KeepStatements>().RunAsync(CancellationToken.None);
            return true;
        });
    }

    private Task<List<MonthStatement>> RowsAsync(World world) => pupitre.InsideAsync(
        world.Company, services =>
            services.GetRequiredService<Db>().Set<MonthStatement>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    private Task<List<OutgoingMail>> MailsAsync(World world) => pupitre.InsideAsync(
        world.Company, services =>
            services.GetRequiredService<Db>().Set<OutgoingMail>().AsNoTracking().Where(mail => mail.CompanyId == world.Company.Id)
                .ToListAsync());

    private Task<string> SecretAsync(World world, string purpose = StatementMail.Purpose) => pupitre.InsideAsync(
        world.Company, async services =>
        {
            var (db, isClosed) = (services.GetRequiredService<Db>(), purpose == ClosedByLink.Purpose);
            var row = await db.Set<MonthStatement>().FirstAsync(item => item.Hash != null == isClosed && item.ClosedAt != null == isClosed);
            var secret = services.GetRequiredService<UseLink>()
                .Issue(new LinkRequest(purpose, row.Ref, IsOnce: false, ForCompany: world.Company.Id));
            await db.SaveChangesAsync();
            return secret;
        });

    private static async Task<byte[]> BytesAsync(TestBrowser browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        using var answer = await browser.RawAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<World> HaveAsync(int openOnes = 0)
    {
        var company = await pupitre.HaveCompanyAsync();

        // Entered a year ago: what fell due before it was entered stands in no base.
        pupitre.Clock.Now = TestClock.Start - Duration.FromDays(365);
        var world = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Orvault", 6, 7, ServiceBuilder.QuestionsTemplate);
            var commitment = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            if (openOnes > 0)
            {
                var change = services.GetRequiredService<ChangeCommitment>();
                var input = await change.PrepareAsync(commitment.Id, CancellationToken.None);
                (input.EffectiveFrom, input.ObservedUntil, input.TargetCount) = (new DateOnly(2026, 9, 1), null, DaysToAnswer);
                await change.RunAsync(input, CancellationToken.None);
            }

            var clock = commitment.Versions[0].Rule.Clock!;
            var (asked, answered) = (clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]);
            await builder.ImportAsync(
                commitment.Id, new SourceRules(SourceClass.Provider, []),
                    [.. Questions(9, asked, answered, openOnes), .. Questions(10, asked, answered, 0)]);
            var db = services.GetRequiredService<Db>();
            var statement = await builder.CommitmentAsync(7);
            return new World(company, await db.Set<Contract>().Select(row => row.Id).SingleAsync(), commitment.Id, statement.Id);
        });
        pupitre.Clock.Now = TestClock.Start;
        return world;
    }

    // Asked on a Tuesday at 9:00; answered an hour later, the week after, or a month later.
    private static IEnumerable<IncomingEvent> Questions(int month, string asking, string answering, int openOnes)
    {
        var asked = new LocalDate(2026, month, 20).Next(IsoDayOfWeek.Tuesday).At(new LocalTime(9, 0)).InUtc().ToInstant();
        for (var i = 0; i < QuestionsAMonth; i++)
        {
            var took = i < openOnes ? Duration.FromDays(40) : i < LateOnes ? Duration.FromDays(7) : Duration.FromHours(1);
            yield return ServiceBuilder.Event($"Q{month}-{i}", asking, asked, (2 * i) + 2);
            yield return ServiceBuilder.Event($"Q{month}-{i}", answering, asked + took, (2 * i) + 3);
        }
    }

    private sealed record World(TestCompany Company, Guid Contract, Guid Questions, Guid Statement)
    {
        public string Page => $"/{Company.Slug}/statements/{Contract}/2026-09";
    }
}
