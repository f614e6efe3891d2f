using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Pupitre.Browser.Tests;

/// <summary>While the bytes of an upload travel, a bar says how far they are; what comes after is what the form alone would have shown.</summary>
public sealed partial class UploadTests(Chromium chromium) : IAsyncLifetime
{
    private const string Input = "file-drop input[type=file]";
    private const string Send = "file-drop button[type=submit]";
    private const string State = "file-drop [data-state]";
    private const int FileBytes = 4 << 20;
    private const int BytesASecond = 1 << 20;
    private const float PatienceMs = 60_000;

    private readonly RunningPupitre _pupitre = new();
    private readonly string _desk = Directory.CreateTempSubdirectory("pupitre-upload-").FullName;

    public ValueTask InitializeAsync() => _pupitre.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _pupitre.DisposeAsync();
        Directory.Delete(_desk, recursive: true);
    }

    [Fact]
    public async Task The_bar_moves_while_the_bytes_travel_then_the_report_comes()
    {
        await using var visitor = await ComeAsync(new Visit());
        await SlowDownAsync(visitor);
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", Header() + new string('\n', FileBytes)));

        await visitor.Page.ClickAsync(Send);
        await visitor.Page.WaitForFunctionAsync("() => { const bar = document.querySelector('file-drop progress'); return bar.checkVisibility() && bar.value > 0.1 && bar.value < 0.9; }");

        SentWords().IsMatch(await visitor.Page.Locator("file-drop [data-text]").InnerTextAsync()).ShouldBeTrue();
        await visitor.FindNoBarrierAsync();
        await visitor.Page.WaitForURLAsync(ReportAddress());
        await visitor.Page.Locator("#official").WaitForAsync(new() { Timeout = PatienceMs });
    }

    [Fact]
    public async Task A_sending_that_is_stopped_keeps_nothing_and_can_be_sent_again()
    {
        await using var visitor = await ComeAsync(new Visit());
        await SlowDownAsync(visitor);
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", Header() + new string('\n', FileBytes)));
        await visitor.Page.ClickAsync(Send);

        await visitor.Page.ClickAsync("file-drop [data-upload] button");

        (await visitor.Page.Locator(State).InnerTextAsync()).ShouldContain("rien n’a été gardé");
        Directory.EnumerateFiles(_pupitre.Place.Folder, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20241231.txt", Header()));
        await visitor.Page.ClickAsync(Send);
        await visitor.Page.Locator("#official").WaitForAsync(new() { Timeout = PatienceMs });
    }

    [Fact]
    public async Task What_is_no_accounting_file_is_said_on_the_page_that_asked_for_one()
    {
        await using var visitor = await ComeAsync(new Visit());
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", "%PDF-1.7"));

        await visitor.Page.ClickAsync(Send);

        await visitor.Page.GetByText("est un PDF, quoi que dise son nom").WaitForAsync();
    }

    [Fact]
    public async Task A_refusal_takes_the_place_of_the_page()
    {
        await using var visitor = await ComeAsync(new Visit());
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", Header()));
        await visitor.Page.EvaluateAsync("() => { document.querySelector('file-drop [name=__RequestVerificationToken]').value = 'autre'; }");

        await visitor.Page.ClickAsync(Send);

        await visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Cela ne peut pas être fait ainsi" }).WaitForAsync();
    }

    [Fact]
    public async Task Without_scripts_the_form_sends_itself()
    {
        await using var visitor = await ComeAsync(new Visit(JavaScript: false));
        await visitor.Page.SetInputFilesAsync(Input, Write("000417220FEC20251231.txt", Header()));

        await visitor.Page.ClickAsync(Send);

        await visitor.Page.WaitForURLAsync(ReportAddress());
    }

    private async Task<Visitor> ComeAsync(Visit visit)
    {
        var company = await _pupitre.HaveCompanyAsync();
        var visitor = await (await Visitor.ComeAsync(chromium, _pupitre.Address, visit)).SignInAsync(company);
        await visitor.OpenAsync($"/{company.Slug}/deliverables");
        return visitor;
    }

    private static async Task SlowDownAsync(Visitor visitor)
    {
        var tools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await tools.SendAsync("Network.enable");
        await tools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = BytesASecond });
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_desk, name);
        File.WriteAllText(path, content, Encoding.ASCII);
        return path;
    }

    private static string Header() => "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n"
        + "BQ\tBanque\t1\t20250105\t512000\tBanque\t\t\tP1\t20250105\tVersement\t10,00\t0,00\t\t\t20250131\t\t\nBQ\tBanque\t1\t20250105\t101000\tCapital\t\t\tP1\t20250105\tVersement\t0,00\t10,00\t\t\t20250131\t\t\n";

    [GeneratedRegex(@"^[\d,]+ sur [\d,]+\s+Mo envoyés", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentWords();

    [GeneratedRegex("/accounting-files/", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReportAddress();
}
