using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Access.SetUp;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.FirstRun;

/// <summary>The very first page, each time on a program that nobody has an account of.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private const string WrongKey = "123456789";

    private readonly RunningPupitre _pupitre = RunningPupitre.Fresh();

    public ValueTask InitializeAsync() => _pupitre.InitializeAsync();

    public ValueTask DisposeAsync() => _pupitre.DisposeAsync();

    [Theory]
    [InlineData("/set-up")]
    [InlineData("/set-up?token=0000")]
    public async Task A_link_that_was_cut_says_where_the_right_one_is(string link)
    {
        using var browser = _pupitre.Browser();

        await browser.OpenAsync(link);

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        browser.Text.ShouldContain("Ouvrez le dernier lien qu’il a affiché à son démarrage");
        browser.Page.QuerySelector("[name='Input.Password']").ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_key_of_the_siren_warns_and_stops_nothing()
    {
        using var browser = _pupitre.Browser();

        await SetUpAsync(browser, WrongKey);

        browser.Path.ShouldBe("/menuiserie-durand/first-run");
        browser.Text.ShouldContain($"La clé du SIREN {WrongKey} ne correspond pas à ses chiffres");
    }

    [Fact]
    public async Task A_siren_that_is_not_nine_digits_is_refused_and_what_was_typed_stays()
    {
        using var browser = _pupitre.Browser();

        await SetUpAsync(browser, "12 34");

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Un SIREN compte neuf chiffres");
        browser.Page.QuerySelector("[name='Input.CompanyName']")!.GetAttribute("value").ShouldBe("Menuiserie Durand");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_with_a_link_to_each_field()
    {
        using var browser = _pupitre.Browser();
        await browser.OpenAsync("/set-up?token=" + await TokenAsync());

        await browser.SendAsync("main form", ("Input.Siren", "12345"), ("Input.Email", "anne"), ("Input.Password", "court"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "CompanyName", "Siren", "OwnerName", "Email", "Password" })
        {
            browser.Page.QuerySelector($".pu-alert a[href$='#field-Input-{field}']").ShouldNotBeNull(field);
            browser.Page.QuerySelector($"#field-Input-{field}")!.GetAttribute("aria-invalid").ShouldBe("true", field);
        }
    }

    [Fact]
    public async Task The_link_serves_once_and_then_says_that_all_is_set_up()
    {
        using var browser = _pupitre.Browser();
        var link = await SetUpAsync(browser, "732829320");
        browser.Text.ShouldNotContain("La clé du SIREN");

        await browser.OpenAsync(link);

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        browser.Text.ShouldContain("Pupitre est déjà installé");
    }

    private async Task<string> SetUpAsync(TestBrowser browser, string siren)
    {
        var link = "/set-up?token=" + await TokenAsync();
        await browser.OpenAsync(link);
        await browser.SendAsync(
            "main form",
            ("Input.CompanyName", "Menuiserie Durand"), ("Input.Siren", siren), ("Input.OwnerName", "Anne"),
            ("Input.Email", "anne@exemple.fr"), ("Input.Password", RunningPupitre.Password));
        return link;
    }

    private async Task<string> TokenAsync()
    {
        await using var scope = _pupitre.Services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        return (await SetUpToken.IssueAsync(scope.ServiceProvider.GetRequiredService<Db>(), now, TestContext.Current.CancellationToken))!;
    }
}
