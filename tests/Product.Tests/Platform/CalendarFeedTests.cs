using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Product.Tests.Sourcing;
using Pupitre.Sourcing.Providers;
using static Pupitre.Product.Tests.Sourcing.TermsWorld;

namespace Pupitre.Product.Tests.Platform;

/// <summary>A person's calendar reads at a secret address what they may read, and another program's reader understands it.</summary>
public sealed class CalendarFeedTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Make = "main form[method=post]:has(button.btn-primary), main form[method=post]";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_reader_finds_the_days_of_contracts_and_the_due_dates_of_sixty_days()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HavePayrollHandedOverAsync(company);
        await pupitre.HaveContractAsync(company, Near);
        using var browser = await pupitre.Browser().SignInAsync(company);
        var address = await MakeAsync(browser, company);

        var (answer, text) = await ReadAsync(address);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        var events = Events(text);
        var days = events.ToDictionary(day => day.Summary!.Replace('\u00a0', ' '), day => DateOnly.FromDateTime(day.Start!.Value));
        days["Paie (Cabinet Martin) : dernier jour sûr pour poster la lettre"].ShouldBe(new(2026, 12, 16));
        days["Paie (Cabinet Martin) : dernier jour pour donner le préavis"].ShouldBe(new(2026, 12, 21));
        days["Paie (Cabinet Martin) : fin du terme"].ShouldBe(new(2026, 12, 31));
        days.Where(day => day.Key.Contains("échéance", StringComparison.Ordinal)).ShouldNotBeEmpty();
        days.Values.Max(day => day).ShouldBe(new(2027, 8, 27));
        events.ShouldAllBe(day => day.Alarms.Count == 0 && day.Start!.HasTime == false);
        events.Select(day => day.Uid).Distinct().Count().ShouldBe(events.Count);
        events.First(day => day.Summary!.StartsWith("Paie", StringComparison.Ordinal))
            .Url!.AbsolutePath.ShouldStartWith($"/{company.Slug}/contracts/");
        (await ReadAsync(address)).Text.ShouldBe(text);
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again_and_what_did_has_a_higher_sequence_under_the_same_key()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        using var browser = await pupitre.Browser().SignInAsync(company);
        var address = await MakeAsync(browser, company);
        var (first, before) = await ReadAsync(address);

        (await ReadAsync(address, first.Headers.ETag!.Tag)).Answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await ReadAsync(address, method: HttpMethod.Head)).Answer.Headers.ETag.ShouldBe(first.Headers.ETag);
        await pupitre.HaveDecisionAsync(company, id);
        var (second, after) = await ReadAsync(address, first.Headers.ETag.Tag);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        var (old, changed) = (Events(before), Events(after));
        changed.Select(day => day.Uid).Order().ShouldBe(old.Select(day => day.Uid).Order());
        changed[0].Sequence.ShouldBeGreaterThan(old[0].Sequence);
        changed[0].Description!.ShouldContain("Partir");
        changed[0].Description!.ShouldNotContain("Camille");
    }

    [Fact]
    public async Task The_address_is_shown_once_kept_as_a_hash_and_stands_in_no_export()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var address = await MakeAsync(browser, company);
        var secret = Path.GetFileNameWithoutExtension(address);

        (await browser.OpenAsync($"/{company.Slug}/calendar-feed")).Page.Body!.InnerHtml.ShouldNotContain(secret);
        var key = await KeyAsync(company);
        key.Hash.ShouldNotContain(secret);
        secret.ShouldStartWith(key.Prefix);
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Adresse secrète créée pour lire : l’agenda");
        var folder = Directory.CreateTempSubdirectory("pupitre-keys");
        try
        {
            await pupitre.InsideAsync(company, services =>
                services.GetRequiredService<Pupitre.Gathering.Exports.ExportCompany>().RunAsync(folder.FullName, Token));
            var exported = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "tables", "access_keys.jsonl"), Token);
            exported.ShouldContain("\"purpose\":\"Calendar\"");
            exported.ShouldNotContain(key.Hash);
            exported.ShouldNotContain(key.Prefix);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_renewed_a_revoked_a_cut_and_an_unknown_address_are_not_found_alike()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var first = await MakeAsync(browser, company);
        var second = await MakeAsync(browser, company);

        (await ReadAsync(first)).Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync(second)).Answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(second.Replace(".ics", "0.ics", StringComparison.Ordinal))).Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync(second[..^6] + (second[^5] == '0' ? '1' : '0') + ".ics")).Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync("/calendar/" + new string('a', 64) + ".ics")).Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await browser.OpenAsync($"/{company.Slug}/calendar-feed");
        await browser.SendAsync("form[action$='/revocation']");
        browser.Text.ShouldContain("L’adresse est retirée");
        (await ReadAsync(second)).Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_opens_what_the_person_may_read_now_and_nothing_once_they_have_left()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HavePayrollHandedOverAsync(company);
        await pupitre.HaveContractAsync(company, Near, "Cabinet Caché");
        var reader = await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var other = await pupitre.HaveCompanyAsync();
            var account = await db.Users.Where(row => row.Email == other.Email).Select(row => row.Id).SingleAsync();
            db.Memberships.Add(
                Membership.Create(account, await db.Companies.SingleAsync(row => row.Id == company.Id), Role.Reader, pupitre.Clock.Now));
            await db.SaveChangesAsync();
            return (Company: company with { Email = other.Email }, Account: account);
        });
        using var browser = await pupitre.Browser().SignInAsync(reader.Company);
        var address = await MakeAsync(browser, company);
        (await ReadAsync(address)).Text.ShouldContain("Cabinet Caché");

        await pupitre.InsideAsync(company, async services =>
        {
            var scope = await services.GetRequiredService<Db>().Set<Provider>().Where(row => row.Name == "Cabinet Martin")
                .Select(row => row.Id).SingleAsync();
            await services.GetRequiredService<ChangeMemberRole>()
                .RunAsync(reader.Account, Role.Reader, new SubjectRef(Provider.Kind, scope), Token);
            return true;
        });
        var limited = (await ReadAsync(address)).Text;
        limited.ShouldContain("Mission sociale");
        limited.ShouldNotContain("Cabinet Caché");
        limited.ShouldNotContain("échéance");
        limited.ShouldNotContain("décidé");

        await pupitre.InsideAsync(company, async services =>
        {
            await services.GetRequiredService<RemoveMember>().RunAsync(reader.Account, Token);
            return true;
        });
        (await ReadAsync(address)).Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_day_of_the_last_reading_is_noted_once_a_day()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var address = await MakeAsync(browser, company);
        (await KeyAsync(company)).LastUsedOn.ShouldBeNull();

        await ReadAsync(address);
        (await KeyAsync(company)).LastUsedOn.ShouldBe(new(2026, 11, 26));
        pupitre.Clock.Advance(Duration.FromDays(1));
        try
        {
            await ReadAsync(address);
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }

        await ReadAsync(address);
        (await KeyAsync(company)).LastUsedOn.ShouldBe(new(2026, 11, 27));
        (await browser.OpenAsync($"/{company.Slug}/calendar-feed")).Text.ShouldContain("vendredi 27 novembre 2026");
    }

    private static List<Ical.Net.CalendarComponents.CalendarEvent> Events(string text) =>
        [.. Ical.Net.Calendar.Load(text)!.Events.OrderBy(day => day.Uid, StringComparer.Ordinal)];

    private static async Task<string> MakeAsync(TestBrowser browser, TestCompany company)
    {
        await browser.OpenAsync($"/{company.Slug}/calendar-feed");
        await browser.SendAsync(Make);
        return new Uri(browser.Page.QuerySelector("#address pre")!.TextContent.Trim()).AbsolutePath;
    }

    private async Task<(HttpResponseMessage Answer, string Text)> ReadAsync(string address, string? tag = null, HttpMethod? method = null)
    {
        using var http = new HttpClient { BaseAddress = pupitre.Address };
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        var answer = await http.SendAsync(request, Token);

        // Long lines are folded: what is looked for may stand over two of them.
        return (answer, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Token))
            .Replace("\r\n ", "", StringComparison.Ordinal));
    }

    private Task<AccessKey> KeyAsync(TestCompany company) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<Db>().Set<AccessKey>().AsNoTracking().OrderByDescending(row => row.MadeAt)
            .FirstAsync(row => row.CompanyId == company.Id));
}
