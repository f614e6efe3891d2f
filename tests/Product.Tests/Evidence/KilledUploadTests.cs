using System.Net;
using System.Text.Json;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>The real program, killed while a large file arrives in pieces, and started again on the same data.</summary>
public sealed class KilledUploadTests
{
    private const string Company = "menuiserie-durand";
    private const int PieceBytes = 1 << 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_of_a_file_on_its_way_is_there_after_a_kill_and_the_rest_can_follow()
    {
        var content = new byte[3 * PieceBytes];
        Random.Shared.NextBytes(content);
        await using var data = await TestDatabase.CreatePreparedAsync();
        var id = Guid.CreateVersion7();
        await KillDuringSecondPieceAsync(data, id, content);

        await using var again = await StartedProgram.StartAsync(data.Place);
        using var browser = new TestBrowser(again.Address, "fr");
        await browser.SignInAsync(new TestCompany(Company, Guid.Empty, "anne@exemple.fr"));
        await browser.OpenAsync($"/{Company}/evidence");
        using var asked = await browser.RawAsync(new(HttpMethod.Get, $"/{Company}/evidence/arriving/{id}"));
        var here = await LengthAsync(asked);
        here.ShouldBeInRange(PieceBytes, content.Length);

        using var rest = await SendAsync(browser, id, here, new ByteArrayContent(content, (int)here, content.Length - (int)here));
        (await LengthAsync(rest)).ShouldBe(content.Length);
        using var form = new MultipartFormDataContent { { new StringContent(TokenOf(browser)), "__RequestVerificationToken" }, { new StringContent(id.ToString()), "arrived", "grand.bin" } };
        using var named = await browser.RawAsync(new(HttpMethod.Post, $"/{Company}/evidence/files") { Content = form });
        named.StatusCode.ShouldBe(HttpStatusCode.OK);

        var page = (await browser.OpenAsync($"/{Company}/evidence")).Page.QuerySelector("tbody a[href*='/evidence/files/']")!.GetAttribute("href")!;
        var download = (await browser.OpenAsync(page)).Page.QuerySelector("a[href$='/content']")!.GetAttribute("href")!;
        using var file = await browser.RawAsync(new(HttpMethod.Get, download));
        (await file.Content.ReadAsByteArrayAsync(Token)).AsSpan().SequenceEqual(content).ShouldBeTrue("What came before the kill and after it are one file.");
        Directory.EnumerateFiles(data.Place.Folder, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static async Task KillDuringSecondPieceAsync(TestDatabase data, Guid id, byte[] content)
    {
        await using var program = await StartedProgram.StartAsync(data.Place);
        using var browser = new TestBrowser(program.Address, "fr");
        await browser.OpenAsync(program.Link);
        await browser.SendAsync("main form", ("Input.CompanyName", "Menuiserie Durand"), ("Input.OwnerName", "Anne"), ("Input.Email", "anne@exemple.fr"), ("Input.Password", RunningPupitre.Password));
        await browser.OpenAsync($"/{Company}/evidence");
        using var first = await SendAsync(browser, id, 0, new ByteArrayContent(content, 0, PieceBytes));
        (await LengthAsync(first)).ShouldBe(PieceBytes);

        var never = new TaskCompletionSource();
        var second = SendAsync(browser, id, PieceBytes, new HalfContent(content.AsMemory(PieceBytes, PieceBytes), never.Task));
        await Until.TrueAsync(() => Directory.EnumerateFiles(data.Place.Folder, "*.part", SearchOption.AllDirectories).Any(file => new FileInfo(file).Length > PieceBytes), "The second piece never begins to arrive.");
        program.Kill();

        // The sender notices only once it has something to write.
        never.SetResult();
        await Should.ThrowAsync<HttpRequestException>(() => second);
    }

    private static Task<HttpResponseMessage> SendAsync(TestBrowser browser, Guid id, long at, HttpContent piece)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/{Company}/evidence/arriving/{id}?at={at}") { Content = piece };
        request.Headers.Add("RequestVerificationToken", TokenOf(browser));
        return browser.RawAsync(request);
    }

    private static string TokenOf(TestBrowser browser) => browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<long> LengthAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
        return said.RootElement.GetProperty("length").GetInt64();
    }

    /// <summary>Half of the piece now, the other half never.</summary>
    private sealed class HalfContent(ReadOnlyMemory<byte> piece, Task never) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(piece[..(piece.Length / 2)]);
            await stream.FlushAsync();
            await never;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = piece.Length;
            return true;
        }
    }
}
