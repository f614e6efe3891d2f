using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests.Platform;

public sealed class MailTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly Instant _now = Instant.FromUtc(2026, 11, 26, 9, 30);

    [Fact]
    public void A_mail_server_without_an_address_for_links_is_refused()
    {
        Should.Throw<Refused>(() => Settings(("Mail:Host", "smtp.exemple.fr")).Check()).Message.ShouldContain("Mail__Links");
        Should.Throw<Refused>(() => Settings(("Mail:Links", "pupitre.exemple.fr")).Check()).Message.ShouldContain("n’est pas une adresse");
        Settings(("Mail:Host", "smtp.exemple.fr"), ("Mail:Links", "https://pupitre.exemple.fr")).Check();
        Settings().Check();
    }

    [Theory]
    [InlineData("smtp.exemple.fr", "587", SecureSocketOptions.StartTls)]
    [InlineData("smtp.exemple.fr", "25", SecureSocketOptions.StartTls)]
    [InlineData("smtp.exemple.fr", "465", SecureSocketOptions.SslOnConnect)]
    [InlineData("localhost", "25", SecureSocketOptions.Auto)]
    [InlineData("127.0.0.1", "1025", SecureSocketOptions.Auto)]
    [InlineData("::1", "1025", SecureSocketOptions.Auto)]
    public void A_password_never_leaves_in_clear_but_to_this_very_machine(string host, string port, SecureSocketOptions expected) =>
        Settings(("Mail:Host", host), ("Mail:Port", port)).Security.ShouldBe(expected);

    [Fact]
    public void Only_the_address_of_its_links_and_the_machine_itself_are_answered() =>
        Settings(("Mail:Links", "https://pupitre.exemple.fr")).Hosts.ShouldBe(["pupitre.exemple.fr", "localhost", "127.0.0.1", "[::1]"]);

    [Fact]
    public void Only_a_server_that_took_it_makes_a_mail_sent()
    {
        Mail().StateWith(hasServer: false).ShouldBe(MailState.Ready);
        Mail().StateWith(hasServer: true).ShouldBe(MailState.Waiting);
        Mail(isHeld: true).StateWith(hasServer: true).ShouldBe(MailState.Ready);
        Mail(act: mail => mail.Sent(_now, isOnlyFile: true)).StateWith(hasServer: true).ShouldBe(MailState.Ready);
        Mail(act: mail => mail.Sent(_now, isOnlyFile: false)).StateWith(hasServer: true).ShouldBe(MailState.Sent);
        Mail(act: mail => mail.SendByHand(new DateOnly(2026, 11, 26), by: null)).StateWith(hasServer: false).ShouldBe(MailState.SentByHand);
        Mail(act: mail => typeof(OutgoingMail).GetProperty(nameof(OutgoingMail.Attempts))!.SetValue(mail, OutgoingMail.MaxAttempts)).StateWith(hasServer: true).ShouldBe(MailState.Failed);
    }

    [Fact]
    public async Task Without_a_server_the_inviter_is_shown_the_link_once_and_the_history_says_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/settings/people");
        var email = company.Slug + ".lien@exemple.fr";

        await browser.SendAsync("#invite form", ("Invited.Name", "Nadia Perrin"), ("Invited.Email", email), ("Invited.Role", nameof(Role.Pilot)));

        browser.Text.ShouldContain("L’invitation est prête, pas encore envoyée.");
        browser.Text.ShouldNotContain("est partie");
        var link = browser.Page.QuerySelector("main a[href*='/account/reset?']")!.GetAttribute("href")!;
        (await browser.OpenAsync($"/{company.Slug}/settings/people")).Page.QuerySelector("main a[href*='/account/reset?']").ShouldBeNull();
        (await browser.OpenAsync($"/{company.Slug}/settings/mails")).Text.ShouldContain("Prêt, pas encore envoyé.");
        using var invited = pupitre.Browser();
        await invited.OpenAsync(link);
        await invited.SendAsync("form[method=post]:has([type=password])", ("Input.New", "un autre mot de passe"));
        await invited.SignInAsync(company with { Email = email }, "un autre mot de passe");
        (await invited.OpenAsync($"/{company.Slug}/history")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_can_be_handed_over_but_not_for_an_account_of_another_company()
    {
        var company = await pupitre.HaveCompanyAsync();
        var other = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/settings/people");
        await browser.SendAsync("#invite form", ("Invited.Name", "Nadia Perrin"), ("Invited.Email", company.Slug + ".membre@exemple.fr"), ("Invited.Role", nameof(Role.Pilot)));
        await browser.OpenAsync($"/{company.Slug}/settings/people");
        await browser.SendAsync("#invite form", ("Invited.Name", "Camille"), ("Invited.Email", other.Email), ("Invited.Role", nameof(Role.Reader)));
        browser.Page.QuerySelector("main a[href*='/account/reset?']").ShouldBeNull();

        await OpenMemberAsync(browser, company, "Nadia Perrin");
        await browser.SendAsync("main form:not(:has(select)):has(button:not(.btn-danger))");
        browser.Page.QuerySelector("main a[href*='/account/reset?']").ShouldNotBeNull();
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Lien de mot de passe montré, à remettre");

        var account = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Users.Where(row => row.Email == other.Email).Select(row => row.Id).SingleAsync());
        await browser.OpenAsync($"/{company.Slug}/settings/members/{account}");
        await browser.SendAsync("main form:not(:has(select)):has(button:not(.btn-danger))");
        browser.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("appartient aussi à une autre entreprise");
    }

    [Fact]
    public async Task Who_forgot_a_password_is_not_told_that_anything_was_sent()
    {
        using var browser = pupitre.Browser();
        await browser.OpenAsync("/account/forgotten");

        await browser.SendAsync("main form", ("Input.Email", "personne@exemple.fr"));

        browser.Text.ShouldContain("Rien n’est envoyé d’ici");
    }

    private static async Task OpenMemberAsync(TestBrowser browser, TestCompany company, string name)
    {
        await browser.OpenAsync($"/{company.Slug}/settings/people");
        await browser.OpenAsync(browser.Page.QuerySelectorAll("a[href*='/settings/members/']").Single(link => link.TextContent == name).GetAttribute("href")!);
    }

    private static OutgoingMail Mail(bool isHeld = false, Action<OutgoingMail>? act = null)
    {
        var mail = OutgoingMail.Create(null, "a@b.fr", null, "Objet", "Texte", _now, isHeld);
        act?.Invoke(mail);
        return mail;
    }

    private static MailSettings Settings(params (string Key, string Value)[] values) =>
        MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value))).Build());
}
