using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>
/// Somebody asks at the address of their own company, where they may do everything, for a thing of another one by its real key: it does not
/// exist there. This is what the filters of every query hold, not the name in the address.
/// </summary>
[Collection(SampledCollection.Name)]
public sealed partial class StrangerTests(SampledPupitre sample)
{
    /// <summary>Keys that the browser makes itself, and that mean nothing outside the company's own folder.</summary>
    private static readonly string[] _ownKeys = ["/{company}/evidence/arriving/"];

    public static TheoryData<string> Templates => [.. Pages.OfCompany.Select(page => page.Template).Where(template => template.Contains(":guid}", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_page_of_ones_own_company_does_not_show_the_thing_of_another(string template)
    {
        var own = await sample.Pupitre.HaveCompanyAsync();
        using var stranger = await PlainClient.SignedInAsync(sample.Pupitre.Address, own);

        (await stranger.StatusOfAsync(At(own, sample.AddressOf(template)))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_of_ones_own_company_does_nothing_to_the_thing_of_another()
    {
        var own = await sample.Pupitre.HaveCompanyAsync();
        using var stranger = await PlainClient.SignedInAsync(sample.Pupitre.Address, own);
        var token = await stranger.TokenAsync();
        var before = await HeadAsync();
        var keys = await KeysAsync();
        var wrong = new List<string>();

        var posts = Posts.Of(sample.Pupitre.Services).Where(post => post.IsOfCompany && post.NamesKey && !post.IsPage && !_ownKeys.Any(start => post.Template.StartsWith(start, StringComparison.Ordinal)));
        foreach (var post in posts)
        {
            using var form = new MultipartFormDataContent { { new StringContent("2026-05"), "month" }, { new StringContent("good"), "choice" }, { new StringContent("true"), "confirms" }, { new StringContent("1"), "recording" } };
            foreach (var name in new[] { "commitment", "proof", "process", "proposal", "id" })
            {
                form.Add(new StringContent(keys["commitments"]), name);
            }

            form.Add(new ByteArrayContent("<definitions/>"u8.ToArray()), "files", "modele.bpmn");
            form.Add(new ByteArrayContent("<definitions/>"u8.ToArray()), "file", "modele.bpmn");
            using var answer = await stranger.PostAsync(Filled(post.Template, own, keys), form, token);
            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                wrong.Add($"{post.Template} answers {(int)answer.StatusCode} to {answer.Headers.Location}");
            }
        }

        wrong.ShouldBeEmpty();
        (await HeadAsync()).ShouldBe(before);
    }

    private string At(TestCompany own, string address) => "/" + own.Slug + address[(sample.Company.Slug.Length + 1)..];

    private static string Filled(string template, TestCompany own, Dictionary<string, string> keys)
    {
        var address = template.Replace("{company}", own.Slug, StringComparison.Ordinal);
        for (var match = Key().Match(address); match.Success; match = Key().Match(address))
        {
            var thing = match.Groups["thing"].Value;
            address = address[..match.Groups["key"].Index] + keys.GetValueOrDefault(thing, keys["commitments"]) + address[(match.Groups["key"].Index + match.Groups["key"].Length)..];
        }

        return Other().Replace(address, "1");
    }

    /// <summary>A real key of the sample company for each thing that addresses name.</summary>
    private async Task<Dictionary<string, string>> KeysAsync()
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (template, address) in sample.Addresses)
        {
            if (Key().Match(template) is { Success: true } named)
            {
                keys.TryAdd(named.Groups["thing"].Value, Guids().Match(address).Value);
            }
        }

        await sample.Pupitre.InsideAsync(sample.Company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            keys["files"] = (await db.Set<EvidenceFile>().Select(row => row.Id).FirstAsync()).ToString();
            keys["proposals"] = (await db.Set<CellProposal>().Select(row => row.Id).FirstOrDefaultAsync()).ToString();
            keys["proofs"] = (await db.Set<OccurrenceProof>().Select(row => row.Id).FirstAsync()).ToString();
            keys["imports"] = (await db.Set<Import>().Select(row => row.Id).FirstAsync()).ToString();
            keys["members"] = (await db.Memberships.Where(row => row.CompanyId == sample.Company.Id).Select(row => row.AccountId).FirstAsync()).ToString();
            return true;
        });
        return keys;
    }

    private Task<string> HeadAsync() => sample.Pupitre.InsideAsync(sample.Company, async services =>
        (await services.GetRequiredService<Db>().Set<LedgerHead>().AsNoTracking().SingleAsync()).Hash);

    [GeneratedRegex(@"/(?<thing>[a-z-]+)/(?<key>\{[A-Za-z]+:guid\})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Other();

    [GeneratedRegex("[0-9a-f-]{36}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guids();
}
