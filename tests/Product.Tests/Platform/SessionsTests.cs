using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.App;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.Product.Tests.Platform;

/// <summary>Who is signed in, where, and until when; and how often somebody may try.</summary>
public sealed class SessionsTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string NewPassword = "encore un mot de passe";
    private const string PasswordForm = "form:has([name='Input.New'])";

    [Fact]
    public async Task A_new_password_ends_the_sessions_that_the_old_one_opened_and_leaves_its_own()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var phone = await PlainClient.SignedInAsync(pupitre.Address, company);
        using var desk = pupitre.Browser();
        await desk.SignInAsync(company);
        await desk.OpenAsync("/account");

        await desk.SendAsync(PasswordForm, ("Input.Current", RunningPupitre.Password), ("Input.New", NewPassword));

        desk.Path.ShouldBe("/account?done=password");
        desk.Text.ShouldContain("Votre mot de passe est changé.");
        (await phone.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.Redirect);
        (await phone.StatusOfAsync("/account")).ShouldBe(HttpStatusCode.Redirect);
        (await desk.OpenAsync($"/{company.Slug}/history")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Other_sessions_are_closed_on_demand()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var phone = await PlainClient.SignedInAsync(pupitre.Address, company);
        using var desk = pupitre.Browser();
        await desk.SignInAsync(company);
        await desk.OpenAsync("/account");
        desk.Text.ShouldContain("Votre compte est ouvert dans un autre navigateur.");

        await desk.SendAsync("form[action='/account/sessions/closure']");

        desk.Text.ShouldContain("Vos autres sessions sont fermées.");
        desk.Text.ShouldContain("Votre compte n’est ouvert que dans ce navigateur.");
        (await phone.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_ends_a_copied_cookie_and_no_other_device()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var phone = await PlainClient.SignedInAsync(pupitre.Address, company);
        using var desk = await PlainClient.SignedInAsync(pupitre.Address, company);
        using var thief = desk.Copied();
        (await thief.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.OK);
        using (await desk.PostAsync("/account/sign-out", null, await desk.TokenAsync()))
        {
        }

        (await thief.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.Redirect);
        (await thief.StatusOfAsync("/account")).ShouldBe(HttpStatusCode.Redirect);
        (await phone.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_password_chosen_by_link_ends_all_sessions_and_the_link_serves_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var phone = await PlainClient.SignedInAsync(pupitre.Address, company);
        using var browser = pupitre.Browser();
        var link = await AskForLinkAsync(browser, company);

        await browser.OpenAsync(link);
        await browser.SendAsync(PasswordForm, ("Input.New", NewPassword));

        browser.Text.ShouldContain("Votre mot de passe est changé. Connectez-vous avec le nouveau.");
        (await phone.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.Redirect);
        await browser.OpenAsync(link);
        browser.Text.ShouldContain("Ce lien a déjà servi");
        browser.Page.QuerySelector("[name='Input.New']").ShouldBeNull();
    }

    [Fact]
    public async Task One_link_leaves_in_five_minutes_however_often_it_is_asked_for()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = pupitre.Browser();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var other = pupitre.Browser();
            await AskAsync(other, company);
        }));
        (await LinksAsync(company)).Count.ShouldBe(1);
        pupitre.Clock.Advance(Duration.FromMinutes(5));
        await AskAsync(browser, company);

        (await LinksAsync(company)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_link_works_for_a_day_of_the_programs_clock()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = pupitre.Browser();
        var link = await AskForLinkAsync(browser, company);

        pupitre.Clock.Advance(Duration.FromHours(25));
        await browser.OpenAsync(link);

        browser.Text.ShouldContain("Ce lien a expiré");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?account=x&token=y")]
    [InlineData("?account=00000000000000000000000000000000&token=%00%FF")]
    public async Task A_link_that_is_none_says_so_before_anything_is_typed(string question)
    {
        using var browser = pupitre.Browser();

        await browser.OpenAsync("/account/reset" + question);

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("Demandez-en un autre");
    }

    [Fact]
    public async Task Wrong_passwords_sent_at_once_all_count_and_the_account_waits_five_minutes()
    {
        const int AtOnce = 12;
        var company = await pupitre.HaveCompanyAsync();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            using var thief = PlainClient.Stranger(pupitre.Address);
            using var answer = await thief.SignInAsync(company.Email, "pas le bon mot de passe");
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }));

        using var owner = PlainClient.Stranger(pupitre.Address);
        using (var early = await owner.SignInAsync(company.Email, RunningPupitre.Password))
        {
            early.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        pupitre.Clock.Advance(SignInByPassword.Wait + Duration.FromSeconds(1));
        using var later = await owner.SignInAsync(company.Email, RunningPupitre.Password);
        later.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_good_password_starts_the_count_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        for (var round = 0; round < 3; round++)
        {
            using var person = PlainClient.Stranger(pupitre.Address);
            for (var tries = 1; tries < SignInByPassword.MaxTries; tries++)
            {
                using var wrong = await person.SignInAsync(company.Email, "pas le bon mot de passe");
            }

            using var right = await person.SignInAsync(company.Email, RunningPupitre.Password);
            right.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"round {round}");
        }
    }

    [Fact]
    public async Task An_unknown_account_is_refused_in_the_same_words_and_takes_as_long()
    {
        const int Tries = 5;
        var company = await pupitre.HaveCompanyAsync();
        var (known, unknown) = (new List<double>(), new List<double>());
        var pages = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 0; tries < Tries; tries++)
        {
            foreach (var (email, times) in new[] { (company.Email, known), ("personne@exemple.fr", unknown) })
            {
                using var browser = pupitre.Browser();
                await browser.OpenAsync("/account/sign-in");
                var started = Stopwatch.GetTimestamp();
                await browser.SendAsync("form:has([type=password])", ("Input.Email", email), ("Input.Password", "pas le bon mot de passe"));
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                pages.Add(browser.Text);
            }
        }

        pages.Count.ShouldBe(1);
        pages.Single().ShouldContain("La connexion n’a pas abouti");
        pages.Single().ShouldNotContain("enregistré");
        unknown.Min().ShouldBeGreaterThan(known.Min() / 3);
    }

    [Fact]
    public async Task Who_sends_too_many_forms_of_accounts_from_one_address_waits_and_others_do_not()
    {
        const int MostSent = 200;
        using var many = PlainClient.Stranger(pupitre.Address);
        many.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var other = PlainClient.Stranger(pupitre.Address);
        other.Headers.Add("X-Forwarded-For", "203.0.113.8");

        var sent = 0;
        var page = "";
        for (; page.Length == 0 && sent < MostSent; sent++)
        {
            using var answer = await many.PostAsync(sent % 2 == 0 ? "/account/sign-in" : "/account/forgotten", null);
            page = answer.StatusCode == HttpStatusCode.TooManyRequests ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
        }

        page.ShouldContain("essais depuis cette adresse");
        sent.ShouldBeGreaterThan(30);
        using var fresh = await other.PostAsync("/account/sign-in", null);
        fresh.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await many.StatusOfAsync("/account/sign-in")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_hash_of_before_is_made_again_as_strong_as_new_ones()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            var weak = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = RunningPupitre.PasswordIterations / 2 }));
            var hash = weak.HashPassword(new Account(), RunningPupitre.Password);
            return await services.GetRequiredService<Db>().Users.Where(account => account.Email == company.Email).ExecuteUpdateAsync(set => set.SetProperty(account => account.PasswordHash, hash));
        });

        using var client = await PlainClient.SignedInAsync(pupitre.Address, company);

        (await client.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.OK);
        var stored = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Users.Where(account => account.Email == company.Email).Select(account => account.PasswordHash).SingleAsync());
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(stored!).AsSpan(5, 4)).ShouldBe((uint)RunningPupitre.PasswordIterations);
    }

    [Fact]
    public void A_password_of_the_program_as_it_ships_is_slow_to_guess()
    {
        using var server = Server.Build(pupitre.Place, "http://127.0.0.1:0");

        server.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<PasswordHasherOptions>>().Value.IterationCount.ShouldBe(210_000);
    }

    private async Task<string> AskForLinkAsync(TestBrowser browser, TestCompany company)
    {
        await AskAsync(browser, company);
        return (await LinksAsync(company)).Single().Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal));
    }

    private static async Task AskAsync(TestBrowser browser, TestCompany company)
    {
        await browser.OpenAsync("/account/forgotten");
        await browser.SendAsync("main form[method=post]", ("Input.Email", company.Email));
        browser.Text.ShouldContain("S’il existe un compte à cette adresse, un lien est prêt");
        browser.Text.ShouldNotContain("vient de lui être envoyé");
    }

    private Task<List<string>> LinksAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<OutgoingMail>().Where(mail => mail.To == company.Email).Select(mail => mail.Body).ToListAsync());
}
