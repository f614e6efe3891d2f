using System.Net;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What the program says when a reverse proxy speaks for a browser, and in every answer.</summary>
public sealed class BehindProxyTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task Behind_TLS_cookies_are_secure_redirects_are_paths_and_the_browser_is_told_to_come_back_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var client = PlainClient.Stranger(pupitre.Address);
        client.Headers.Add("X-Forwarded-Proto", "https");
        client.Headers.Add("X-Forwarded-Host", "pupitre.exemple.fr");

        using var page = await client.GetAsync("/account/sign-in");
        page.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem();
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        using var led = await client.GetAsync($"/{company.Slug}/history");
        led.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        led.Headers.Location!.OriginalString.ShouldStartWith("/account/sign-in?from=");
    }

    [Fact]
    public async Task Without_TLS_nothing_claims_that_there_is()
    {
        using var client = PlainClient.Stranger(pupitre.Address);

        using var page = await client.GetAsync("/account/sign-in");

        page.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => !cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Forms_lead_on_by_paths_alone()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var client = PlainClient.Stranger(pupitre.Address);

        using var signedIn = await client.SignInAsync(company.Email, RunningPupitre.Password);
        signedIn.Headers.Location!.OriginalString.ShouldBe("/");
        using var home = await client.GetAsync("/");

        home.Headers.Location!.OriginalString.ShouldBe("/" + company.Slug);
    }

    [Theory]
    [InlineData("/account/sign-in?from=%0Ax")]
    [InlineData("/account/sign-in?from=/caf%C3%A9%F0%9F%92%A5")]
    [InlineData("/account/sign-in?from=/a%0D%0ASet-Cookie:%20x=1")]
    [InlineData("/account/sign-in?from=//exemple.fr")]
    [InlineData("/account/sign-in?from=https://exemple.fr")]
    public async Task Whatever_the_sign_in_is_asked_to_lead_to_it_leads_inside(string address)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var client = PlainClient.Stranger(pupitre.Address);
        var fields = await client.FieldsAsync(address, "form:has([type=password])");
        (fields["Input.Email"], fields["Input.Password"]) = (company.Email, RunningPupitre.Password);

        using var answer = await client.PostAsync(address, new FormUrlEncodedContent(fields));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldStartWith("/");
        answer.Headers.Location.OriginalString.ShouldNotStartWith("//");
        answer.Headers.Contains("Set-Cookie").ShouldBeTrue();
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => !cookie.StartsWith("x=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Head_is_answered_as_get_without_a_body()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, company);
        foreach (var address in new[] { "/account/sign-in", "/account", $"/{company.Slug}/history", $"/{company.Slug}/history/export.csv", "/nulle/part", "/icon.svg", "/health/live" })
        {
            using var get = await owner.GetAsync(address);
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
            using var head = await owner.SendAsync(request);

            head.StatusCode.ShouldBe(get.StatusCode, address);
            head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType, address);
            (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty(address);
        }
    }

    [Fact]
    public async Task No_answer_names_the_server_and_what_belongs_to_a_company_is_kept_by_nobody()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, company);
        foreach (var address in new[] { $"/{company.Slug}/history", $"/{company.Slug}/history/export.csv", $"/{company.Slug}/processes.xlsx" })
        {
            using var answer = await owner.GetAsync(address);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.Contains("Server").ShouldBeFalse();
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(address);
        }
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5")]
    [InlineData("10.0.0.5, 10.1.0.0/16", "10.0.0.5")]
    public void Other_proxies_are_named_by_a_setting(string setting, string first)
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationManager { ["Proxies"] = setting };

        App.Shell.TrustedProxies.Read(settings).KnownProxies.ShouldContain(IPAddress.Parse(first));
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_refused_at_the_start()
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationManager { ["Proxies"] = "mon-proxy" };

        Should.Throw<Kernel.Refused>(() => App.Shell.TrustedProxies.Read(settings)).Message.ShouldContain("mon-proxy");
    }
}
