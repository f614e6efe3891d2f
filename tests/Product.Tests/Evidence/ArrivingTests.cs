using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>A large file arrives in pieces, in their order and once; then the form names it, and it is received like any other.</summary>
public sealed class ArrivingTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly byte[] _first = Encoding.ASCII.GetBytes("une note en deux ");
    private static readonly byte[] _second = Encoding.ASCII.GetBytes("morceaux");

    [Fact]
    public async Task Pieces_make_the_file_that_the_form_then_names()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var id = Guid.CreateVersion7();

        (await PutAsync(browser, company, id, 0, _first)).ShouldBe(_first.Length);
        (await PutAsync(browser, company, id, _first.Length, _second)).ShouldBe(_first.Length + _second.Length);
        (await LengthAsync(browser, company, id)).ShouldBe(_first.Length + _second.Length);
        using var answer = await NameAsync(browser, company, id, "note.bin");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var file = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().AsNoTracking().SingleAsync());
        (file.Name, file.SizeBytes).ShouldBe(("note.bin", _first.Length + _second.Length));
        Arriving(company).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_company_has_a_limit_for_all_that_is_on_its_way()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        await PutAsync(browser, company, Guid.CreateVersion7(), 0, _first);
        var file = Arriving(company).ShouldHaveSingleItem();
        await using (var others = new FileStream(Path.Combine(Path.GetDirectoryName(file)!, $"{Guid.CreateVersion7():N}-{Guid.CreateVersion7():N}.part"), FileMode.CreateNew))
        {
            // Its length alone: nothing is written.
            others.SetLength(PartialFiles.MaxBytesAtOnce - PartialFiles.MaxPieceBytes);
        }

        var refusal = await Should.ThrowAsync<Kernel.Refused>(() => pupitre.InsideAsync(company, async services =>
        {
            services.GetRequiredService<Pupitre.Platform.Tenancy.Tenant>().ActFor(Guid.CreateVersion7());
            using var piece = new MemoryStream(_first);
            return await services.GetRequiredService<PartialFiles>().AppendAsync(Guid.CreateVersion7(), 0, piece, CancellationToken.None);
        }));

        refusal.Message.ShouldContain("20");
    }

    [Fact]
    public async Task A_piece_at_another_place_adds_nothing_and_says_where_to_go_on()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var id = Guid.CreateVersion7();
        await PutAsync(browser, company, id, 0, _first);

        (await PutAsync(browser, company, id, 0, _first)).ShouldBe(_first.Length);
        (await PutAsync(browser, company, id, 99, _second)).ShouldBe(_first.Length);
    }

    [Fact]
    public async Task Nobody_else_sees_what_arrives_nor_can_name_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var id = Guid.CreateVersion7();
        await PutAsync(browser, company, id, 0, _first);
        var other = await pupitre.HaveCompanyAsync();
        using var stranger = await OpenAsync(other);

        using var ofOther = await stranger.RawAsync(new(HttpMethod.Get, $"/{company.Slug}/evidence/arriving/{id}"));
        ofOther.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await LengthAsync(stranger, other, id)).ShouldBe(0);
        using var named = await NameAsync(stranger, other, id, "note.bin");
        named.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Arriving(company).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_the_token_of_a_form_nothing_arrives()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{company.Slug}/evidence/arriving/{Guid.CreateVersion7()}?at=0") { Content = new ByteArrayContent(_first) };

        using var answer = await browser.RawAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Arriving(company).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reader_sends_nothing()
    {
        var company = await pupitre.HaveCompanyAsync(Role.Reader);
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}");

        using var answer = await PutRawAsync(browser, company, Guid.CreateVersion7(), 0, _first);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Pieces_and_files_on_their_way_have_limits()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        using var large = await PutRawAsync(browser, company, Guid.CreateVersion7(), 0, new byte[PartialFiles.MaxPieceBytes + 1]);
        large.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        for (var file = 1; file < PartialFiles.MaxAtOnce; file++)
        {
            (await PutAsync(browser, company, Guid.CreateVersion7(), 0, _first)).ShouldBe(_first.Length);
        }

        using var tooMany = await PutRawAsync(browser, company, Guid.CreateVersion7(), 0, _first);

        tooMany.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_is_stopped_or_forgotten_leaves_the_disk()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var (stopped, forgotten) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await PutAsync(browser, company, stopped, 0, _first);
        await PutAsync(browser, company, forgotten, 0, _first);

        using var removal = await browser.RawAsync(Request(browser, HttpMethod.Post, $"/{company.Slug}/evidence/arriving/{stopped}/removal", []));
        removal.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var left = Arriving(company).ShouldHaveSingleItem();
        File.SetLastWriteTimeUtc(left, File.GetLastWriteTimeUtc(left) - PartialFiles.Kept.ToTimeSpan() - TimeSpan.FromMinutes(1));
        await PutAsync(browser, company, Guid.CreateVersion7(), 0, _first);

        File.Exists(left).ShouldBeFalse();
    }

    private async Task<TestBrowser> OpenAsync(TestCompany company)
    {
        var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        return await browser.OpenAsync($"/{company.Slug}/evidence");
    }

    private string[] Arriving(TestCompany company) =>
        Path.Combine(pupitre.Place.Folder, "files", company.Id.ToString("N"), "arriving") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private static async Task<long> PutAsync(TestBrowser browser, TestCompany company, Guid id, long at, byte[] piece)
    {
        using var answer = await PutRawAsync(browser, company, id, at, piece);
        return await SaidAsync(answer);
    }

    private static async Task<long> LengthAsync(TestBrowser browser, TestCompany company, Guid id)
    {
        using var answer = await browser.RawAsync(new(HttpMethod.Get, $"/{company.Slug}/evidence/arriving/{id}"));
        return await SaidAsync(answer);
    }

    private static Task<HttpResponseMessage> PutRawAsync(TestBrowser browser, TestCompany company, Guid id, long at, byte[] piece) =>
        browser.RawAsync(Request(browser, HttpMethod.Post, $"/{company.Slug}/evidence/arriving/{id}?at={at}", piece));

    private static async Task<HttpResponseMessage> NameAsync(TestBrowser browser, TestCompany company, Guid id, string name)
    {
        var form = new MultipartFormDataContent { { new StringContent(Token(browser)), "__RequestVerificationToken" }, { new StringContent(id.ToString()), "arrived", name } };
        return await browser.RawAsync(new(HttpMethod.Post, $"/{company.Slug}/evidence/files") { Content = form });
    }

    private static HttpRequestMessage Request(TestBrowser browser, HttpMethod method, string address, byte[] content)
    {
        var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(content) };
        request.Headers.Add("RequestVerificationToken", Token(browser));
        return request;
    }

    private static string Token(TestBrowser browser) => browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<long> SaidAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return said.RootElement.GetProperty("length").GetInt64();
    }
}
