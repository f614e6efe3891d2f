using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>
/// The gate of everything that is posted, asked at every address that the program's routing knows. It stands before every question to the
/// database.
/// </summary>
[Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
public sealed class PostGateTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly Dictionary<string, Func<HttpContent?>> _bodies = new(StringComparer.Ordinal)
    {
        ["form"] = () => new FormUrlEncodedContent(Fields()),
        ["foreign token"] = () => new FormUrlEncodedContent([.. Fields(), new("__RequestVerificationToken", "CfDJ8AAAA")]),
        ["multipart"] = () => Multipart(),
        ["text"] = () => new StringContent("x=1", Encoding.UTF8, "text/plain"),
        ["json"] = () => new StringContent("{}", Encoding.UTF8, "application/json"),
        ["nothing"] = () => null,
    };

    public static TheoryData<string> Bodies => [.. _bodies.Keys];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Without_the_token_of_a_page_nothing_is_done_whatever_the_body_claims_to_be(string body)
    {
        var company = await HaveHistoryAsync();
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, company);
        var before = await HeadAsync(company);
        var wrong = new List<string>();

        foreach (var post in Posts.Of(pupitre.Services))
        {
            using var answer = await owner.PostAsync(post.AddressIn(company.Slug), _bodies[body]());
            if (answer.StatusCode != HttpStatusCode.BadRequest || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                wrong.Add($"{post.Template} answers {(int)answer.StatusCode} {answer.Content.Headers.ContentType}");
            }
        }

        wrong.ShouldBeEmpty();
        (await HeadAsync(company)).ShouldBe(before);
        (await owner.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.OK, "Nobody was signed out.");
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_where_one_signs_in()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var nobody = PlainClient.Stranger(pupitre.Address);
        var wrong = new List<string>();

        foreach (var post in Posts.Of(pupitre.Services).Where(post => post.IsOfCompany))
        {
            using var answer = await nobody.PostAsync(post.AddressIn(company.Slug), Multipart());
            if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal) != true)
            {
                wrong.Add($"{post.Template} answers {(int)answer.StatusCode} to {answer.Headers.Location}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_lacks_the_permit_is_refused_even_with_a_token()
    {
        var company = await pupitre.HaveCompanyAsync(Role.Reader);
        using var reader = await PlainClient.SignedInAsync(pupitre.Address, company);
        var token = await reader.TokenAsync();
        var wrong = new List<string>();

        foreach (var post in Posts.Of(pupitre.Services).Where(post => post.Permit is { } permit && !Roles.PermitsOf(Role.Reader).Contains(permit)))
        {
            using var answer = await reader.PostAsync(post.AddressIn(company.Slug), Multipart(), token);
            if (answer.StatusCode != HttpStatusCode.Forbidden)
            {
                wrong.Add($"{post.Template} answers {(int)answer.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_route_is_mapped_in_the_one_way()
    {
        var files = Repository.FilesBelow("src", ".cs")
            .Where(path => !path.EndsWith("Extension/StateChangeRoutes.cs", StringComparison.Ordinal))
            .Where(path => !path.EndsWith("Extension/LazyRoutes.cs", StringComparison.Ordinal));

        files.Where(path => Repository.Read(path) is var text && (text.Contains("MapPost(", StringComparison.Ordinal) || text.Contains("MapMethods(", StringComparison.Ordinal)
            || text.Contains("MapPut(", StringComparison.Ordinal) || text.Contains("MapDelete(", StringComparison.Ordinal)
            || text.Contains("MapGet(", StringComparison.Ordinal))).ShouldBeEmpty("Use MapStateChange, MapUpload or MapAnswer.");
    }

    [Fact]
    public async Task A_form_of_another_session_is_told_so_in_a_page()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");

        await browser.SendAsync("main form[method=post]", ("__RequestVerificationToken", "autre"));

        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.Page.QuerySelector("h1")!.TextContent.ShouldBe("Ce formulaire n’est plus valable");
        browser.Page.QuerySelector(".pu-nav").ShouldNotBeNull("The page has a menu that leads away from it.");
    }

    private async Task<TestCompany> HaveHistoryAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            db.Record("ProcessCreated", new SubjectRef("process", company.Id), new { Name = "Paie" });
            return await db.SaveChangesAsync();
        });
        return company;
    }

    private Task<string> HeadAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var head = await db.Set<LedgerHead>().AsNoTracking().SingleAsync();
        return $"{head.Number} {head.Hash} {await db.LedgerDetails.CountAsync()}";
    });

    private static IEnumerable<KeyValuePair<string, string>> Fields() =>
        [new("_once", Guid.CreateVersion7().ToString("N")), new("month", "2026-05"), new("choice", "good"), new("reason", "x"), new("confirms", "true"), new("language", "en")];

    private static MultipartFormDataContent Multipart()
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Fields())
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent("une note"u8.ToArray()), "files", "note.txt");
        return form;
    }
}
