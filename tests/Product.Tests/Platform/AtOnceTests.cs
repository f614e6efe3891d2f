using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Platform;

/// <summary>The same form, sent several times at once: it does its work once, and every sender is led to the same page.</summary>
public sealed class AtOnceTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    public static TheoryData<string, int, bool> Forms =>
    [
        .. new[] { "providers", "contracts", "calendars", "processes" }.SelectMany(things => new TheoryDataRow<string, int, bool>[] { new(things, 2, false), new(things, 4, false), new(things, 4, true) }),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task One_row_and_one_page_for_all_senders(string things, int atOnce, bool isMultipart)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, company);
        var fields = await FilledAsync(owner, company, things);

        var answers = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => SendAsync(owner, $"/{company.Slug}/{things}/new", fields, isMultipart)));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        answers.Select(answer => answer.Location).Distinct().ShouldHaveSingleItem();
        (await owner.StatusOfAsync(answers[0].Location!)).ShouldBe(HttpStatusCode.OK);
    }

    // Somebody who leaves the form's key out is not shown a defect either: the database holds one row, the others are told.
    [Fact]
    public async Task Without_its_key_one_is_taken_and_the_others_are_told_that_somebody_was_quicker()
    {
        const int AtOnce = 4;
        var company = await pupitre.HaveCompanyAsync();
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, company);
        var fields = await FilledAsync(owner, company, "providers");
        fields.Remove("_once");

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => SendAsync(owner, $"/{company.Slug}/providers/new", fields, isMultipart: false)));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect || answer.Status == HttpStatusCode.Conflict);
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Provider>().CountAsync())).ShouldBe(1);
    }

    private static async Task<Dictionary<string, string>> FilledAsync(PlainClient owner, TestCompany company, string things)
    {
        if (things == "contracts")
        {
            var provider = await owner.FieldsAsync($"/{company.Slug}/providers/new", "main form[method=post]");
            provider["Input.Name"] = "Cabinet Martin";
            (await SendAsync(owner, $"/{company.Slug}/providers/new", provider, isMultipart: false)).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var fields = await owner.FieldsAsync($"/{company.Slug}/{things}/new", "main form[method=post]");
        foreach (var name in fields.Keys.Where(name => name is "Input.Name" or "Input.Title").ToList())
        {
            fields[name] = "Envoi double";
        }

        foreach (var name in fields.Keys.Where(name => name is "Input.SignedOn" or "Input.Start" or "Input.EffectiveFrom").ToList())
        {
            fields[name] = "2026-01-01";
        }

        if (fields.ContainsKey("Input.ProviderId"))
        {
            var page = await owner.FieldsAsync($"/{company.Slug}/{things}/new", "main form[method=post]");
            fields["Input.ProviderId"] = page["Input.ProviderId"] is { Length: > 0 } chosen ? chosen : await FirstProviderAsync(owner, company, things);
        }

        return fields;
    }

    private static async Task<string> FirstProviderAsync(PlainClient owner, TestCompany company, string things)
    {
        using var answer = await owner.GetAsync($"/{company.Slug}/{things}/new");
        var page = await RunningPupitre.ParseAsync(await answer.Content.ReadAsStringAsync(), "http://localhost/");
        return page.QuerySelectorAll("[name='Input.ProviderId'] option").Select(option => option.GetAttribute("value")).First(value => value is { Length: > 0 })!;
    }

    private static async Task<(HttpStatusCode Status, string? Location)> SendAsync(PlainClient owner, string path, Dictionary<string, string> fields, bool isMultipart)
    {
        HttpContent body = isMultipart ? new MultipartFormDataContent() : new FormUrlEncodedContent(fields);
        foreach (var (name, value) in fields.Where(_ => isMultipart))
        {
            ((MultipartFormDataContent)body).Add(new StringContent(value), name);
        }

        using var answer = await owner.PostAsync(path, body);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString);
    }
}
