using System.Net;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Forms;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>Whatever an address asks and whatever a body holds, the answer is a page that says so: never a defect, and nothing of it in the log.</summary>
[Collection(SampledCollection.Name)]
[Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
public sealed partial class BadAddressTests(SampledPupitre sample)
{
    private const string Mark = "zzhostilezz";

    /// <summary>What the pages of flows read of the address without declaring it.</summary>
    private static readonly string[] _filters =
        ["source", "commitment", "with", "steps", "from", "to", "activity", "share", "attribute", "value", "mindays", "maxdays", "first", "next", "variant", "measure", "detail", "passages", "process", "noise"];

    private static readonly string[] _values =
    [
        "abc", "99999999999", "2147483647", "-2147483648", "-1", "0", "1.5", "1e309", "%00", "a%00b", "%0D%0AForged:%20line", "9999-99-99", "9999-12-31", "9999-12", "0001-01-01", "0000-00", "2026-13",
        "2026-02-30", "%C3%A9%E2%80%AE%F0%9F%92%A5", "%ED%A0%80", "%25%5F%27%22--", "00000000-0000-0000-0000-000000000000", Mark, "",
    ];

    private const int LongestValue = 600;

    /// <summary>A server takes 8,192 bytes of a request's first line; names and path need some of them.</summary>
    private const int RoomInAddress = 6_000;

    public static TheoryData<string> Templates => [.. Pages.All.Select(page => page.Template)];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Any_value_of_any_question_gives_a_page(string template)
    {
        using var owner = await PlainClient.SignedInAsync(sample.Pupitre.Address, sample.Company);
        var log = LogLines.Of(sample.Pupitre.Services);
        var address = AddressOf(template).Split('?')[0];
        var names = Pages.All.Single(page => page.Template == template).Component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => (property.Name, Query: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(found => found.Query is not null)
            .Select(found => found.Query!.Name ?? found.Name).Concat(template.Contains("/flows", StringComparison.Ordinal) ? _filters : []).ToList();
        var longest = new string('9', Math.Min(LongestValue, RoomInAddress / Math.Max(1, names.Count)));
        var questions = _values.Append(longest).Select(value => string.Join('&', names.Select(name => name + "=" + value)))
            .Concat(names.SelectMany(name => new[] { name + "=abc", name + "=99999999999&" + name + "=" + Mark, name + "=9999-12", name + "=2147483647" }));

        var wrong = new List<string>();
        foreach (var question in questions.Where(_ => names.Count > 0))
        {
            await AskAsync(owner, address + "?" + question, wrong);
        }

        wrong.ShouldBeEmpty();
        log.Lines.Where(line => line.Contains(Mark, StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Any_value_inside_an_address_gives_a_page(string template)
    {
        using var owner = await PlainClient.SignedInAsync(sample.Pupitre.Address, sample.Company);
        var wrong = new List<string>();
        foreach (Match part in Parts().Matches(template))
        {
            // Which company it is, one place asks for all pages.
            var values = part.Value == "{company}" && template != "/{company}" ? [Mark, "%C3%A9%E2%80%AE%F0%9F%92%A5"] : _values;
            foreach (var value in values.Append(new string('a', 3000))
                .Where(value => value.Length > 0 && !value.Contains("%00", StringComparison.Ordinal)))
            {
                await AskAsync(owner, Real(template, part.Value, value), wrong);
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Any_question_to_a_download_gives_an_answer()
    {
        using var owner = await PlainClient.SignedInAsync(sample.Pupitre.Address, sample.Company);
        var routes = sample.Pupitre.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<RequiresPermitAttribute>() is not null && route.Metadata.GetMetadata<MethodInfo>() is not null
                && route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true).ToList();
        routes.ShouldNotBeEmpty();

        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var template = "/" + route.RoutePattern.RawText!.TrimStart('/');
            var names = route.Metadata.GetMetadata<MethodInfo>()!.GetParameters().Where(parameter => parameter.ParameterType == typeof(string)).Select(parameter => parameter.Name!)
                .Concat(template.Contains("/flows", StringComparison.Ordinal) ? _filters : []).ToList();
            foreach (var value in names.Count > 0 ? _values : [""])
            {
                await AskAsync(owner, Real(template, "", "") + "?" + string.Join('&', names.Select(name => name + "=" + value)), wrong, isPage: false);
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_question_of_a_page_is_of_a_kind_that_the_one_reader_knows()
    {
        Type[] known = [typeof(int), typeof(long), typeof(Guid), typeof(bool), typeof(DateOnly)];

        Pages.All.SelectMany(page => AskedQuery.WantedBy(page.Component).Select(wanted => (page.Template, wanted.Key, wanted.Value)))
            .Where(wanted => !known.Contains(wanted.Value)).ShouldBeEmpty();
        Pages.All.Select(page => page.Component.Assembly).Distinct().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttributes<RouteAttribute>(inherit: false).All(_ => false) && AskedQuery.WantedBy(type).Count > 0)
            .Select(type => type.Name).ShouldBeEmpty("Only a page asks its address for what is not text.");
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_gives_a_page_at_every_address()
    {
        // A company of its own: some of these bodies can be read, and then do what they say.
        var company = await sample.Pupitre.HaveCompanyAsync();
        using var owner = await PlainClient.SignedInAsync(sample.Pupitre.Address, company);
        var token = await owner.TokenAsync();
        var log = LogLines.Of(sample.Pupitre.Services);
        var bodies = new (string Type, string Text)[]
        {
            ("application/x-www-form-urlencoded; charset=\"", "a=1"),
            ("application/x-www-form-urlencoded; charset=klingon", "a=1"),
            ("multipart/form-data", "a=1"),
            ("multipart/form-data; boundary=", "--x--"),
            ("multipart/form-data; boundary=\"x", "--x--"),
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\ncut"),
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"files\"; x=\"" + new string('x', 40_000) + "\"\r\n\r\nv\r\n--x--\r\n"),
            ("application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 3000).Select(number => "a" + number + "=1"))),
            ("application/x-www-form-urlencoded", "Input.Name=%00&month=%00&reason=a%00b"),
            ("/;;", "a=1"),
        };

        var wrong = new List<string>();
        foreach (var post in Posts.Of(sample.Pupitre.Services).Where(post => post.Template != "/account/sign-out"))
        {
            foreach (var (type, text) in bodies)
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                using var answer = await owner.PostAsync(post.AddressIn(company.Slug), content, token);
                if ((int)answer.StatusCode >= 500)
                {
                    wrong.Add($"{post.Template} answers {(int)answer.StatusCode} to {type} {text[..Math.Min(60, text.Length)]}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_beyond_the_last_leads_to_the_last()
    {
        using var owner = await PlainClient.SignedInAsync(sample.Pupitre.Address, sample.Company);

        using var answer = await owner.GetAsync($"/{sample.Company.Slug}/history?verb=&page=2147483647");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var last = await owner.GetAsync(answer.Headers.Location!.OriginalString);
        last.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("/history/1\"");
    }

    private static async Task AskAsync(PlainClient owner, string address, List<string> wrong, bool isPage = true)
    {
        using var answer = await owner.GetAsync(address);
        var isGood = (int)answer.StatusCode < 500 && (!isPage || answer.StatusCode is HttpStatusCode.Redirect || answer.Content.Headers.ContentType?.MediaType == "text/html");
        if (!isGood)
        {
            wrong.Add($"{address[..Math.Min(200, address.Length)]} answers {(int)answer.StatusCode} {answer.Content.Headers.ContentType}");
        }
    }

    private string AddressOf(string template) => template.Contains("{company}", StringComparison.Ordinal) ? sample.AddressOf(template) : Parts().Replace(template, "404");

    /// <summary>The template with the sample company's own values in it but for one part.</summary>
    private string Real(string template, string part, string value)
    {
        var page = sample.Addresses.TryGetValue(template, out var address) ? address.Split('?', '#')[0].Split('/') : null;
        var parts = template.Split('/');
        return string.Join('/', parts.Select((text, at) => text == part ? value : Parts().Replace(text, match => match.Value switch
        {
            "{company}" => sample.Company.Slug,
            "{format}" => "csv",
            _ when page?.Length == parts.Length => page[at],
            var key when key.Contains(":guid", StringComparison.Ordinal) => Guid.CreateVersion7().ToString(),
            _ => "1",
        })));
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
